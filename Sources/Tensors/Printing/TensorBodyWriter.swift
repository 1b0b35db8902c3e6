/// Writes the bracketed data of a tensor that has elements.
struct TensorBodyWriter {
  private let shape: [Int]
  private let values: ShownElements.Values
  private let options: PrintOptions
  private let isSummary: Bool
  private let formatter: ElementFormatter
  private let imaginaryFormatter: ElementFormatter?
  private var next = 0

  init(_ elements: ShownElements, _ options: PrintOptions, isSummary: Bool) {
    shape = elements.shape
    values = elements.values
    self.options = options
    self.isSummary = isSummary
    var imaginary: ElementFormatter?
    switch elements.values {
    case .booleans(let values): formatter = ElementFormatter(booleans: values)
    case .integers(let values): formatter = ElementFormatter(integers: values)
    case .floats(let values): formatter = ElementFormatter(floats: values, options: options)
    case .complex(let real, let values):
      formatter = ElementFormatter(floats: real, options: options)
      imaginary = ElementFormatter(floats: values, options: options)
    }
    imaginaryFormatter = imaginary
  }

  /// The columns one element takes, without the separator.
  private var width: Int { formatter.width + (imaginaryFormatter.map { $0.width + 1 } ?? 0) }

  private var elementCount: Int {
    switch values {
    case .booleans(let values), .integers(let values): values.count
    case .floats(let values), .complex(let values, _): values.count
    }
  }

  mutating func write(into text: inout TextBuffer, indent: Int) {
    text.reserve(text.count + elementCount * (width + 3))
    if shape.isEmpty { writeElement(into: &text) } else { write(dimension: 0, into: &text, indent: indent) }
  }

  private mutating func write(dimension: Int, into text: inout TextBuffer, indent: Int) {
    let ranges = ShownElements.ranges(shape[dimension], isSummary: isSummary, options)
    guard dimension < shape.count - 1 else {
      writeVector(ranges, into: &text, indent: indent)
      return
    }
    text.append(UInt8(ascii: "["))
    var isFirst = true
    func separate(_ text: inout TextBuffer) {
      if !isFirst {
        text.append(UInt8(ascii: ","))
        text.breakLine(count: shape.count - dimension - 1, indent: indent + 1)
      }
      isFirst = false
    }
    for (part, range) in ranges.enumerated() {
      if part > 0 {
        separate(&text)
        text.append("..." as StaticString)
      }
      for _ in range {
        separate(&text)
        write(dimension: dimension + 1, into: &text, indent: indent + 1)
      }
    }
    text.append(UInt8(ascii: "]"))
  }

  private mutating func writeVector(_ ranges: [Range<Int>], into text: inout TextBuffer, indent: Int) {
    let perLine = max(1, (options.lineWidth - indent) / (width + 2))
    var inLine = 0
    func separate(_ text: inout TextBuffer) {
      if inLine == perLine {
        text.append(UInt8(ascii: ","))
        text.breakLine(indent: indent + 1)
        inLine = 0
      } else if inLine > 0 {
        text.append(", " as StaticString)
      }
      inLine += 1
    }
    text.append(UInt8(ascii: "["))
    for (part, range) in ranges.enumerated() {
      if part > 0 {
        separate(&text)
        text.append(options.edgeItems > 0 ? " ..." : "..." as StaticString)
      }
      for _ in range {
        separate(&text)
        writeElement(into: &text)
      }
    }
    text.append(UInt8(ascii: "]"))
  }

  private mutating func writeElement(into text: inout TextBuffer) {
    switch values {
    case .booleans(let values), .integers(let values): formatter.write(values[next], into: &text)
    case .floats(let values): formatter.write(values[next], into: &text)
    case .complex(let real, let imaginary):
      formatter.write(real[next], into: &text)
      let start = text.count
      imaginaryFormatter?.write(imaginary[next], into: &text)
      text.removeBlanks(from: start)
      if text.bytes[start] != UInt8(ascii: "-") { text.insertPlus(at: start) }
      text.append(UInt8(ascii: "j"))
    }
    next += 1
  }
}
