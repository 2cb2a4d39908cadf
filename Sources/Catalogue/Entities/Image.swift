/// A picture with its author and licence, as the API records them.
public struct Image: Entity {
    public static let kind = EntityKind.image

    public var id: RecordID<Image>
    /// The title that the author or the database gave the picture. `[AUTO] Soyuz TM - image` is generated, see ``title``.
    public var name: String
    public var imageURL: String
    public var thumbnailURL: String
    /// The recorded credit line. It is nil when the source credits nobody.
    public var credit: String?
    public var licenceID: Licence.ID
    /// An administrative flag of the database. It does not say how the picture may be used. Nil when the source does not record it.
    public var singleUse: Bool?
    public var variants: [Variant]

    public init(
        id: RecordID<Image>, name: String, imageURL: String, thumbnailURL: String, credit: String? = nil, licenceID: Licence.ID,
        singleUse: Bool? = false,
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

    public struct Variant: Record {
        public var id: RecordID<Variant>
        public var typeID: RecordID<Kind>
        public var typeName: String
        public var imageURL: String

        public init(id: RecordID<Variant>, typeID: RecordID<Kind>, typeName: String, imageURL: String) {
            self.id = id
            self.typeID = typeID
            self.typeName = typeName
            self.imageURL = imageURL
        }

        /// The kind of a variant, which has an id and no page.
        public enum Kind {}

        public static let blank = Variant(id: 0, typeID: 0, typeName: "", imageURL: "")
        public static let schema = Schema<Variant>([
            .id(\.id),
            .group("type", [.id(\.typeID), .text("name", \.typeName, .mayBeAbsent)]),
            .pictureURL("image_url", \.imageURL),
        ])
    }

    public static let table = EntityTablePath(\.images) { $0.images }
    public static let blank = Image(id: 0, name: "", imageURL: "", thumbnailURL: "", licenceID: 0, singleUse: nil)
    public static let schema = Schema<Image>([
        .id(\.id),
        .text("name", \.name),
        .pictureURL("image_url", \.imageURL),
        .pictureURL("thumbnail_url", \.thumbnailURL, .required),
        .text("credit", \.credit),
        .reference("license", \.licenceID),
        .flag("single_use", \.singleUse, .mayBeAbsent),
        .list("variants", \.variants, comparedBy: \.imageURL),
    ])
}

extension Image {
    /// The picture's title when it is useful to a reader. It is nil for names that the database generates (`[AUTO] …`) and for empty names.
    public var title: String? {
        name.hasPrefix("[AUTO]") || name.allSatisfy(\.isWhitespace) ? nil : name
    }
}

extension Image {
    /// The ground that a variant of a picture is made for.
    public enum Ground: Sendable {
        case light
        case dark

        /// The words of the type's name that say it. The ids of types may change.
        fileprivate var words: String { self == .light ? "light background" : "dark background" }
    }

    /// The address of the variant for a ground. Nil when there is none. Types that say nothing of a ground are passed over.
    public func variantURL(on ground: Ground) -> String? {
        variants.first { !$0.imageURL.isEmpty && $0.typeName.lowercased().contains(ground.words) }?.imageURL
    }
}
