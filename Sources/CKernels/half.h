// Conversions of the two 16-bit float formats, branch-free so that loops over them vectorise.
#ifndef NBK_HALF_H
#define NBK_HALF_H

#include <stdint.h>
#include <string.h>

static inline __attribute__((always_inline)) float nbk_float_of(uint32_t bits) {
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static inline __attribute__((always_inline)) uint32_t nbk_bits_of(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

static inline __attribute__((always_inline)) float nbk_f16_to_f32(uint16_t h) {
  // Moved into place the exponent is 112 too small; multiplying mends that and normalises subnormals at once.
  uint32_t magnitude = (uint32_t)(h & 0x7fff) << 13;
  float scaled = nbk_float_of(magnitude) * nbk_float_of(0x77800000u);  // 2^112
  uint32_t special = magnitude | 0x7f800000u;                          // infinities and NaN keep their mantissa
  uint32_t bits = (h & 0x7c00) == 0x7c00 ? special : nbk_bits_of(scaled);
  return nbk_float_of(bits | (uint32_t)(h & 0x8000) << 16);
}

static inline __attribute__((always_inline)) uint16_t nbk_f32_to_f16(float value) {
  uint32_t bits = nbk_bits_of(value);
  uint32_t sign = bits >> 16 & 0x8000;
  bits &= 0x7fffffff;
  // Normal results: round to nearest even by adding half of the last kept place less one, plus that place's bit.
  uint32_t normal = (bits - 0x38000000u + 0xfffu + (bits >> 13 & 1)) >> 13;
  // Subnormal results: adding 0.5 makes the float unit round to the right place.
  uint32_t subnormal = nbk_bits_of(nbk_float_of(bits) + 0.5f) - 0x3f000000u;
  uint32_t special = bits > 0x7f800000u ? 0x7e00u : 0x7c00u;
  uint32_t result = bits < 0x38800000u ? subnormal : bits >= 0x477ff000u ? special : normal;
  return (uint16_t)(result | sign);
}

static inline __attribute__((always_inline)) float nbk_bf16_to_f32(uint16_t h) {
  return nbk_float_of((uint32_t)h << 16);
}

static inline __attribute__((always_inline)) uint16_t nbk_f32_to_bf16(float value) {
  uint32_t bits = nbk_bits_of(value);
  uint32_t rounded = (bits + 0x7fffu + (bits >> 16 & 1)) >> 16;
  return (uint16_t)(value != value ? 0x7fc0u : rounded);
}

#endif
