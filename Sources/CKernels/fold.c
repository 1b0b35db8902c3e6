// Products, sums of squares and of magnitudes: folds of one run at a time, in lanes where it is contiguous.
#include "fold.h"

typedef float f32x8 __attribute__((vector_size(32), aligned(4)));
typedef double f64x4 __attribute__((vector_size(32), aligned(8)));

#define SQUARES(NAME, T, V, LANES, FMA) \
  NBK_CLONES T nbk_squares_##NAME(int64_t m, int64_t sm, const T *a) { \
    V lanes = {0}; \
    int64_t i = 0; \
    if (sm == 1) for (; i + LANES <= m; i += LANES) { \
      V x = *(const V *)(a + i); \
      lanes = __builtin_elementwise_fma(x, x, lanes); \
    } \
    T total = lanes[0]; \
    for (int k = 1; k < LANES; ++k) total += lanes[k]; \
    for (; i < m; ++i) total = FMA(a[i * sm], a[i * sm], total); \
    return total; \
  }
SQUARES(f32, float, f32x8, 8, __builtin_fmaf)
SQUARES(f64, double, f64x4, 4, __builtin_fma)

#define MAGNITUDES(NAME, T, V, LANES) \
  NBK_CLONES T nbk_magnitudes_##NAME(int64_t m, int64_t sm, const T *a) { \
    V lanes = {0}; \
    int64_t i = 0; \
    if (sm == 1) for (; i + LANES <= m; i += LANES) lanes += __builtin_elementwise_abs(*(const V *)(a + i)); \
    T total = lanes[0]; \
    for (int k = 1; k < LANES; ++k) total += lanes[k]; \
    for (; i < m; ++i) total += __builtin_elementwise_abs(a[i * sm]); \
    return total; \
  }
MAGNITUDES(f32, float, f32x8, 8)
MAGNITUDES(f64, double, f64x4, 4)

#define PRODUCT(NAME, T, V, LANES) \
  NBK_CLONES T nbk_product_##NAME(int64_t m, int64_t sm, const T *a) { \
    T total = 1; \
    int64_t i = 0; \
    if (sm == 1 && m >= 4 * LANES) { \
      V acc[4]; \
      memcpy(acc, a, sizeof acc); \
      for (i = 4 * LANES; i + 4 * LANES <= m; i += 4 * LANES) \
        for (int k = 0; k < 4; ++k) acc[k] *= *(const V *)(a + i + k * LANES); \
      V lanes = (acc[0] * acc[1]) * (acc[2] * acc[3]); \
      T product = lanes[0]; \
      for (int k = 1; k < LANES; ++k) product *= lanes[k]; \
      total *= product; \
    } \
    for (; i < m; ++i) total *= a[i * sm]; \
    return total; \
  }
PRODUCT(f32, float, f32x8, 8)
PRODUCT(f64, double, f64x4, 4)

// A run of any dtype as contiguous floats (f32 and the 16-bit ones) or as doubles or 64-bit integers, block by block.
static const void *widened(nbk_dtype type, nbk_dtype wide, int64_t count, uint64_t *block, const void *a, int64_t sa) {
  nbk_cast(wide, block, 1, type, a, sa, count);
  return block;
}

float nbk_fold_half(nbk_reduce_op op, nbk_dtype type, int64_t m, int64_t sm, const void *a) {
  float total = op == NBK_PROD ? 1 : 0;
  uint64_t block[NBK_BLOCK];
  for (int64_t j = 0; j < m; j += NBK_BLOCK) {
    int64_t count = m - j < NBK_BLOCK ? m - j : NBK_BLOCK;
    const float *x = widened(type, NBK_F32, count, block, nbk_at(a, 2, j * sm), sm);
    for (int64_t i = 0; i < count; ++i) {
      if (op == NBK_PROD) total *= x[i];
      else if (op == NBK_SUM_SQUARES || op == NBK_NORM) total += x[i] * x[i];
      else if (op == NBK_SUM_ABS) total += fabsf(x[i]);
      else if (x[i] == x[i]) total += x[i];
    }
  }
  return op == NBK_NORM ? sqrtf(total) : total;
}

int64_t nbk_fold_integer(nbk_reduce_op op, nbk_dtype type, int64_t m, int64_t sm, const void *a) {
  uint64_t total = op == NBK_PROD ? 1 : 0, block[NBK_BLOCK];
  int64_t size = nbk_size(type);
  for (int64_t j = 0; j < m; j += NBK_BLOCK) {
    int64_t count = m - j < NBK_BLOCK ? m - j : NBK_BLOCK;
    const int64_t *x = widened(type, NBK_I64, count, block, nbk_at(a, size, j * sm), sm);
    for (int64_t i = 0; i < count; ++i) total = op == NBK_PROD ? total * (uint64_t)x[i] : total + (x[i] != 0);
  }
  return (int64_t)total;
}

static int64_t nonzero_floats(nbk_dtype type, int64_t m, int64_t sm, const void *a) {
  int64_t total = 0, size = nbk_size(type);
  uint64_t block[NBK_BLOCK];
  for (int64_t j = 0; j < m; j += NBK_BLOCK) {
    int64_t count = m - j < NBK_BLOCK ? m - j : NBK_BLOCK;
    const double *x = widened(type, NBK_F64, count, block, nbk_at(a, size, j * sm), sm);
    for (int64_t i = 0; i < count; ++i) total += x[i] != 0;
  }
  return total;
}

int64_t nbk_count_nonzero(nbk_dtype type, int64_t m, int64_t sm, const void *a) {
  return nbk_is_float(type) ? nonzero_floats(type, m, sm, a) : nbk_fold_integer(NBK_COUNT_NONZERO, type, m, sm, a);
}

bool nbk_any_nonzero(nbk_dtype type, int64_t m, int64_t sm, const void *a, bool wanted) {
  int64_t size = nbk_size(type);
  for (int64_t j = 0; j < m; j += NBK_BLOCK) {
    int64_t count = m - j < NBK_BLOCK ? m - j : NBK_BLOCK;
    uint8_t block[NBK_BLOCK];
    const uint8_t *bytes = nbk_at(a, size, j * sm);
    if (type != NBK_BOOL || sm != 1) {
      nbk_cast(NBK_BOOL, block, 1, type, bytes, sm, count);
      bytes = block;
    }
    if (memchr(bytes, wanted, (size_t)count)) return true;
  }
  return false;
}
