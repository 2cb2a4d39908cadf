import Catalogue

/// The address of each licence's page: by its name alone (`credits/cc-by-sa-3-0/`), with the id in front where two names give one slug or none,
/// or where the name could be read as an id itself.
struct LicenceAddresses: Sendable {
    private let addresses: [Int: String]

    init(_ licences: some Collection<Licence>) {
        let slugs = licences.map { (id: $0.id, slug: $0.isStated ? Slug.make($0.name) : "not-stated") }
        let uses = Dictionary(grouping: slugs, by: \.slug).mapValues(\.count)
        addresses = Dictionary(
            uniqueKeysWithValues: slugs.map { id, slug in
                let isOwn = uses[slug] == 1 && slug.first?.isNumber == false
                let segment = slug.isEmpty ? "\(id)" : isOwn ? slug : "\(id)-\(slug)"
                return (id, Address.credits + segment + "/")
            })
    }

    subscript(licence: Licence) -> String {
        addresses[licence.id] ?? Address.credits
    }
}
