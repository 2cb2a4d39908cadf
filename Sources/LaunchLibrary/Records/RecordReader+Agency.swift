import Catalogue

extension RecordReader {
    mutating func agency(_ fields: RecordFields) -> Int? {
        let id = fields.id()
        let name = fields.text("name")
        let abbrev = fields.text("abbrev", default: "")
        let typeID = Self.named(fields.optionalObject("type")) { (type: AgencyType) in builder.add(type) }
        let profile = profile(of: fields)
        guard let id, let name, let abbrev else { return nil }
        builder.add(Agency(id: id, name: name, abbrev: abbrev, typeID: typeID, profile: profile))
        return id
    }

    /// Nil for the list form, which has none of these fields.
    private mutating func profile(of fields: RecordFields) -> Agency.Profile? {
        guard fields.has("country") || fields.has("featured") || fields.has("administrator") else { return nil }
        var profile = Agency.Profile()
        profile.featured = fields.flag("featured", default: false) ?? false
        profile.countries = fields.objects("country").compactMap(Country.init(reading:))
        profile.description = fields.optionalText("description")
        profile.administrator = fields.optionalText("administrator")
        profile.foundingYear = fields.optionalInt("founding_year")
        profile.launchers = fields.text("launchers", default: "") ?? ""
        profile.spacecraft = fields.text("spacecraft", default: "") ?? ""
        profile.parent = fields.optionalText("parent")
        profile.imageID = fields.optionalObject("image").flatMap { image($0) }
        profile.logoID = fields.optionalObject("logo").flatMap { image($0) }
        profile.socialLogoID = fields.optionalObject("social_logo").flatMap { image($0) }
        return profile
    }
}

extension Country {
    init?(reading fields: RecordFields) {
        let id = fields.id()
        let name = fields.text("name")
        guard let id, let name else { return nil }
        self.init(id: id, name: name, alpha2Code: fields.optionalText("alpha_2_code"))
    }
}
