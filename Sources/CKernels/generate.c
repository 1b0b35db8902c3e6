// Regular sequences. They are formed in the precision PyTorch forms them in and cast block by block.
#include "internal.h"

// PyTorch's vector code rounds the first element of every vector to the dtype and counts on from there; only what is
// left after pairs of vectors is computed directly.
static double arange_element(nbk_dtype type, int64_t n, int64_t i, double first, double step) {
  int64_t lanes = 32 / nbk_size(type);
  if (i >= n - n % (2 * lanes)) return fma(step, (double)i, first);
  double base = fma(step, (double)(i - i % lanes), first);
  if (type == NBK_F32) base = (double)(float)base;
  if (type == NBK_F16) base = (double)nbk_f16_to_f32(nbk_f32_to_f16((float)base));
  if (type == NBK_BF16) base = (double)nbk_bf16_to_f32(nbk_f32_to_bf16((float)base));
  return fma((double)(i % lanes), step, base);
}

nbk_status nbk_arange(nbk_dtype type, int64_t n, void *out, double first, double step, int64_t ifirst, int64_t istep) {
  if (type == NBK_BOOL) return NBK_UNSUPPORTED;
  int64_t size = nbk_size(type);
  for (int64_t i = 0; i < n; i += NBK_BLOCK) {
    int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK;
    if (nbk_is_float(type)) {
      double block[NBK_BLOCK];
      for (int64_t j = 0; j < count; ++j) block[j] = arange_element(type, n, i + j, first, step);
      nbk_cast(type, nbk_to(out, size, i), 1, NBK_F64, block, 1, count);
    } else {
      int64_t block[NBK_BLOCK];
      for (int64_t j = 0; j < count; ++j) block[j] = (int64_t)((uint64_t)ifirst + (uint64_t)(i + j) * (uint64_t)istep);
      nbk_cast(type, nbk_to(out, size, i), 1, NBK_I64, block, 1, count);
    }
  }
  return NBK_OK;
}

// Both halves are counted from their own end, which makes the sequence symmetric and both ends exact.
static void linspace_float(int64_t n, int64_t from, int64_t count, float *out, float first, float last) {
  float step = (last - first) / (float)(n - 1);
  for (int64_t j = 0; j < count; ++j) {
    int64_t i = from + j;
    out[j] = i < n / 2 ? fmaf((float)i, step, first) : fmaf(-(float)(n - 1 - i), step, last);
  }
}

static void linspace_double(int64_t n, int64_t from, int64_t count, double *out, double first, double last) {
  double step = (last - first) / (double)(n - 1);
  for (int64_t j = 0; j < count; ++j) {
    int64_t i = from + j;
    out[j] = i < n / 2 ? fma((double)i, step, first) : fma(-(double)(n - 1 - i), step, last);
  }
}

nbk_status nbk_linspace(nbk_dtype type, int64_t n, void *out, double first, double last) {
  if (type == NBK_BOOL) return NBK_UNSUPPORTED;
  int64_t size = nbk_size(type);
  if (n == 1) return nbk_cast(type, out, 1, NBK_F64, &first, 1, 1);
  bool single = nbk_is_float(type) && type != NBK_F64;
  for (int64_t i = 0; i < n; i += NBK_BLOCK) {
    int64_t count = n - i < NBK_BLOCK ? n - i : NBK_BLOCK;
    double block[NBK_BLOCK];
    if (single) linspace_float(n, i, count, (float *)block, (float)first, (float)last);
    else linspace_double(n, i, count, block, first, last);
    nbk_cast(type, nbk_to(out, size, i), 1, single ? NBK_F32 : NBK_F64, block, 1, count);
  }
  return NBK_OK;
}
