// Functions on float32 computed in double and rounded once: correct to the last bit but for rare ties, and vectorised.
// The double helpers are accurate to about 1e-10, which is ample for that and no more.
#ifndef NBK_MATH_VIA_F64_H
#define NBK_MATH_VIA_F64_H

#include "internal.h"

NBK_INLINE double nbk_double_of(uint64_t bits) {
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

NBK_INLINE uint64_t nbk_bits_of_double(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

#define NBK_ROUNDER_F64 6755399441055744.0  // 1.5 * 2^52

// exp(x) - 1 = scale * part + (scale - 1).
typedef struct { double scale, part; } nbk_expm1_parts;

NBK_INLINE nbk_expm1_parts nbk_expm1_reduce(double x) {
  _Pragma("clang fp contract(fast)")
  double inside = x > 700.0 ? 700.0 : x;
  inside = inside < -700.0 ? -700.0 : inside;
  double shifted = inside * 1.4426950408889634 + NBK_ROUNDER_F64;
  double n = shifted - NBK_ROUNDER_F64;
  double r = inside - n * 6.93147180369123816490e-01 - n * 1.90821492927058770002e-10;
  double p = 1.0 / 40320;
  p = p * r + 1.0 / 5040;
  p = p * r + 1.0 / 720;
  p = p * r + 1.0 / 120;
  p = p * r + 1.0 / 24;
  p = p * r + 1.0 / 6;
  p = p * r + 0.5;
  uint64_t exponent = nbk_bits_of_double(shifted) - nbk_bits_of_double(NBK_ROUNDER_F64) + 1023;
  nbk_expm1_parts parts = {nbk_double_of(exponent << 52), r + r * r * p};
  return parts;
}

NBK_INLINE double nbk_expm1_fast(double x) {
  nbk_expm1_parts parts = nbk_expm1_reduce(x);
  return parts.scale * parts.part + (parts.scale - 1.0);
}

NBK_INLINE double nbk_exp_fast(double x) {
  nbk_expm1_parts parts = nbk_expm1_reduce(x);
  return parts.scale * parts.part + parts.scale;
}

// For positive normal doubles; the caller deals with everything else.
NBK_INLINE double nbk_log_fast(double x) {
  _Pragma("clang fp contract(fast)")
  uint64_t bits = nbk_bits_of_double(x);
  uint64_t shifted = bits - 0x3fe6a09e667f3bcdu;  // mantissas from sqrt(1/2) to sqrt(2)
  // A logical shift leaves the exponent biased by 2^12 when it is negative; a second bias makes it a plain count.
  uint64_t count = (shifted + 0x4000000000000000u) >> 52;
  double n = nbk_double_of(count | 0x4330000000000000u) - (4503599627370496.0 + 1024.0);
  double m = nbk_double_of(bits - (count << 52) + 0x4000000000000000u);
  double f = m - 1.0;
  double s = f / (2.0 + f);
  double z = s * s;
  double p = 1.0 / 13;
  p = p * z + 1.0 / 11;
  p = p * z + 1.0 / 9;
  p = p * z + 1.0 / 7;
  p = p * z + 1.0 / 5;
  p = p * z + 1.0 / 3;
  return n * 0.6931471805599453 + (2.0 * s + 2.0 * s * z * p);
}

// log of any float widened to double.
NBK_INLINE double nbk_log_any(double x) {
  double value = nbk_log_fast(x > 0 && x < INFINITY ? x : 1.0);
  value = x < INFINITY ? value : x;
  return x > 0 ? value : x == 0 ? -INFINITY : NAN;
}

NBK_INLINE double nbk_log1p_any(double x) {
  _Pragma("clang fp contract(fast)")
  double small = x - x * x * (0.5 - x * (1.0 / 3));
  return x < 1e-5 && x > -1e-5 ? small : nbk_log_any(1.0 + x);
}

NBK_INLINE float nbk_expm1_f32(float x) { return (float)nbk_expm1_fast((double)x) + (x != x ? x : 0); }
NBK_INLINE float nbk_exp2_f32(float x) { return x != x ? x : (float)nbk_exp_fast((double)x * 0.6931471805599453); }
NBK_INLINE float nbk_log2_f32(float x) { return (float)(nbk_log_any((double)x) * 1.4426950408889634); }
NBK_INLINE float nbk_log10_f32(float x) { return (float)(nbk_log_any((double)x) * 0.4342944819032518); }
NBK_INLINE float nbk_log1p_f32(float x) { return x == 0 ? x : (float)nbk_log1p_any((double)x); }

NBK_INLINE float nbk_sinh_f32(float x) {
  double e = nbk_expm1_fast(__builtin_elementwise_abs((double)x));
  float value = (float)((e + e / (e + 1.0)) * 0.5);
  return x != x ? x : __builtin_elementwise_copysign(value, x);
}

NBK_INLINE float nbk_cosh_f32(float x) {
  double e = nbk_exp_fast(__builtin_elementwise_abs((double)x));
  return x != x ? x : (float)((e + 1.0 / e) * 0.5);
}

NBK_INLINE float nbk_asinh_f32(float x) {
  double y = __builtin_elementwise_abs((double)x);
  double value = nbk_log1p_any(y + y * y / (1.0 + __builtin_elementwise_sqrt(1.0 + y * y)));
  value = y == INFINITY ? INFINITY : value;
  return x != x ? x : __builtin_elementwise_copysign((float)value, x);
}

NBK_INLINE float nbk_acosh_f32(float x) {
  double y = (double)x;
  double value = nbk_log_any(y + __builtin_elementwise_sqrt((y - 1.0) * (y + 1.0)));
  return x < 1 ? NAN : (float)value;
}

NBK_INLINE float nbk_atanh_f32(float x) {
  double y = __builtin_elementwise_abs((double)x);
  double value = 0.5 * nbk_log1p_any((y + y) / (1.0 - y));
  return x != x ? x : __builtin_elementwise_copysign((float)value, x);
}

// Sine and cosine of the part of x left over by the nearest multiple of pi/2, which `quadrant` counts. Good up to 1e6.
enum { NBK_TRIGONOMETRY_LIMIT = 1000000 };
typedef struct { double sine, cosine; uint64_t quadrant; } nbk_turn;

NBK_INLINE nbk_turn nbk_turn_of(double x) {
  _Pragma("clang fp contract(fast)")
  double shifted = x * 0.6366197723675814 + NBK_ROUNDER_F64;
  double n = shifted - NBK_ROUNDER_F64;
  double r = x - n * 1.57079632673412561417e+00 - n * 6.07710050650619224932e-11;
  double z = r * r;
  double s = -1.0 / 39916800;
  s = s * z + 1.0 / 362880;
  s = s * z - 1.0 / 5040;
  s = s * z + 1.0 / 120;
  s = s * z - 1.0 / 6;
  double c = 1.0 / 479001600;
  c = c * z - 1.0 / 3628800;
  c = c * z + 1.0 / 40320;
  c = c * z - 1.0 / 720;
  c = c * z + 1.0 / 24;
  c = c * z - 0.5;
  nbk_turn turn = {r + r * z * s, 1.0 + z * c, nbk_bits_of_double(shifted)};
  return turn;
}

NBK_INLINE float nbk_sin_f32(float x) {
  nbk_turn turn = nbk_turn_of((double)x);
  double value = turn.quadrant & 1 ? turn.cosine : turn.sine;
  float signed_value = (float)(turn.quadrant & 2 ? -value : value);
  return x == 0 ? x : signed_value;
}

NBK_INLINE float nbk_cos_f32(float x) {
  nbk_turn turn = nbk_turn_of((double)x);
  double value = turn.quadrant & 1 ? turn.sine : turn.cosine;
  return (float)((turn.quadrant + 1) & 2 ? -value : value);
}

NBK_INLINE float nbk_tan_f32(float x) {
  nbk_turn turn = nbk_turn_of((double)x);
  double value = turn.quadrant & 1 ? -turn.cosine / turn.sine : turn.sine / turn.cosine;
  return x == 0 ? x : (float)value;
}

// atan of y >= 0: folded at 1, then at tan(pi/8).
NBK_INLINE double nbk_atan_fast(double y) {
  _Pragma("clang fp contract(fast)")
  double folded = y > 1.0 ? 1.0 / y : y;
  bool upper = folded > 0.41421356237309503;
  double t = upper ? (folded - 1.0) / (folded + 1.0) : folded;
  double z = t * t;
  double p = 3.06999933517857169e-02;
  p = p * z + -5.87709603390497576e-02;
  p = p * z + 7.56442980145394100e-02;
  p = p * z + -9.07849815828120632e-02;
  p = p * z + 1.11103936375680779e-01;
  p = p * z + -1.42856908021139567e-01;
  p = p * z + 1.99999996130867275e-01;
  p = p * z + -3.33333333308713620e-01;
  double value = t + t * z * p;
  value = upper ? value + 0.7853981633974483 : value;
  return y > 1.0 ? 1.5707963267948966 - value : value;
}

NBK_INLINE float nbk_atan_f32(float x) {
  double value = nbk_atan_fast(__builtin_elementwise_abs((double)x));
  return __builtin_elementwise_copysign((float)value, x);
}

NBK_INLINE float nbk_asin_f32(float x) {
  double y = __builtin_elementwise_abs((double)x);
  double value = nbk_atan_fast(y / __builtin_elementwise_sqrt((1.0 - y) * (1.0 + y)));
  return __builtin_elementwise_copysign((float)value, x);
}

NBK_INLINE float nbk_acos_f32(float x) {
  double y = (double)x;
  return (float)(2.0 * nbk_atan_fast(__builtin_elementwise_sqrt((1.0 - y) / (1.0 + y))));
}

// exp(y * y) * erfc(y) for y >= 0.95, to 3e-11.
NBK_INLINE double nbk_scaled_erfc(double y) {
  _Pragma("clang fp contract(fast)")
  double t = 1.0 / (y + 2.0);
  double p = 1.19044337487988827e+02;
  p = p * t + -3.17609490344595827e+02;
  p = p * t + 3.36360585053932937e+02;
  p = p * t + -1.67415782936769318e+02;
  p = p * t + 3.62201206952583590e+01;
  p = p * t + -8.52087231895005992e+00;
  p = p * t + 3.74737723021118363e+00;
  p = p * t + 2.72741190463834116e+00;
  p = p * t + 1.97996446538715931e+00;
  p = p * t + 1.12820394687963654e+00;
  p = p * t + 5.64192145354630137e-01;
  return p * t;
}

NBK_INLINE double nbk_small_erf(double x) {
  _Pragma("clang fp contract(fast)")
  double z = x * x;
  double p = -1.04732170145616950e-07;
  p = p * z + 1.53082360818754464e-06;
  p = p * z + -1.47953835537914309e-05;
  p = p * z + 1.20462971647917777e-04;
  p = p * z + -8.54793586741357824e-04;
  p = p * z + 5.22396726766245420e-03;
  p = p * z + -2.68661690649639011e-02;
  p = p * z + 1.12837916586844930e-01;
  p = p * z + -3.76126389028130670e-01;
  p = p * z + 1.12837916709549435e+00;
  return x * p;
}

NBK_INLINE float nbk_erfc_f32(float x) {
  double wide = (double)x, y = __builtin_elementwise_abs(wide);
  double beyond = y > 10.5 ? 10.5 : y;
  double tail = nbk_exp_fast(-beyond * beyond) * nbk_scaled_erfc(beyond);
  double value = y < 1.0 ? 1.0 - nbk_small_erf(wide) : x > 0 ? tail : 2.0 - tail;
  return x != x ? x : (float)value;
}

NBK_INLINE float nbk_pow_f32(float x, float y) {
  double base = __builtin_elementwise_abs((double)x), power = (double)y;
  double logarithm = nbk_log_fast(base > 0 && base < INFINITY ? base : 1.0);
  double value = nbk_exp_fast(power * logarithm);
  // 0 and infinity: which of the two the result is depends on the sign of the power.
  bool extreme = base == 0 || base == INFINITY;
  value = extreme ? ((base == 0) == (power > 0) ? 0.0 : INFINITY) : value;
  double whole = __builtin_elementwise_trunc(power);
  double half = power * 0.5;
  bool odd = whole == power && __builtin_elementwise_trunc(half) != half;
  value = x < 0 && whole != power && base != INFINITY ? NAN : value;
  value = odd ? __builtin_elementwise_copysign(value, (double)x) : value;
  value = x == -1 && (y == INFINITY || y == -INFINITY) ? 1.0 : value;
  value = x != x || y != y ? NAN : value;
  return (float)(x == 1 || y == 0 ? 1.0 : value);
}

#endif
