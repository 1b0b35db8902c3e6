// One-operand operations: dispatch over dtypes and strides.
#include "unary.h"

static nbk_status run_unary(nbk_unary_op op, nbk_dtype type, int64_t n, void *out, const void *a) {
  switch (type) {
    case NBK_F32: return nbk_unary_float(op, n, out, a);
    case NBK_F64: return nbk_unary_double(op, n, out, a);
    default: return nbk_unary_integer(op, type, n, out, a);
  }
}

nbk_status nbk_unary(nbk_unary_op op, nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa) {
  bool half = nbk_is_half(type);
  if (n <= 0) return NBK_OK;
  if (!half && (n == 1 || (so == 1 && sa == 1))) return run_unary(op, type, n, out, a);
  int64_t size = nbk_size(type);
  uint64_t block[NBK_BLOCK];
  for (int64_t i = 0; i < n; i += NBK_BLOCK) {
    int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK;
    const void *from = nbk_at(a, size, i * sa);
    void *to = nbk_to(out, size, i * so);
    if (half) nbk_widen(type, count, (float *)block, from, sa);
    else nbk_copy(size, count, block, 1, from, sa);
    nbk_status status = run_unary(op, half ? NBK_F32 : type, count, block, block);
    if (status != NBK_OK) return status;
    if (half) nbk_narrow(type, count, to, so, (float *)block);
    else nbk_copy(size, count, to, so, block, 1);
  }
  return NBK_OK;
}

#define EACH(EXPR) for (int64_t i = 0; i < n; ++i) { T x = a[i]; out[i] = (EXPR); } return NBK_OK;

// Not a number, an infinity: told apart by comparisons that also hold for integers, which are neither.
#define TEST(NAME) \
  NBK_CLONES nbk_status nbk_test_##NAME(nbk_test_op op, int64_t n, uint8_t *restrict out, const NAME *restrict a) { \
    typedef NAME T; \
    switch (op) { \
      case NBK_IS_NAN: EACH(x != x) \
      case NBK_IS_INF: EACH(x == x && x - x != x - x) \
      case NBK_IS_FINITE: EACH(x - x == x - x) \
      case NBK_LOGICAL_NOT: EACH(x == 0) \
      default: return NBK_UNSUPPORTED; \
    } \
  }
TEST(uint8_t) TEST(int16_t) TEST(int32_t) TEST(int64_t) TEST(float) TEST(double)

// The sign bit is the highest bit of the last byte.
static nbk_status sign_bits(nbk_dtype type, int64_t size, int64_t n, uint8_t *out, int64_t so, const void *a,
                            int64_t sa) {
  bool has_sign = type != NBK_BOOL && type != NBK_U8;
  const uint8_t *bytes = a;
  for (int64_t i = 0; i < n; ++i) out[i * so] = has_sign ? bytes[(i * sa + 1) * size - 1] >> 7 : 0;
  return NBK_OK;
}

static nbk_status run_test(nbk_test_op op, nbk_dtype type, int64_t n, uint8_t *out, const void *a) {
  switch (type) {
    case NBK_BOOL: case NBK_U8: case NBK_I8: return nbk_test_uint8_t(op, n, out, a);
    case NBK_I16: return nbk_test_int16_t(op, n, out, a);
    case NBK_I32: return nbk_test_int32_t(op, n, out, a);
    case NBK_I64: return nbk_test_int64_t(op, n, out, a);
    case NBK_F32: return nbk_test_float(op, n, out, a);
    case NBK_F64: return nbk_test_double(op, n, out, a);
    default: return NBK_UNSUPPORTED;
  }
}

nbk_status nbk_test(nbk_test_op op, nbk_dtype type, int64_t n, uint8_t *out, int64_t so, const void *a, int64_t sa) {
  int64_t size = nbk_size(type);
  bool half = nbk_is_half(type);
  if (op == NBK_SIGN_BIT) return sign_bits(type, size, n, out, so, a, sa);
  uint64_t block[NBK_BLOCK];
  uint8_t answers[NBK_BLOCK];
  for (int64_t i = 0; i < n; i += NBK_BLOCK) {
    int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK;
    const void *from = nbk_at(a, size, i * sa);
    if (half) nbk_widen(type, count, (float *)block, from, sa);
    else if (sa != 1) nbk_copy(size, count, block, 1, from, sa);
    nbk_status status = run_test(op, half ? NBK_F32 : type, count, answers, half || sa != 1 ? block : from);
    if (status != NBK_OK) return status;
    nbk_copy(1, count, out + i * so, so, answers, 1);
  }
  return NBK_OK;
}
