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
        let index = partitioningIndex { $0 >= value }
        return index < count && self[index] == value
    }
}

/// Finds pages that no chain of links from the home page leads to. Pages that intentionally have no links are left out: `404.html`,
/// those that redirect an old address, and those that search engines are not to list.
struct OrphanCheck {
    let site: SiteFiles
    let facts: [FileFacts]

    func warnings() -> [CheckReport.Problem] {
        guard let home = facts.first(where: { site.paths[$0.file] == homePage }) else { return [] }
        let reached = facts.reached(from: [home.file])
        return facts.filter { $0.isPage && !$0.isUnlisted && !reached[$0.file] && !NotFoundPage.isOne(site.paths[$0.file]) }.map {
            CheckReport.Problem(
                file: site.paths[$0.file], line: 1, column: 1, what: "no way of links leads to this page from the home page",
                remedy: "Link to it, or do not publish it")
        }
    }
}

/// Finds those link faults in an unfinished site that a visitor can run into.
///
/// Visitors always have access to the home page and to the files that are in both the old and the new site. No chain of links from these
/// may end in a link to nothing. Files that nothing links to yet or any more may link to files that are still missing or already gone.
struct UnfinishedCheck {
    let site: SiteFiles
    let facts: [FileFacts]

    func problems() -> [CheckReport.Problem] {
        let starts = facts.map(\.file).filter { !site.unsettled.contains(site.paths[$0]) || site.paths[$0] == homePage }
        let reached = facts.reached(from: starts)
        return facts.filter { reached[$0.file] }.flatMap(\.awaitedLinks)
    }
}

extension [FileFacts] {
    /// Whether a chain of links from one of `starts` leads to each file. The files in `starts` are reached themselves.
    fileprivate func reached(from starts: [Int]) -> [Bool] {
        var reached = Array<Bool>(repeating: false, count: count)
        for file in starts { reached[file] = true }
        var waiting = starts
        while let file = waiting.popLast() {
            for target in self[file].targets where !reached[Int(target)] {
                reached[Int(target)] = true
                waiting.append(Int(target))
            }
        }
        return reached
    }
}

private let homePage = "index.html"

/// Finds what style sheets load although the policy of a page that uses them blocks it.
struct StyleSheetCheck {
    let site: SiteFiles
    let base: BaseURL?
    let facts: [FileFacts]

    private struct Use: Hashable {
        let sheet: Int
        let policy: ContentPolicy
    }

    func warnings() -> [CheckReport.Problem] {
        guard facts.contains(where: { !$0.loads.isEmpty }) else { return [] }
        var pages: [Use: Int] = [:]
        for page in facts where !page.policies.isEmpty {
            let sheets = imported(by: page.styleSheets)
            for policy in Set(page.policies) {
                for sheet in sheets { pages[Use(sheet: sheet, policy: policy), default: 0] += 1 }
            }
        }
        var warnings: [CheckReport.Problem] = []
        for (use, count) in pages { warnings += blocked(use, pages: count) }
        return warnings
    }

    /// The sheets, and those that they import.
    private func imported(by sheets: Set<Int32>) -> Set<Int> {
        var reached = Set(sheets.map(Int.init))
        var next = Array(reached)
        while let sheet = next.popLast() {
            guard facts[sheet].loads.contains(where: { $0.load == .style }) else { continue }
            for target in facts[sheet].targets.map(Int.init) where !facts[target].loads.isEmpty && reached.insert(target).inserted {
                next.append(target)
            }
        }
        return reached.filter { !facts[$0].loads.isEmpty }
    }

    private func blocked(_ use: Use, pages: Int) -> [CheckReport.Problem] {
        let path = site.paths[use.sheet]
        var bytes: [UInt8]?
        return facts[use.sheet].loads.compactMap { load in
            let address = LoadAddress(load.address, base: base)
            guard let blocker = use.policy.blocker(of: address, load.load) else { return nil }
            // Only a style sheet with a fault is read again, to find the line numbers.
            let text = bytes ?? contents(of: path)
            bytes = text
            let position = TextPosition(of: load.offset, in: text)
            let shown = String(decoding: load.address.prefix(100), as: UTF8.self)
            return CheckReport.Problem(
                file: path, line: position.line, column: position.column,
                what: "the policy of \(pages == 1 ? "a page" : "\(pages) pages") blocks the \(load.load.words) '\(shown)': \(blocker)",
                remedy: address.isOwnOrigin || address.scheme == "data"
                    ? "Allow it in the policy (Templates/partials/head.html.mustache)"
                    : "Put the file into assets/ and name it there, or allow its address in the policy")
        }
    }

    private func contents(of path: String) -> [UInt8] {
        do throws(Errno) { return try site.root.openPath(path)?.contents() ?? [] } catch { return [] }
    }
}
