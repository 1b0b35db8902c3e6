// Stable sorting by radix: elements become unsigned keys of the same order, which are dealt out digit by digit.
#include <stdlib.h>

#include "internal.h"

enum { DIGIT = 11, BUCKETS = 1 << DIGIT, FEW = 32 };

// Signed integers and floats map to keys by flipping sign bits; all NaNs share the largest key, and -0 equals 0.
static uint64_t key_of(nbk_dtype type, const void *p) {
  switch (type) {
    case NBK_BOOL: case NBK_U8: return *(const uint8_t *)p;
    case NBK_I8: return (uint8_t)(*(const uint8_t *)p ^ 0x80);
    case NBK_I16: return (uint16_t)(*(const uint16_t *)p ^ 0x8000);
    case NBK_I32: return *(const uint32_t *)p ^ 0x80000000u;
    case NBK_I64: return *(const uint64_t *)p ^ 0x8000000000000000u;
    case NBK_F64: {
      double x = *(const double *)p;
      uint64_t bits;
      if (x != x) return UINT64_MAX;
      x += 0.0;
      memcpy(&bits, &x, sizeof bits);
      return bits >> 63 ? ~bits : bits | 0x8000000000000000u;
    }
    case NBK_F16: case NBK_BF16: case NBK_F32: {
      float x;
      if (type == NBK_F32) memcpy(&x, p, sizeof x);
      else nbk_widen(type, 1, &x, p, 1);
      if (x != x) return UINT32_MAX;
      uint32_t bits = nbk_bits_of(x + 0.0f);
      return bits >> 31 ? (uint32_t)~bits : bits | 0x80000000u;
    }
  }
  return 0;
}

#define RADIX(K, PASSES) \
  typedef struct { K key; uint32_t place; } item_##K; \
  static void insertion_##K(int64_t m, item_##K *items) { \
    for (int64_t i = 1; i < m; ++i) { \
      item_##K item = items[i]; \
      int64_t j = i; \
      for (; j > 0 && items[j - 1].key > item.key; --j) items[j] = items[j - 1]; \
      items[j] = item; \
    } \
  } \
  /* Sorts `items` with the help of `spare`, and answers which of the two holds the result. */ \
  static item_##K *radix_##K(int64_t m, item_##K *items, item_##K *spare, uint32_t (*counts)[BUCKETS]) { \
    memset(counts, 0, sizeof(uint32_t[PASSES][BUCKETS])); \
    for (int64_t i = 0; i < m; ++i) \
      for (int pass = 0; pass < PASSES; ++pass) ++counts[pass][items[i].key >> (pass * DIGIT) & (BUCKETS - 1)]; \
    for (int pass = 0; pass < PASSES; ++pass) { \
      uint32_t *count = counts[pass], total = 0; \
      if (count[items[0].key >> (pass * DIGIT) & (BUCKETS - 1)] == m) continue; \
      for (int b = 0; b < BUCKETS; ++b) { \
        uint32_t here = count[b]; \
        count[b] = total; \
        total += here; \
      } \
      for (int64_t i = 0; i < m; ++i) spare[count[items[i].key >> (pass * DIGIT) & (BUCKETS - 1)]++] = items[i]; \
      item_##K *swap = items; \
      items = spare, spare = swap; \
    } \
    return items; \
  } \
  static nbk_status sort_##K(bool descending, nbk_dtype type, int64_t m, int64_t sm, const void *a, void *values, \
                             int64_t *indices) { \
    int64_t size = nbk_size(type); \
    item_##K few[FEW]; \
    item_##K *memory = m > FEW ? malloc((size_t)m * 2 * sizeof(item_##K)) : few; \
    uint32_t(*counts)[BUCKETS] = m > FEW ? malloc(sizeof(uint32_t[PASSES][BUCKETS])) : NULL; \
    if (!memory || (m > FEW && !counts)) { \
      if (m > FEW) free(memory); \
      free(counts); \
      return NBK_UNSUPPORTED; \
    } \
    for (int64_t i = 0; i < m; ++i) { \
      K key = (K)key_of(type, nbk_at(a, size, i * sm)); \
      memory[i] = (item_##K){descending ? (K)~key : key, (uint32_t)i}; \
    } \
    item_##K *sorted = memory; \
    if (m > FEW) sorted = radix_##K(m, memory, memory + m, counts); \
    else insertion_##K(m, memory); \
    for (int64_t i = 0; i < m; ++i) { \
      indices[i] = sorted[i].place; \
      if (values) memcpy(nbk_to(values, size, i), nbk_at(a, size, (int64_t)sorted[i].place * sm), (size_t)size); \
    } \
    if (m > FEW) free(memory); \
    free(counts); \
    return NBK_OK; \
  }
RADIX(uint32_t, 3)
RADIX(uint64_t, 6)

nbk_status nbk_sort(bool descending, nbk_dtype type, int64_t m, int64_t sm, const void *a, void *values,
                    int64_t *indices) {
  if (m > UINT32_MAX) return NBK_UNSUPPORTED;
  return nbk_size(type) == 8 ? sort_uint64_t(descending, type, m, sm, a, values, indices)
                             : sort_uint32_t(descending, type, m, sm, a, values, indices);
}
