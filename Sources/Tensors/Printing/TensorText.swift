/// The text PyTorch shows for a tensor.
package struct TensorText {
  /// What comes before the data: `tensor(`, or the name of a subclass.
  package var prefix = "tensor("
  /// The dtype's name without `torch.`.
  package var dtype = "float32"
  package var defaultDType = "float32"
  /// A device other than the CPU.
  package var device: String?
  /// The name of the node that computed the tensor, without brackets.
  package var gradFn: String?
  package var requiresGrad = false
  package var options = PrintOptions()

  package init() {}

  /// The text for a tensor whose elements are at hand.
  package func repr(_ elements: ShownElements) -> String {
    let count = elements.shape.reduce(1, *)
    var text = TextBuffer()
    text.append(prefix)
    if count == 0 {
      text.append("[]" as StaticString)
    } else {
      var writer = TensorBodyWriter(elements, options, isSummary: options.summarises(count))
      writer.write(into: &text, indent: prefix.utf8.count)
    }
    let hidesAll = options.summarises(count) && options.edgeItems == 0
    let showsSize = (count == 0 && elements.shape.count != 1) || hidesAll
    append(suffixes(elements.shape, showsSize: showsSize, isEmpty: count == 0), to: &text)
    return text.text
  }

  /// The text for a tensor without data, on the meta device.
  package func repr(shapeOnly shape: [Int]) -> String {
    var text = TextBuffer()
    text.append(prefix)
    text.append("..." as StaticString)
    append(suffixes(shape, showsSize: true, isEmpty: false), to: &text)
    return text.text
  }

  private func suffixes(_ shape: [Int], showsSize: Bool, isEmpty: Bool) -> [String] {
    var suffixes: [String] = []
    if let device { suffixes.append("device='\(device)'") }
    if showsSize {
      let sizes = shape.map(String.init).joined(separator: ", ")
      suffixes.append("size=(\(sizes)\(shape.count == 1 ? "," : ""))")
    }
    let complexDefault = defaultDType == "float64" ? "complex128" : "complex64"
    let isUsual = isEmpty ? dtype == defaultDType : [defaultDType, complexDefault, "int64", "bool"].contains(dtype)
    if !isUsual { suffixes.append("dtype=torch.\(dtype)") }
    if let gradFn {
      suffixes.append("grad_fn=<\(gradFn)>")
    } else if requiresGrad {
      suffixes.append("requires_grad=True")
    }
    return suffixes
  }

  /// Joins the suffixes on; a line counts as two characters longer than it is.
  private func append(_ suffixes: [String], to text: inout TextBuffer) {
    let indent = prefix.utf8.count
    var last = text.lineLength + 2
    for suffix in suffixes {
      let length = suffix.utf8.count
      text.append(UInt8(ascii: ","))
      if last + length + 2 > options.lineWidth {
        text.breakLine(indent: indent)
        last = indent + length
      } else {
        text.append(UInt8(ascii: " "))
        last += length + 2
      }
      text.append(suffix)
    }
    text.append(UInt8(ascii: ")"))
  }
}
