// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "nbcheck",
  platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),  // CommonMark blocks and positions
    .target(name: "Notebooks", dependencies: ["CCMark"]),  // markdown -> cells, and edits back
    .target(name: "PythonSyntax"),  // text -> AST
    .testTarget(name: "NotebooksTests", dependencies: ["Notebooks"]),
    .testTarget(name: "PythonSyntaxTests", dependencies: ["PythonSyntax"], exclude: ["Recorded"]),
  ],
  swiftLanguageModes: [.v6]
)
