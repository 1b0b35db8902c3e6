// Softmax, its logarithm, and log-sum-exp of runs. Anything but contiguous float32 or float64 goes through a buffer.
#include <stdlib.h>

#include "internal.h"
#include "math_f32.h"

NBK_INLINE float exp_float(float x) { return nbk_exp_below_zero_f32(x); }
NBK_INLINE double exp_double(double x) { return exp(x); }

#define RUNS(T, LOG) \
  NBK_INLINE void exp_run_##T(int64_t n, const T *a, T top, T *out) { \
    NBK_LOOP(n) out[i] = exp_##T(a[i] - top); \
  } \
  NBK_INLINE T largest_##T(int64_t m, const T *a) { \
    enum { LANES = 64 / sizeof(T) }; \
    T lanes[LANES], best = -INFINITY; \
    for (int k = 0; k < LANES; ++k) lanes[k] = -INFINITY; \
    int64_t j = 0; \
    for (; j + LANES <= m; j += LANES) \
      for (int k = 0; k < LANES; ++k) lanes[k] = a[j + k] > lanes[k] || a[j + k] != a[j + k] ? a[j + k] : lanes[k]; \
    for (; j < m; ++j) if (a[j] > best || a[j] != a[j]) best = a[j]; \
    for (int k = 0; k < LANES; ++k) if (lanes[k] > best || lanes[k] != lanes[k]) best = lanes[k]; \
    return best; \
  } \
  /* The sum of exp(a - top), each term kept in `out` when there is one. */ \
  NBK_INLINE T exp_sum_##T(int64_t m, const T *a, T top, T *out) { \
    enum { LANES = 64 / sizeof(T) }; \
    T lanes[LANES] = {0}, block[NBK_BLOCK]; \
    for (int64_t j = 0; j < m; j += NBK_BLOCK) { \
      int64_t count = m - j < NBK_BLOCK ? m - j : NBK_BLOCK, i = 0; \
      const T *from = a + j; \
      T *terms = out ? out + j : block; \
      exp_run_##T(count, from, top, terms); \
      for (; i + LANES <= count; i += LANES) \
        for (int k = 0; k < LANES; ++k) lanes[k] += terms[i + k]; \
      for (int k = 0; i + k < count; ++k) lanes[k] += terms[i + k]; \
    } \
    for (int k = 1; k < LANES; ++k) lanes[0] += lanes[k]; \
    return lanes[0]; \
  } \
  NBK_CLONES void nbk_softmax_##T(bool logarithm, int64_t m, const T *a, T *out) { \
    T top = largest_##T(m, a); \
    if (logarithm) { \
      T logarithm_of_sum = LOG(exp_sum_##T(m, a, top, NULL)); \
      NBK_LOOP(m) out[i] = a[i] - top - logarithm_of_sum; \
    } else { \
      T inverse = 1 / exp_sum_##T(m, a, top, out); \
      NBK_LOOP(m) out[i] = out[i] * inverse; \
    } \
  } \
  /* Neighbouring columns, at most a block of them, row by row. */ \
  NBK_CLONES void nbk_softmax_columns_##T(bool logarithm, int64_t n, int64_t m, const T *a, int64_t sm, T *out, \
                                          int64_t som) { \
    T top[NBK_BLOCK], sum[NBK_BLOCK], term[NBK_BLOCK]; \
    for (int64_t i = 0; i < n; ++i) top[i] = a[i], sum[i] = 0; \
    for (int64_t j = 1; j < m; ++j) NBK_LOOP(n) { \
      T x = a[j * sm + i]; \
      bool beats = (x > top[i]) | (x != x); \
      top[i] = beats ? x : top[i]; \
    } \
    for (int64_t j = 0; j < m; ++j) { \
      T *terms = logarithm ? term : out + j * som; \
      NBK_LOOP(n) { T e = exp_##T(a[j * sm + i] - top[i]); terms[i] = e; sum[i] += e; } \
    } \
    if (logarithm) for (int64_t i = 0; i < n; ++i) sum[i] = LOG(sum[i]); \
    for (int64_t j = 0; j < m; ++j) { \
      if (logarithm) NBK_LOOP(n) out[j * som + i] = a[j * sm + i] - top[i] - sum[i]; \
      else NBK_LOOP(n) out[j * som + i] /= sum[i]; \
    } \
  } \
  NBK_CLONES T nbk_logsumexp_##T(int64_t m, const T *a) { \
    T top = largest_##T(m, a); \
    if (top == INFINITY || top == -INFINITY) top = 0; \
    return top + LOG(exp_sum_##T(m, a, top, NULL)); \
  } \
  NBK_CLONES void nbk_softmax_grad_##T(bool logarithm, int64_t m, const T *grad, const T *y, T *out) { \
    enum { LANES = 64 / sizeof(T) }; \
    T lanes[LANES] = {0}, total = 0; \
    int64_t j = 0; \
    for (; j + LANES <= m; j += LANES) \
      for (int k = 0; k < LANES; ++k) lanes[k] += logarithm ? grad[j + k] : grad[j + k] * y[j + k]; \
    for (; j < m; ++j) total += logarithm ? grad[j] : grad[j] * y[j]; \
    for (int k = 0; k < LANES; ++k) total += lanes[k]; \
    if (logarithm) NBK_LOOP(m) out[i] = grad[i] - exp_##T(y[i]) * total; \
    else NBK_LOOP(m) out[i] = (grad[i] - total) * y[i]; \
  }
RUNS(float, nbk_log_f32)
RUNS(double, log)

// Scratch for one run as float or double, on the stack while it is short.
typedef struct { uint64_t few[NBK_BLOCK]; void *many; } scratch;

static void *open_scratch(scratch *s, int64_t m) {
  s->many = m > NBK_BLOCK ? malloc((size_t)m * sizeof(double)) : NULL;
  return m > NBK_BLOCK ? s->many : s->few;
}

nbk_status nbk_softmax(bool logarithm, nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a,
                       void *out, int64_t son, int64_t som) {
  if (!nbk_is_float(type)) return NBK_UNSUPPORTED;
  int64_t size = nbk_size(type);
  if (!nbk_is_half(type) && sn == 1 && son == 1 && sm != 1 && m > 0) {
    for (int64_t i = 0; i < n; i += NBK_BLOCK) {
      int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK;
      const void *from = nbk_at(a, size, i);
      void *to = nbk_to(out, size, i);
      if (type == NBK_F64) nbk_softmax_columns_double(logarithm, count, m, from, sm, to, som);
      else nbk_softmax_columns_float(logarithm, count, m, from, sm, to, som);
    }
    return NBK_OK;
  }
  bool direct = !nbk_is_half(type) && sm == 1 && som == 1;
  nbk_dtype wide = type == NBK_F64 ? NBK_F64 : NBK_F32;
  scratch space;
  void *run = direct ? NULL : open_scratch(&space, m);
  if (!direct && !run) return NBK_UNSUPPORTED;
  for (int64_t i = 0; i < n; ++i) {
    const void *from = nbk_at(a, size, i * sn);
    void *to = nbk_to(out, size, i * son);
    if (!direct) nbk_cast(wide, run, 1, type, from, sm, m);
    if (type == NBK_F64) nbk_softmax_double(logarithm, m, direct ? from : run, direct ? to : run);
    else nbk_softmax_float(logarithm, m, direct ? from : run, direct ? to : run);
    if (!direct) nbk_cast(type, to, som, wide, run, 1, m);
  }
  if (!direct) free(space.many);
  return NBK_OK;
}

nbk_status nbk_logsumexp(nbk_dtype type, int64_t n, int64_t sn, int64_t m, int64_t sm, const void *a, void *out,
                         int64_t so) {
  if (!nbk_is_float(type)) return NBK_UNSUPPORTED;
  int64_t size = nbk_size(type);
  nbk_dtype wide = type == NBK_F64 ? NBK_F64 : NBK_F32;
  bool direct = type == wide && sm == 1;
  scratch space;
  void *run = direct ? NULL : open_scratch(&space, m);
  if (!direct && !run) return NBK_UNSUPPORTED;
  for (int64_t i = 0; i < n; ++i) {
    const void *from = nbk_at(a, size, i * sn);
    if (!direct) nbk_cast(wide, run, 1, type, from, sm, m);
    if (type == NBK_F64) {
      ((double *)out)[i * so] = nbk_logsumexp_double(m, direct ? from : run);
    } else {
      float value = nbk_logsumexp_float(m, direct ? from : run);
      nbk_cast(type, nbk_to(out, size, i * so), 1, NBK_F32, &value, 1, 1);
    }
  }
  if (!direct) free(space.many);
  return NBK_OK;
}

nbk_status nbk_softmax_grad(bool logarithm, nbk_dtype type, int64_t n, int64_t m, const void *grad, const void *y,
                            void *out) {
  for (int64_t i = 0; i < n; ++i) {
    if (type == NBK_F32)
      nbk_softmax_grad_float(logarithm, m, (const float *)grad + i * m, (const float *)y + i * m, (float *)out + i * m);
    else if (type == NBK_F64)
      nbk_softmax_grad_double(logarithm, m, (const double *)grad + i * m, (const double *)y + i * m,
                              (double *)out + i * m);
    else return NBK_UNSUPPORTED;
  }
  return NBK_OK;
}
