// Variances. float32 and the 16-bit floats in two passes of double; float64 by Welford's recurrence, as PyTorch does.
#include "internal.h"

typedef struct { double mean, squares; } moments;

// Mean and sum of squared distances of a contiguous run of floats.
NBK_CLONES void nbk_moments_f32(int64_t m, const float *a, double *mean, double *squares) {
  enum { LANES = 16 };
  double lanes[LANES] = {0}, total = 0;
  int64_t j = 0;
  for (; j + LANES <= m; j += LANES)
    for (int k = 0; k < LANES; ++k) lanes[k] += (double)a[j + k];
  for (; j < m; ++j) total += (double)a[j];
  for (int k = 0; k < LANES; ++k) total += lanes[k];
  double center = total / (double)m;
  memset(lanes, 0, sizeof lanes);
  total = 0;
  for (j = 0; j + LANES <= m; j += LANES)
    for (int k = 0; k < LANES; ++k) {
      double d = (double)a[j + k] - center;
      lanes[k] += d * d;
    }
  for (; j < m; ++j) total += ((double)a[j] - center) * ((double)a[j] - center);
  for (int k = 0; k < LANES; ++k) total += lanes[k];
  *mean = center, *squares = total;
}

// The same for a block of columns.
NBK_CLONES void nbk_moments_columns_f32(int64_t n, int64_t m, int64_t sm, const float *a, double *mean,
                                        double *squares) {
  for (int64_t i = 0; i < n; ++i) mean[i] = squares[i] = 0;
  for (int64_t j = 0; j < m; ++j) NBK_LOOP(n) mean[i] += (double)a[j * sm + i];
  for (int64_t i = 0; i < n; ++i) mean[i] /= (double)m;
  for (int64_t j = 0; j < m; ++j) NBK_LOOP(n) {
    double d = (double)a[j * sm + i] - mean[i];
    squares[i] += d * d;
  }
}

static moments strided_moments(nbk_dtype type, int64_t m, int64_t sm, const void *a) {
  moments result = {0, 0};
  int64_t size = nbk_size(type);
  float block[NBK_BLOCK];
  for (int pass = 0; pass < 2; ++pass) {
    for (int64_t j = 0; j < m; j += NBK_BLOCK) {
      int64_t count = m - j < NBK_BLOCK ? m - j : NBK_BLOCK;
      nbk_cast(NBK_F32, block, 1, type, nbk_at(a, size, j * sm), sm, count);
      for (int64_t k = 0; k < count; ++k) {
        double d = (double)block[k] - result.mean;
        if (pass == 0) result.squares += (double)block[k];
        else result.squares += d * d;
      }
    }
    if (pass == 0) result.mean = result.squares / (double)m, result.squares = 0;
  }
  return result;
}

static moments welford(int64_t m, int64_t sm, const double *a) {
  moments result = {0, 0};
  for (int64_t j = 0; j < m; ++j) {
    double x = a[j * sm], delta = x - result.mean;
    result.mean = result.mean + delta / (double)(j + 1);
    result.squares = result.squares + delta * (x - result.mean);
  }
  return result;
}

static void finish(nbk_dtype type, int64_t m, double correction, bool take_root, moments found, void *var,
                   void *mean) {
  double divisor = (double)m - correction;
  double value = found.squares / (divisor > 0 ? divisor : 0);
  if (take_root) value = sqrt(value);
  if (m == 0) value = found.mean = NAN;
  nbk_cast(type, var, 1, NBK_F64, &value, 1, 1);
  if (mean) nbk_cast(type, mean, 1, NBK_F64, &found.mean, 1, 1);
}

nbk_status nbk_var(nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a, double correction,
                   bool take_root, void *var, int64_t sv, void *mean, int64_t smean) {
  if (!nbk_is_float(type)) return NBK_UNSUPPORTED;
  int64_t size = nbk_size(type);
  bool columns = type == NBK_F32 && sn == 1 && sm != 1 && n >= 8;
  double means[NBK_BLOCK], squares[NBK_BLOCK];
  for (int64_t i = 0; i < n; ++i) {
    moments found = {0, 0};
    const void *from = nbk_at(a, size, i * sn);
    if (columns) {
      int64_t k = i % NBK_BLOCK;
      if (k == 0) nbk_moments_columns_f32(n - i < NBK_BLOCK ? n - i : NBK_BLOCK, m, sm, from, means, squares);
      found = (moments){means[k], squares[k]};
    } else if (type == NBK_F64) {
      found = welford(m, sm, from);
    } else if (type == NBK_F32 && sm == 1) {
      nbk_moments_f32(m, from, &found.mean, &found.squares);
    } else {
      found = strided_moments(type, m, sm, from);
    }
    finish(type, m, correction, take_root, found, nbk_to(var, size, i * sv),
           mean ? nbk_to(mean, size, i * smean) : NULL);
  }
  return NBK_OK;
}
