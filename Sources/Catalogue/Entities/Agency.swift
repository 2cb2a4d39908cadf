/// An organisation that operates or builds spacecraft, from `/agencies/`.
public struct Agency: Entity {
    public static let kind = EntityKind.agency

    public var id: RecordID<Agency>
    public var name: String
    /// The abbreviation. Several agencies may share one, and some have an empty one.
    public var abbrev: String
    /// The API makes this field nullable from version 2.4.0.
    public var typeID: AgencyType.ID?
    /// The fields that the normal form adds. It is nil in the list form.
    public var profile: Profile?

    public init(id: RecordID<Agency>, name: String, abbrev: String = "", typeID: AgencyType.ID? = nil, profile: Profile? = nil) {
        self.id = id
        self.name = name
        self.abbrev = abbrev
        self.typeID = typeID
        self.profile = profile
    }

    public var form: ResponseMode { profile == nil ? .list : .normal }

    public struct Profile: Record {
        /// Nil when the source does not record it.
        public var featured: Bool?
        public var countries: [Country] = []
        public var description: String?
        public var administrator: String?
        public var foundingYear: Int?
        public var launchers: String = ""
        public var spacecraft: String = ""
        public var parent: String?
        public var imageID: Image.ID?
        public var logoID: Image.ID?
        public var socialLogoID: Image.ID?

        public init() {}

        public static let blank = Profile()
        public static let schema = Schema<Profile>([
            .flag("featured", \.featured, .mayBeAbsent),
            .list("country", \.countries, comparedBy: \.name),
            .text("description", \.description).ofLines,
            .text("administrator", \.administrator),
            .wholeNumber("founding_year", \.foundingYear, in: .year),
            .text("launchers", \.launchers, .mayBeAbsent),
            .text("spacecraft", \.spacecraft, .mayBeAbsent),
            .text("parent", \.parent),
            .reference("image", \.imageID),
            .reference("logo", \.logoID),
            .reference("social_logo", \.socialLogoID),
        ])
    }

    public static let table = EntityTablePath(\.agencies) { $0.agencies }
    public static let blank = Agency(id: 0, name: "")
    public static let schema = Schema<Agency>([
        .responseMode(atLeast: .list),
        .id(\.id),
        .url,
        .text("name", \.name),
        .text("abbrev", \.abbrev, .mayBeAbsent),
        .reference("type", \.typeID),
        .part("profile", \.profile, from: .normal, distinctiveFields: ["country", "featured", "administrator"]),
    ])
}

/// The country of an agency. The API has no page for a country.
public struct Country: Record {
    public var id: RecordID<Country>
    public var name: String
    /// The ISO 3166-1 alpha-2 code. It is nil when the source gives none.
    public var alpha2Code: String?

    public init(id: RecordID<Country>, name: String, alpha2Code: String? = nil) {
        self.id = id
        self.name = name
        self.alpha2Code = alpha2Code
    }

    public static let blank = Country(id: 0, name: "")
    public static let schema = Schema<Country>([
        .id(\.id),
        .text("name", \.name),
        .text("alpha_2_code", \.alpha2Code),
    ])
}
