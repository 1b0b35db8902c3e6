// One-operand operations on float32.
#include "math_f32.h"
#include "unary.h"

#define EACH(EXPR) NBK_LOOP(n) { float x = a[i]; out[i] = (EXPR); } return NBK_OK;

NBK_INLINE float gelu(float x) {
  return x * 0.5f * (1.0f + nbk_erf_f32(x * 0.70710678118654752440f));
}

NBK_INLINE float gelu_tanh(float x) {
  float cube = x * x * x;
  return 0.5f * x * (1.0f + nbk_tanh_f32(0.7978845608028654f * (x + 0.044715f * cube)));
}

// Sine, cosine and tangent of arguments too large for the vector code, and of infinities and NaN.
static void large_angles(nbk_unary_op op, int64_t n, float *out, const float *a) {
  for (int64_t i = 0; i < n; ++i) {
    float x = a[i];
    if (fabsf(x) < (float)NBK_TRIGONOMETRY_LIMIT) continue;
    out[i] = (float)(op == NBK_SIN ? sin((double)x) : op == NBK_COS ? cos((double)x) : tan((double)x));
  }
}

NBK_CLONES bool nbk_has_large_angle(int64_t n, const float *a) {
  int32_t found = 0;
  for (int64_t i = 0; i < n; ++i)
    found |= !(__builtin_elementwise_abs(a[i]) < (float)NBK_TRIGONOMETRY_LIMIT);
  return found;
}

NBK_CLONES nbk_status nbk_unary_trigonometric(nbk_unary_op op, int64_t n, float *out, const float *a) {
  switch (op) {
    case NBK_SIN: EACH(nbk_sin_f32(x))
    case NBK_COS: EACH(nbk_cos_f32(x))
    default: EACH(nbk_tan_f32(x))
  }
}

static nbk_status trigonometric(nbk_unary_op op, int64_t n, float *out, const float *a) {
  float kept[NBK_BLOCK];
  for (int64_t i = 0; i < n; i += NBK_BLOCK) {
    int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK;
    bool large = nbk_has_large_angle(count, a + i);
    if (large) memcpy(kept, a + i, (size_t)count * sizeof(float));
    nbk_unary_trigonometric(op, count, out + i, a + i);
    if (large) large_angles(op, count, out + i, kept);
  }
  return NBK_OK;
}

NBK_CLONES nbk_status nbk_unary_plain(nbk_unary_op op, int64_t n, float *out, const float *a) {
  switch (op) {
    case NBK_NEG: EACH(-x)
    case NBK_ABS: EACH(__builtin_elementwise_abs(x))
    case NBK_SIGN: EACH(x != x ? x : (float)((x > 0) - (x < 0)))
    case NBK_SQUARE: EACH(x * x)
    case NBK_RELU: EACH(x < 0 ? 0.0f : x)
    case NBK_FLOOR: EACH(__builtin_elementwise_floor(x))
    case NBK_CEIL: EACH(__builtin_elementwise_ceil(x))
    case NBK_ROUND: EACH(__builtin_elementwise_roundeven(x))
    case NBK_TRUNC: EACH(__builtin_elementwise_trunc(x))
    case NBK_FRAC: EACH(x - __builtin_elementwise_trunc(x))
    case NBK_SQRT: EACH(__builtin_elementwise_sqrt(x))
    case NBK_RSQRT: EACH(1.0f / __builtin_elementwise_sqrt(x))
    case NBK_RECIPROCAL: EACH(1.0f / x)
    case NBK_EXP: EACH(nbk_exp_f32(x))
    case NBK_EXP2: EACH(nbk_exp2_f32(x))
    case NBK_EXPM1: EACH(nbk_expm1_f32(x))
    case NBK_LOG: EACH(nbk_log_f32(x))
    case NBK_LOG2: EACH(nbk_log2_f32(x))
    case NBK_LOG10: EACH(nbk_log10_f32(x))
    case NBK_LOG1P: EACH(nbk_log1p_f32(x))
    case NBK_ASIN: EACH(nbk_asin_f32(x))
    case NBK_ACOS: EACH(nbk_acos_f32(x))
    case NBK_ATAN: EACH(nbk_atan_f32(x))
    case NBK_SINH: EACH(nbk_sinh_f32(x))
    case NBK_COSH: EACH(nbk_cosh_f32(x))
    case NBK_TANH: EACH(nbk_tanh_f32(x))
    case NBK_ASINH: EACH(nbk_asinh_f32(x))
    case NBK_ACOSH: EACH(nbk_acosh_f32(x))
    case NBK_ATANH: EACH(nbk_atanh_f32(x))
    case NBK_SIGMOID: EACH(nbk_sigmoid_f32(x))
    case NBK_SILU: EACH(nbk_silu_f32(x))
    case NBK_GELU: EACH(gelu(x))
    case NBK_GELU_TANH: EACH(gelu_tanh(x))
    case NBK_SOFTPLUS: EACH(x > 20.0f ? x : nbk_log1p_f32(nbk_exp_f32(x)))
    case NBK_LOG_SIGMOID:
      EACH((x < 0 || x != x ? x : 0.0f) - nbk_log1p_f32(nbk_exp_f32(-__builtin_elementwise_abs(x))))
    case NBK_ERF: EACH(nbk_erf_f32(x))
    case NBK_ERFC: EACH(nbk_erfc_f32(x))
    case NBK_LGAMMA: EACH((float)lgamma((double)x))
    default: return NBK_UNSUPPORTED;
  }
}

nbk_status nbk_unary_float(nbk_unary_op op, int64_t n, float *out, const float *a) {
  bool angle = op == NBK_SIN || op == NBK_COS || op == NBK_TAN;
  return angle ? trigonometric(op, n, out, a) : nbk_unary_plain(op, n, out, a);
}
