import Foundation

/// What happens to what builds remember: it may be lost, old, foreign or damaged at any time.
extension SiteMutation {
    static let memory: [SiteMutation] = [
        SiteMutation("the memory is lost", weight: 3) { site, _ in
            guard let cache = site.cache, site.folder.exists(cache) else { return nil }
            try site.folder.remove(cache)
            return cache
        },
        SiteMutation("the memory is damaged", weight: 8) { site, chance in
            guard let cache = site.cache, let name = chance.pick(try site.memories(in: cache)) else { return nil }
            var bytes = try site.folder.bytes(name)
            guard !bytes.isEmpty else { return nil }
            let place = chance.number(0..<bytes.count)
            let isCut = chance.isOnce(in: 2)
            if isCut { bytes = Array(bytes[..<place]) } else { bytes[place] ^= UInt8(1 << chance.number(0..<8)) }
            try site.folder.write(bytes, to: name)
            return "\(name): \(isCut ? "cut" : "a bit flipped") at \(place)"
        },
        SiteMutation("the memory is kept for later", weight: 3) { site, _ in
            guard let cache = site.cache, site.folder.exists(cache) else { return nil }
            if site.folder.exists("kept") { try site.folder.remove("kept") }
            try FileManager.default.copyItem(atPath: site.folder(cache), toPath: site.folder("kept"))
            return "kept"
        },
        SiteMutation("the memory is an earlier one", weight: 3) { site, _ in
            guard let cache = site.cache, site.folder.exists("kept") else { return nil }
            if site.folder.exists(cache) { try site.folder.remove(cache) }
            try FileManager.default.copyItem(atPath: site.folder("kept"), toPath: site.folder(cache))
            return "kept"
        },
        SiteMutation("the memory is that of another output", weight: 3) { site, chance in
            guard let cache = site.cache else { return nil }
            let names = try site.memories(in: cache)
            guard names.count > 1, let from = chance.pick(names), let to = chance.pick(names.filter { $0 != from }) else { return nil }
            try site.folder.write(try site.folder.bytes(from), to: to)
            return "\(from) as \(to)"
        },
        SiteMutation("the memory cannot be written", weight: 2) { site, _ in
            site.cache = site.cache == "cache" ? "no-cache" : "cache"
            if !site.folder.exists("no-cache") { try site.folder.write("a file", to: "no-cache") }
            return words(site.cache)
        },
        SiteMutation("no memory", weight: 2) { site, _ in
            site.cache = site.cache == nil ? "cache" : nil
            return words(site.cache)
        },
        SiteMutation("another program", weight: 3) { site, chance in
            site.program = chance.isOnce(in: 4) ? nil : Array("program \(site.nextSerial())".utf8)
            return site.program.map { String(decoding: $0, as: UTF8.self) } ?? "not known"
        },
    ]
}

extension OracleSite {
    fileprivate func memories(in cache: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder(cache), isDirectory: &isFolder), isFolder.boolValue else { return [] }
        return try folder.paths(in: cache).sorted().map { cache + "/" + $0 }
    }
}
