// The 16-bit floats: single values and runs.
#include "internal.h"

float nbk_from_f16(uint16_t bits) { return nbk_f16_to_f32(bits); }
uint16_t nbk_to_f16(float value) { return nbk_f32_to_f16(value); }
float nbk_from_bf16(uint16_t bits) { return nbk_bf16_to_f32(bits); }
uint16_t nbk_to_bf16(float value) { return nbk_f32_to_bf16(value); }

NBK_CLONES void nbk_widen(nbk_dtype type, int64_t n, float *out, const void *a, int64_t sa) {
  const uint16_t *p = a;
  if (type == NBK_F16) {
    if (sa == 1) NBK_LOOP(n) out[i] = nbk_f16_to_f32(p[i]);
    else for (int64_t i = 0; i < n; ++i) out[i] = nbk_f16_to_f32(p[i * sa]);
  } else {
    if (sa == 1) NBK_LOOP(n) out[i] = nbk_bf16_to_f32(p[i]);
    else for (int64_t i = 0; i < n; ++i) out[i] = nbk_bf16_to_f32(p[i * sa]);
  }
}

NBK_CLONES void nbk_narrow(nbk_dtype type, int64_t n, void *out, int64_t so, const float *a) {
  uint16_t *p = out;
  if (type == NBK_F16) {
    if (so == 1) NBK_LOOP(n) p[i] = nbk_f32_to_f16(a[i]);
    else for (int64_t i = 0; i < n; ++i) p[i * so] = nbk_f32_to_f16(a[i]);
  } else {
    if (so == 1) NBK_LOOP(n) p[i] = nbk_f32_to_bf16(a[i]);
    else for (int64_t i = 0; i < n; ++i) p[i * so] = nbk_f32_to_bf16(a[i]);
  }
}
