import Foundation

/// What others do to the output.
extension SiteMutation {
    static let output: [SiteMutation] = [
        SiteMutation("a page is edited by hand", weight: 8) { site, chance in
            guard let path = chance.pick(try site.pages()) else { return nil }
            let file = site.output + "/" + path
            var bytes = try site.folder.bytes(file)
            switch chance.number(0..<3) {
            case 0: bytes += Array("<!-- hoax -->".utf8)
            case 1: bytes = bytes.isEmpty ? [32] : Array(bytes.dropLast())
            default: if let last = bytes.indices.last { bytes[chance.number(0..<last + 1)] ^= 1 }
            }
            try site.folder.write(bytes, to: file, keepingTimes: chance.isOnce(in: 2), inPlace: chance.isOnce(in: 2))
            return path
        },
        SiteMutation("a file of the output goes", weight: 5) { site, chance in
            guard let path = chance.pick(try site.files()) else { return nil }
            try site.folder.remove(site.output + "/" + path)
            return path
        },
        SiteMutation("a precompressed file goes", weight: 3) { site, chance in
            guard let path = chance.pick(try site.files().filter { $0.hasSuffix(".gz") || $0.hasSuffix(".br") }) else { return nil }
            try site.folder.remove(site.output + "/" + path)
            return path
        },
        SiteMutation("a folder of the output goes", weight: 2) { site, chance in
            guard let folder = chance.pick(["spacecraft", "agencies", "data", "assets"]), site.folder.exists(site.output + "/" + folder),
                !site.foreign.keys.contains(where: { $0.hasPrefix(folder + "/") })
            else { return nil }
            try site.folder.remove(site.output + "/" + folder)
            return folder
        },
        SiteMutation("a link in the place of a page", weight: 2) { site, chance in
            guard let path = chance.pick(try site.pages()) else { return nil }
            try site.folder.remove(site.output + "/" + path)
            try site.folder.link(site.output + "/" + path, to: chance.isOnce(in: 2) ? "elsewhere" : "/etc/hostname")
            return path
        },
        SiteMutation("others put a file into the output", weight: 3) { site, chance in
            guard let folder = chance.pick(["", "spacecraft/", "data/", "others/"]) else { return nil }
            let path = "\(folder)foreign-\(site.nextSerial()).txt"
            try site.folder.write("not ours", to: site.output + "/" + path)
            site.foreign[path] = "not ours"
            return path
        },
        SiteMutation("a file of the output has other times", weight: 2) { site, chance in
            guard let path = chance.pick(try site.files()) else { return nil }
            let date = Date(timeIntervalSince1970: Double(chance.number(1_000_000..<1_700_000_000)))
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: site.folder(site.output + "/" + path))
            return path
        },
        SiteMutation("a file of the output is copied over itself", weight: 2) { site, chance in
            guard let path = chance.pick(try site.files()) else { return nil }
            try site.folder.write(try site.folder.bytes(site.output + "/" + path), to: site.output + "/" + path, keepingTimes: true)
            return path
        },
        SiteMutation("the output moves", weight: 2) { site, _ in
            let old = site.output
            site.output = "public-\(site.nextSerial())"
            try FileManager.default.moveItem(atPath: site.folder(old), toPath: site.folder(site.output))
            return "\(old) → \(site.output)"
        },
        SiteMutation("the output is a copy", weight: 2) { site, _ in
            let copy = "copy-\(site.nextSerial())"
            try FileManager.default.copyItem(atPath: site.folder(site.output), toPath: site.folder(copy))
            try site.folder.remove(site.output)
            try FileManager.default.moveItem(atPath: site.folder(copy), toPath: site.folder(site.output))
            return site.output
        },
        SiteMutation("the output is gone", weight: 1) { site, _ in
            try site.folder.remove(site.output)
            site.foreign = [:]
            return site.output
        },
        SiteMutation("another output in between", weight: 3) { site, chance in
            let other = chance.isOnce(in: 2) ? "other" : "other-\(site.nextSerial())"
            site.encounter = .otherOutput(other)
            return other
        },
    ]
}

extension OracleSite {
    /// The files of the output that builds made, in order.
    func files() throws -> [String] {
        guard folder.exists(output) else { return [] }
        return try folder.paths(in: output).filter { foreign[$0] == nil && $0 != ".hangar-manifest" }.sorted()
    }

    fileprivate func pages() throws -> [String] { try files().filter { !Self.isMadeByPublishing($0) } }
}
