// What the kernel files share: run-time dispatch to the machine's vector width, loop and dtype macros.
#ifndef NBK_INTERNAL_H
#define NBK_INTERNAL_H

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "half.h"
#include "kernels.h"

// Loops around library calls share the macros of the vector loops; that they stay scalar is no news.
#pragma clang diagnostic ignored "-Wpass-failed"

// Products and sums round separately unless a kernel asks for fusing.
#pragma STDC FP_CONTRACT OFF

// One function, compiled for three generations of x86 and chosen when the program is loaded. Release builds of Swift
// packages target SSE2 otherwise. Elsewhere (arm64) the baseline already has everything.
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__) && defined(__clang__)
#define NBK_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define NBK_CLONES
#endif

#define NBK_INLINE static inline __attribute__((always_inline))

// Element loops never read what another iteration wrote: `out` is apart from the operands or exactly one of them.
#define NBK_LOOP(n) _Pragma("clang loop vectorize(assume_safety)") for (int64_t i = 0; i < (n); ++i)

// Elements converted or gathered at a time when a loop wants contiguous floats and the data are something else.
enum { NBK_BLOCK = 256 };

NBK_INLINE int64_t nbk_size(nbk_dtype type) {
  switch (type) {
    case NBK_BOOL: case NBK_U8: case NBK_I8: return 1;
    case NBK_I16: case NBK_F16: case NBK_BF16: return 2;
    case NBK_I32: case NBK_F32: return 4;
    case NBK_I64: case NBK_F64: return 8;
  }
  return 0;
}

NBK_INLINE bool nbk_is_half(nbk_dtype type) { return type == NBK_F16 || type == NBK_BF16; }
NBK_INLINE bool nbk_is_float(nbk_dtype type) { return type >= NBK_F16; }

// The address of element i.
NBK_INLINE const void *nbk_at(const void *p, int64_t size, int64_t i) { return (const char *)p + size * i; }
NBK_INLINE void *nbk_to(void *p, int64_t size, int64_t i) { return (char *)p + size * i; }

// f16 / bf16 elements as floats and back.
void nbk_widen(nbk_dtype type, int64_t n, float *out, const void *a, int64_t sa);
void nbk_narrow(nbk_dtype type, int64_t n, void *out, int64_t so, const float *a);

#endif
