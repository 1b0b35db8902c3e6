// Running sums, products and extremes. Floats are accumulated in double and rounded at every step, as PyTorch does.
#include "internal.h"

#define SCAN(T, A) \
  static void scan_##T(nbk_scan_op op, int64_t m, const T *a, int64_t sm, T *out, int64_t som) { \
    A total = op == NBK_CUMPROD ? 1 : 0; \
    if (op == NBK_CUMPROD) for (int64_t j = 0; j < m; ++j) out[j * som] = (T)(total *= (A)a[j * sm]); \
    else for (int64_t j = 0; j < m; ++j) out[j * som] = (T)(total += (A)a[j * sm]); \
  }
SCAN(float, double) SCAN(double, double) SCAN(uint64_t, uint64_t)

// A block of neighbouring columns advances row by row.
#define COLUMNS(T, A) \
  NBK_CLONES void nbk_scan_columns_##T(nbk_scan_op op, int64_t n, int64_t m, const T *a, int64_t sm, T *out, \
                                       int64_t som) { \
    A totals[NBK_BLOCK]; \
    for (int64_t i = 0; i < n; ++i) totals[i] = op == NBK_CUMPROD ? 1 : 0; \
    for (int64_t j = 0; j < m; ++j) { \
      const T *row = a + j * sm; \
      T *to = out + j * som; \
      if (op == NBK_CUMPROD) NBK_LOOP(n) { totals[i] *= (A)row[i]; to[i] = (T)totals[i]; } \
      else NBK_LOOP(n) { totals[i] += (A)row[i]; to[i] = (T)totals[i]; } \
    } \
  }
COLUMNS(float, double) COLUMNS(double, double) COLUMNS(uint64_t, uint64_t)

static void log_cumsum_exp(nbk_dtype type, int64_t m, const void *a, int64_t sm, void *out, int64_t som) {
  double total = -INFINITY;
  int64_t size = nbk_size(type);
  for (int64_t j = 0; j < m; ++j) {
    double x;
    nbk_cast(NBK_F64, &x, 1, type, nbk_at(a, size, j * sm), 1, 1);
    double high = x > total || x != x ? x : total, low = x > total || x != x ? total : x;
    total = low != high || isfinite(low) ? high + log1p(exp(low - high)) : x;
    nbk_cast(type, nbk_to(out, size, j * som), 1, NBK_F64, &total, 1, 1);
  }
}

static void half_scan(nbk_scan_op op, nbk_dtype type, int64_t m, const void *a, int64_t sm, void *out, int64_t som) {
  float total = op == NBK_CUMPROD ? 1 : 0;
  for (int64_t j = 0; j < m; ++j) {
    float x;
    nbk_widen(type, 1, &x, nbk_at(a, 2, j * sm), 1);
    total = op == NBK_CUMPROD ? total * x : total + x;
    nbk_narrow(type, 1, nbk_to(out, 2, j * som), 1, &total);
  }
}

#define RUN(T) \
  if (sn == 1 && son == 1 && n >= 8) { \
    for (int64_t i = 0; i < n; i += NBK_BLOCK) \
      nbk_scan_columns_##T(op, n - i < NBK_BLOCK ? n - i : NBK_BLOCK, m, (const T *)a + i, sm, (T *)out + i, som); \
  } else { \
    for (int64_t i = 0; i < n; ++i) scan_##T(op, m, (const T *)a + i * sn, sm, (T *)out + i * son, som); \
  } \
  return NBK_OK;

nbk_status nbk_scan(nbk_scan_op op, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a,
                    void *out, int64_t son, int64_t som) {
  int64_t size = nbk_size(type);
  if (op == NBK_LOG_CUMSUM_EXP || nbk_is_half(type)) {
    if (!nbk_is_float(type)) return NBK_UNSUPPORTED;
    for (int64_t i = 0; i < n; ++i) {
      const void *from = nbk_at(a, size, i * sn);
      void *to = nbk_to(out, size, i * son);
      if (op == NBK_LOG_CUMSUM_EXP) log_cumsum_exp(type, m, from, sm, to, som);
      else half_scan(op, type, m, from, sm, to, som);
    }
    return NBK_OK;
  }
  switch (type) {
    case NBK_F32: RUN(float)
    case NBK_F64: RUN(double)
    case NBK_I64: RUN(uint64_t)
    default: return NBK_UNSUPPORTED;
  }
}

nbk_status nbk_scan_extreme(bool largest, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a,
                            void *out, int64_t son, int64_t som, int64_t *indices, int64_t sin, int64_t sim) {
  int64_t size = nbk_size(type);
  for (int64_t i = 0; i < n; ++i) {
    int64_t place = 0;
    double best = 0;
    int64_t ibest = 0;
    for (int64_t j = 0; j < m; ++j) {
      const void *from = nbk_at(a, size, i * sn + j * sm);
      bool takes;
      if (nbk_is_float(type)) {
        double x;
        nbk_cast(NBK_F64, &x, 1, type, from, 1, 1);
        takes = j == 0 || x != x || (best == best && (largest ? x >= best : x <= best));
        if (takes) best = x;
      } else {
        int64_t x;
        nbk_cast(NBK_I64, &x, 1, type, from, 1, 1);
        takes = j == 0 || (largest ? x >= ibest : x <= ibest);
        if (takes) ibest = x;
      }
      if (takes) place = j;
      nbk_copy(size, 1, nbk_to(out, size, i * son + j * som), 1, nbk_at(a, size, i * sn + place * sm), 1);
      if (indices) indices[i * sin + j * sim] = place;
    }
  }
  return NBK_OK;
}
