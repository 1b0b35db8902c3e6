// Largest and smallest elements, with the place where they are first found. NaN beats everything.
#include "internal.h"

// Along a contiguous run: the value first, in vectors, then the first place that holds it. Down columns: the values
// and places of a block of columns are kept while the rows go by.
#define BEATS(x, best, sense) ((sense ? (x) > (best) : (x) < (best)) || ((x) != (x) && (best) == (best)))

#define EXTREME(T, SENSE, WORD) \
  NBK_INLINE T WORD##_value_##T(int64_t m, const T *a) { \
    enum { LANES = 64 / sizeof(T) }; \
    T best = a[0]; \
    int64_t j = 1; \
    if (m >= 2 * LANES) { \
      T lanes[LANES]; \
      memcpy(lanes, a, sizeof lanes); \
      for (j = LANES; j + LANES <= m; j += LANES) \
        for (int k = 0; k < LANES; ++k) { \
          T x = a[j + k]; \
          bool beats = (SENSE ? x > lanes[k] : x < lanes[k]) | (x != x); \
          lanes[k] = beats ? x : lanes[k]; \
        } \
      best = lanes[0]; \
      for (int k = 1; k < LANES; ++k) if (BEATS(lanes[k], best, SENSE)) best = lanes[k]; \
    } \
    for (; j < m; ++j) if (BEATS(a[j], best, SENSE)) best = a[j]; \
    return best; \
  } \
  NBK_INLINE int64_t WORD##_place_##T(int64_t m, const T *a, T best) { \
    int64_t j = 0; \
    for (; j + 64 <= m; j += 64) { \
      int32_t found = 0; \
      for (int k = 0; k < 64; ++k) found |= best != best ? a[j + k] != a[j + k] : a[j + k] == best; \
      if (found) break; \
    } \
    while (j < m - 1 && !(best != best ? a[j] != a[j] : a[j] == best)) ++j; \
    return j; \
  } \
  NBK_CLONES void nbk_##WORD##_columns_##T(int64_t n, int64_t m, int64_t sm, const T *a, T *best, int32_t *place) { \
    for (int64_t i = 0; i < n; ++i) best[i] = a[i], place[i] = 0; \
    for (int64_t j = 1; j < m; ++j) { \
      const T *row = a + j * sm; \
      int32_t at = (int32_t)j; \
      NBK_LOOP(n) { \
        T x = row[i], y = best[i]; \
        bool beats = (SENSE ? x > y : x < y) | ((x != x) & (y == y)); \
        best[i] = beats ? x : y; \
        place[i] = beats ? at : place[i]; \
      } \
    } \
  } \
  NBK_CLONES void nbk_##WORD##_rows_##T(int64_t n, int64_t sn, int64_t m, int64_t sm, const T *a, T *values, \
                                        int64_t sv, int64_t *indices, int64_t si) { \
    for (int64_t i = 0; i < n; ++i) { \
      const T *run = a + i * sn; \
      T best = run[0]; \
      int64_t place = 0; \
      if (sm == 1) { \
        best = WORD##_value_##T(m, run); \
        if (indices) place = WORD##_place_##T(m, run, best); \
      } else { \
        for (int64_t j = 1; j < m; ++j) { \
          T x = run[j * sm]; \
          if (BEATS(x, best, SENSE)) best = x, place = j; \
        } \
      } \
      if (values) values[i * sv] = best; \
      if (indices) indices[i * si] = place; \
    } \
  } \
  static void WORD##_##T(int64_t n, int64_t sn, int64_t m, int64_t sm, const T *a, T *values, int64_t sv, \
                         int64_t *indices, int64_t si) { \
    if (sn != 1 || sm == 1 || n < 8 || m > INT32_MAX) { \
      nbk_##WORD##_rows_##T(n, sn, m, sm, a, values, sv, indices, si); \
      return; \
    } \
    T best[NBK_BLOCK]; \
    int32_t place[NBK_BLOCK]; \
    for (int64_t i = 0; i < n; i += NBK_BLOCK) { \
      int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK; \
      nbk_##WORD##_columns_##T(count, m, sm, a + i, best, place); \
      for (int64_t k = 0; k < count; ++k) { \
        if (values) values[(i + k) * sv] = best[k]; \
        if (indices) indices[(i + k) * si] = place[k]; \
      } \
    } \
  }
#define BOTH(T) EXTREME(T, 1, largest) EXTREME(T, 0, smallest)
BOTH(uint8_t) BOTH(int8_t) BOTH(int16_t) BOTH(int32_t) BOTH(int64_t) BOTH(float) BOTH(double)

// The order of 16-bit floats is that of the floats they stand for.
static void half_extreme(bool largest, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const uint16_t *a,
                         uint16_t *values, int64_t sv, int64_t *indices, int64_t si) {
  for (int64_t i = 0; i < n; ++i) {
    const uint16_t *run = a + i * sn;
    float best = 0;
    int64_t place = -1;
    for (int64_t j = 0; j < m; ++j) {
      float x = type == NBK_F16 ? nbk_f16_to_f32(run[j * sm]) : nbk_bf16_to_f32(run[j * sm]);
      if (place < 0 || BEATS(x, best, largest)) best = x, place = j;
    }
    if (values) values[i * sv] = run[place * sm];
    if (indices) indices[i * si] = place;
  }
}

#define DISPATCH(T) \
  if (largest) largest_##T(n, sn, m, sm, a, values, sv, indices, si); \
  else smallest_##T(n, sn, m, sm, a, values, sv, indices, si); \
  return NBK_OK;

nbk_status nbk_extreme(bool largest, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a,
                       void *values, int64_t sv, int64_t *indices, int64_t si) {
  if (m <= 0) return NBK_UNSUPPORTED;
  switch (type) {
    case NBK_BOOL: case NBK_U8: DISPATCH(uint8_t)
    case NBK_I8: DISPATCH(int8_t)
    case NBK_I16: DISPATCH(int16_t)
    case NBK_I32: DISPATCH(int32_t)
    case NBK_I64: DISPATCH(int64_t)
    case NBK_F32: DISPATCH(float)
    case NBK_F64: DISPATCH(double)
    case NBK_F16: case NBK_BF16:
      half_extreme(largest, type, n, sn, m, sm, a, values, sv, indices, si);
      return NBK_OK;
  }
  return NBK_UNSUPPORTED;
}
