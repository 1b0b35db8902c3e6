// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "nbcheck",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "PythonSyntax"),  // text -> AST
    .testTarget(name: "PythonSyntaxTests", dependencies: ["PythonSyntax"], exclude: ["Recorded"]),
  ],
  swiftLanguageModes: [.v6]
)
