/// The terms under which a picture is given, as the API lists them at `/image_licenses/`.
public struct Licence: Entity {
    public static let kind = EntityKind.licence

    public var id: Int
    public var name: String
    /// A sort rank of the database; it says nothing about what is allowed.
    public var priority: Int?
    /// Where the terms are written: may be nil, empty or `http`.
    public var link: String?

    public init(id: Int, name: String, priority: Int? = nil, link: String? = nil) {
        self.id = id
        self.name = name
        self.priority = priority
        self.link = link
    }

    public static let fields: [EntityField<Licence>] = [
        .init("name") { $0.name },
        .init("priority") { $0.priority.map(String.init) },
        .init("link") { $0.link },
    ]
}
