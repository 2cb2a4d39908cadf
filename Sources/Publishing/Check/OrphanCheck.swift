/// Finds pages that no way of links leads to from the home page. Pages that nobody is meant to come upon are no orphans: `404.html`, and
/// those that send visitors of an old address on.
struct OrphanCheck {
    let site: SiteFiles
    let facts: [FileFacts]

    func warnings() -> [CheckReport.Problem] {
        guard let home = facts.first(where: { site.paths[$0.file] == SitePath.home }) else { return [] }
        let reached = facts.reached(from: [home.file])
        return facts.filter { $0.isPage && !$0.isRedirect && !reached[$0.file] && site.paths[$0.file] != "404.html" }.map {
            CheckReport.Problem(
                file: site.paths[$0.file], line: 1, column: 1, what: "no way of links leads to this page from the home page",
                remedy: "Link to it, or do not publish it")
        }
    }
}

extension [FileFacts] {
    /// For each file, whether a way of links leads to it from one of some files, which are reached themselves.
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
