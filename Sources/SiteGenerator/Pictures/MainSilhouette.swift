import Catalogue

enum MainSilhouette {
    /// The drawing for a group of configurations: of the type that most of their craft have.
    static func of(_ configurations: [Configuration], _ model: SiteModel) -> Silhouette {
        var counts: [Silhouette: Int] = [:]
        for configuration in configurations {
            let craft = model.fleet(ofConfiguration: configuration.id).positions.count
            counts[Silhouette(model.type(of: configuration)), default: 0] += craft + 1
        }
        return Silhouette.allCases.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }.flatMap { counts[$0] == nil ? nil : $0 } ?? .unknown
    }
}
