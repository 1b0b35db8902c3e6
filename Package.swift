// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "nbcheck",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "nbcheck", targets: ["nbcheck"]),
    .library(name: "NotebookTesting", targets: ["NotebookTesting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.0"),
  ],
  targets: [
    // The C libraries and the numeric inner loops
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),  // CommonMark blocks and positions
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-32",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),  // regular expressions over code points
    .target(name: "CKernels"),  // buffers -> buffers

    // The way of a cell through the product
    .target(name: "Notebooks", dependencies: ["CCMark"]),  // markdown -> cells, and edits back
    .target(name: "PythonSyntax"),  // text -> AST
    .target(
      name: "Interpreter",
      dependencies: [
        "CPCRE2", "PythonLibrary", "PythonSyntax", .product(name: "BigInt", package: "BigInt"),
      ]),  // AST -> code -> values
    .target(name: "PythonLibrary", exclude: ["Modules"]),  // the standard library's Python, as text
    .target(name: "Tensors", dependencies: ["CKernels"]),  // values -> tensors and gradients
    .target(name: "Torch", dependencies: ["Interpreter", "Tensors"]),  // tensors as Python sees them
    .target(
      name: "Checking",
      dependencies: ["Interpreter", "Notebooks", "PythonSyntax", "Torch"]),  // run -> verdicts -> reports
    .target(name: "NotebookTesting", dependencies: ["Checking"]),  // reports -> test suites
    .executableTarget(
      name: "nbcheck",
      dependencies: [
        "Checking", "Notebooks", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),  // the commands

    // A folder of tests per target, and the notebooks recorded with the real thing
    .testTarget(name: "CKernelsTests", dependencies: ["CKernels"], resources: [.copy("KernelRecordings")]),
    .testTarget(name: "NotebooksTests", dependencies: ["Notebooks"]),
    .testTarget(name: "PythonSyntaxTests", dependencies: ["PythonSyntax"], exclude: ["Recorded"]),
    .testTarget(
      name: "InterpreterTests", dependencies: ["Interpreter", "PythonSyntax"], exclude: ["Corpus", "Values"]),
    .testTarget(
      name: "TensorsTests", dependencies: ["Tensors", "CKernels"],
      resources: [
        .copy("Random/RandomRecordings"), .copy("Printing/PrintingRecordings"), .copy("Operations/OperationRecordings"),
      ]),
    .testTarget(
      name: "TorchTests", dependencies: ["Interpreter", "PythonSyntax", "Tensors", "Torch"], exclude: ["Corpus"]),
    .testTarget(name: "CheckingTests", dependencies: ["Checking", "Notebooks"]),
    .testTarget(name: "NotebookTestingTests", dependencies: ["NotebookTesting"]),
    .testTarget(name: "nbcheckTests", dependencies: ["nbcheck"]),
    .testTarget(
      name: "ConformanceTests", dependencies: ["NotebookTesting", "Checking"], path: "Tests/Conformance",
      exclude: [
        "autograd", "errors", "language", "printing", "random", "tensors", "record.py", "recording", "requirements.txt",
        "scripts",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
