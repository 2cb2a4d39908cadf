import TemplateEngine

/// The page a server shows for an address that is not there, at any depth: its links begin at the root of the host.
enum NotFoundView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = ["lead": .text, "search_style": .text, "ways_in": .list(WaysIn.shape)]

    static func view(_ model: SiteModel) -> TemplateObject {
        let frame = PageFrame(
            address: Address.notFound, title: "Page not found – \(model.settings.title)", heading: "Not in the register",
            description: "No page has this address.", isOutside: true)
        return frame.view(
            [
                "lead": "No page has this address. It may have been mistyped, or the record is gone from the source.",
                "search_style": "",
                "ways_in": .objects(WaysIn.make(model)),
            ], model)
    }
}
