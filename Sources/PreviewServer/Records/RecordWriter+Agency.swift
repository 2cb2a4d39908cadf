import Catalogue
import LaunchLibrary
import Support

extension RecordWriter {
    /// The catalogue holds an agency in the normal form at most.
    func agency(_ agency: Agency, _ mode: ResponseMode, _ object: inout JSONWriter) {
        let profile = mode >= .normal ? agency.profile : nil
        object.field("response_mode", (profile == nil ? ResponseMode.list : .normal).rawValue)
        object.field("id", agency.id)
        object.field("url", url(of: .agencies, id: agency.id))
        object.field("name", agency.name)
        object.field("abbrev", agency.abbrev)
        object.field("type", agency.typeID.flatMap { catalogue.agencyTypes[id: $0] }, named)
        guard let profile else { return }
        object.field("featured", profile.featured)
        object.field("country", list: profile.countries) { country, object in
            object.field("id", country.id)
            object.field("name", country.name)
            object.field("alpha_2_code", country.alpha2Code)
        }
        object.field("description", profile.description)
        object.field("administrator", profile.administrator)
        object.field("founding_year", profile.foundingYear)
        object.field("launchers", profile.launchers)
        object.field("spacecraft", profile.spacecraft)
        object.field("parent", profile.parent)
        image("image", profile.imageID, &object)
        image("logo", profile.logoID, &object)
        image("social_logo", profile.socialLogoID, &object)
    }
}
