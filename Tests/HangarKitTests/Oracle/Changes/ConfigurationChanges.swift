import Catalogue

@testable import HangarKit

/// Other values of the keys of `hangar.yml`. A key without values here fails the test of all keys.
enum OracleSettings {
    static let values: [String: [String]] = [
        "title": ["Another Register", "\"Register & <i>Co</i>\"", "{en: Register, de: Das Register}"],
        "description": ["One sentence.", "\"Another <sentence>\"", "{ar: سجل, en: Register}"],
        "base_url": ["https://other.example/", "https://register.example/craft/"],
        "language": ["de", "pt-BR", "ar"],
        "languages": ["[en, de]", "[ja, en, fr]"],
        "source.url": ["https://source.example/2.3.0/"],
        "source.mode": ["detailed", "normal"],
        "source.api_key_variable": ["OTHER_KEY"],
        "images.delivery": ["none", "copy", "link"],
        "images.sizes": ["none", "auto"],
        "images.card": ["card.png"],
        "downloads.csv_byte_order_mark": ["true", "false"],
        "index.page_size": ["4", "7", "100"],
        "pages": [
            "{timeline: Timeline}", "{timeline: {title: {en: Line, de: Linie}, description: By year}}", "{timeline: Other, years: Years}",
            "{timeline: {title: Some, select: {status: 1}}, years: {title: Others, template: timeline, select: {agency: [1, 2], in_space: false}}}",
        ],
        "navigation": [
            "[]", "[records, contact, types]",
            "[{page: contact, name: Us}, {name: {en: House, de: Haus}, url: \"https://house.example/\"}, about]",
        ],
        "publish.method": ["swap", "in-place"],
        "publish.compress.gzip": ["1", "6"],
        "publish.compress.brotli": ["0", "4"],
        "author.name": ["Another Keeper"],
        "author.url": ["https://keeper.example/"],
        "author.email": ["keeper@keeper.example"],
        "feed.authority": ["\"old.example,2020\""],
    ].merging(LicenceClass.allCases.map { ("images.licences.\($0.rawValue)", ["omit", "link", "copy", "show"]) }) { $1 }

    /// The keys that a site cannot be without.
    static let required: Set<String> = ["title", "base_url"]
}

extension SiteMutation {
    static let configuration: [SiteMutation] = [
        SiteMutation("a key of the configuration", weight: 12) { site, chance in
            guard let key = chance.pick(ConfigurationSchema.root.paths) else { return nil }
            return site.set(key, to: chance.pick(site.otherValues(of: key)) ?? nil)
        },
        SiteMutation("the address from the command line", weight: 2) { site, _ in
            site.baseURL = site.baseURL == nil ? "https://line.example/\(site.nextSerial())/" : nil
            return words(site.baseURL)
        },
        SiteMutation("a copy of a picture", weight: 3) { site, chance in
            guard let image = chance.pick(Array(site.snapshot.catalogue.images)), let size = chance.pick(PictureSize.allCases) else {
                return nil
            }
            let file = "site/data/pictures/" + PictureStore.stem(of: image, size) + ".png"
            if chance.isOnce(in: 3), site.folder.exists(file) {
                try site.folder.remove(file)
                return "\(file) gone"
            }
            let side = site.nextSerial() % 1_000
            try site.folder.write(Array(PictureHost.png.dropLast(5) + [UInt8(side / 256), UInt8(side % 256), 8, 2, 0, 0, 0]), to: file)
            return "\(file) of another height"
        },
        SiteMutation("the sizes of a copy", weight: 3) { site, chance in
            guard let image = chance.pick(Array(site.snapshot.catalogue.images)), let size = chance.pick(PictureSize.allCases),
                let copy = try site.copy(of: image, size)
            else { return nil }
            let (files, isThere) = (copy.widths.map { "site/data/pictures/" + copy.sizeName($0) }, chance.isOnce(in: 3))
            for (file, width) in zip(files, copy.widths) {
                if !isThere { try site.folder.write(PictureHost.webP(width: width, height: 300 + site.nextSerial() % 9), to: file) }
                if isThere, site.folder.exists(file) { try site.folder.remove(file) }
            }
            return "\(copy.name): \(files.count) sizes \(isThere ? "gone" : "made")"
        },
    ]
}

extension OracleSite {
    /// The values that a key can have in place of the one that it has. Nil leaves it out.
    func otherValues(of key: String) -> [String?] {
        let values: [String?] = OracleSettings.values[key] ?? []
        return (values + (OracleSettings.required.contains(key) ? [] : [nil])).filter { $0 != settings[key] }
    }

    mutating func set(_ key: String, to value: String?) -> String? {
        guard settings[key] != value else { return nil }
        settings[key] = value
        return "\(key): \(value ?? "left out")"
    }

    /// Copies of all pictures, which are published where the configuration says so, and the sizes of every second.
    func writePictures() throws {
        for image in snapshot.catalogue.images {
            for size in PictureSize.allCases where !size.address(of: image).isEmpty {
                try folder.write(PictureHost.png, to: "site/data/pictures/" + PictureStore.stem(of: image, size) + ".png")
                guard image.id.number.isMultiple(of: 2), let copy = try copy(of: image, size) else { continue }
                for width in copy.widths {
                    try folder.write(PictureHost.webP(width: width, height: 300), to: "site/data/pictures/" + copy.sizeName(width))
                }
            }
        }
    }

    /// The copy of a picture's file, if it is there.
    func copy(of image: Image, _ size: PictureSize) throws -> StoredPicture? {
        let store = PictureStore(folder: folder("site/data/pictures"), files: .disk)
        return try store.copy(of: image, size, in: try store.names())?.picture
    }
}
