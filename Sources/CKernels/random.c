// From uniform words to floats, rounded exactly as the generator's AVX2 code rounds: every a * b + c here is fused.
#include "internal.h"

NBK_CLONES void nbk_random_uniform_f32(int64_t n, float *out, const uint32_t *words, float low, float high) {
  float width = high - low;
  NBK_LOOP(n) {
    float u = (float)(int32_t)(words[i] & 0xffffff) * 5.9604644775390625e-8f;
    float value = __builtin_fmaf(u, width, low);
    out[i] = value == high ? low : value;
  }
}

NBK_INLINE float logarithm(float x) {
  x = x < 1.17549435e-38f ? 1.17549435e-38f : x;
  uint32_t bits = nbk_bits_of(x);
  float e = (float)((int32_t)(bits >> 23) - 127) + 1.0f;
  float m = nbk_float_of((bits & 0x807fffffu) | 0x3f000000u);
  bool small = m < 0.707106781186547524f;
  x = (m - 1.0f) + (small ? m : 0.0f);
  e = e - (small ? 1.0f : 0.0f);
  float z = x * x;
  float y = 7.0376836292e-2f;
  y = __builtin_fmaf(y, x, -1.1514610310e-1f);
  y = __builtin_fmaf(y, x, 1.1676998740e-1f);
  y = __builtin_fmaf(y, x, -1.2420140846e-1f);
  y = __builtin_fmaf(y, x, 1.4249322787e-1f);
  y = __builtin_fmaf(y, x, -1.6668057665e-1f);
  y = __builtin_fmaf(y, x, 2.0000714765e-1f);
  y = __builtin_fmaf(y, x, -2.4999993993e-1f);
  y = __builtin_fmaf(y, x, 3.3333331174e-1f);
  y = y * x;
  y = __builtin_fmaf(y, z, e * -2.12194440e-4f);
  y = __builtin_fmaf(-z, 0.5f, y);
  return __builtin_fmaf(e, 0.693359375f, x + y);
}

NBK_INLINE void sine_and_cosine(float x, float *sine, float *cosine) {
  int32_t j = (int32_t)(x * 1.27323954473516f);
  j = (j + 1) & ~1;
  float f = (float)j;
  uint32_t negate_sine = (uint32_t)(j & 4) << 29, negate_cosine = (uint32_t)(~(j - 2) & 4) << 29;
  bool swap = (j & 2) != 0;
  x = __builtin_fmaf(f, -0.78515625f, x);
  x = __builtin_fmaf(f, -2.4187564849853515625e-4f, x);
  x = __builtin_fmaf(f, -3.77489497744594108e-8f, x);
  float z = x * x;
  float c = 2.443315711809948e-5f;
  c = __builtin_fmaf(c, z, -1.388731625493765e-3f);
  c = __builtin_fmaf(c, z, 4.166664568298827e-2f);
  c = c * z;
  c = __builtin_fmaf(c, z, -(z * 0.5f));
  c = c + 1.0f;
  float s = -1.9515295891e-4f;
  s = __builtin_fmaf(s, z, 8.3321608736e-3f);
  s = __builtin_fmaf(s, z, -1.6666654611e-1f);
  s = s * z;
  s = __builtin_fmaf(s, x, x);
  *sine = nbk_float_of(nbk_bits_of(swap ? c : s) ^ negate_sine);
  *cosine = nbk_float_of(nbk_bits_of(swap ? s : c) ^ negate_cosine);
}

NBK_CLONES void nbk_random_normal_f32(int64_t n, float *values, float mean, float std) {
  for (int64_t block = 0; block + 16 <= n; block += 16) {
    float *u = values + block, first[8], second[8];
    for (int j = 0; j < 8; ++j) {
      float radius = __builtin_elementwise_sqrt(-2.0f * logarithm(1.0f - u[j]));
      float sine, cosine;
      sine_and_cosine(6.283185307179586f * u[j + 8], &sine, &cosine);
      first[j] = __builtin_fmaf(radius * cosine, std, mean);
      second[j] = __builtin_fmaf(radius * sine, std, mean);
    }
    memcpy(u, first, sizeof first);
    memcpy(u + 8, second, sizeof second);
  }
}

NBK_CLONES void nbk_random_normal_f64(int64_t n, double *values, double mean, double std) {
  for (int64_t block = 0; block + 16 <= n; block += 16)
    for (double *u = values + block, *end = u + 8; u < end; ++u) {
      double radius = sqrt(-2.0 * log(1.0 - u[0])), angle = 6.283185307179586 * u[8];
      u[0] = fma(radius * cos(angle), std, mean);
      u[8] = fma(radius * sin(angle), std, mean);
    }
}
