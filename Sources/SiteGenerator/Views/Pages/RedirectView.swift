import TemplateEngine

/// The page at an address that moved.
enum RedirectView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = ["target": LinkView.shape]

    static func view(_ redirect: Redirect, _ model: SiteModel) -> TemplateObject {
        let frame = PageFrame(
            address: redirect.from, title: "\(redirect.formerName), moved to \(redirect.name) – \(model.settings.title)", heading: "Moved",
            description: "This page has moved to \(redirect.name).")
        var view = frame.view(["target": .object(LinkView.make(redirect.name, redirect.to))], model)
        view["canonical"] = .text(model.settings.baseURL + redirect.to)
        return view
    }
}
