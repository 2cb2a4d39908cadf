import Catalogue
import TemplateEngine

/// The records as pages show them. An entity without a name gets one. A value that cannot be, such as a negative time, is not recorded, and a
/// note on the page of its entity gives it as the source has it. A time that still grows is in whole days or hours: to the second it would
/// say nothing without its moment, and would change with every fetch.
///
/// This is done once, before anything is counted, compared or ordered, so that all pages, feeds and downloads agree.
struct ShownRecords: EntityVisitor {
    private(set) var catalogue: Catalogue
    private var notes: [EntityKey: [TemplateValue]] = [:]

    init(_ source: Catalogue) {
        catalogue = source
        for kind in EntityKind.allCases { kind.visit(with: &self, ()) }
        // A copy of each craft would take longer than all else.
        replace(where: { !$0.pointee.isPlausible }) { $0.check(craft: &$1) }
        replace { $0.check(configuration: &$1) }
        replace { $0.check(family: &$1) }
        replace { $0.check(agency: &$1) }
        catalogue = catalogue.inWholeUnits()
    }

    /// What the source says of an entity that cannot be, one sentence for each value.
    func notes<E: Entity>(on entity: E) -> [TemplateValue] { notes[EntityKey(entity.id)] ?? [] }

    mutating func visit<E: Entity>(_ type: E.Type, _: Void) {
        var named: [E] = []
        catalogue[type].forEachRow { row in
            guard let name = NamelessEntity.name(insteadOf: row.pointee.name, of: EntityKey(row.pointee.id)) else { return }
            var entity = row.pointee
            entity.name = name
            named.append(entity)
        }
        catalogue = catalogue.replacing(named)
    }

    private mutating func replace<E: Entity>(
        where isSuspect: (UnsafePointer<E>) -> Bool = { _ in true }, _ check: (inout ImpossibleValues, inout E) -> Void
    ) {
        var replaced: [E] = []
        catalogue[E.self].forEachRow { row in
            guard isSuspect(row) else { return }
            var entity = row.pointee
            var values = ImpossibleValues()
            check(&values, &entity)
            guard !values.notes.isEmpty else { return }
            replaced.append(entity)
            notes[EntityKey(entity.id)] = values.notes
        }
        catalogue = catalogue.replacing(replaced)
    }
}
