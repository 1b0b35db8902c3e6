// Conversions between dtypes.
#include "internal.h"

// What x86 makes of a float that does not fit: the smallest integer. The narrow types go through 32 bits (unsigned
// bytes through 64) and keep the low bits of that.
#define TRUNCATING(T, F, LIMIT, SMALLEST) \
  NBK_INLINE T T##_from_##F(F x) { return x >= -(LIMIT) && x < (LIMIT) ? (T)x : SMALLEST; }
TRUNCATING(int32_t, float, 2147483648.0f, INT32_MIN)
TRUNCATING(int32_t, double, 2147483648.0, INT32_MIN)
TRUNCATING(int64_t, float, 9223372036854775808.0f, INT64_MIN)
TRUNCATING(int64_t, double, 9223372036854775808.0, INT64_MIN)

#define CAST(NAME, FROM, TO, EXPR) \
  NBK_CLONES void nbk_cast_##NAME(int64_t n, TO *out, const FROM *a) { \
    NBK_LOOP(n) { FROM x = a[i]; out[i] = (TO)(EXPR); } \
  }
#define CASTS_FROM_INT(F) \
  CAST(F##_bool, F, uint8_t, x != 0) \
  CAST(F##_8, F, uint8_t, x) CAST(F##_16, F, uint16_t, x) CAST(F##_32, F, uint32_t, x) CAST(F##_64, F, int64_t, x) \
  CAST(F##_float, F, float, x) CAST(F##_double, F, double, x)
#define CASTS_FROM_FLOAT(F) \
  CAST(F##_bool, F, uint8_t, x != 0) \
  CAST(F##_u8, F, uint8_t, int64_t_from_##F(x)) CAST(F##_8, F, uint8_t, int32_t_from_##F(x)) \
  CAST(F##_16, F, uint16_t, int32_t_from_##F(x)) CAST(F##_32, F, uint32_t, int32_t_from_##F(x)) \
  CAST(F##_64, F, int64_t, int64_t_from_##F(x)) \
  CAST(F##_float, F, float, x) CAST(F##_double, F, double, x)
CASTS_FROM_INT(uint8_t) CASTS_FROM_INT(int8_t) CASTS_FROM_INT(int16_t) CASTS_FROM_INT(int32_t) CASTS_FROM_INT(int64_t)
CASTS_FROM_FLOAT(float) CASTS_FROM_FLOAT(double)

#define TO_COMMON(F, U8) \
  switch (to) { \
    case NBK_BOOL: nbk_cast_##F##_bool(n, out, a); return; \
    case NBK_U8: nbk_cast_##F##_##U8(n, out, a); return; \
    case NBK_I8: nbk_cast_##F##_8(n, out, a); return; \
    case NBK_I16: nbk_cast_##F##_16(n, out, a); return; \
    case NBK_I32: nbk_cast_##F##_32(n, out, a); return; \
    case NBK_I64: nbk_cast_##F##_64(n, out, a); return; \
    case NBK_F32: nbk_cast_##F##_float(n, out, a); return; \
    case NBK_F64: nbk_cast_##F##_double(n, out, a); return; \
    default: return; \
  }

// Contiguous runs of anything but the 16-bit floats.
static void cast_run(nbk_dtype to, void *out, nbk_dtype from, const void *a, int64_t n) {
  switch (from) {
    case NBK_BOOL: case NBK_U8: TO_COMMON(uint8_t, 8) return;
    case NBK_I8: TO_COMMON(int8_t, 8) return;
    case NBK_I16: TO_COMMON(int16_t, 8) return;
    case NBK_I32: TO_COMMON(int32_t, 8) return;
    case NBK_I64: TO_COMMON(int64_t, 8) return;
    case NBK_F32: TO_COMMON(float, u8) return;
    case NBK_F64: TO_COMMON(double, u8) return;
    default: return;
  }
}

nbk_status nbk_cast(nbk_dtype to, void *out, int64_t so, nbk_dtype from, const void *a, int64_t sa, int64_t n) {
  int64_t out_size = nbk_size(to), size = nbk_size(from);
  if (to == from) return nbk_copy(size, n, out, so, a, sa);
  bool half_from = nbk_is_half(from), half_to = nbk_is_half(to);
  if (n == 1) so = sa = 1;
  if (!half_from && !half_to && so == 1 && sa == 1) {
    cast_run(to, out, from, a, n);
    return NBK_OK;
  }
  uint64_t in_block[NBK_BLOCK], out_block[NBK_BLOCK];
  for (int64_t i = 0; i < n; i += NBK_BLOCK) {
    int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK;
    const void *source = nbk_at(a, size, i * sa);
    void *target = nbk_to(out, out_size, i * so);
    if (half_from) {
      nbk_widen(from, count, (float *)in_block, source, sa);
      source = in_block;
    } else if (sa != 1) {
      nbk_copy(size, count, in_block, 1, source, sa);
      source = in_block;
    }
    nbk_dtype middle = half_from ? NBK_F32 : from;
    if (half_to) {
      if (middle != NBK_F32) cast_run(NBK_F32, out_block, middle, source, count);
      nbk_narrow(to, count, target, so, middle == NBK_F32 ? source : (void *)out_block);
    } else if (so == 1) {
      if (middle == to) memcpy(target, source, (size_t)(count * out_size));
      else cast_run(to, target, middle, source, count);
    } else {
      if (middle == to) memcpy(out_block, source, (size_t)(count * out_size));
      else cast_run(to, out_block, middle, source, count);
      nbk_copy(out_size, count, target, so, out_block, 1);
    }
  }
  return NBK_OK;
}
