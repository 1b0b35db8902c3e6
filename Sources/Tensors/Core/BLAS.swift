#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The matrix products of OpenBLAS. The library is loaded when the first large product needs it: loading it takes longer than
/// most notebooks do.
struct BLAS: Sendable {
  enum Transposition: Int32 {
    case none = 111
    case transposed = 112
  }

  /// `cblas_sgemm`: order, transpositions, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc.
  typealias SingleProduct =
    @Sendable @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, Float, UnsafePointer<Float>, Int32, UnsafePointer<Float>, Int32, Float,
      UnsafeMutablePointer<Float>, Int32
    ) -> Void
  /// `cblas_dgemm`.
  typealias DoubleProduct =
    @Sendable @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, Double, UnsafePointer<Double>, Int32, UnsafePointer<Double>, Int32,
      Double,
      UnsafeMutablePointer<Double>, Int32
    ) -> Void

  static let rowMajor: Int32 = 101
  let sgemm: SingleProduct
  let dgemm: DoubleProduct

  /// Throws: `RuntimeError` if the library cannot be loaded.
  static func loaded() throws(TensorError) -> BLAS {
    guard let library else {
      throw TensorError(
        .runtimeError,
        "large matrix products need OpenBLAS, which could not be loaded (\(names.joined(separator: ", ")))")
    }
    return library
  }

  #if canImport(Darwin)
    private static let names = [
      "/opt/homebrew/opt/openblas/lib/libopenblas.dylib", "/usr/local/opt/openblas/lib/libopenblas.dylib",
      "libopenblas.dylib",
    ]
  #else
    private static let names = ["libopenblas.so.0", "libopenblas.so"]
  #endif

  private static let library: BLAS? = {
    for name in names {
      guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL), let sgemm = dlsym(handle, "cblas_sgemm"),
        let dgemm = dlsym(handle, "cblas_dgemm"), let setThreads = dlsym(handle, "openblas_set_num_threads")
      else { continue }
      // Its threads cost more than they bring for matrices of this size.
      unsafeBitCast(setThreads, to: (@convention(c) (Int32) -> Void).self)(1)
      return BLAS(
        sgemm: unsafeBitCast(sgemm, to: SingleProduct.self), dgemm: unsafeBitCast(dgemm, to: DoubleProduct.self))
    }
    return nil
  }()
}
