import Support

/// Checks the target of each fragment, once the anchors of all files are known.
struct FragmentCheck {
    let site: SiteFiles
    let facts: [FileFacts]

    func problems() -> [CheckReport.Problem] {
        facts.flatMap { source -> [CheckReport.Problem] in
            let broken = source.fragmentReferences.filter { !exists($0, from: source.file) }
            return broken.isEmpty ? [] : report(broken, in: source)
        }
    }

    private func exists(_ reference: FileFacts.FragmentReference, from file: Int) -> Bool {
        // With two builds side by side, a page may link to a place that only the other build's page has. The page itself exists.
        if reference.target != file, !site.unsettled.isEmpty { return true }
        // A file without anchors of its kind (a PDF, a video) gives fragments its own meaning.
        guard let anchors = facts[reference.target].anchors else { return true }
        // `#top` is the top of any page (HTML standard, "select the indicated part").
        if reference.fragment.map(\.asciiLowercased) == Array("top".utf8) { return true }
        return anchors.hasSorted(PathTable.hash(reference.fragment))
            || anchors.hasSorted(PathTable.hash(PercentEncoding.lenientlyDecoded(reference.fragment)))
    }

    private func report(_ broken: [FileFacts.FragmentReference], in source: FileFacts) -> [CheckReport.Problem] {
        let path = site.paths[source.file]
        // Only a page with a fault is read again, to find the line numbers.
        let bytes: [UInt8]
        do throws(Errno) {
            bytes = try site.root.openPath(path)?.contents() ?? []
        } catch {
            bytes = []
        }
        return broken.map { reference in
            let position = TextPosition(of: reference.offset, in: bytes)
            let fragment = String(decoding: reference.fragment, as: UTF8.self)
            return CheckReport.Problem(
                file: path, line: position.line, column: position.column,
                what: "'#\(fragment)' is no id in \(site.paths[reference.target])",
                remedy: "Mend the link, or give the place that id")
        }
    }
}

extension [UInt64] {
    fileprivate func hasSorted(_ value: UInt64) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == value
    }
}
