// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "hangar-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "hangar", path: ".."),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        .executableTarget(
            name: "benchmark-templates",
            dependencies: [
                .product(name: "TemplateEngine", package: "hangar"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: [.enableUpcomingFeature("ExistentialAny")])
    ],
    swiftLanguageModes: [.v6]
)
