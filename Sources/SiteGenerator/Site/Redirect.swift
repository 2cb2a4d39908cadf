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
                let from = formerAddress(of: entry.change.kind, entry.change.id, name), from != to
            else { continue }
            redirects[from] = Redirect(
                from: from, to: to, name: model.catalogue.name(of: entry.change.kind, id: entry.change.id) ?? entry.change.name,
                formerName: name)
        }
        return redirects.values.sorted { $0.from < $1.from }
    }

    /// The address that a page had, or would have had, when its entity had another name.
    static func formerAddress(of kind: EntityKind, _ id: Int, _ name: String) -> String? {
        switch kind {
        case .spacecraft: Address.page(of: Spacecraft(id: id, name: name, statusID: 0, configurationID: 0))
        case .configuration: Address.page(of: Configuration(id: id, name: name, typeID: 0, agencyID: 0))
        case .agency: Address.page(of: Agency(id: id, name: name))
        case .family: Address.page(of: Family(id: id, name: name))
        case .status, .configurationType, .licence, .image, .agencyType: nil
        }
    }
}
