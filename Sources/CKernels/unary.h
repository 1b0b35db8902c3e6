// The contiguous loops of the one-operand operations, by kind of element.
#ifndef NBK_UNARY_H
#define NBK_UNARY_H

#include "internal.h"

nbk_status nbk_unary_float(nbk_unary_op op, int64_t n, float *out, const float *a);
nbk_status nbk_unary_double(nbk_unary_op op, int64_t n, double *out, const double *a);
nbk_status nbk_unary_integer(nbk_unary_op op, nbk_dtype type, int64_t n, void *out, const void *a);

#endif
