// Powers with one exponent for all elements.
#include "internal.h"

// Cubes and inverse squares have no operation of their own.
static nbk_status cube(nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa) {
  int64_t size = nbk_size(type);
  uint64_t block[NBK_BLOCK];
  for (int64_t i = 0; i < n; i += NBK_BLOCK) {
    int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK;
    const void *from = nbk_at(a, size, i * sa);
    // f16 is rounded once, at the end; bf16, like the wide floats, after every product.
    if (type == NBK_F16) {
      float *x = (float *)block, product[NBK_BLOCK];
      nbk_widen(type, count, x, from, sa);
      for (int64_t j = 0; j < count; ++j) product[j] = x[j] * x[j] * x[j];
      nbk_narrow(type, count, nbk_to(out, size, i * so), so, product);
      continue;
    }
    nbk_status status = nbk_binary(NBK_MUL, type, count, block, 1, from, sa, from, sa);
    if (status != NBK_OK) return status;
    nbk_binary(NBK_MUL, type, count, nbk_to(out, size, i * so), so, block, 1, from, sa);
  }
  return NBK_OK;
}

static nbk_status inverse_square(nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa) {
  nbk_status status = nbk_unary(NBK_SQUARE, type, n, out, so, a, sa);
  return status != NBK_OK ? status : nbk_unary(NBK_RECIPROCAL, type, n, out, so, out, so);
}

static nbk_status integer_power(nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa,
                                double exponent) {
  if (exponent < 0) return NBK_NEGATIVE_EXPONENT;
  if (type == NBK_BOOL) return NBK_UNSUPPORTED;
  if (exponent == 2) return nbk_unary(NBK_SQUARE, type, n, out, so, a, sa);
  int64_t wide;
  uint64_t value = 0;
  nbk_cast(NBK_I64, &wide, 1, NBK_F64, &exponent, 1, 1);
  nbk_cast(type, &value, 1, NBK_I64, &wide, 1, 1);
  return nbk_binary(NBK_POW, type, n, out, so, a, sa, &value, 0);
}

nbk_status nbk_pow_scalar(nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa,
                          double exponent) {
  if (!nbk_is_float(type)) return integer_power(type, n, out, so, a, sa, exponent);
  if (exponent == 2) return nbk_unary(NBK_SQUARE, type, n, out, so, a, sa);
  if (exponent == 3) return cube(type, n, out, so, a, sa);
  if (exponent == 0.5) return nbk_unary(NBK_SQRT, type, n, out, so, a, sa);
  if (exponent == -0.5) return nbk_unary(NBK_RSQRT, type, n, out, so, a, sa);
  if (exponent == -1) return nbk_unary(NBK_RECIPROCAL, type, n, out, so, a, sa);
  if (exponent == -2 && type != NBK_F16) return inverse_square(type, n, out, so, a, sa);
  uint64_t value = 0;
  nbk_cast(type, &value, 1, NBK_F64, &exponent, 1, 1);
  return nbk_binary(NBK_POW, type, n, out, so, a, sa, &value, 0);
}
