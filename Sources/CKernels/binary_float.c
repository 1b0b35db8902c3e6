// Two-operand arithmetic of floats.
#include "binary.h"
#include "math_f32.h"

// Rounded to minus infinity from the exact remainder, so that x == floor_div * y + remainder holds as far as it can.
#define FLOOR_DIV(T, FMOD, FLOOR, COPYSIGN) \
  NBK_INLINE T floor_div_##T(T x, T y) { \
    if (y == 0) return x / y; \
    T rest = FMOD(x, y), quotient = (x - rest) / y; \
    if (rest != 0 && (y < 0) != (rest < 0)) quotient -= 1; \
    if (quotient == 0) return COPYSIGN(0, x / y); \
    T floored = FLOOR(quotient); \
    return quotient - floored > (T)0.5 ? floored + 1 : floored; \
  } \
  NBK_INLINE T remainder_##T(T x, T y) { \
    T rest = FMOD(x, y); \
    return rest != 0 && (y < 0) != (rest < 0) ? rest + y : rest; \
  }
FLOOR_DIV(float, fmodf, floorf, copysignf)
FLOOR_DIV(double, fmod, floor, copysign)

#define FORMS(EXPR) NBK_FORMS(T, T, EXPR) return NBK_OK;

#define ARITHMETIC \
  case NBK_ADD: FORMS(x + y) \
  case NBK_SUB: FORMS(x - y) \
  case NBK_MUL: FORMS(x * y) \
  case NBK_DIV: FORMS(x / y) \
  case NBK_MAXIMUM: FORMS(x > y || x != x ? x : y) \
  case NBK_MINIMUM: FORMS(x < y || x != x ? x : y) \
  case NBK_FMAX: FORMS(x > y || y != y ? x : y) \
  case NBK_FMIN: FORMS(x < y || y != y ? x : y)

NBK_CLONES nbk_status nbk_binary_float(int32_t op, nbk_form form, int64_t n, float *out, const float *a,
                                       const float *b) {
  typedef float T;
  switch ((nbk_binary_op)op) {
    ARITHMETIC
    case NBK_POW: FORMS(nbk_pow_f32(x, y))
    case NBK_TRUNC_DIV: FORMS(__builtin_elementwise_trunc(x / y))
    case NBK_FLOOR_DIV: FORMS(floor_div_float(x, y))
    case NBK_REMAINDER: FORMS(remainder_float(x, y))
    case NBK_FMOD: FORMS(fmodf(x, y))
    case NBK_ATAN2: FORMS((float)atan2((double)x, (double)y))
    case NBK_HYPOT: FORMS((float)__builtin_elementwise_sqrt((double)x * (double)x + (double)y * (double)y))
    case NBK_COPYSIGN: FORMS(__builtin_elementwise_copysign(x, y))
    default: return NBK_UNSUPPORTED;
  }
}

NBK_CLONES nbk_status nbk_binary_double(int32_t op, nbk_form form, int64_t n, double *out, const double *a,
                                        const double *b) {
  typedef double T;
  switch ((nbk_binary_op)op) {
    ARITHMETIC
    case NBK_POW: FORMS(pow(x, y))
    case NBK_TRUNC_DIV: FORMS(__builtin_elementwise_trunc(x / y))
    case NBK_FLOOR_DIV: FORMS(floor_div_double(x, y))
    case NBK_REMAINDER: FORMS(remainder_double(x, y))
    case NBK_FMOD: FORMS(fmod(x, y))
    case NBK_ATAN2: FORMS(atan2(x, y))
    case NBK_HYPOT: FORMS(hypot(x, y))
    case NBK_COPYSIGN: FORMS(__builtin_elementwise_copysign(x, y))
    default: return NBK_UNSUPPORTED;
  }
}
