// One-operand operations on integers and bool.
#include "unary.h"

#define EACH(EXPR) NBK_LOOP(n) { T x = a[i]; out[i] = (T)(EXPR); } return NBK_OK;

#define UNARY(NAME, U) \
  NBK_CLONES nbk_status nbk_unary_##NAME(nbk_unary_op op, int64_t n, NAME *out, const NAME *a) { \
    typedef NAME T; \
    switch (op) { \
      case NBK_NEG: EACH(0 - (U)x) \
      case NBK_ABS: EACH(x < 0 ? 0 - (U)x : (U)x) \
      case NBK_SIGN: EACH((x > 0) - (x < 0)) \
      case NBK_SQUARE: EACH((U)x * (U)x) \
      case NBK_RELU: EACH(x > 0 ? x : 0) \
      case NBK_BIT_NOT: EACH(~x) \
      case NBK_FLOOR: case NBK_CEIL: case NBK_ROUND: case NBK_TRUNC: EACH(x) \
      default: return NBK_UNSUPPORTED; \
    } \
  }
UNARY(uint8_t, uint32_t)
UNARY(int8_t, uint32_t)
UNARY(int16_t, uint32_t)
UNARY(int32_t, uint32_t)
UNARY(int64_t, uint64_t)

static nbk_status unary_bool(nbk_unary_op op, int64_t n, uint8_t *out, const uint8_t *a) {
  typedef uint8_t T;
  switch (op) {
    case NBK_BIT_NOT: EACH(x == 0)
    case NBK_ABS: EACH(x)
    default: return NBK_UNSUPPORTED;
  }
}

nbk_status nbk_unary_integer(nbk_unary_op op, nbk_dtype type, int64_t n, void *out, const void *a) {
  switch (type) {
    case NBK_BOOL: return unary_bool(op, n, out, a);
    case NBK_U8: return nbk_unary_uint8_t(op, n, out, a);
    case NBK_I8: return nbk_unary_int8_t(op, n, out, a);
    case NBK_I16: return nbk_unary_int16_t(op, n, out, a);
    case NBK_I32: return nbk_unary_int32_t(op, n, out, a);
    case NBK_I64: return nbk_unary_int64_t(op, n, out, a);
    default: return NBK_UNSUPPORTED;
  }
}
