import Catalogue

/// The lists that a whole catalogue is made of, in the order in which they are fetched.
enum LaunchLibraryEndpoint: CaseIterable {
    case spacecraft
    case configurations
    case families

    /// The most that the API gives at once.
    static let pageSize = 100

    var kind: EntityKind {
        switch self {
        case .spacecraft: .spacecraft
        case .configurations: .configuration
        case .families: .family
        }
    }

    /// The only order without ties, in which the place of a record says something.
    var isOrderedByID: Bool { self == .spacecraft }

    /// The pages that so many records take; those of a list by id each repeat one record of the page before.
    func pages(of count: Int) -> Int {
        let fresh = isOrderedByID ? Self.pageSize - 1 : Self.pageSize
        return 1 + max(0, count - Self.pageSize + fresh - 1) / fresh
    }

    /// The address of the first page. Spacecraft are paged by id.
    ///
    /// - Parameter mode: of the spacecraft; the other lists enrich the graph and are always asked for in full.
    func address(under root: String, mode: String) -> String {
        let parameters =
            switch self {
            case .spacecraft: "mode=\(mode)&ordering=id"
            case .configurations: "mode=detailed&ordering=name"
            case .families: "ordering=name"
            }
        return "\(root)\(kind.listName ?? "")/?format=json&limit=\(Self.pageSize)&\(parameters)"
    }
}
