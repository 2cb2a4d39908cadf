/// The terms under which a picture is given, as the API lists them at `/image_licenses/`.
public struct Licence: Entity {
    public static let kind = EntityKind.licence

    public var id: RecordID<Licence>
    public var name: String
    /// A sort rank of the database. It does not say what the licence allows.
    public var priority: Int?
    /// The address of the terms. It may be nil, empty or `http`.
    public var link: String?

    public init(id: RecordID<Licence>, name: String, priority: Int? = nil, link: String? = nil) {
        self.id = id
        self.name = name
        self.priority = priority
        self.link = link
    }

    public static let table = EntityTablePath(\.licences) { $0.licences }
    public static let blank = Licence(id: 0, name: "")
    public static let schema = Schema<Licence>([
        .id(\.id),
        .text("name", \.name),
        .wholeNumber("priority", \.priority, in: nil),
        .text("link", \.link),
    ])
}
