import Catalogue

/// The lists that make up a whole catalogue, in the order in which they are fetched.
enum LaunchLibraryEndpoint: CaseIterable {
    case spacecraft
    case configurations
    case families

    /// The API's largest page.
    static let pageSize = 100

    var kind: EntityKind {
        switch self {
        case .spacecraft: .spacecraft
        case .configurations: .configuration
        case .families: .family
        }
    }

    /// Whether the list is in the order of ids. Only this order has no ties, so only here is a record's place meaningful.
    var isOrderedByID: Bool { self == .spacecraft }

    /// The number of pages for this many records. Each further page of a list by id repeats one record of the page before.
    func pages(of count: Int) -> Int {
        let fresh = isOrderedByID ? Self.pageSize - 1 : Self.pageSize
        return 1 + max(0, count - Self.pageSize + fresh - 1) / fresh
    }

    /// The address of the first page. Spacecraft are paged by id.
    ///
    /// - Parameter mode: the mode of the spacecraft. The other lists enrich the graph and are always requested in full.
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
