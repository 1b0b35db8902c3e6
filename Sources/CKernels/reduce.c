// Reductions: dispatch over operations, dtypes and arrangements.
#include "fold.h"
#include "sum.h"

// Calls BODY for blocks of results: `count` of them from index i, whose first operand is `from`.
#define BLOCKS(A, BODY) \
  for (int64_t i = 0; i < n; i += NBK_BLOCK) { \
    int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK; \
    const void *from = nbk_at(a, size, i * sn); \
    A sums[NBK_BLOCK]; \
    BODY \
  }

static nbk_status sums(bool mean, bool skip_nan, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm,
                       const void *a, void *out, int64_t so) {
  int64_t size = nbk_size(type);
  if (type == NBK_F64) {
    BLOCKS(double, {
      if (skip_nan) nbk_sum_nan_f64(count, sn, m, sm, from, sums);
      else nbk_sum_f64(count, sn, m, sm, from, sums);
      for (int64_t k = 0; k < count; ++k) ((double *)out)[(i + k) * so] = mean ? sums[k] / (double)m : sums[k];
    })
  } else if (type == NBK_F32) {
    BLOCKS(float, {
      if (skip_nan) nbk_sum_nan_f32(count, sn, m, sm, from, sums);
      else nbk_sum_f32(count, sn, m, sm, from, sums);
      for (int64_t k = 0; k < count; ++k) ((float *)out)[(i + k) * so] = mean ? sums[k] / (float)m : sums[k];
    })
  } else if (nbk_is_half(type)) {
    BLOCKS(float, {
      if (skip_nan) {
        for (int64_t k = 0; k < count; ++k)
          sums[k] = nbk_fold_half(NBK_NAN_SUM, type, m, sm, nbk_at(from, size, k * sn));
      } else if (type == NBK_F16) {
        nbk_sum_f16(count, sn, m, sm, from, sums);
      } else {
        nbk_sum_bf16(count, sn, m, sm, from, sums);
      }
      if (mean) for (int64_t k = 0; k < count; ++k) sums[k] /= (float)m;
      nbk_narrow(type, count, nbk_to(out, 2, i * so), so, sums);
    })
  } else {
    if (mean) return NBK_UNSUPPORTED;
    BLOCKS(int64_t, {
      switch (type) {
        case NBK_I8: nbk_sum_int8_t(count, sn, m, sm, from, sums); break;
        case NBK_I16: nbk_sum_int16_t(count, sn, m, sm, from, sums); break;
        case NBK_I32: nbk_sum_int32_t(count, sn, m, sm, from, sums); break;
        case NBK_I64: nbk_sum_int64_t(count, sn, m, sm, from, sums); break;
        default: nbk_sum_uint8_t(count, sn, m, sm, from, sums); break;
      }
      for (int64_t k = 0; k < count; ++k) ((int64_t *)out)[(i + k) * so] = sums[k];
    })
  }
  return NBK_OK;
}

static void fold_f32(nbk_reduce_op op, int64_t m, int64_t sm, const float *a, float *out) {
  *out = op == NBK_PROD ? nbk_product_f32(m, sm, a)
       : op == NBK_SUM_ABS ? nbk_magnitudes_f32(m, sm, a)
       : op == NBK_NORM ? sqrtf(nbk_squares_f32(m, sm, a)) : nbk_squares_f32(m, sm, a);
}

static void fold_f64(nbk_reduce_op op, int64_t m, int64_t sm, const double *a, double *out) {
  *out = op == NBK_PROD ? nbk_product_f64(m, sm, a)
       : op == NBK_SUM_ABS ? nbk_magnitudes_f64(m, sm, a)
       : op == NBK_NORM ? sqrt(nbk_squares_f64(m, sm, a)) : nbk_squares_f64(m, sm, a);
}

nbk_status nbk_reduce(nbk_reduce_op op, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a,
                      void *out, int64_t so) {
  int64_t size = nbk_size(type);
  if (m == 1) sm = 1;
  if (n == 1) sn = so = 1;
  switch (op) {
    case NBK_SUM: case NBK_MEAN: case NBK_NAN_SUM:
      return sums(op == NBK_MEAN, op == NBK_NAN_SUM, type, n, sn, m, sm, a, out, so);
    case NBK_ANY:
      for (int64_t i = 0; i < n; ++i)
        ((uint8_t *)out)[i * so] = nbk_any_nonzero(type, m, sm, nbk_at(a, size, i * sn), true);
      return NBK_OK;
    case NBK_ALL:
      for (int64_t i = 0; i < n; ++i)
        ((uint8_t *)out)[i * so] = !nbk_any_nonzero(type, m, sm, nbk_at(a, size, i * sn), false);
      return NBK_OK;
    case NBK_COUNT_NONZERO:
      for (int64_t i = 0; i < n; ++i)
        ((int64_t *)out)[i * so] = nbk_count_nonzero(type, m, sm, nbk_at(a, size, i * sn));
      return NBK_OK;
    case NBK_PROD: case NBK_SUM_SQUARES: case NBK_SUM_ABS: case NBK_NORM: break;
  }
  if (!nbk_is_float(type) && op != NBK_PROD) return NBK_UNSUPPORTED;
  for (int64_t i = 0; i < n; ++i) {
    const void *from = nbk_at(a, size, i * sn);
    if (type == NBK_F32) {
      fold_f32(op, m, sm, from, (float *)out + i * so);
    } else if (type == NBK_F64) {
      fold_f64(op, m, sm, from, (double *)out + i * so);
    } else if (nbk_is_half(type)) {
      float value = nbk_fold_half(op, type, m, sm, from);
      nbk_narrow(type, 1, nbk_to(out, 2, i * so), 1, &value);
    } else {
      ((int64_t *)out)[i * so] = nbk_fold_integer(op, type, m, sm, from);
    }
  }
  return NBK_OK;
}
