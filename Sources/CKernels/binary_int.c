// Two-operand arithmetic of integers and bool. Sums wrap, so they are formed unsigned.
#include "binary.h"

// -1 is divided by negating, so that the smallest integer over -1 wraps instead of trapping.
#define DIVISION(T, U) \
  NBK_INLINE T trunc_div_##T(T x, T y) { return (T)-1 < 0 && y == (T)-1 ? (T)(0 - (U)x) : (T)(x / y); } \
  NBK_INLINE T fmod_##T(T x, T y) { return (T)-1 < 0 && y == (T)-1 ? 0 : (T)(x % y); } \
  NBK_INLINE T remainder_##T(T x, T y) { \
    T rest = fmod_##T(x, y); \
    return rest != 0 && (rest < 0) != (y < 0) ? (T)(rest + y) : rest; \
  } \
  NBK_INLINE T floor_div_##T(T x, T y) { \
    T rest = fmod_##T(x, y), quotient = trunc_div_##T(x, y); \
    return rest != 0 && (rest < 0) != (y < 0) ? (T)(quotient - 1) : quotient; \
  } \
  NBK_INLINE T pow_##T(T x, T y) { \
    if (y < 0) return x == 1 ? 1 : x == (T)-1 ? (y & 1 ? (T)-1 : 1) : 0; \
    U result = 1, base = (U)x; \
    for (U left = (U)y; left; left >>= 1) { \
      if (left & 1) result = (U)(result * base); \
      base = (U)(base * base); \
    } \
    return (T)result; \
  } \
  NBK_INLINE T shl_##T(T x, T y) { return y < 0 || y >= (T)(8 * sizeof(T)) ? 0 : (T)((U)x << y); } \
  NBK_INLINE T shr_##T(T x, T y) { \
    T most = (T)(8 * sizeof(T) - ((T)-1 < 0)); \
    return (T)(x >> (y < 0 || y >= most ? most : y)); \
  } \
  static bool has_zero_##T(nbk_form form, int64_t n, const T *b) { \
    if (form == NBK_VS) return *b == 0; \
    bool found = false; \
    for (int64_t i = 0; i < n; ++i) found |= b[i] == 0; \
    return found; \
  }
// Arithmetic narrower than int is done in unsigned int: multiplying two uint16_t as int could overflow.
DIVISION(uint8_t, uint32_t)
DIVISION(int8_t, uint32_t)
DIVISION(int16_t, uint32_t)
DIVISION(int32_t, uint32_t)
DIVISION(int64_t, uint64_t)

#define FORMS(T, EXPR) NBK_FORMS(T, T, EXPR) return NBK_OK;
#define DIVIDING(T, EXPR) \
  if (has_zero_##T(form, n, b)) return NBK_ZERO_DIVISION; \
  FORMS(T, EXPR)

#define INTEGER(T, U) \
  NBK_CLONES nbk_status nbk_binary_##T(int32_t op, nbk_form form, int64_t n, T *out, const T *a, const T *b) { \
    switch ((nbk_binary_op)op) { \
      case NBK_ADD: FORMS(T, (U)x + (U)y) \
      case NBK_SUB: FORMS(T, (U)x - (U)y) \
      case NBK_MUL: FORMS(T, (U)x * (U)y) \
      case NBK_FLOOR_DIV: DIVIDING(T, floor_div_##T(x, y)) \
      case NBK_TRUNC_DIV: DIVIDING(T, trunc_div_##T(x, y)) \
      case NBK_REMAINDER: DIVIDING(T, remainder_##T(x, y)) \
      case NBK_FMOD: DIVIDING(T, fmod_##T(x, y)) \
      case NBK_POW: FORMS(T, pow_##T(x, y)) \
      case NBK_MAXIMUM: case NBK_FMAX: FORMS(T, x > y ? x : y) \
      case NBK_MINIMUM: case NBK_FMIN: FORMS(T, x < y ? x : y) \
      case NBK_BIT_AND: FORMS(T, x & y) \
      case NBK_BIT_OR: FORMS(T, x | y) \
      case NBK_BIT_XOR: FORMS(T, x ^ y) \
      case NBK_SHL: FORMS(T, shl_##T(x, y)) \
      case NBK_SHR: FORMS(T, shr_##T(x, y)) \
      default: return NBK_UNSUPPORTED; \
    } \
  }
INTEGER(uint8_t, uint32_t)
INTEGER(int8_t, uint32_t)
INTEGER(int16_t, uint32_t)
INTEGER(int32_t, uint32_t)
INTEGER(int64_t, uint64_t)

NBK_CLONES nbk_status nbk_binary_bool(int32_t op, nbk_form form, int64_t n, uint8_t *out, const uint8_t *a,
                                      const uint8_t *b) {
  switch ((nbk_binary_op)op) {
    case NBK_ADD: case NBK_BIT_OR: case NBK_MAXIMUM: case NBK_FMAX: FORMS(uint8_t, x | y)
    case NBK_MUL: case NBK_BIT_AND: case NBK_MINIMUM: case NBK_FMIN: FORMS(uint8_t, x & y)
    case NBK_BIT_XOR: FORMS(uint8_t, x ^ y)
    default: return NBK_UNSUPPORTED;
  }
}
