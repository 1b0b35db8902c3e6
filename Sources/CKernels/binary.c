// Two-operand arithmetic: dispatch over dtypes and strides.
#include "binary.h"

static const void *operand(nbk_dtype type, int64_t size, int64_t count, uint64_t *block, const void *p, int64_t i,
                           int64_t stride) {
  if (stride == 0) count = 1;
  const void *from = nbk_at(p, size, i * stride);
  if (nbk_is_half(type)) {
    nbk_widen(type, count, (float *)block, from, 1 < count ? stride : 1);
    return block;
  }
  if (stride <= 1 && stride >= 0) return from;
  nbk_copy(size, count, block, 1, from, stride);
  return block;
}

nbk_status nbk_drive_binary(nbk_binary_run run, int32_t op, nbk_dtype type, int64_t out_size, int64_t n, void *out,
                            int64_t so, const void *a, int64_t sa, const void *b, int64_t sb) {
  if (n <= 0) return NBK_OK;
  if (n == 1) so = sa = sb = 1;
  bool half = nbk_is_half(type), half_result = half && out_size == 0;
  if (!half && so == 1) {
    if (sa == 1 && sb == 1) return run(op, type, NBK_VV, n, out, a, b);
    if (sa == 1 && sb == 0) return run(op, type, NBK_VS, n, out, a, b);
    if (sa == 0 && sb == 1) return run(op, type, NBK_SV, n, out, a, b);
  }
  int64_t size = nbk_size(type);
  if (out_size == 0) out_size = size;
  nbk_dtype computed = half ? NBK_F32 : type;
  uint64_t xs[NBK_BLOCK], ys[NBK_BLOCK], zs[NBK_BLOCK];
  for (int64_t i = 0; i < n; i += NBK_BLOCK) {
    int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK;
    const void *x = operand(type, size, count, xs, a, i, sa), *y = operand(type, size, count, ys, b, i, sb);
    // Two single values give one result, repeated.
    int64_t results = sa == 0 && sb == 0 ? 1 : count;
    nbk_form form = results == 1 || (sa != 0 && sb != 0) ? NBK_VV : sb == 0 ? NBK_VS : NBK_SV;
    nbk_status status = run(op, computed, form, results, zs, x, y);
    if (status != NBK_OK) return status;
    void *to = nbk_to(out, out_size, i * so);
    if (half_result) {
      if (results < count) for (int64_t j = 1; j < count; ++j) ((float *)zs)[j] = *(float *)zs;
      nbk_narrow(type, count, to, so, (float *)zs);
    } else {
      nbk_copy(out_size, count, to, so, zs, results < count ? 0 : 1);
    }
  }
  return NBK_OK;
}

nbk_status nbk_binary_float(int32_t op, nbk_form form, int64_t n, float *out, const float *a, const float *b);
nbk_status nbk_binary_double(int32_t op, nbk_form form, int64_t n, double *out, const double *a, const double *b);
nbk_status nbk_binary_bool(int32_t op, nbk_form form, int64_t n, uint8_t *out, const uint8_t *a, const uint8_t *b);
#define DECLARE(T) \
  nbk_status nbk_binary_##T(int32_t op, nbk_form form, int64_t n, T *out, const T *a, const T *b);
DECLARE(uint8_t) DECLARE(int8_t) DECLARE(int16_t) DECLARE(int32_t) DECLARE(int64_t)

static nbk_status run_binary(int32_t op, nbk_dtype type, nbk_form form, int64_t n, void *out, const void *a,
                             const void *b) {
  switch (type) {
    case NBK_BOOL: return nbk_binary_bool(op, form, n, out, a, b);
    case NBK_U8: return nbk_binary_uint8_t(op, form, n, out, a, b);
    case NBK_I8: return nbk_binary_int8_t(op, form, n, out, a, b);
    case NBK_I16: return nbk_binary_int16_t(op, form, n, out, a, b);
    case NBK_I32: return nbk_binary_int32_t(op, form, n, out, a, b);
    case NBK_I64: return nbk_binary_int64_t(op, form, n, out, a, b);
    case NBK_F32: return nbk_binary_float(op, form, n, out, a, b);
    case NBK_F64: return nbk_binary_double(op, form, n, out, a, b);
    default: return NBK_UNSUPPORTED;
  }
}

nbk_status nbk_binary(nbk_binary_op op, nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa,
                      const void *b, int64_t sb) {
  return nbk_drive_binary(run_binary, op, type, 0, n, out, so, a, sa, b, sb);
}
