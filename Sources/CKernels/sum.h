// Sums by dtype, results contiguous in the type they are summed in. Shape and strides as in `nbk_reduce`.
#ifndef NBK_SUM_H
#define NBK_SUM_H

#include "internal.h"

#define NBK_DECLARE_SUM(NAME, T, A) \
  void nbk_sum_##NAME(int64_t n, int64_t sn, int64_t m, int64_t sm, const T *a, A *out);
NBK_DECLARE_SUM(f32, float, float)
NBK_DECLARE_SUM(f64, double, double)
NBK_DECLARE_SUM(nan_f32, float, float)
NBK_DECLARE_SUM(nan_f64, double, double)
NBK_DECLARE_SUM(f16, uint16_t, float)
NBK_DECLARE_SUM(bf16, uint16_t, float)
NBK_DECLARE_SUM(uint8_t, uint8_t, int64_t)
NBK_DECLARE_SUM(int8_t, int8_t, int64_t)
NBK_DECLARE_SUM(int16_t, int16_t, int64_t)
NBK_DECLARE_SUM(int32_t, int32_t, int64_t)
NBK_DECLARE_SUM(int64_t, int64_t, int64_t)

#endif
