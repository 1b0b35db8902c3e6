// The shape of two-operand loops: three forms of contiguous run (both operands, or one of them a single value) and a
// driver that brings every other stride and the 16-bit floats into one of those.
#ifndef NBK_BINARY_H
#define NBK_BINARY_H

#include "internal.h"

// Steps of the operands in a contiguous run.
typedef enum { NBK_VV, NBK_VS, NBK_SV } nbk_form;

#define NBK_FORMS(R, T, EXPR) \
  switch (form) { \
    case NBK_VV: NBK_LOOP(n) { T x = a[i], y = b[i]; out[i] = (R)(EXPR); } break; \
    case NBK_VS: { T y = *b; NBK_LOOP(n) { T x = a[i]; out[i] = (R)(EXPR); } } break; \
    case NBK_SV: { T x = *a; NBK_LOOP(n) { T y = b[i]; out[i] = (R)(EXPR); } } break; \
  }

// A contiguous loop for `type`, which is never a 16-bit float.
typedef nbk_status (*nbk_binary_run)(int32_t op, nbk_dtype type, nbk_form form, int64_t n, void *out, const void *a,
                                     const void *b);

// Drives `run`; the result has `out_size` bytes per element, or is of `type` again when that is 0.
nbk_status nbk_drive_binary(nbk_binary_run run, int32_t op, nbk_dtype type, int64_t out_size, int64_t n, void *out,
                            int64_t so, const void *a, int64_t sa, const void *b, int64_t sb);

#endif
