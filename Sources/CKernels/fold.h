// Folds of single runs, used by `nbk_reduce`.
#ifndef NBK_FOLD_H
#define NBK_FOLD_H

#include "internal.h"

float nbk_squares_f32(int64_t m, int64_t sm, const float *a);
double nbk_squares_f64(int64_t m, int64_t sm, const double *a);
float nbk_magnitudes_f32(int64_t m, int64_t sm, const float *a);
double nbk_magnitudes_f64(int64_t m, int64_t sm, const double *a);
float nbk_product_f32(int64_t m, int64_t sm, const float *a);
double nbk_product_f64(int64_t m, int64_t sm, const double *a);
float nbk_fold_half(nbk_reduce_op op, nbk_dtype type, int64_t m, int64_t sm, const void *a);
int64_t nbk_fold_integer(nbk_reduce_op op, nbk_dtype type, int64_t m, int64_t sm, const void *a);
int64_t nbk_count_nonzero(nbk_dtype type, int64_t m, int64_t sm, const void *a);
// Whether a run holds an element whose truth is `wanted`.
bool nbk_any_nonzero(nbk_dtype type, int64_t m, int64_t sm, const void *a, bool wanted);

#endif
