// Comparisons and logic: two operands of any dtype to bool bytes.
#include "binary.h"

#define FORMS(T, EXPR) NBK_FORMS(uint8_t, T, EXPR) return NBK_OK;

#define COMPARE(T) \
  NBK_CLONES nbk_status nbk_compare_##T(int32_t op, nbk_form form, int64_t n, uint8_t *out, const T *a, const T *b) { \
    switch ((nbk_compare_op)op) { \
      case NBK_EQ: FORMS(T, x == y) \
      case NBK_NE: FORMS(T, x != y) \
      case NBK_LT: FORMS(T, x < y) \
      case NBK_LE: FORMS(T, x <= y) \
      case NBK_GT: FORMS(T, x > y) \
      case NBK_GE: FORMS(T, x >= y) \
      case NBK_LOGICAL_AND: FORMS(T, (x != 0) & (y != 0)) \
      case NBK_LOGICAL_OR: FORMS(T, (x != 0) | (y != 0)) \
      case NBK_LOGICAL_XOR: FORMS(T, (x != 0) ^ (y != 0)) \
    } \
    return NBK_UNSUPPORTED; \
  }
COMPARE(uint8_t) COMPARE(int8_t) COMPARE(int16_t) COMPARE(int32_t) COMPARE(int64_t) COMPARE(float) COMPARE(double)

static nbk_status run_compare(int32_t op, nbk_dtype type, nbk_form form, int64_t n, void *out, const void *a,
                              const void *b) {
  switch (type) {
    case NBK_BOOL: case NBK_U8: return nbk_compare_uint8_t(op, form, n, out, a, b);
    case NBK_I8: return nbk_compare_int8_t(op, form, n, out, a, b);
    case NBK_I16: return nbk_compare_int16_t(op, form, n, out, a, b);
    case NBK_I32: return nbk_compare_int32_t(op, form, n, out, a, b);
    case NBK_I64: return nbk_compare_int64_t(op, form, n, out, a, b);
    case NBK_F32: return nbk_compare_float(op, form, n, out, a, b);
    case NBK_F64: return nbk_compare_double(op, form, n, out, a, b);
    default: return NBK_UNSUPPORTED;
  }
}

nbk_status nbk_compare(nbk_compare_op op, nbk_dtype type, int64_t n, uint8_t *out, int64_t so, const void *a,
                       int64_t sa, const void *b, int64_t sb) {
  return nbk_drive_binary(run_compare, op, type, 1, n, out, so, a, sa, b, sb);
}
