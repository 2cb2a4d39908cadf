/// Finds pages that no chain of links leads to from the home page. Pages without links on purpose are left out: `404.html`, and
/// those that redirect an old address.
struct OrphanCheck {
    let site: SiteFiles
    let facts: [FileFacts]

    func warnings() -> [CheckReport.Problem] {
        guard let home = facts.first(where: { site.paths[$0.file] == homePage }) else { return [] }
        let reached = facts.reached(from: [home.file])
        return facts.filter { $0.isPage && !$0.isRedirect && !reached[$0.file] && site.paths[$0.file] != "404.html" }.map {
            CheckReport.Problem(
                file: site.paths[$0.file], line: 1, column: 1, what: "no way of links leads to this page from the home page",
                remedy: "Link to it, or do not publish it")
        }
    }
}

/// Finds the faults among the links of a site that a build has not finished: those that a visitor can come upon.
///
/// Files of both the old and the new site are there for visitors all the time, and so is the home page. No chain of links from these may end in
/// a link to nothing. Files that nothing links to yet, or any more, may link to what is still missing, or gone.
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
    /// For each file, whether a chain of links leads to it from one of `starts`. Those are reached themselves.
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
