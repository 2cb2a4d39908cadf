import Catalogue
import TemplateEngine

/// The page of one craft.
enum SpacecraftView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "plate": PlateView.shape, "doubts": .list(["text": .text]), "figure": PictureView.shape,
        "description_html": .html, "facts": .list(FactView.shape), "flight_table": FlightTableView.shape, "tree": TreeView.shape,
        "spread": SpreadView.shape,
        "siblings": ["heading": .text, "craft_table": CraftTableView.shape, "more": LinkView.shape],
        "neighbours": NeighboursView.shape,
    ]

    /// - Parameter position: the craft's place in the order of names.
    static func view(at position: Int, _ model: SiteModel) -> TemplateObject {
        let craft = model.spacecraftByName[position]
        let parts = model.parts(ofCraftAt: position)
        let configuration = parts?.configuration
        let fleet = parts?.fleet ?? .empty
        let neighbours = Neighbours(ofCraftAt: position, in: model)
        let description = model.sanitized(craft.description)
        let name = configuration?.name ?? ""
        let frame = PageFrame(
            address: model.addresses[position],
            title: "\(model.distinctName(craft)), \(name) – \(model.settings.title)",
            heading: craft.name,
            description: description?.summary(limit: PageFrame.descriptionLimit) ?? "\(craft.name): a craft of the configuration \(name).",
            section: .spacecraft,
            breadcrumbs: [
                .init(name: "Spacecraft", path: Address.spacecraftIndex),
                .init(name: name, path: parts?.address),
                .init(name: craft.name),
            ],
            previous: neighbours.previous, next: neighbours.next,
            picture: craft.imageID.flatMap { model.catalogue.images[id: $0] }, silhouettes: [parts?.silhouette ?? .unknown])
        return frame.view(
            [
                "plate": .object(CraftPlate.view(craft, parts, fleet, model)),
                "doubts": .objects(doubts(craft).map { ["text": .text($0)] }),
                "figure": .object(figure(craft, parts, model)),
                "description_html": .optional(description),
                "facts": .objects(facts(craft, parts, model)),
                "flight_table": .optional(FlightTableView.make(craft, model)),
                "tree": .optional(
                    configuration.map { TreeView.make(around: $0, at: .craft(craft, address: model.addresses[position]), model) }),
                "spread": .optional(parts.flatMap { SpreadView.make($0, marking: craft) }),
                "siblings": .optional(configuration.flatMap { siblings(position, fleet, $0, model) }),
                "neighbours": .optional(NeighboursView.make(neighbours, label: "Previous and next spacecraft by name", isShip: true)),
            ], model)
    }

    /// Nil for the only craft of its configuration.
    private static func siblings(_ position: Int, _ fleet: Fleet, _ configuration: Configuration, _ model: SiteModel) -> TemplateObject? {
        guard fleet.positions.count > 1 else { return nil }
        let near = near(position, in: fleet.positions)
        let count = Numbers.grouped(fleet.positions.count)
        let caption = "\(configuration.name): \(near.count) of \(count) craft, by name"
        let hasMore = fleet.positions.count > near.count
        return [
            "heading": .text("Other \(configuration.name) near it in the register"),
            "craft_table": .object(CraftTableView.fleet(near, id: "siblings-table", caption: caption, model)),
            "more": hasMore ? .object(LinkView.make("All \(count) \(configuration.name) craft", Address.page(of: configuration))) : .null,
        ]
    }

    /// The craft with three before and three after it.
    private static func near(_ position: Int, in fleet: [Int]) -> ArraySlice<Int> {
        let rank = fleet.partitioningIndex { $0 >= position }
        let start = max(0, min(rank - 3, fleet.count - 7))
        return fleet[start..<min(start + 7, fleet.count)]
    }

    private static func doubts(_ craft: Spacecraft) -> [String] {
        var doubts: [String] = []
        if craft.isDockedLongerThanInSpace, let docked = craft.timeDocked, let inSpace = craft.timeInSpace {
            let time = inSpace.seconds == 0 ? "no time" : "only \(inSpace.humanText)"
            doubts.append(
                "The source gives \(docked.humanText) docked but \(time) in space. Both cannot be right; they are shown as recorded.")
        } else if (craft.flightsCount ?? 0) > 0, craft.timeInSpace?.seconds == 0 {
            doubts.append("The source counts a flight but gives no time in space: read it as not recorded.")
        }
        if craft.isPlaceholder {
            doubts.append("This record is a placeholder: it stands for a craft that is not yet named or built.")
        }
        return doubts
    }

    private static func figure(_ craft: Spacecraft, _ parts: ConfigurationParts?, _ model: SiteModel) -> TemplateObject {
        if let parts, let image = craft.imageID, image == parts.configuration.imageID { return parts.reusedFigure }
        return PictureView.make(
            craft.imageID.flatMap { model.catalogue.images[id: $0] }, of: craft.name, silhouette: parts?.silhouette ?? .unknown, model)
    }

    private static func facts(_ craft: Spacecraft, _ parts: ConfigurationParts?, _ model: SiteModel) -> [TemplateObject] {
        var facts = [craft.serialNumber.map { FactView.make("Serial number", ValueView.text($0)) } ?? model.common.unknownSerialNumber]
        if let parts {
            facts.append(parts.fact(hasFlown: craft.hasFlown))
            facts += parts.facts
        }
        if let status = model.parts(ofStatus: craft.statusID) { facts.append(status.fact) }
        facts.append(craft.inSpace ? model.common.inSpaceNow : model.common.notInSpaceNow)
        if let change = model.history.lastChange(of: .spacecraft, craft.id) {
            facts.append(FactView.make("Last change of the record", ValueView.date(change.date)))
        }
        return facts
    }
}

extension Array {
    /// The first place at which the condition holds, in an array in which it holds from some place on.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
