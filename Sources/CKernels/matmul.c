// Matrix products for small, tall and thin shapes, where the set-up of a general library costs more than the work.
#include "internal.h"

// A panel of 16 columns of b is packed once per 256 steps of k and then meets six rows of a at a time: twelve vector
// accumulators, which is what sixteen registers can hold.
enum { ROWS = 6, COLUMNS = 16, DEPTH = 256 };

#define PANEL(T) \
  typedef T vec_##T __attribute__((vector_size(COLUMNS * sizeof(T)), aligned(sizeof(T)))); \
  NBK_INLINE void pack_##T(T *panel, int64_t depth, int64_t width, const T *b, int64_t rb, int64_t cb) { \
    for (int64_t p = 0; p < depth; ++p) { \
      T *row = panel + p * COLUMNS; \
      const T *from = b + p * rb; \
      if (width == COLUMNS && cb == 1) { \
        memcpy(row, from, COLUMNS * sizeof(T)); \
      } else { \
        for (int64_t j = 0; j < width; ++j) row[j] = from[j * cb]; \
        for (int64_t j = width; j < COLUMNS; ++j) row[j] = 0; \
      } \
    } \
  } \
  NBK_INLINE void store_##T(T *c, int64_t width, const vec_##T *sum, bool accumulate) { \
    if (width == COLUMNS) { \
      *(vec_##T *)c = accumulate ? *(vec_##T *)c + *sum : *sum; \
    } else { \
      for (int64_t j = 0; j < width; ++j) c[j] = accumulate ? c[j] + (*sum)[j] : (*sum)[j]; \
    } \
  } \
  NBK_CLONES void nbk_panel_##T(int64_t m, int64_t depth, int64_t width, const T *a, int64_t ra, int64_t ca, \
                                const T *panel, T *c, int64_t ldc, bool accumulate) { \
    _Pragma("clang fp contract(fast)") \
    int64_t i = 0; \
    for (; i + ROWS <= m; i += ROWS) { \
      const T *rows = a + i * ra; \
      vec_##T s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0}, s4 = {0}, s5 = {0}; \
      for (int64_t p = 0; p < depth; ++p) { \
        vec_##T line = *(const vec_##T *)(panel + p * COLUMNS); \
        const T *x = rows + p * ca; \
        s0 = s0 + line * x[0]; \
        s1 = s1 + line * x[ra]; \
        s2 = s2 + line * x[2 * ra]; \
        s3 = s3 + line * x[3 * ra]; \
        s4 = s4 + line * x[4 * ra]; \
        s5 = s5 + line * x[5 * ra]; \
      } \
      T *to = c + i * ldc; \
      store_##T(to, width, &s0, accumulate); \
      store_##T(to + ldc, width, &s1, accumulate); \
      store_##T(to + 2 * ldc, width, &s2, accumulate); \
      store_##T(to + 3 * ldc, width, &s3, accumulate); \
      store_##T(to + 4 * ldc, width, &s4, accumulate); \
      store_##T(to + 5 * ldc, width, &s5, accumulate); \
    } \
    for (; i < m; ++i) { \
      vec_##T sum = {0}; \
      for (int64_t p = 0; p < depth; ++p) sum = sum + *(const vec_##T *)(panel + p * COLUMNS) * a[i * ra + p * ca]; \
      store_##T(c + i * ldc, width, &sum, accumulate); \
    } \
  } \
  NBK_CLONES void nbk_pack_##T(T *panel, int64_t depth, int64_t width, const T *b, int64_t rb, int64_t cb) { \
    pack_##T(panel, depth, width, b, rb, cb); \
  } \
  /* y (stride sy) = a @ x: dot products where rows of a are contiguous, sums of columns where those are. */ \
  NBK_CLONES void nbk_vector_##T(int64_t m, int64_t k, const T *a, int64_t ra, int64_t ca, const T *x, int64_t sx, \
                                 T *y, int64_t sy, bool accumulate) { \
    _Pragma("clang fp contract(fast)") \
    if (ra == 1 && ca != 1 && sy == 1) { \
      if (!accumulate) for (int64_t i = 0; i < m; ++i) y[i] = 0; \
      for (int64_t p = 0; p < k; ++p) { \
        T factor = x[p * sx]; \
        const T *column = a + p * ca; \
        NBK_LOOP(m) y[i] = y[i] + column[i] * factor; \
      } \
      return; \
    } \
    for (int64_t i = 0; i < m; ++i) { \
      const T *row = a + i * ra; \
      T total = 0; \
      int64_t p = 0; \
      if (ca == 1 && sx == 1) { \
        vec_##T s0 = {0}, s1 = {0}; \
        for (; p + 2 * COLUMNS <= k; p += 2 * COLUMNS) { \
          s0 = s0 + *(const vec_##T *)(row + p) * *(const vec_##T *)(x + p); \
          s1 = s1 + *(const vec_##T *)(row + p + COLUMNS) * *(const vec_##T *)(x + p + COLUMNS); \
        } \
        s0 += s1; \
        for (int width = COLUMNS / 2; width > 0; width /= 2) \
          for (int j = 0; j < width; ++j) s0[j] += s0[j + width]; \
        total = s0[0]; \
      } \
      for (; p < k; ++p) total = total + row[p * ca] * x[p * sx]; \
      y[i * sy] = accumulate ? y[i * sy] + total : total; \
    } \
  } \
  static void product_##T(int64_t m, int64_t n, int64_t k, const T *a, int64_t ra, int64_t ca, const T *b, int64_t rb, \
                          int64_t cb, T *c, int64_t ldc, bool accumulate) { \
    if (n == 1) { \
      nbk_vector_##T(m, k, a, ra, ca, b, rb, c, ldc, accumulate); \
      return; \
    } \
    if (m == 1) { \
      nbk_vector_##T(n, k, b, cb, rb, a, ca, c, 1, accumulate); \
      return; \
    } \
    T panel[DEPTH * COLUMNS] __attribute__((aligned(64))); \
    for (int64_t p = 0; p < k || (p == 0 && k == 0); p += DEPTH) { \
      int64_t depth = k - p < DEPTH ? k - p : DEPTH; \
      for (int64_t j = 0; j < n; j += COLUMNS) { \
        int64_t width = n - j < COLUMNS ? n - j : COLUMNS; \
        nbk_pack_##T(panel, depth, width, b + p * rb + j * cb, rb, cb); \
        nbk_panel_##T(m, depth, width, a + p * ca, ra, ca, panel, c + j, ldc, accumulate || p > 0); \
      } \
    } \
  }
PANEL(float)
PANEL(double)

#define PLAIN(T, U) \
  static void product_##T(int64_t m, int64_t n, int64_t k, const T *a, int64_t ra, int64_t ca, const T *b, int64_t rb, \
                          int64_t cb, T *c, int64_t ldc, bool accumulate) { \
    for (int64_t i = 0; i < m; ++i) { \
      T *row = c + i * ldc; \
      if (!accumulate) for (int64_t j = 0; j < n; ++j) row[j] = 0; \
      for (int64_t p = 0; p < k; ++p) { \
        U x = (U)a[i * ra + p * ca]; \
        const T *from = b + p * rb; \
        for (int64_t j = 0; j < n; ++j) row[j] = (T)((U)row[j] + x * (U)from[j * cb]); \
      } \
    } \
  }
PLAIN(uint8_t, uint32_t) PLAIN(uint16_t, uint32_t) PLAIN(uint32_t, uint32_t) PLAIN(uint64_t, uint64_t)

// 16-bit floats are summed in float and rounded once.
static void product_half(nbk_dtype type, int64_t m, int64_t n, int64_t k, const uint16_t *a, int64_t ra, int64_t ca,
                         const uint16_t *b, int64_t rb, int64_t cb, uint16_t *c, int64_t ldc, bool accumulate) {
  for (int64_t i = 0; i < m; ++i)
    for (int64_t j = 0; j < n; ++j) {
      float total = 0, x[NBK_BLOCK], y[NBK_BLOCK];
      if (accumulate) nbk_widen(type, 1, &total, c + i * ldc + j, 1);
      for (int64_t p = 0; p < k; p += NBK_BLOCK) {
        int64_t depth = k - p < NBK_BLOCK ? k - p : NBK_BLOCK;
        nbk_widen(type, depth, x, a + i * ra + p * ca, ca);
        nbk_widen(type, depth, y, b + p * rb + j * cb, rb);
        float part;
        nbk_vector_float(1, depth, x, 0, 1, y, 1, &part, 1, false);
        total += part;
      }
      nbk_narrow(type, 1, c + i * ldc + j, 1, &total);
    }
}

#define CALL(T) \
  product_##T(m, n, k, a, ra, ca, b, rb, cb, c, ldc, accumulate); \
  return NBK_OK;

nbk_status nbk_matmul(nbk_dtype type, int64_t m, int64_t n, int64_t k, const void *a, int64_t ra, int64_t ca,
                      const void *b, int64_t rb, int64_t cb, void *c, int64_t ldc, bool accumulate) {
  switch (type) {
    case NBK_F32: CALL(float)
    case NBK_F64: CALL(double)
    case NBK_U8: case NBK_I8: CALL(uint8_t)
    case NBK_I16: CALL(uint16_t)
    case NBK_I32: CALL(uint32_t)
    case NBK_I64: CALL(uint64_t)
    case NBK_F16: case NBK_BF16:
      product_half(type, m, n, k, a, ra, ca, b, rb, cb, c, ldc, accumulate);
      return NBK_OK;
    default: return NBK_UNSUPPORTED;
  }
}

nbk_status nbk_dot(nbk_dtype type, int64_t n, const void *a, int64_t sa, const void *b, int64_t sb, void *out) {
  return nbk_matmul(type, 1, 1, n, a, 0, sa, b, sb, 1, out, 1, false);
}
