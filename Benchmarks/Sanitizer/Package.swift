// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "sanitizer-benchmark",
    platforms: [.macOS(.v15)],
    // Named, so that the folder of the clone may have any name.
    dependencies: [.package(name: "hangar", path: "../..")],
    targets: [
        .executableTarget(
            name: "SanitizerBenchmark", dependencies: [.product(name: "HTMLSanitizer", package: "hangar")],
            swiftSettings: [.enableUpcomingFeature("ExistentialAny")])
    ],
    swiftLanguageModes: [.v6]
)
