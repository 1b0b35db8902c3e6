// Several element operations in one pass, rounded where PyTorch's vector code rounds: products feeding a sum are fused.
#include "internal.h"

// Up to three float operands, brought to contiguous runs of float or double block by block.
typedef void (*run_f32)(int32_t op, int64_t n, float *out, const float *a, const float *b, const float *c, double v);
typedef void (*run_f64)(int32_t op, int64_t n, double *out, const double *a, const double *b, const double *c,
                        double v);

static const void *operand(nbk_dtype type, int64_t size, int64_t count, uint64_t *block, const void *p, int64_t i,
                           int64_t stride) {
  if (!p) return NULL;
  const void *from = nbk_at(p, size, i * stride);
  if (nbk_is_half(type)) {
    nbk_widen(type, count, (float *)block, from, stride);
    return block;
  }
  if (stride == 1) return from;
  nbk_copy(size, count, block, 1, from, stride);
  return block;
}

static nbk_status drive(run_f32 f32, run_f64 f64, int32_t op, nbk_dtype type, int64_t n, void *out, int64_t so,
                        const void *a, int64_t sa, const void *b, int64_t sb, const void *c, int64_t sc, double v) {
  if (!nbk_is_float(type)) return NBK_UNSUPPORTED;
  int64_t size = nbk_size(type);
  if (n == 1) so = sa = sb = sc = 1;
  bool direct = !nbk_is_half(type) && so == 1 && sa == 1 && sb == 1 && (!c || sc == 1);
  int64_t step = direct ? n : NBK_BLOCK;
  uint64_t xs[NBK_BLOCK], ys[NBK_BLOCK], zs[NBK_BLOCK], result[NBK_BLOCK];
  for (int64_t i = 0; i < n; i += step) {
    int64_t count = n - i < step ? n - i : step;
    const void *x = operand(type, size, count, xs, a, i, sa), *y = operand(type, size, count, ys, b, i, sb);
    const void *z = operand(type, size, count, zs, c, i, sc);
    void *to = direct ? out : (void *)result;
    if (type == NBK_F64) f64(op, count, to, x, y, z, v);
    else f32(op, count, to, x, y, z, v);
    if (direct) break;
    if (nbk_is_half(type)) nbk_narrow(type, count, nbk_to(out, size, i * so), so, (float *)result);
    else nbk_copy(size, count, nbk_to(out, size, i * so), so, result, 1);
  }
  return NBK_OK;
}

enum { ADD_SCALED, ADDCMUL, ADDCDIV, LERP, TANH_GRAD, SIGMOID_GRAD, RELU_GRAD };

#define EACH(EXPR) \
  NBK_LOOP(n) { T x = a[i], y = b[i]; out[i] = (EXPR); } \
  return;
#define EACH3(EXPR) \
  NBK_LOOP(n) { T x = a[i], y = b[i], z = c[i]; out[i] = (EXPR); } \
  return;

#define FUSED(NAME, TYPE, FMA) \
  NBK_CLONES void nbk_fused_##NAME(int32_t op, int64_t n, TYPE *out, const TYPE *a, const TYPE *b, const TYPE *c, \
                                   double v) { \
    typedef TYPE T; \
    T s = (T)v; \
    switch (op) { \
      case ADD_SCALED: EACH(FMA(y, s, x)) \
      case ADDCMUL: EACH3(FMA(s * y, z, x)) \
      case ADDCDIV: EACH3(x + s * y / z) \
      case LERP: \
        EACH3(__builtin_elementwise_abs(z) < (T)0.5 ? FMA(z, y - x, x) : FMA(z - (T)1, y - x, y)) \
      case TANH_GRAD: EACH(x * FMA(-y, y, (T)1)) \
      case SIGMOID_GRAD: EACH(x * ((T)1 - y) * y) \
      case RELU_GRAD: EACH(y > 0 ? x : (T)0) \
    } \
  }
FUSED(f32, float, __builtin_fmaf)
FUSED(f64, double, __builtin_fma)

#define SCALED(T, U) \
  static void scaled_##T(int64_t n, T *out, int64_t so, const T *a, int64_t sa, const T *b, int64_t sb, U alpha) { \
    for (int64_t i = 0; i < n; ++i) out[i * so] = (T)((U)a[i * sa] + alpha * (U)b[i * sb]); \
  }
SCALED(uint8_t, uint32_t) SCALED(uint16_t, uint32_t) SCALED(uint32_t, uint32_t) SCALED(uint64_t, uint64_t)

nbk_status nbk_add_scaled(nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa, const void *b,
                          int64_t sb, double alpha, int64_t ialpha) {
  switch (type) {
    case NBK_U8: case NBK_I8: scaled_uint8_t(n, out, so, a, sa, b, sb, (uint32_t)ialpha); return NBK_OK;
    case NBK_I16: scaled_uint16_t(n, out, so, a, sa, b, sb, (uint32_t)ialpha); return NBK_OK;
    case NBK_I32: scaled_uint32_t(n, out, so, a, sa, b, sb, (uint32_t)ialpha); return NBK_OK;
    case NBK_I64: scaled_uint64_t(n, out, so, a, sa, b, sb, (uint64_t)ialpha); return NBK_OK;
    default: return drive(nbk_fused_f32, nbk_fused_f64, ADD_SCALED, type, n, out, so, a, sa, b, sb, NULL, 0, alpha);
  }
}

nbk_status nbk_addcmul(nbk_dtype type, int64_t n, void *out, int64_t so, const void *self, int64_t ss, const void *a,
                       int64_t sa, const void *b, int64_t sb, double value) {
  return drive(nbk_fused_f32, nbk_fused_f64, ADDCMUL, type, n, out, so, self, ss, a, sa, b, sb, value);
}

nbk_status nbk_addcdiv(nbk_dtype type, int64_t n, void *out, int64_t so, const void *self, int64_t ss, const void *a,
                       int64_t sa, const void *b, int64_t sb, double value) {
  return drive(nbk_fused_f32, nbk_fused_f64, ADDCDIV, type, n, out, so, self, ss, a, sa, b, sb, value);
}

nbk_status nbk_lerp(nbk_dtype type, int64_t n, void *out, int64_t so, const void *start, int64_t ss, const void *end,
                    int64_t se, const void *weight, int64_t sw) {
  return drive(nbk_fused_f32, nbk_fused_f64, LERP, type, n, out, so, start, ss, end, se, weight, sw, 0);
}

nbk_status nbk_grad(nbk_grad_op op, nbk_dtype type, int64_t n, void *out, int64_t so, const void *grad, int64_t sg,
                    const void *y, int64_t sy) {
  int32_t kind = op == NBK_TANH_GRAD ? TANH_GRAD : op == NBK_SIGMOID_GRAD ? SIGMOID_GRAD : RELU_GRAD;
  return drive(nbk_fused_f32, nbk_fused_f64, kind, type, n, out, so, grad, sg, y, sy, NULL, 0, 0);
}
