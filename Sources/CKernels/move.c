// Data movement: nothing here looks at values, so only the element size matters.
#include "internal.h"

#define FILL(T) \
  static void fill_##T(int64_t n, T *out, int64_t so, const void *value) { \
    T v; \
    memcpy(&v, value, sizeof v); \
    if (so == 1) for (int64_t i = 0; i < n; ++i) out[i] = v; \
    else for (int64_t i = 0; i < n; ++i) out[i * so] = v; \
  }
FILL(uint8_t) FILL(uint16_t) FILL(uint32_t) FILL(uint64_t)

nbk_status nbk_fill(int64_t size, int64_t n, void *out, int64_t so, const void *value) {
  switch (size) {
    case 1:
      if (so == 1 && n > 0) memset(out, *(const uint8_t *)value, (size_t)n);
      else fill_uint8_t(n, out, so, value);
      return NBK_OK;
    case 2: fill_uint16_t(n, out, so, value); return NBK_OK;
    case 4: fill_uint32_t(n, out, so, value); return NBK_OK;
    case 8: fill_uint64_t(n, out, so, value); return NBK_OK;
    default: return NBK_UNSUPPORTED;
  }
}

#define COPY(T) \
  static void copy_##T(int64_t n, T *out, int64_t so, const T *a, int64_t sa) { \
    if (so == 1) for (int64_t i = 0; i < n; ++i) out[i] = a[i * sa]; \
    else if (sa == 1) for (int64_t i = 0; i < n; ++i) out[i * so] = a[i]; \
    else for (int64_t i = 0; i < n; ++i) out[i * so] = a[i * sa]; \
  }
COPY(uint8_t) COPY(uint16_t) COPY(uint32_t) COPY(uint64_t)

nbk_status nbk_copy(int64_t size, int64_t n, void *out, int64_t so, const void *a, int64_t sa) {
  if (n <= 0) return NBK_OK;
  if (so == 1 && sa == 1) {
    memmove(out, a, (size_t)(n * size));
    return NBK_OK;
  }
  if (sa == 0) return nbk_fill(size, n, out, so, a);
  switch (size) {
    case 1: copy_uint8_t(n, out, so, a, sa); return NBK_OK;
    case 2: copy_uint16_t(n, out, so, a, sa); return NBK_OK;
    case 4: copy_uint32_t(n, out, so, a, sa); return NBK_OK;
    case 8: copy_uint64_t(n, out, so, a, sa); return NBK_OK;
    default: return NBK_UNSUPPORTED;
  }
}

// Tiles of 16 x 16 keep the lines of both matrices in the nearest cache while a tile is turned.
enum { TILE = 16 };

#define TRANSPOSE(T) \
  NBK_INLINE void turn_##T(int64_t rows, int64_t cols, T *restrict out, int64_t ldo, const T *restrict a, \
                           int64_t lda) { \
    for (int64_t c = 0; c < cols; ++c) \
      for (int64_t r = 0; r < rows; ++r) out[r * ldo + c] = a[c * lda + r]; \
  } \
  NBK_CLONES void nbk_transpose_##T(int64_t rows, int64_t cols, T *out, int64_t ldo, const T *a, int64_t lda) { \
    for (int64_t r = 0; r < rows; r += TILE) \
      for (int64_t c = 0; c < cols; c += TILE) { \
        T *to = out + r * ldo + c; \
        const T *from = a + c * lda + r; \
        if (rows - r >= TILE && cols - c >= TILE) { \
          T tile[TILE][TILE]; \
          for (int y = 0; y < TILE; ++y) memcpy(tile[y], from + y * lda, sizeof tile[y]); \
          for (int x = 0; x < TILE; ++x) { \
            T line[TILE]; \
            for (int y = 0; y < TILE; ++y) line[y] = tile[y][x]; \
            memcpy(to + x * ldo, line, sizeof line); \
          } \
        } else { \
          turn_##T(rows - r < TILE ? rows - r : TILE, cols - c < TILE ? cols - c : TILE, to, ldo, from, lda); \
        } \
      } \
  }
TRANSPOSE(uint8_t) TRANSPOSE(uint16_t) TRANSPOSE(uint32_t) TRANSPOSE(uint64_t)

nbk_status nbk_transpose(int64_t size, int64_t rows, int64_t cols, void *out, int64_t ldo, const void *a, int64_t lda) {
  switch (size) {
    case 1: nbk_transpose_uint8_t(rows, cols, out, ldo, a, lda); return NBK_OK;
    case 2: nbk_transpose_uint16_t(rows, cols, out, ldo, a, lda); return NBK_OK;
    case 4: nbk_transpose_uint32_t(rows, cols, out, ldo, a, lda); return NBK_OK;
    case 8: nbk_transpose_uint64_t(rows, cols, out, ldo, a, lda); return NBK_OK;
    default: return NBK_UNSUPPORTED;
  }
}

nbk_status nbk_gather_rows(int64_t size, int64_t n, int64_t width, void *out, const void *table, int64_t count,
                           const int64_t *index, int64_t si) {
  int64_t bytes = size * width;
  for (int64_t i = 0; i < n; ++i) {
    int64_t row = index[i * si];
    if (row < 0 || row >= count) return NBK_UNSUPPORTED;
    if (bytes == 4) memcpy((char *)out + i * 4, (const char *)table + row * 4, 4);
    else if (bytes == 8) memcpy((char *)out + i * 8, (const char *)table + row * 8, 8);
    else memcpy((char *)out + i * bytes, (const char *)table + row * bytes, (size_t)bytes);
  }
  return NBK_OK;
}
