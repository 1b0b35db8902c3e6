// Choices between elements: by a mask, or by limits.
#include "internal.h"

// The contiguous forms with either side one repeated value carry the vector code.
#define WHERE(T) \
  NBK_CLONES void nbk_where_##T(int64_t n, T *out, int64_t so, const uint8_t *mask, int64_t sm, const T *a, \
                                int64_t sa, const T *b, int64_t sb) { \
    if (so == 1 && sm == 1 && sa == 1 && sb == 1) { \
      NBK_LOOP(n) { T x = a[i], y = b[i]; out[i] = mask[i] ? x : y; } \
    } else if (so == 1 && sm == 1 && sa == 1 && sb == 0) { \
      T y = *b; \
      NBK_LOOP(n) { T x = a[i]; out[i] = mask[i] ? x : y; } \
    } else if (so == 1 && sm == 1 && sa == 0 && sb == 1) { \
      T x = *a; \
      NBK_LOOP(n) { T y = b[i]; out[i] = mask[i] ? x : y; } \
    } else if (so == 1 && sm == 1 && sa == 0 && sb == 0) { \
      T x = *a, y = *b; \
      NBK_LOOP(n) out[i] = mask[i] ? x : y; \
    } else { \
      for (int64_t i = 0; i < n; ++i) out[i * so] = mask[i * sm] ? a[i * sa] : b[i * sb]; \
    } \
  }
WHERE(uint8_t) WHERE(uint16_t) WHERE(uint32_t) WHERE(uint64_t)

nbk_status nbk_where(int64_t size, int64_t n, void *out, int64_t so, const uint8_t *mask, int64_t sm, const void *a,
                     int64_t sa, const void *b, int64_t sb) {
  if (n <= 0) return NBK_OK;
  switch (size) {
    case 1: nbk_where_uint8_t(n, out, so, mask, sm, a, sa, b, sb); return NBK_OK;
    case 2: nbk_where_uint16_t(n, out, so, mask, sm, a, sa, b, sb); return NBK_OK;
    case 4: nbk_where_uint32_t(n, out, so, mask, sm, a, sa, b, sb); return NBK_OK;
    case 8: nbk_where_uint64_t(n, out, so, mask, sm, a, sa, b, sb); return NBK_OK;
    default: return NBK_UNSUPPORTED;
  }
}

nbk_status nbk_masked_fill(int64_t size, int64_t n, void *out, int64_t so, const uint8_t *mask, int64_t sm,
                           const void *value) {
  return nbk_where(size, n, out, so, mask, sm, value, 0, out, so);
}

// NaN compares false with everything, so an element that is NaN passes through and a NaN limit is tested for.
#define CLAMP(T) \
  NBK_CLONES void nbk_clamp_##T(int64_t n, T *out, const T *a, const T *low, const T *high) { \
    if (low && high) { \
      T lo = *low, hi = *high; \
      NBK_LOOP(n) { \
        T x = a[i]; \
        x = x < lo || lo != lo ? lo : x; \
        out[i] = x > hi || hi != hi ? hi : x; \
      } \
    } else if (low) { \
      T lo = *low; \
      NBK_LOOP(n) { T x = a[i]; out[i] = x < lo || lo != lo ? lo : x; } \
    } else { \
      T hi = *high; \
      NBK_LOOP(n) { T x = a[i]; out[i] = x > hi || hi != hi ? hi : x; } \
    } \
  }
CLAMP(uint8_t) CLAMP(int8_t) CLAMP(int16_t) CLAMP(int32_t) CLAMP(int64_t) CLAMP(float) CLAMP(double)

static nbk_status clamp_run(nbk_dtype type, int64_t n, void *out, const void *a, const void *low, const void *high) {
  switch (type) {
    case NBK_U8: nbk_clamp_uint8_t(n, out, a, low, high); return NBK_OK;
    case NBK_I8: nbk_clamp_int8_t(n, out, a, low, high); return NBK_OK;
    case NBK_I16: nbk_clamp_int16_t(n, out, a, low, high); return NBK_OK;
    case NBK_I32: nbk_clamp_int32_t(n, out, a, low, high); return NBK_OK;
    case NBK_I64: nbk_clamp_int64_t(n, out, a, low, high); return NBK_OK;
    case NBK_F32: nbk_clamp_float(n, out, a, low, high); return NBK_OK;
    case NBK_F64: nbk_clamp_double(n, out, a, low, high); return NBK_OK;
    default: return NBK_UNSUPPORTED;
  }
}

nbk_status nbk_clamp(nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa, const void *low,
                     const void *high) {
  if (type == NBK_BOOL) return NBK_UNSUPPORTED;
  int64_t size = nbk_size(type);
  if (!low && !high) return nbk_copy(size, n, out, so, a, sa);
  if (!nbk_is_half(type) && (n == 1 || (so == 1 && sa == 1))) return clamp_run(type, n, out, a, low, high);
  float lo = 0, hi = 0;
  if (nbk_is_half(type)) {
    if (low) nbk_widen(type, 1, &lo, low, 1);
    if (high) nbk_widen(type, 1, &hi, high, 1);
  }
  for (int64_t i = 0; i < n; i += NBK_BLOCK) {
    int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK;
    uint64_t block[NBK_BLOCK];
    if (nbk_is_half(type)) {
      nbk_widen(type, count, (float *)block, nbk_at(a, size, i * sa), sa);
      nbk_clamp_float(count, (float *)block, (float *)block, low ? &lo : NULL, high ? &hi : NULL);
      nbk_narrow(type, count, nbk_to(out, size, i * so), so, (float *)block);
    } else {
      nbk_copy(size, count, block, 1, nbk_at(a, size, i * sa), sa);
      clamp_run(type, count, block, block, low, high);
      nbk_copy(size, count, nbk_to(out, size, i * so), so, block, 1);
    }
  }
  return NBK_OK;
}
