/// The kinds of entities, each listed here alone. The raw values are the names that the snapshot and the history use.
public enum EntityKind: String, Sendable, CaseIterable, Codable {
    case licence = "license"
    case image
    case agencyType = "agency_type"
    case agency
    case family
    case configurationType = "spacecraft_configuration_type"
    case configuration = "spacecraft_configuration"
    case status = "spacecraft_status"
    case spacecraft

    /// Calls the visitor with the type of the kind. The compiler makes a version of the visitor for each type, as it cannot do for ``type``.
    @inlinable package func visit<Visitor: EntityVisitor>(with visitor: inout Visitor, _ input: Visitor.Input) -> Visitor.Output {
        switch self {
        case .licence: visitor.visit(Licence.self, input)
        case .image: visitor.visit(Image.self, input)
        case .agencyType: visitor.visit(AgencyType.self, input)
        case .agency: visitor.visit(Agency.self, input)
        case .family: visitor.visit(Family.self, input)
        case .configurationType: visitor.visit(ConfigurationType.self, input)
        case .configuration: visitor.visit(Configuration.self, input)
        case .status: visitor.visit(Status.self, input)
        case .spacecraft: visitor.visit(Spacecraft.self, input)
        }
    }

    package var type: any Entity.Type {
        var visitor = TypeVisitor()
        return visit(with: &visitor, ())
    }
}

/// Something that is done for a kind of entity whatever its type.
@usableFromInline package protocol EntityVisitor {
    associatedtype Input
    associatedtype Output

    mutating func visit<E: Entity>(_ type: E.Type, _ input: Input) -> Output
}

private struct TypeVisitor: EntityVisitor {
    func visit<E: Entity>(_ type: E.Type, _: Void) -> any Entity.Type { type }
}

/// How the API names what has records of its own.
extension EntityKind {
    /// The kinds of records that a page of the API can hold. Each is known by fields that no kind further down the list has.
    package static let recordKinds: [EntityKind] = [.spacecraft, .configuration, .image, .agency, .licence, .family]

    /// Fields of which one shows the kind: several, so that a record that lacks one is still known and the lack is reported.
    package var distinctiveFields: [StaticString] {
        switch self {
        case .spacecraft: ["spacecraft_config", "serial_number", "is_placeholder", "in_space"]
        case .configuration: ["in_use", "agency", "human_rated", "capability"]
        case .image: ["image_url", "thumbnail_url"]
        case .agency: ["abbrev", "administrator", "founding_year"]
        case .licence: ["priority", "link"]
        case .family: ["manufacturer", "maiden_flight", "parent"]
        case .agencyType, .configurationType, .status: []
        }
    }

    /// For messages.
    package var plural: String {
        switch self {
        case .licence: "image licences"
        case .image: "images"
        case .agencyType: "agency types"
        case .agency: "agencies"
        case .family: "spacecraft configuration families"
        case .configurationType: "spacecraft configuration types"
        case .configuration: "spacecraft configurations"
        case .status: "spacecraft statuses"
        case .spacecraft: "spacecraft"
        }
    }

    /// The name of the list in the API's addresses; nil for those whose list is not asked for.
    package var listName: String? {
        switch self {
        case .agency: "agencies"
        case .family: "spacecraft_configuration_families"
        case .configuration: "spacecraft_configurations"
        case .spacecraft: "spacecraft"
        case .licence, .image, .agencyType, .configurationType, .status: nil
        }
    }

    package init?(listName: String) {
        guard let kind = Self.allCases.first(where: { $0.listName == listName }) else { return nil }
        self = kind
    }
}

extension EntityKind {
    /// The kind of entity whose id a field of an entity of this kind holds; nil where the field holds anything else, or there is none such.
    ///
    /// - Parameter field: its name in the API: the `type` of an agency is an agency type, that of a configuration a configuration type.
    public func referenceTarget(ofField field: String) -> EntityKind? {
        func target<E: Entity>(_: E.Type) -> EntityKind? { E.schema.references.first { $0.name == field }?.target }
        return target(self.type)
    }
}
