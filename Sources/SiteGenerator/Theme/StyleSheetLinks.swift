import Support

/// The addresses in the style sheets of a theme. Those that mean other assets follow them to their published names.
struct StyleSheetLinks: Sendable {
    struct Link: Sendable {
        let range: Range<Int>
        let quote: UInt8?
        /// The index of the asset.
        let target: Int
        /// `?#iefix`, `#icon`: what follows the path, in its written form.
        let suffix: [UInt8]
    }

    /// The links of each asset, in the order of its text.
    private(set) var links: [[Link]]
    /// Addresses of files that are not there.
    private(set) var faults: [Fault] = []
    /// What the sheets load that a policy allows only when it says so.
    private(set) var needs = PolicyNeeds()

    private let files: [Theme.File]
    private let indices: [String: Int]

    init(_ files: [Theme.File]) {
        self.files = files
        indices = Dictionary(files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        links = Array(repeating: [], count: files.count)
        for index in files.indices where files[index].path.lowercased().hasSuffix(".css") { read(index) }
    }

    private mutating func read(_ index: Int) {
        let file = files[index]
        for found in file.bytes.withUnsafeBufferPointer({ StyleSheetAddress.all(in: $0) }) where found.use != .namespace {
            let address = String(decoding: found.address, as: UTF8.self).trimmingHTMLSpace
            needs.note(address, found.use)
            guard let (path, suffix) = AssetPath.relative(address, from: file.path) else { continue }
            if let target = indices[path] {
                links[index].append(Link(range: found.range, quote: found.quote, target: target, suffix: Array(suffix.utf8)))
            } else {
                faults.append(fault(file, found.range.lowerBound, address, path))
            }
        }
    }

    private func fault(_ file: Theme.File, _ offset: Int, _ address: String, _ path: String) -> Fault {
        let position = TextPosition(of: offset, in: file.bytes)
        let near = NameSuggestion.nearest(to: path, among: files.map(\.path))
        return Fault(
            place: "\(file.origin):\(position)", what: "'\(address)' leads to nothing: there is no asset '\(path)'",
            remedy: near.map { "Did you mean \"\($0)\"?" } ?? "Put the file into assets/, or mend the address")
    }

    /// All assets that a change of would change this one: itself, and whatever its links lead to.
    func closure(of index: Int) -> [Int] {
        guard !links[index].isEmpty else { return [index] }
        var reached: Set<Int> = [index]
        var next = [index]
        while let asset = next.popLast() {
            for link in links[asset] where reached.insert(link.target).inserted { next.append(link.target) }
        }
        return [index] + reached.subtracting([index]).sorted()
    }

    /// The bytes of an asset with the published names of what its links lead to.
    func published(_ index: Int, names: [String]) -> [UInt8] {
        let bytes = files[index].bytes
        guard !links[index].isEmpty else { return bytes }
        var published: [UInt8] = []
        var start = 0
        for link in links[index] {
            published += bytes[start..<link.range.lowerBound]
            let address = Array(AssetPath.address(of: names[link.target], from: names[index]).utf8) + link.suffix
            published += StyleSheetLinks.written(address, quote: link.quote)
            start = link.range.upperBound
        }
        return published + bytes[start...]
    }

    private static func written(_ address: [UInt8], quote: UInt8?) -> [UInt8] {
        let special: [UInt8] = quote.map { [$0, UInt8(ascii: "\\")] } ?? Array("\\\"'() ".utf8)
        return address.flatMap { special.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
    }
}

/// What a theme loads that the policy of the default theme allows only where it is needed.
struct PolicyNeeds: Sendable, Equatable {
    var fonts = false
    var dataFonts = false
    var dataImages = false

    /// - Parameter address: an address in a style sheet.
    mutating func note(_ address: String, _ use: StyleSheetAddress.Use) {
        let isData = address.asciiLowercased().hasPrefix("data:")
        switch use {
        case .font where isData: dataFonts = true
        // A font of another site is blocked, so that no visitor is known there.
        case .font where AssetPath.isOwn(address): fonts = true
        case .image where isData: dataImages = true
        case .font, .image, .styleSheet, .namespace: break
        }
    }

    /// - Parameter template: a template that may hold a picture in itself.
    mutating func note(template: [UInt8]) {
        if !dataImages, Self.holdsPicture(template) { dataImages = true }
    }

    /// The first byte is compared alone, because nearly every search ends there.
    private static func holdsPicture(_ template: [UInt8]) -> Bool {
        let picture = "data:image/".utf8
        return template.withUnsafeBufferPointer { template in
            template.indices.contains { template[$0] == UInt8(ascii: "d") && template[$0...].starts(with: picture) }
        }
    }
}
