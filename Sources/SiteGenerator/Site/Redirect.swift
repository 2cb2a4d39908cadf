import Catalogue

/// An address that a page had before its name changed.
struct Redirect: Sendable, Hashable {
    let from: String
    let to: String
    /// What is found there.
    let name: String
    /// What was found here.
    let formerName: String

    /// Every earlier address that the history knows, once, apart from those that are a page again.
    static func all(_ model: SiteModel) -> [Redirect] {
        var redirects: [String: Redirect] = [:]
        for entry in model.history.changes {
            guard let name = entry.change.formerName,
                let to = model.address(of: entry.change.kind, entry.change.id),
                let from = Address.page(of: entry.change.kind, entry.change.id, named: name), from != to
            else { continue }
            redirects[from] = Redirect(
                from: from, to: to, name: model.catalogue.name(of: entry.change.kind, id: entry.change.id) ?? entry.change.name,
                formerName: name)
        }
        return redirects.values.sorted { $0.from < $1.from }
    }
}
