// One-operand operations on float64: the C library's functions, which are correct to within a unit in the last place.
#include "unary.h"

#define EACH(EXPR) NBK_LOOP(n) { double x = a[i]; out[i] = (EXPR); } return NBK_OK;

NBK_CLONES nbk_status nbk_unary_double(nbk_unary_op op, int64_t n, double *out, const double *a) {
  switch (op) {
    case NBK_NEG: EACH(-x)
    case NBK_ABS: EACH(__builtin_elementwise_abs(x))
    case NBK_SIGN: EACH(x != x ? x : (double)((x > 0) - (x < 0)))
    case NBK_SQUARE: EACH(x * x)
    case NBK_RELU: EACH(x < 0 ? 0.0 : x)
    case NBK_FLOOR: EACH(__builtin_elementwise_floor(x))
    case NBK_CEIL: EACH(__builtin_elementwise_ceil(x))
    case NBK_ROUND: EACH(__builtin_elementwise_roundeven(x))
    case NBK_TRUNC: EACH(__builtin_elementwise_trunc(x))
    case NBK_FRAC: EACH(x - __builtin_elementwise_trunc(x))
    case NBK_SQRT: EACH(__builtin_elementwise_sqrt(x))
    case NBK_RSQRT: EACH(1.0 / __builtin_elementwise_sqrt(x))
    case NBK_RECIPROCAL: EACH(1.0 / x)
    case NBK_EXP: EACH(exp(x))
    case NBK_EXP2: EACH(exp2(x))
    case NBK_EXPM1: EACH(expm1(x))
    case NBK_LOG: EACH(log(x))
    case NBK_LOG2: EACH(log2(x))
    case NBK_LOG10: EACH(log10(x))
    case NBK_LOG1P: EACH(log1p(x))
    case NBK_SIN: EACH(sin(x))
    case NBK_COS: EACH(cos(x))
    case NBK_TAN: EACH(tan(x))
    case NBK_ASIN: EACH(asin(x))
    case NBK_ACOS: EACH(acos(x))
    case NBK_ATAN: EACH(atan(x))
    case NBK_SINH: EACH(sinh(x))
    case NBK_COSH: EACH(cosh(x))
    case NBK_TANH: EACH(tanh(x))
    case NBK_ASINH: EACH(asinh(x))
    case NBK_ACOSH: EACH(acosh(x))
    case NBK_ATANH: EACH(atanh(x))
    case NBK_SIGMOID: EACH(1.0 / (1.0 + exp(0.0 - x)))
    case NBK_SILU: EACH(x / (1.0 + exp(0.0 - x)))
    case NBK_GELU: EACH(x * 0.5 * (1.0 + erf(x * 0.70710678118654752440)))
    case NBK_GELU_TANH: EACH(0.5 * x * (1.0 + tanh(0.7978845608028654 * (x + 0.044715 * (x * x * x)))))
    case NBK_SOFTPLUS: EACH(x > 20.0 ? x : log1p(exp(x)))
    case NBK_LOG_SIGMOID: EACH((x < 0 || x != x ? x : 0.0) - log1p(exp(-fabs(x))))
    case NBK_ERF: EACH(erf(x))
    case NBK_ERFC: EACH(erfc(x))
    case NBK_LGAMMA: EACH(lgamma(x))
    default: return NBK_UNSUPPORTED;
  }
}
