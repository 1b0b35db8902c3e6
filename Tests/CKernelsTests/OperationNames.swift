import CKernels

/// PyTorch's names of the operations, as the recording uses them.
enum OperationNames {
  static let unary: [String: nbk_unary_op] = [
    "neg": NBK_NEG, "abs": NBK_ABS, "sign": NBK_SIGN, "square": NBK_SQUARE, "relu": NBK_RELU,
    "bitwise_not": NBK_BIT_NOT,
    "floor": NBK_FLOOR, "ceil": NBK_CEIL, "round": NBK_ROUND, "trunc": NBK_TRUNC, "sqrt": NBK_SQRT, "rsqrt": NBK_RSQRT,
    "reciprocal": NBK_RECIPROCAL, "exp": NBK_EXP, "exp2": NBK_EXP2, "expm1": NBK_EXPM1, "log": NBK_LOG,
    "log2": NBK_LOG2, "log10": NBK_LOG10, "log1p": NBK_LOG1P, "sin": NBK_SIN, "cos": NBK_COS, "tan": NBK_TAN,
    "asin": NBK_ASIN, "acos": NBK_ACOS, "atan": NBK_ATAN, "sinh": NBK_SINH, "cosh": NBK_COSH, "tanh": NBK_TANH,
    "asinh": NBK_ASINH, "acosh": NBK_ACOSH, "atanh": NBK_ATANH, "sigmoid": NBK_SIGMOID, "silu": NBK_SILU,
    "softplus": NBK_SOFTPLUS, "log_sigmoid": NBK_LOG_SIGMOID, "erf": NBK_ERF, "erfc": NBK_ERFC, "lgamma": NBK_LGAMMA,
  ]
  static let test: [String: nbk_test_op] = [
    "isnan": NBK_IS_NAN, "isinf": NBK_IS_INF, "isfinite": NBK_IS_FINITE, "logical_not": NBK_LOGICAL_NOT,
    "signbit": NBK_SIGN_BIT,
  ]
  static let binary: [String: nbk_binary_op] = [
    "add": NBK_ADD, "sub": NBK_SUB, "mul": NBK_MUL, "div": NBK_DIV, "floor_divide": NBK_FLOOR_DIV,
    "remainder": NBK_REMAINDER, "fmod": NBK_FMOD, "maximum": NBK_MAXIMUM, "minimum": NBK_MINIMUM, "fmax": NBK_FMAX,
    "fmin": NBK_FMIN, "copysign": NBK_COPYSIGN, "pow": NBK_POW, "atan2": NBK_ATAN2, "hypot": NBK_HYPOT,
    "bitwise_and": NBK_BIT_AND, "bitwise_or": NBK_BIT_OR, "bitwise_xor": NBK_BIT_XOR, "bitwise_left_shift": NBK_SHL,
    "bitwise_right_shift": NBK_SHR,
  ]
  static let compare: [String: nbk_compare_op] = [
    "eq": NBK_EQ, "ne": NBK_NE, "lt": NBK_LT, "le": NBK_LE, "gt": NBK_GT, "ge": NBK_GE,
    "logical_and": NBK_LOGICAL_AND, "logical_or": NBK_LOGICAL_OR, "logical_xor": NBK_LOGICAL_XOR,
  ]
  static let reduce: [String: nbk_reduce_op] = [
    "sum": NBK_SUM, "mean": NBK_MEAN, "prod": NBK_PROD, "nansum": NBK_NAN_SUM, "norm": NBK_NORM, "any": NBK_ANY,
    "all": NBK_ALL, "count_nonzero": NBK_COUNT_NONZERO,
  ]
}
