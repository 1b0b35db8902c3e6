extension Tensor {
  /// The text that `repr(tensor)` is.
  package func repr(_ options: PrintOptions = PrintOptions(), prefix: String = "tensor(") -> String {
    var text = TensorText()
    text.options = options
    text.prefix = prefix
    text.dtype = dtype.name
    text.defaultDType = engine.defaultDType.name
    text.gradFn = gradNode?.name
    text.requiresGrad = requiresGrad
    return text.repr(
      ShownElements(data, dtype.kernel, shape: sizes.array, strides: strides.array, options: options))
  }
}
