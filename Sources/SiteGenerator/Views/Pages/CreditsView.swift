import Catalogue
import TemplateEngine

/// All licences with their pictures, and all who are credited.
enum CreditsView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "lead": .text, "count_table": CountTableView.shape, "report_text": .text, "report_link": .text,
        "credited": ["count_table": CountTableView.shape],
    ]

    static func view(_ model: SiteModel) -> TemplateObject {
        let images = model.catalogue.images
        let frame = PageFrame.single(
            "Picture credits", address: Address.credits,
            description: "\(Numbers.counted(images.count, "picture", "pictures")) by licence, each with its author and source.",
            section: .credits, model)
        return frame.view(
            [
                "lead": .text(
                    "The register holds \(Numbers.counted(images.count, "picture", "pictures")). Each place that shows one says beside it who is credited, under which licence, and where it comes from; here they are by licence."
                ),
                "count_table": .object(licences(model)),
                "report_text":
                    "Credits and licences come from the source and are shown as they stand there. Mistakes are mended there, for everyone.",
                "report_link": .text(PictureView.reportLink),
                "credited": .object(["count_table": .object(credited(model))]),
            ], model)
    }

    private static func licences(_ model: SiteModel) -> TemplateObject {
        let counts = model.licencesByName.map { (licence: $0, count: model.images(under: $0).count) }
        let most = counts.map(\.count).max() ?? 0
        let rows = counts.sorted {
            ($1.count, NaturalOrder($0.licence.name), $0.licence.id) < ($0.count, NaturalOrder($1.licence.name), $1.licence.id)
        }.map { licence, count in
            CountTableView.Row(
                name: LicenceWords.name(licence), path: model.licencePages[licence],
                cells: [
                    ValueView.make(LicenceWords.name(licence.licenceClass)),
                    ValueView.make(LicenceWords.treatment(model.settings.images.treatment(of: licence))),
                ], countText: Numbers.grouped(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "licences", caption: "Licences, most pictures first", nameLabel: "Licence", countLabel: "Pictures",
            columns: [.init(label: "Class", drop: .middle), .init(label: "How shown", drop: .wide)], rows: rows)
    }

    private static func credited(_ model: SiteModel) -> TemplateObject {
        var counts: [String: Int] = [:]
        for image in model.catalogue.images { counts[image.credit?.trimmingSpaces ?? "", default: 0] += 1 }
        let unrecorded = counts.removeValue(forKey: "") ?? 0
        let most = max(counts.values.max() ?? 0, unrecorded)
        var rows = counts.map { (order: NaturalOrder($0.key), name: $0.key, count: $0.value) }.sorted { $0.order < $1.order }
            .map { CountTableView.Row(name: $0.name, countText: Numbers.grouped($0.count), share: .share($0.count, of: most)) }
        if unrecorded > 0 {
            rows.append(.init(name: "not recorded", countText: Numbers.grouped(unrecorded), share: .share(unrecorded, of: most)))
        }
        return CountTableView.make(
            id: "credited-table", caption: "Those credited, by name", nameLabel: "Name", countLabel: "Pictures", rows: rows)
    }
}
