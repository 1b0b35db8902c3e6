// The functions most used on float32, written without branches so that loops over them vectorise. Each carries the low
// part of its argument reduction to the end, which leaves errors just above half a unit in the last place.
#ifndef NBK_MATH_F32_H
#define NBK_MATH_F32_H

#include "internal.h"
#include "math_via_f64.h"

#define NBK_FUSE _Pragma("clang fp contract(fast)")

#define NBK_LN2_HIGH 0.693359375f
#define NBK_LN2_LOW -2.12194440e-4f
#define NBK_ROUNDER 12582912.0f  // 1.5 * 2^23: adding it rounds to an integer kept in the low bits

// 2^n for n in -126 ... 127.
NBK_INLINE float nbk_power_of_two(int32_t n) { return nbk_float_of((uint32_t)(n + 127) << 23); }

// x = n * ln 2 + r + low, and exp(r + low) = 1 + r + rest.
typedef struct { int32_t n; float r, rest; } nbk_exp_parts;

NBK_INLINE nbk_exp_parts nbk_reduce_exp(float x) {
  NBK_FUSE
  float shifted = x * 1.44269504f + NBK_ROUNDER;
  float n = shifted - NBK_ROUNDER;
  float coarse = x - n * NBK_LN2_HIGH;
  float r = coarse - n * NBK_LN2_LOW;
  float low = (coarse - r) - n * NBK_LN2_LOW;
  float q = 1.989958720e-04f;
  q = q * r + 1.393388348e-03f;
  q = q * r + 8.333298106e-03f;
  q = q * r + 4.166646281e-02f;
  q = q * r + 1.666666672e-01f;
  q = q * r + 5.000000014e-01f;
  nbk_exp_parts parts = {(int32_t)(nbk_bits_of(shifted) - nbk_bits_of(NBK_ROUNDER)), r, (r * r) * q + low};
  return parts;
}

NBK_INLINE float nbk_exp_f32(float x) {
  // Beyond these the result is 0 or infinity anyway.
  float inside = x > 89.0f ? 89.0f : x;
  inside = inside < -104.0f ? -104.0f : inside;
  nbk_exp_parts parts = nbk_reduce_exp(inside);
  float high = 1.0f + parts.r;
  float value = high + ((parts.r - (high - 1.0f)) + parts.rest);
  // Scaled in two steps, since 2^n itself may be out of range where the result is not.
  int32_t half = parts.n >> 1;
  return value * nbk_power_of_two(half) * nbk_power_of_two(parts.n - half);
}

// For the terms of a softmax, which are at most 0: half the work, within 1.1 units in the last place, 0 below -87.3.
NBK_INLINE float nbk_exp_below_zero_f32(float x) {
  NBK_FUSE
  float inside = x < -87.3f ? -87.3f : x;
  float shifted = inside * 1.44269504f + NBK_ROUNDER;
  float n = shifted - NBK_ROUNDER;
  float r = (inside - n * NBK_LN2_HIGH) - n * NBK_LN2_LOW;
  float q = 1.393388348e-03f;
  q = q * r + 8.363335600e-03f;
  q = q * r + 4.166646281e-02f;
  q = q * r + 1.666657604e-01f;
  q = q * r + 5.000000014e-01f;
  float value = ((r * r) * q + r) + 1.0f;
  uint32_t exponent = nbk_bits_of(shifted) << 23;
  value = nbk_float_of(nbk_bits_of(value) + exponent);
  return x < -87.3f ? 0.0f : value;
}

NBK_INLINE float nbk_log_f32(float x) {
  NBK_FUSE
  bool tiny = x < 1.17549435e-38f;
  float normal = tiny ? x * 8388608.0f : x;
  int32_t bits = (int32_t)nbk_bits_of(normal);
  int32_t e = (bits - 0x3f3504f3) >> 23;  // mantissas from sqrt(1/2) to sqrt(2)
  float m = nbk_float_of((uint32_t)(bits - e * 0x800000));
  float n = (float)(e - (tiny ? 23 : 0));
  float f = m - 1.0f;
  float p = -6.371249752e-02f;
  p = p * f + 1.063388272e-01f;
  p = p * f + -1.062636724e-01f;
  p = p * f + 1.101953097e-01f;
  p = p * f + -1.245102480e-01f;
  p = p * f + 1.428755572e-01f;
  p = p * f + -1.666802242e-01f;
  p = p * f + 1.999999098e-01f;
  p = p * f + -2.499998995e-01f;
  p = p * f + 3.333333334e-01f;
  float square = f * f;
  float tail = square * (f * p + -0.5f);
  float whole = n * NBK_LN2_HIGH;
  float high = whole + f;
  float value = high + ((f - (high - whole)) + (n * NBK_LN2_LOW + tail));
  // NaN and infinity pass through; 0 gives -infinity and negative numbers NaN.
  value = x < INFINITY ? value : x;
  return x > 0 ? value : x == 0 ? -INFINITY : NAN;
}

// tanh(x) = e / (e + 2) with e = exp(2 |x|) - 1, both sides of the division kept as a pair of floats.
NBK_INLINE float nbk_tanh_f32(float x) {
  NBK_FUSE
  float y = __builtin_elementwise_abs(x);
  float inside = y > 9.5f ? 9.5f : y;
  nbk_exp_parts parts = nbk_reduce_exp(inside + inside);
  float scale = nbk_power_of_two(parts.n);
  float base = scale - 1.0f, step = scale * parts.r;
  float rough = base + step, rest = scale * parts.rest;
  float e = rough + rest;
  float low = (step - (rough - base)) + (rest - (e - rough));
  float d = e + 2.0f;
  float back = d - e;
  float d_low = (e - (d - back)) + (2.0f - back) + low;
  float inverse = 1.0f / d;
  float q = e * inverse;
  float value = q + ((e - q * d) + (low - q * d_low)) * inverse;
  value = y > 9.5f ? 1.0f : value;
  // Below this the argument is the result, and its own low bits would be lost in the reduction.
  value = y < 1e-4f ? y - y * y * y * 0.333333333f : value;
  value = y != y ? y : value;
  return __builtin_elementwise_copysign(value, x);
}

// Near 0 a polynomial of x; further out 1 - erfc(x), with the logarithm of erfc a polynomial.
NBK_INLINE float nbk_erf_f32(float x) {
  NBK_FUSE
  float z = x * x;
  float p = 8.481194768e-05f;
  p = p * z + -8.168985224e-04f;
  p = p * z + 5.203355807e-03f;
  p = p * z + -2.686034162e-02f;
  p = p * z + 1.128371274e-01f;
  p = p * z + -3.761263488e-01f;
  p = p * z + 1.283791668e-01f;
  float near = x * p + x;
  float y = __builtin_elementwise_abs(x);
  float inside = y > 4.0f ? 4.0f : y;
  float q = 1.971829860e-04f;
  q = q * inside + -3.055619006e-03f;
  q = q * inside + 2.227712929e-02f;
  q = q * inside + -1.040374406e-01f;
  q = q * inside + -6.370596679e-01f;
  q = q * inside + -1.127749609e+00f;
  q = q * inside + -1.774841668e-04f;
  float far = 1.0f - nbk_exp_below_zero_f32(q);
  return y < 0.9f || x != x ? near : __builtin_elementwise_copysign(far, x);
}

NBK_INLINE float nbk_sigmoid_f32(float x) { return 1.0f / (1.0f + nbk_exp_f32(0.0f - x)); }

NBK_INLINE float nbk_silu_f32(float x) { return x / (1.0f + nbk_exp_f32(0.0f - x)); }

#endif
