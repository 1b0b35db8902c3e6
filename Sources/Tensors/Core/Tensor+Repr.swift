extension Tensor {
  /// The text PyTorch shows for the tensor.
  package func repr(_ options: PrintOptions = PrintOptions(), prefix: String = "tensor(") -> String {
    shown(options, prefix: prefix).text
  }

  /// The text, and the floats whose digits are in it, in reading order (none for other dtypes).
  package func shown(_ options: PrintOptions, prefix: String) -> (text: String, floats: [Double]) {
    var text = TensorText()
    text.options = options
    text.prefix = prefix
    text.dtype = dtype.name
    text.defaultDType = engine.defaultDType.name
    text.gradFn = gradNode?.name
    text.requiresGrad = requiresGrad
    let elements = ShownElements(data, dtype.kernel, shape: sizes.array, strides: strides.array, options: options)
    guard case .floats(let floats) = elements.values else { return (text.repr(elements), []) }
    return (text.repr(elements), floats)
  }
}
