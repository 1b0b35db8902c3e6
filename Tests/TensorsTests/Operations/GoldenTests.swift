import Foundation
import Testing

@testable import Tensors

/// Every sample of every operation against what PyTorch computed for it: values, dtype, sizes, strides, node and gradients.
struct GoldenTests {
  struct Recorded: Decodable, Sendable {
    struct Value: Decodable, Sendable {
      let dtype: String
      let sizes: [Int]
      let strides: [Int]
      let data: String
      let node: String?
    }
    let results: [Value]?
    let gradients: [Value?]?
    let gradientError: String?
    let value: String?
    let error: String?
  }

  static let folder: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("OperationRecordings")

  static let golden: [String: Recorded] = {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent("golden.json")) else { return [:] }
    return (try? JSONDecoder().decode([String: Recorded].self, from: data)) ?? [:]
  }()

  /// `add|torch|T(3), 2`
  static let lines: [String] = Tensors.Operation.all.flatMap { operation in
    operation.samples.map { "\(operation.name)|\(place(operation))|\($0)" }
  }

  private static func place(_ operation: Tensors.Operation) -> String {
    if operation.forms.contains(.property) { return "property" }
    return operation.forms.contains(.function) ? operation.namespaces[0] : "method"
  }

  @Test func samplesAreListed() throws {
    let file = Self.folder.appendingPathComponent("samples.txt")
    let text = Self.lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["NBCHECK_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(recorded == text, "samples have changed: run the tests with NBCHECK_RECORD=1, then record.py")
  }

  @Test(arguments: Tensors.Operation.all.filter { !$0.samples.isEmpty }.map(\.name))
  func agrees(_ name: String) throws {
    let operation = try #require(Tensors.Operation.byName[name])
    for sample in operation.samples {
      let key = "\(operation.name)(\(sample))"
      let recorded = try #require(Self.golden[key], "no golden value for \(key)")
      do { try compare(operation, sample, key, recorded) } catch {
        Issue.record("\(key): \(error)")
      }
    }
  }

  private func compare(_ operation: Tensors.Operation, _ sample: String, _ key: String, _ recorded: Recorded) throws {
    let engine = Engine()
    engine.generator.manualSeed(0)
    guard let call = try SampleCall(engine, operation, sample, grad: true) else {
      Issue.record("\(key): no overload fits")
      return
    }
    if operation.name.hasSuffix("_"), !operation.name.hasPrefix("__") {
      guard case .tensor(let first)? = call.arguments.first else { return }
      var arguments = call.arguments
      arguments[0] = .tensor(try first.clone())
      try check(try operation.call(engine, overload: call.overload, arguments), call, key, recorded)
      return
    }
    try check(try call.run(engine), call, key, recorded)
  }

  private func check(
    _ result: OperationResult, _ call: SampleCall, _ key: String, _ recorded: Recorded
  ) throws {
    guard let expected = recorded.results else {
      #expect(Self.text(result) == recorded.value, "\(key)")
      return
    }
    let tensors = result.tensors
    #expect(tensors.count == expected.count, "\(key): number of results")
    for (tensor, value) in zip(tensors, expected) {
      let difference = Difference(tensor, value)
      #expect(difference.message == nil, "\(key): \(difference.message ?? "")")
      #expect(difference.units <= Double(call.operation.tolerance), "\(key): off by \(difference.units) ulp")
      #expect(tensor.strides.array == value.strides || tensor.count == 0, "\(key): strides \(tensor.strides.text)")
      #expect(tensor.gradNode?.name == value.node, "\(key): node")
    }
    guard let gradients = recorded.gradients else { return }
    let outputs = tensors.filter(\.requiresGrad)
    let seeds = try outputs.enumerated().map { index, output in
      try SampleTensor.make(output.engine, "T", output.sizes.array, 91 + index, floating: output.dtype)
    }
    let computed = try Autograd.grad(outputs, call.inputs, gradOutputs: seeds, allowUnused: true)
    for (index, pair) in zip(computed, gradients).enumerated() {
      guard let tensor = pair.0, let value = pair.1 else {
        #expect(pair.0 == nil && pair.1 == nil, "\(key): gradient \(index) is wanted or not")
        continue
      }
      let difference = Difference(tensor, value)
      #expect(difference.message == nil, "\(key): gradient \(index): \(difference.message ?? "")")
      #expect(
        difference.units <= Double(max(16, call.operation.tolerance * 64)),
        "\(key): gradient \(index) off by \(difference.units) ulp")
    }
  }

  private static func text(_ result: OperationResult) -> String {
    func list(_ values: [Int]) -> String { values.map(String.init).joined(separator: ", ") }
    switch result {
    case .number(let number): return number.text
    case .size(let sizes): return "torch.Size([\(list(sizes))])"
    case .ints(let ints): return "(\(list(ints)))"
    case .dtype(let dtype): return "torch.\(dtype.name)"
    case .nested(let sizes, let scalars):
      func nest(_ depth: Int, _ start: Int, _ length: Int) -> String {
        if depth == sizes.count { return scalars[start].text }
        let step = sizes[depth] == 0 ? 0 : length / sizes[depth]
        return "[" + (0..<sizes[depth]).map { nest(depth + 1, start + $0 * step, step) }.joined(separator: ", ") + "]"
      }
      return nest(0, 0, scalars.count)
    default: return "?"
    }
  }
}
