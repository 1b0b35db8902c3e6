// Sums of floats in the order PyTorch adds them: four interleaved streams of eight lanes (four for float64), whose
// partial sums climb through four levels, so that rounding errors grow with the logarithm of the count.
#include "sum.h"

typedef float f32x8 __attribute__((vector_size(32), aligned(4)));
typedef double f64x4 __attribute__((vector_size(32), aligned(8)));

enum { STREAMS = 4, LEVELS = 4 };

static int64_t ceil_log2(int64_t n) { return n <= 2 ? 1 : 64 - __builtin_clzll((uint64_t)(n - 1)); }

// Vectors travel through memory, not as arguments, since how those are passed differs between the clones. ADD(sum, p)
// adds what is stored at p.
//
// Four sums over `size` rows; row i of stream k is read from in + i * row_step + k * stream_step.
#define CASCADE(NAME, T, V, ADD) \
  NBK_INLINE void NAME(const T *in, int64_t row_step, int64_t stream_step, int64_t size, V sums[STREAMS]) { \
    int64_t power = ceil_log2(size) / LEVELS; \
    if (power < 4) power = 4; \
    int64_t block = (int64_t)1 << power, mask = block - 1; \
    V levels[LEVELS][STREAMS]; \
    memset(levels, 0, sizeof levels); \
    int64_t i = 0; \
    while (i + block <= size) { \
      V s0 = levels[0][0], s1 = levels[0][1], s2 = levels[0][2], s3 = levels[0][3]; \
      for (int64_t end = i + block; i < end; ++i) { \
        const T *row = in + i * row_step; \
        ADD(s0, row); \
        ADD(s1, row + stream_step); \
        ADD(s2, row + 2 * stream_step); \
        ADD(s3, row + 3 * stream_step); \
      } \
      levels[0][0] = s0, levels[0][1] = s1, levels[0][2] = s2, levels[0][3] = s3; \
      for (int level = 1; level < LEVELS; ++level) { \
        for (int k = 0; k < STREAMS; ++k) { \
          levels[level][k] += levels[level - 1][k]; \
          levels[level - 1][k] = (V){0}; \
        } \
        if (i & (mask << (level * power))) break; \
      } \
    } \
    for (; i < size; ++i) \
      for (int k = 0; k < STREAMS; ++k) ADD(levels[0][k], in + i * row_step + k * stream_step); \
    for (int k = 0; k < STREAMS; ++k) { \
      sums[k] = levels[0][k]; \
      for (int level = 1; level < LEVELS; ++level) sums[k] += levels[level][k]; \
    } \
  } \
  /* One sum, its elements dealt out to the four streams. */ \
  NBK_INLINE void NAME##_single(const T *in, int64_t step, int64_t size, V *sum) { \
    V sums[STREAMS]; \
    int64_t rows = size / STREAMS; \
    NAME(in, step * STREAMS, step, rows, sums); \
    for (int64_t i = rows * STREAMS; i < size; ++i) ADD(sums[0], in + i * step); \
    *sum = ((sums[0] + sums[1]) + sums[2]) + sums[3]; \
  }

#define ADD_VALUE(sum, p) ((sum) += *(p))
#define ADD_F32X8(sum, p) ((sum) += *(const f32x8 *)(p))
#define ADD_F64X4(sum, p) ((sum) += *(const f64x4 *)(p))

// Eight 16-bit floats widened; a row sum takes sixteen at a time and adds the halves first.
#define HALVES(NAME, CONVERT) \
  NBK_INLINE void add_eight_##NAME(f32x8 *sum, const uint16_t *p) { \
    f32x8 wide; \
    for (int i = 0; i < 8; ++i) wide[i] = CONVERT(p[i]); \
    *sum += wide; \
  } \
  NBK_INLINE void add_sixteen_##NAME(f32x8 *sum, const uint16_t *p) { \
    f32x8 wide; \
    for (int i = 0; i < 8; ++i) wide[i] = CONVERT(p[i]); \
    add_eight_##NAME(&wide, p + 8); \
    *sum += wide; \
  }
HALVES(f16, nbk_f16_to_f32)
HALVES(bf16, nbk_bf16_to_f32)
#define ADD_F16(sum, p) ((sum) += nbk_f16_to_f32(*(p)))
#define ADD_F16X8(sum, p) add_eight_f16(&(sum), p)
#define ADD_F16X16(sum, p) add_sixteen_f16(&(sum), p)
#define ADD_BF16(sum, p) ((sum) += nbk_bf16_to_f32(*(p)))
#define ADD_BF16X8(sum, p) add_eight_bf16(&(sum), p)
#define ADD_BF16X16(sum, p) add_sixteen_bf16(&(sum), p)

// The same with NaN counted as 0.
typedef int32_t i32x8 __attribute__((vector_size(32)));
typedef int64_t i64x4 __attribute__((vector_size(32)));
NBK_INLINE void add_numbers_f32(f32x8 *sum, const float *p) {
  f32x8 v = *(const f32x8 *)p;
  *sum += (f32x8)((i32x8)v & (v == v));
}
NBK_INLINE void add_numbers_f64(f64x4 *sum, const double *p) {
  f64x4 v = *(const f64x4 *)p;
  *sum += (f64x4)((i64x4)v & (v == v));
}
#define ADD_NUMBER(sum, p) ((sum) += *(p) == *(p) ? *(p) : 0)
#define ADD_NUMBERS_F32(sum, p) add_numbers_f32(&(sum), p)
#define ADD_NUMBERS_F64(sum, p) add_numbers_f64(&(sum), p)

// Every arrangement of a reduction: along rows in vectors, down columns in vectors, or one element at a time.
// T: stored, A: summed in, V: vector of A, WIDE: elements one row load covers, LANES: lanes of V.
#define SUMS(NAME, T, A, V, LANES, WIDE, ADD_ONE, ADD_ROW, ADD_COLUMN) \
  CASCADE(NAME##_one, T, A, ADD_ONE) \
  CASCADE(NAME##_row, T, V, ADD_ROW) \
  CASCADE(NAME##_column, T, V, ADD_COLUMN) \
  NBK_CLONES void nbk_sum_##NAME(int64_t n, int64_t sn, int64_t m, int64_t sm, const T *a, A *out) { \
    if (sm == 1 && m >= WIDE) { \
      for (int64_t i = 0; i < n; ++i) { \
        const T *row = a + i * sn; \
        int64_t vectors = m / WIDE; \
        V lanes; \
        NAME##_row_single(row, WIDE, vectors, &lanes); \
        A total = 0; \
        for (int64_t k = vectors * WIDE; k < m; ++k) ADD_ONE(total, row + k); \
        for (int k = 0; k < LANES; ++k) total += lanes[k]; \
        out[i] = total; \
      } \
      return; \
    } \
    int64_t i = 0; \
    if (sn == 1 && n >= LANES) { \
      for (; i + STREAMS * LANES <= n; i += STREAMS * LANES) \
        NAME##_column(a + i, sm, LANES, m, (V *)(void *)(out + i)); \
      for (; i + LANES <= n; i += LANES) { \
        V lanes; \
        NAME##_column_single(a + i, sm, m, &lanes); \
        memcpy(out + i, &lanes, sizeof lanes); \
      } \
    } else if (sm >= sn) { \
      for (; i + STREAMS <= n; i += STREAMS) NAME##_one(a + i * sn, sm, sn, m, out + i); \
    } \
    for (; i < n; ++i) NAME##_one_single(a + i * sn, sm, m, out + i); \
  }
SUMS(f32, float, float, f32x8, 8, 8, ADD_VALUE, ADD_F32X8, ADD_F32X8)
SUMS(f64, double, double, f64x4, 4, 4, ADD_VALUE, ADD_F64X4, ADD_F64X4)
SUMS(nan_f32, float, float, f32x8, 8, 8, ADD_NUMBER, ADD_NUMBERS_F32, ADD_NUMBERS_F32)
SUMS(nan_f64, double, double, f64x4, 4, 4, ADD_NUMBER, ADD_NUMBERS_F64, ADD_NUMBERS_F64)
SUMS(f16, uint16_t, float, f32x8, 8, 16, ADD_F16, ADD_F16X16, ADD_F16X8)
SUMS(bf16, uint16_t, float, f32x8, 8, 16, ADD_BF16, ADD_BF16X16, ADD_BF16X8)

// Integers: the order does not matter.
#define INTEGER_SUMS(T) \
  NBK_CLONES void nbk_sum_##T(int64_t n, int64_t sn, int64_t m, int64_t sm, const T *a, int64_t *out) { \
    if (sn == 1 && sm != 1) { \
      for (int64_t i = 0; i < n; ++i) out[i] = 0; \
      for (int64_t j = 0; j < m; ++j) { \
        const T *row = a + j * sm; \
        NBK_LOOP(n) out[i] = (int64_t)((uint64_t)out[i] + (uint64_t)row[i]); \
      } \
      return; \
    } \
    for (int64_t i = 0; i < n; ++i) { \
      const T *row = a + i * sn; \
      uint64_t total = 0; \
      if (sm == 1) for (int64_t j = 0; j < m; ++j) total += (uint64_t)row[j]; \
      else for (int64_t j = 0; j < m; ++j) total += (uint64_t)row[j * sm]; \
      out[i] = (int64_t)total; \
    } \
  }
INTEGER_SUMS(uint8_t) INTEGER_SUMS(int8_t) INTEGER_SUMS(int16_t) INTEGER_SUMS(int32_t) INTEGER_SUMS(int64_t)
