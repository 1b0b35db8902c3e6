// Numeric inner loops: buffers in, buffers out. Nothing here allocates for the caller, throws or traps.
//
// Conventions
// - Strides count elements, not bytes. A stride of 0 repeats one element (a broadcast operand or a scalar).
// - `out` may be the same address and stride as an operand (in place); other overlaps are the caller's business.
// - Booleans are bytes 0 or 1. f16 and bf16 are passed as their 16-bit patterns and computed in float.
// - Integers wrap. Functions answer NBK_OK, or say what went wrong; `out` is then unspecified.
#ifndef NBK_KERNELS_H
#define NBK_KERNELS_H

#include <stdbool.h>
#include <stdint.h>

typedef enum nbk_dtype : int32_t {
  NBK_BOOL, NBK_U8, NBK_I8, NBK_I16, NBK_I32, NBK_I64, NBK_F16, NBK_BF16, NBK_F32, NBK_F64
} nbk_dtype;

typedef enum nbk_status : int32_t {
  NBK_OK,
  NBK_ZERO_DIVISION,      // an integer was divided by zero
  NBK_NEGATIVE_EXPONENT,  // an integer was raised to a negative power
  NBK_UNSUPPORTED         // this operation does not exist for this dtype
} nbk_status;

// ---- Element by element --------------------------------------------------------------------------------------

// a op b, all of one dtype.
//   floats: all but the bitwise ones. integers: all but DIV and ATAN2. bool: AND OR XOR, ADD (or), MUL (and), MIN, MAX.
typedef enum nbk_binary_op : int32_t {
  NBK_ADD, NBK_SUB, NBK_MUL,
  NBK_DIV,        // true division
  NBK_FLOOR_DIV,  // rounds to minus infinity
  NBK_TRUNC_DIV,  // rounds to zero
  NBK_REMAINDER,  // sign of the divisor, as Python's %
  NBK_FMOD,       // sign of the dividend, as C's
  NBK_POW, NBK_ATAN2,
  NBK_MAXIMUM, NBK_MINIMUM,  // NaN wins
  NBK_FMAX, NBK_FMIN,        // NaN loses
  NBK_BIT_AND, NBK_BIT_OR, NBK_BIT_XOR, NBK_SHL, NBK_SHR,
  NBK_HYPOT, NBK_COPYSIGN
} nbk_binary_op;

nbk_status nbk_binary(nbk_binary_op op, nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa,
                      const void *b, int64_t sb);

// a + alpha * b. `alpha` is used by the float dtypes, `ialpha` by the integers (subtract with -alpha).
nbk_status nbk_add_scaled(nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa, const void *b,
                          int64_t sb, double alpha, int64_t ialpha);

// a ** exponent for one number and float dtypes: exponents 2, 3, 0.5, -0.5, -1, -2 take their exact short cuts.
nbk_status nbk_pow_scalar(nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa,
                          double exponent);

// out = value * a * b and out = self + value * a * b / self + value * a / b: the fused forms optimizers use.
nbk_status nbk_addcmul(nbk_dtype type, int64_t n, void *out, int64_t so, const void *self, int64_t ss, const void *a,
                       int64_t sa, const void *b, int64_t sb, double value);
nbk_status nbk_addcdiv(nbk_dtype type, int64_t n, void *out, int64_t so, const void *self, int64_t ss, const void *a,
                       int64_t sa, const void *b, int64_t sb, double value);
// start + weight * (end - start), from the nearer end; the weight is one number or a tensor.
nbk_status nbk_lerp(nbk_dtype type, int64_t n, void *out, int64_t so, const void *start, int64_t ss, const void *end,
                    int64_t se, const void *weight, int64_t sw);

// a op b as bool bytes, for every dtype.
typedef enum nbk_compare_op : int32_t {
  NBK_EQ, NBK_NE, NBK_LT, NBK_LE, NBK_GT, NBK_GE, NBK_LOGICAL_AND, NBK_LOGICAL_OR, NBK_LOGICAL_XOR
} nbk_compare_op;

nbk_status nbk_compare(nbk_compare_op op, nbk_dtype type, int64_t n, uint8_t *out, int64_t so, const void *a,
                       int64_t sa, const void *b, int64_t sb);

// op a. integers: NEG ABS SIGN SQUARE RELU BIT_NOT (and FLOOR CEIL ROUND TRUNC as copies); bool: BIT_NOT; floats: all
// but BIT_NOT.
typedef enum nbk_unary_op : int32_t {
  NBK_NEG, NBK_ABS, NBK_SIGN, NBK_SQUARE, NBK_RELU, NBK_BIT_NOT,
  NBK_FLOOR, NBK_CEIL,
  NBK_ROUND,  // half to even
  NBK_TRUNC, NBK_FRAC,
  NBK_SQRT, NBK_RSQRT, NBK_RECIPROCAL,
  NBK_EXP, NBK_EXP2, NBK_EXPM1, NBK_LOG, NBK_LOG2, NBK_LOG10, NBK_LOG1P,
  NBK_SIN, NBK_COS, NBK_TAN, NBK_ASIN, NBK_ACOS, NBK_ATAN,
  NBK_SINH, NBK_COSH, NBK_TANH, NBK_ASINH, NBK_ACOSH, NBK_ATANH,
  NBK_SIGMOID, NBK_SILU, NBK_GELU, NBK_GELU_TANH, NBK_SOFTPLUS, NBK_LOG_SIGMOID,
  NBK_ERF, NBK_ERFC, NBK_LGAMMA
} nbk_unary_op;

nbk_status nbk_unary(nbk_unary_op op, nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa);

// A question to each element, answered as bool bytes.
typedef enum nbk_test_op : int32_t { NBK_IS_NAN, NBK_IS_INF, NBK_IS_FINITE, NBK_LOGICAL_NOT, NBK_SIGN_BIT } nbk_test_op;

nbk_status nbk_test(nbk_test_op op, nbk_dtype type, int64_t n, uint8_t *out, int64_t so, const void *a, int64_t sa);

// Gradients that would otherwise take several passes: out = grad * f'(…), one dtype, floats only.
typedef enum nbk_grad_op : int32_t {
  NBK_TANH_GRAD,     // grad * (1 - y * y), y the result
  NBK_SIGMOID_GRAD,  // grad * (1 - y) * y, y the result
  NBK_RELU_GRAD      // y > 0 ? grad : 0, y the result
} nbk_grad_op;

nbk_status nbk_grad(nbk_grad_op op, nbk_dtype type, int64_t n, void *out, int64_t so, const void *grad, int64_t sg,
                    const void *y, int64_t sy);

// mask ? a : b. Only the element size matters (1, 2, 4 or 8 bytes).
nbk_status nbk_where(int64_t size, int64_t n, void *out, int64_t so, const uint8_t *mask, int64_t sm, const void *a,
                     int64_t sa, const void *b, int64_t sb);
// out = value where the mask is set, untouched elsewhere.
nbk_status nbk_masked_fill(int64_t size, int64_t n, void *out, int64_t so, const uint8_t *mask, int64_t sm,
                           const void *value);
// Limits into [low, high]; either may be NULL. NaN elements and NaN limits give NaN; low > high gives high.
nbk_status nbk_clamp(nbk_dtype type, int64_t n, void *out, int64_t so, const void *a, int64_t sa, const void *low,
                     const void *high);

// ---- Moving data ---------------------------------------------------------------------------------------------

// Conversion between any two dtypes: to bool is != 0; floats to integers truncate, and what does not fit becomes what
// x86 makes of it, on every machine.
nbk_status nbk_cast(nbk_dtype to, void *out, int64_t so, nbk_dtype from, const void *a, int64_t sa, int64_t n);
nbk_status nbk_fill(int64_t size, int64_t n, void *out, int64_t so, const void *value);
nbk_status nbk_copy(int64_t size, int64_t n, void *out, int64_t so, const void *a, int64_t sa);
// out[r * ldo + c] = a[c * lda + r] for `rows` x `cols` of out: the copy of a transposed matrix, in tiles.
nbk_status nbk_transpose(int64_t size, int64_t rows, int64_t cols, void *out, int64_t ldo, const void *a, int64_t lda);
// out[r] = table[index[r]] for runs of `width` elements; an index outside 0..<count answers NBK_UNSUPPORTED.
nbk_status nbk_gather_rows(int64_t size, int64_t n, int64_t width, void *out, const void *table, int64_t count,
                           const int64_t *index, int64_t si);
// first + i * step, computed as PyTorch's arange and linspace do.
nbk_status nbk_arange(nbk_dtype type, int64_t n, void *out, double first, double step, int64_t ifirst, int64_t istep);
nbk_status nbk_linspace(nbk_dtype type, int64_t n, void *out, double first, double last);

// ---- Reductions ----------------------------------------------------------------------------------------------
//
// `n` results, each over `m` elements: result i reads a[i * sn + j * sm] for j in 0..<m and is written to out[i * so].
// sm == 1 reduces along rows, sn == 1 down columns; both are vectorised, other strides work.

// SUM, PROD: floats to their own dtype, integers and bool to i64. SUM_SQUARES, SUM_ABS, NORM, MEAN: floats only.
// NAN_SUM skips NaN. ANY, ALL: every dtype, to bool bytes. COUNT_NONZERO: to i64.
typedef enum nbk_reduce_op : int32_t {
  NBK_SUM, NBK_PROD, NBK_SUM_SQUARES, NBK_SUM_ABS,
  NBK_NORM,  // the root of the sum of squares
  NBK_NAN_SUM, NBK_MEAN, NBK_ANY, NBK_ALL, NBK_COUNT_NONZERO
} nbk_reduce_op;

nbk_status nbk_reduce(nbk_reduce_op op, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a,
                      void *out, int64_t so);

// Largest (or smallest) values and where they are first found; NaN wins. `values` or `indices` may be NULL. m > 0.
nbk_status nbk_extreme(bool largest, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a,
                       void *values, int64_t sv, int64_t *indices, int64_t si);

// Variance with the given correction (a divisor of 0 or less gives inf or NaN) and, if wanted, the mean; floats only.
nbk_status nbk_var(nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a, double correction,
                   bool take_root, void *var, int64_t sv, void *mean, int64_t smean);

// Running results: out[i * son + j * som]. Integers and bool must be cast to i64 first.
typedef enum nbk_scan_op : int32_t { NBK_CUMSUM, NBK_CUMPROD, NBK_LOG_CUMSUM_EXP } nbk_scan_op;
nbk_status nbk_scan(nbk_scan_op op, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a,
                    void *out, int64_t son, int64_t som);
// Running maximum or minimum with the index of the latest equal element.
nbk_status nbk_scan_extreme(bool largest, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a,
                            void *out, int64_t son, int64_t som, int64_t *indices, int64_t sin, int64_t sim);

// softmax (or log_softmax) of each run and its gradient grad -> out given the result y; floats only.
nbk_status nbk_softmax(bool logarithm, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a,
                       void *out, int64_t son, int64_t som);
nbk_status nbk_softmax_grad(bool logarithm, nbk_dtype type, int64_t n, int64_t m, const void *grad, const void *y,
                            void *out);  // contiguous rows
// log(sum(exp(a))) of each run, floats only.
nbk_status nbk_logsumexp(nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a, void *out,
                         int64_t so);

// ---- Sorting -------------------------------------------------------------------------------------------------

// Stable sort of m elements with their positions; NaN is largest. `values` and `indices` are contiguous.
// Answers NBK_UNSUPPORTED if no scratch memory can be had.
nbk_status nbk_sort(bool descending, nbk_dtype type, int64_t m, int64_t sm, const void *a, void *values,
                    int64_t *indices);

// ---- Products ------------------------------------------------------------------------------------------------

// The sum of a[i] * b[i], in the dtype (f16 and bf16 summed in float).
nbk_status nbk_dot(nbk_dtype type, int64_t n, const void *a, int64_t sa, const void *b, int64_t sb, void *out);

// c (m x n, row stride ldc) = a (m x k) @ b (k x n), or c += when accumulating. Operands have a row and a column
// stride, so a transposed operand is the same memory with the two swapped. Meant for small and for tall or thin
// products; every dtype but bool.
nbk_status nbk_matmul(nbk_dtype type, int64_t m, int64_t n, int64_t k, const void *a, int64_t ra, int64_t ca,
                      const void *b, int64_t rb, int64_t cb, void *c, int64_t ldc, bool accumulate);

// ---- Random numbers ------------------------------------------------------------------------------------------

// Floats in [low, high) from 32-bit words, of which the low 24 bits count.
void nbk_random_uniform_f32(int64_t n, float *out, const uint32_t *words, float low, float high);
// Normal values from uniform ones, in place, in blocks of 16: n is a multiple of 16.
void nbk_random_normal_f32(int64_t n, float *values, float mean, float std);
void nbk_random_normal_f64(int64_t n, double *values, double mean, double std);

// ---- Single values -------------------------------------------------------------------------------------------

float nbk_from_f16(uint16_t bits);
uint16_t nbk_to_f16(float value);
float nbk_from_bf16(uint16_t bits);
uint16_t nbk_to_bf16(float value);

#endif
