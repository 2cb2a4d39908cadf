import Catalogue
import Support

extension Agency: SnapshotLine {
    func write(to object: inout JSONWriter) {
        object.member("abbrev", abbrev)
        object.member("name", name)
        if let profile { object.member("profile") { $0.object { profile.write(to: &$0) } } }
        object.member("type", typeID)
    }

    init?(id: Int, reading fields: RecordFields) {
        let abbrev = fields.text("abbrev")
        let name = fields.text("name")
        let profile = fields.optionalObject("profile").flatMap(Profile.init(readingLine:))
        guard let abbrev, let name else { return nil }
        self.init(id: id, name: name, abbrev: abbrev, typeID: fields.optionalID("type"), profile: profile)
    }
}

extension Agency.Profile {
    func write(to object: inout JSONWriter) {
        object.member("administrator", administrator)
        object.member("country") {
            $0.list(countries) { writer, country in
                writer.object {
                    $0.member("alpha_2_code", country.alpha2Code)
                    $0.member("id", country.id)
                    $0.member("name", country.name)
                }
            }
        }
        object.member("description", description)
        object.member("featured", featured)
        object.member("founding_year", foundingYear)
        object.member("image", imageID)
        object.member("launchers", launchers)
        object.member("logo", logoID)
        object.member("parent", parent)
        object.member("social_logo", socialLogoID)
        object.member("spacecraft", spacecraft)
    }

    init?(readingLine fields: RecordFields) {
        self.init()
        let featured = fields.flag("featured")
        let launchers = fields.text("launchers")
        let spacecraft = fields.text("spacecraft")
        guard let featured, let launchers, let spacecraft else { return nil }
        administrator = fields.optionalText("administrator")
        countries = fields.objects("country").compactMap(Country.init(reading:))
        description = fields.optionalText("description")
        self.featured = featured
        foundingYear = fields.optionalInt("founding_year")
        imageID = fields.optionalID("image")
        self.launchers = launchers
        logoID = fields.optionalID("logo")
        parent = fields.optionalText("parent")
        socialLogoID = fields.optionalID("social_logo")
        self.spacecraft = spacecraft
    }
}
