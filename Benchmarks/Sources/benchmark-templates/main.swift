import Foundation

/// `benchmark-templates ENGINE FOLDER render|parse|write COUNT`: does it that many times and says how many seconds it took, or writes the page.
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 4, let engine = arguments.first, let count = arguments.last.flatMap({ Int($0) }) else {
    FileHandle.standardError.write(Data("usage: benchmark-templates hangar|swift-mustache FOLDER render|parse|write COUNT\n".utf8))
    exit(64)
}
let page = try CraftPage(folder: Array(arguments)[1])
let task = Array(arguments)[2]
let work: () throws -> [UInt8] =
    switch (engine, task) {
    case ("hangar", "parse"): page.parsingWithHangar()
    case ("hangar", _): try page.renderingWithHangar()
    case (_, "parse"): page.parsingWithSwiftMustache()
    default: try page.renderingWithSwiftMustache()
    }

if task == "write" {
    FileHandle.standardOutput.write(Data(try work()))
} else {
    let clock = ContinuousClock()
    let time = try clock.measure {
        for _ in 0..<count { _ = try work() }
    }
    print(time / .seconds(1))
}
