import Catalogue

/// Craft of one configuration that show the same picture. It stands once for all of them.
struct PictureGroup: Sendable, Equatable {
    /// Nil for craft without a picture.
    let image: Image.ID?
    /// The craft, in the order of the list.
    let positions: [CraftPosition]

    /// The groups of a list, in the order of their first craft.
    static func groups(of positions: some Sequence<CraftPosition>, _ model: SiteModel) -> [PictureGroup] {
        var keys: [PictureKey] = []
        var members: [PictureKey: [CraftPosition]] = [:]
        for position in positions {
            let key = model.pictureKeys[position]
            if members[key] == nil { keys.append(key) }
            members[key, default: []].append(position)
        }
        return keys.map { PictureGroup(image: $0.image, positions: members[$0] ?? []) }
    }

    /// Whether a list has more than one group. Of a single picture there is nothing to look through.
    static func areSeveral(_ positions: [CraftPosition], _ model: SiteModel) -> Bool {
        guard let first = positions.first else { return false }
        return positions.contains { model.pictureKeys[$0] != model.pictureKeys[first] }
            && positions.contains { model.pictureKeys[$0].image != nil }
    }
}

/// What craft have in common that show the same picture: the picture and the configuration.
struct PictureKey: Sendable, Hashable {
    let image: Image.ID?
    let configuration: Configuration.ID

    init(_ craft: Spacecraft, _ catalogue: Catalogue) {
        configuration = craft.configurationID
        image = catalogue.picture(of: craft)
    }
}
