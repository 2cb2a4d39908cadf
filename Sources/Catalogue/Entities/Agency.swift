/// An organisation that operates or builds spacecraft, from `/agencies/`.
public struct Agency: Entity {
    public static let kind = EntityKind.agency

    public var id: Int
    public var name: String
    /// Not unique, and empty for some.
    public var abbrev: String
    /// Nullable from version 2.4.0 of the API on.
    public var typeID: Int?
    /// What the normal form adds; nil in the list form.
    public var profile: Profile?

    public init(id: Int, name: String, abbrev: String = "", typeID: Int? = nil, profile: Profile? = nil) {
        self.id = id
        self.name = name
        self.abbrev = abbrev
        self.typeID = typeID
        self.profile = profile
    }

    public var form: ResponseMode { profile == nil ? .list : .normal }

    public struct Profile: Sendable, Hashable {
        public var featured = false
        public var countries: [Country] = []
        public var description: String?
        public var administrator: String?
        public var foundingYear: Int?
        public var launchers: String = ""
        public var spacecraft: String = ""
        public var parent: String?
        public var imageID: Int?
        public var logoID: Int?
        public var socialLogoID: Int?

        public init() {}
    }

    public static let fields: [EntityField<Agency>] = [
        .init("name") { $0.name },
        .init("abbrev") { $0.abbrev },
        .init("type") { $0.typeID.map(String.init) },
        .init("featured") { $0.profile.map { String($0.featured) } },
        .init("country") { $0.profile?.countries.map(\.name).joined(separator: ", ") },
        .init("description") { $0.profile?.description },
        .init("administrator") { $0.profile?.administrator },
        .init("founding_year") { $0.profile?.foundingYear.map(String.init) },
        .init("launchers") { $0.profile?.launchers },
        .init("spacecraft") { $0.profile?.spacecraft },
        .init("parent") { $0.profile?.parent },
        .init("image") { $0.profile?.imageID.map(String.init) },
        .init("logo") { $0.profile?.logoID.map(String.init) },
        .init("social_logo") { $0.profile?.socialLogoID.map(String.init) },
    ]
}

/// A country of an agency. The API gives no page of its own for it.
public struct Country: Sendable, Hashable {
    public var id: Int
    public var name: String
    /// ISO 3166-1 alpha-2; nil where the source gives none.
    public var alpha2Code: String?

    public init(id: Int, name: String, alpha2Code: String? = nil) {
        self.id = id
        self.name = name
        self.alpha2Code = alpha2Code
    }
}
