// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

let package = Package(
    name: "hangar",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "hangar", targets: ["hangar"]),
        .library(name: "TemplateEngine", targets: ["TemplateEngine"]),
        .library(name: "HTMLSanitizer", targets: ["HTMLSanitizer"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CLibDeflate", pkgConfig: "libdeflate",
            providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
        .systemLibrary(
            name: "CBrotli", pkgConfig: "libbrotlienc",
            providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
        .systemLibrary(
            name: "CCMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

        // libcurl is not linked, but loaded when it is needed. Only its headers are needed for building.
        .target(name: "CCurl"),

        .target(name: "Support", swiftSettings: strict),
        .target(name: "YAML", dependencies: ["CLibYAML"], swiftSettings: strict),
        .target(name: "Language", swiftSettings: strict),
        .target(name: "Catalogue", swiftSettings: strict),
        .target(name: "LaunchLibrary", dependencies: ["Support", "Catalogue", "CCurl"], swiftSettings: strict),
        .target(name: "SafeMarkup", swiftSettings: strict),
        .target(name: "TemplateEngine", dependencies: ["Support", "Language", "SafeMarkup"], swiftSettings: strict),
        .target(name: "HTMLSanitizer", dependencies: ["Support", "SafeMarkup", "CLibXML2"], swiftSettings: strict),
        .target(
            name: "SiteGenerator",
            dependencies: [
                "Support", "Language", "Catalogue", "TemplateEngine", "HTMLSanitizer", "YAML", "CCMark", "CSQLite",
            ],
            swiftSettings: strict, plugins: ["EmbedFiles"]),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["FileEmbedder"]),
        .executableTarget(name: "FileEmbedder", dependencies: ["Support"], swiftSettings: strict),
        .target(name: "Publishing", dependencies: ["Support", "CLibDeflate", "CBrotli"], swiftSettings: strict),
        // SiteCheck reads the manifest and the compressed files that Publishing writes. Publishing documents their formats.
        .target(name: "SiteCheck", dependencies: ["Support", "Publishing", "CLibXML2"], swiftSettings: strict),
        .target(
            name: "PreviewServer",
            dependencies: [
                "Support", "Catalogue", "LaunchLibrary", .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: strict),
        .target(
            name: "HangarKit",
            dependencies: [
                "Support", "Catalogue", "LaunchLibrary", "TemplateEngine", "HTMLSanitizer", "SiteGenerator", "Publishing", "SiteCheck",
                "PreviewServer", "YAML", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict, plugins: ["EmbedFiles"]),
        .executableTarget(
            name: "hangar",
            dependencies: [
                "HangarKit", "Support", "LaunchLibrary", "Publishing", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .target(
            name: "TestSupport",
            dependencies: ["Support", "LaunchLibrary", "Publishing", "PreviewServer"],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "SupportTests", dependencies: ["Support"], swiftSettings: strict),
        .testTarget(name: "CatalogueTests", dependencies: ["Catalogue"], swiftSettings: strict),
        .testTarget(
            name: "LaunchLibraryTests",
            dependencies: [
                "LaunchLibrary", "Support", "Catalogue", "TestSupport", .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: strict),
        .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: strict),
        .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
        .testTarget(name: "TemplateEngineTests", dependencies: ["TemplateEngine", "Language"], swiftSettings: strict),
        .testTarget(name: "HTMLSanitizerTests", dependencies: ["HTMLSanitizer"], swiftSettings: strict),
        .testTarget(
            name: "SiteGeneratorTests",
            dependencies: ["SiteGenerator", "Catalogue", "Language", "LaunchLibrary", "TemplateEngine", "Support", "CSQLite"],
            swiftSettings: strict),
        .testTarget(
            name: "PublishingTests", dependencies: ["Publishing", "SiteCheck", "Support", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "SiteCheckTests", dependencies: ["SiteCheck", "Publishing", "Support", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "PreviewServerTests",
            dependencies: [
                "PreviewServer", "Support", "Catalogue", "LaunchLibrary", "TestSupport",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "HangarKitTests",
            dependencies: [
                "HangarKit", "hangar", "Support", "Catalogue", "LaunchLibrary", "PreviewServer", "Publishing", "SiteGenerator",
                "TestSupport",
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
