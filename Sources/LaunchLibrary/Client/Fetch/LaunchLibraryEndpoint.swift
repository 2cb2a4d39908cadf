/// The lists that a whole catalogue is made of, in the order in which they are fetched.
enum LaunchLibraryEndpoint: CaseIterable {
    case spacecraft
    case configurations
    case families

    /// The most that the API gives at once.
    static let pageSize = 100

    var kind: RecordKind {
        switch self {
        case .spacecraft: .spacecraft
        case .configurations: .configuration
        case .families: .family
        }
    }

    /// The address of the first page. Spacecraft are paged by id, the only order without ties.
    ///
    /// - Parameter mode: of the spacecraft; the other lists enrich the graph and are always asked for in full.
    func address(under root: String, mode: String) -> String {
        switch self {
        case .spacecraft: "\(root)spacecraft/?format=json&limit=\(Self.pageSize)&mode=\(mode)&ordering=id"
        case .configurations: "\(root)spacecraft_configurations/?format=json&limit=\(Self.pageSize)&mode=detailed&ordering=name"
        case .families: "\(root)spacecraft_configuration_families/?format=json&limit=\(Self.pageSize)&ordering=name"
        }
    }
}
