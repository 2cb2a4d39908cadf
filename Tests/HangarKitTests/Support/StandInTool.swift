import Foundation
import TestSupport

@testable import HangarKit

/// A program in the place of `vipsthumbnail`, which answers with files that a test made before, or otherwise as the test says.
///
/// It notes its arguments, one run on each line of `bin/runs`.
struct StandInTool {
    let folder: TemporaryFolder
    /// What it says of its version.
    var version = "libvips 8.13.0"

    /// The folders of `PATH`: its own first, and those of the programs that its script needs.
    var path: String { folder("bin") + ":/usr/bin:/bin" }

    /// - Parameter script: what it does, by `$width`, the width that it is asked for, and `$answers`, the folder of the files.
    init(in folder: TemporaryFolder, _ script: String = "exec cat $answers/$width.webp") throws {
        self.folder = folder
        try change(script)
        // 4 is what it is tried with.
        for width in [4, 320, 480, 640, 960, 1_280] {
            try folder.write(PictureHost.webP(width: width, height: width * 3 / 4, count: 40 + width), to: "bin/answers/\(width).webp")
        }
    }

    func change(_ script: String) throws {
        let head =
            "#!/bin/sh\n[ $1 != --vips-version ] || { echo '\(version)'; exit; }\necho \"$*\" >> '\(folder("bin/runs"))'\nwidth=${3%x>}\nanswers='\(folder("bin/answers"))'\n"
        try folder.write(head + script + "\n", to: "bin/vipsthumbnail")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder("bin/vipsthumbnail"))
    }

    /// The widths that it was asked for, apart from trials, sorted.
    var widths: [Int] {
        get throws {
            guard folder.exists("bin/runs") else { return [] }
            return try folder.text("bin/runs").split(separator: "\n").compactMap { Int($0.split(separator: " ")[2].dropLast(2)) }
                .filter { $0 != 4 }.sorted()
        }
    }
}
