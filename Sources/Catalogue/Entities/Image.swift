/// A picture with its author and licence, as the API records them.
public struct Image: Entity {
    public static let kind = EntityKind.image

    public var id: Int
    /// The title its author or the database gave it; `[AUTO] Soyuz TM - image` is a made-up one, see ``title``.
    public var name: String
    public var imageURL: String
    public var thumbnailURL: String
    /// Who is to be credited, as recorded; nil where nobody is.
    public var credit: String?
    public var licenceID: Int
    /// An administrative flag of the database; it says nothing about what is allowed.
    public var singleUse: Bool
    public var variants: [Variant]

    public init(
        id: Int, name: String, imageURL: String, thumbnailURL: String, credit: String? = nil, licenceID: Int, singleUse: Bool = false,
        variants: [Variant] = []
    ) {
        self.id = id
        self.name = name
        self.imageURL = imageURL
        self.thumbnailURL = thumbnailURL
        self.credit = credit
        self.licenceID = licenceID
        self.singleUse = singleUse
        self.variants = variants
    }

    public struct Variant: Sendable, Hashable {
        public var id: Int
        public var typeID: Int
        public var typeName: String
        public var imageURL: String

        public init(id: Int, typeID: Int, typeName: String, imageURL: String) {
            self.id = id
            self.typeID = typeID
            self.typeName = typeName
            self.imageURL = imageURL
        }
    }

    public static let fields: [EntityField<Image>] = [
        .init("name") { $0.name },
        .init("image_url") { $0.imageURL },
        .init("thumbnail_url") { $0.thumbnailURL },
        .init("credit") { $0.credit },
        .init("license") { String($0.licenceID) },
        .init("single_use") { String($0.singleUse) },
        .init("variants") { $0.variants.map(\.imageURL).joined(separator: ", ") },
    ]
}

extension Image {
    /// The picture's title where it says something to a reader: nil for the names that the database makes up (`[AUTO] …`) and for none at all.
    public var title: String? {
        name.hasPrefix("[AUTO]") || name.allSatisfy(\.isWhitespace) ? nil : name
    }
}
