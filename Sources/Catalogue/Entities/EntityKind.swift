/// The kinds of entities. Only this list names them all. The snapshot and the history use the raw values as names.
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

    /// Calls the visitor with the type of the kind. The compiler specialises the visitor for each type. It cannot do so for ``type``.
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

/// An operation on a kind of entity, generic over its type.
@usableFromInline package protocol EntityVisitor {
    associatedtype Input
    associatedtype Output

    mutating func visit<E: Entity>(_ type: E.Type, _ input: Input) -> Output
}

private struct TypeVisitor: EntityVisitor {
    func visit<E: Entity>(_ type: E.Type, _: Void) -> any Entity.Type { type }
}

/// The API's names for the kinds that have records of their own.
extension EntityKind {
    /// The kinds of records that a page of the API can hold. Each has sign fields that no later kind in the list has.
    package static let recordKinds: [EntityKind] = [.spacecraft, .configuration, .image, .agency, .licence, .family]

    /// The kinds whose entities' changes are kept, in the order of the history.
    package static let kindsWithHistory: [EntityKind] = [.spacecraft, .configuration, .agency, .family]

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

    /// The plural for messages.
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

    /// The name of the list in the API's addresses. It is nil for kinds whose list Hangar does not request.
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
    /// The kind of entity whose id a field of this kind holds. It is nil when the field holds anything else or does not exist.
    ///
    /// - Parameter field: its name in the API. The `type` of an agency is an agency type; the `type` of a configuration is a configuration
    ///   type.
    public func referenceTarget(ofField field: String) -> EntityKind? {
        func target<E: Entity>(_: E.Type) -> EntityKind? { E.schema.references.first { $0.name == field }?.target }
        return target(self.type)
    }
}
