/// Tells which links of a site that a build has not finished are faults: those that a visitor can come upon.
///
/// What both sites have, the old one and the new, was there for visitors all the time; so was the home page. No way of links from these may end in
/// a link to nothing. What is new and not yet linked to, or no longer, may lead to what has yet to come, or has gone already.
struct UnfinishedCheck {
    let site: SiteFiles
    let facts: [FileFacts]

    func problems() -> [CheckReport.Problem] {
        let starts = facts.map(\.file).filter { !site.unsettled.contains(site.paths[$0]) || site.paths[$0] == SitePath.home }
        let reached = facts.reached(from: starts)
        return facts.filter { reached[$0.file] }.flatMap(\.awaitedLinks)
    }
}
