import Support

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
