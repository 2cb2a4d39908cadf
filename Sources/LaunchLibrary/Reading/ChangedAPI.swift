import Catalogue
import Support

/// The signs that the API itself has changed. Then nothing of it is taken.
extension RecordReader {
    /// The least number of records that must all have a fault before the API is to blame. One or two faults in a small catalogue can be
    /// chance.
    private static let fewest = 10

    /// - Throws: ``DataProblems`` when more than a tenth of the records cannot be used, or when a field cannot be used in any record.
    ///
    /// - Parameter place: the address of the API, or the saved copies.
    func refuseChangedAPI(_ unusable: [UnusableRecords], place: String, remedy: String) throws(DataProblems) {
        var problems: [Fault] = []
        func refuse(_ what: String) {
            problems.append(Fault(place: place, what: "\(what): the API has changed, and nothing was taken", remedy: remedy))
        }
        let (count, total) = (unusable.reduce(0) { $0 + $1.count }, seen.count + unusable.reduce(0) { $0 + $1.count })
        if let craft = unusable.first(where: { $0.kind == .spacecraft }), craft.count * 10 > craft.total {
            refuse("\(craft.count) of \(craft.total) spacecraft cannot be used")
        } else if count * 10 > total {
            refuse("\(count) of \(total) records cannot be used")
        }
        for field in fieldsWrongEverywhere() { refuse(field) }
        guard problems.isEmpty else { throw DataProblems(problems + faults.folded) }
    }

    private func fieldsWrongEverywhere() -> [String] {
        struct Key: Hashable {
            let kind: EntityKind
            let field: String
        }
        var order: [Key] = []
        var wrong: [Key: Set<Int>] = [:]
        for fault in faults {
            guard let owner = fault.owner, let id = owner.id, !isFaultlessSomewhere(EntityKey(owner.kind, id)) else { continue }
            let key = Key(kind: owner.kind, field: owner.field)
            if wrong[key] == nil { order.append(key) }
            wrong[key, default: []].insert(id)
        }
        return order.compactMap { key in
            guard let ids = wrong[key], ids.count >= Self.fewest, builder.ids(of: key.kind).isSubset(of: ids) else { return nil }
            return "\(key.kind.rawValue) › \(key.field) cannot be used in any of \(ids.count) records"
        }
    }
}
