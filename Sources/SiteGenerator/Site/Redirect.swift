import Catalogue

/// An address that a page had before its name changed.
struct Redirect: Sendable, Hashable {
    let from: String
    let to: String
    let entity: EntityKey
    /// The current name of the entity.
    let name: String
    /// The name of the entity under the old address.
    let formerName: String

    var inputs: InputHash {
        var hash = InputHash()
        for text in [from, to, name, formerName] { hash.add(text) }
        return hash
    }

    /// Every earlier address in the history, once. Addresses that belong to a page again are left out.
    static func all(_ model: SiteModel) -> [Redirect] {
        var redirects: [String: Redirect] = [:]
        for entry in model.history.changes {
            guard let name = entry.change.formerName,
                let to = model.address(of: entry.change.entity),
                let from = Address.page(of: entry.change.entity, name), from != to
            else { continue }
            redirects[from] = Redirect(
                from: from, to: to, entity: entry.change.entity,
                name: model.catalogue.name(of: entry.change.entity) ?? entry.change.name,
                formerName: NamelessEntity.name(insteadOf: name, of: entry.change.entity) ?? name)
        }
        return redirects.values.sorted { $0.from < $1.from }
    }
}
