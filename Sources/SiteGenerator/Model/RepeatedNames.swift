import Catalogue

/// Names that several entities of a kind have: the source holds two craft of one name, and licences that differ in nothing but their number.
struct RepeatedNames: Sendable {
    private let names: [EntityKind: Set<String>]

    init(_ catalogue: Catalogue) {
        names = [
            .spacecraft: Self.repeated(catalogue.spacecraft), .configuration: Self.repeated(catalogue.configurations),
            .agency: Self.repeated(catalogue.agencies), .family: Self.repeated(catalogue.families),
            .status: Self.repeated(catalogue.statuses), .configurationType: Self.repeated(catalogue.configurationTypes),
            .licence: Self.repeated(catalogue.licences),
        ]
    }

    func contains<E: Entity>(_ entity: E) -> Bool {
        names[E.kind]?.contains(Self.shownName(entity)) ?? false
    }

    private static func repeated<E: Entity>(_ entities: some Sequence<E>) -> Set<String> {
        var seen: Set<String> = []
        return Set(entities.map(shownName).filter { !seen.insert($0).inserted })
    }

    /// The name that pages show.
    static func shownName<E: Entity>(_ entity: E) -> String {
        if let licence = entity as? Licence { return LicenceFormatter.name(licence) }
        return entity.name
    }
}
