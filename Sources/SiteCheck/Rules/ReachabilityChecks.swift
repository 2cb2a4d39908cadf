/// Finds pages that no chain of links from the home page leads to. Pages that intentionally have no links are left out: `404.html`,
/// those that redirect an old address, and those that search engines are not to list.
struct OrphanCheck {
    let site: SiteFiles
    let facts: [FileFacts]

    func warnings() -> [CheckReport.Problem] {
        guard let home = facts.first(where: { site.paths[$0.file] == homePage }) else { return [] }
        let reached = facts.reached(from: [home.file])
        return facts.filter { $0.isPage && !$0.isUnlisted && !reached[$0.file] && site.paths[$0.file] != "404.html" }.map {
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
    func reached(from starts: [Int]) -> [Bool] {
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
