/// Who refers to whom, read backwards: each list holds ids in ascending order, those of an image's uses kind by kind.
public struct Links: Sendable {
    let spacecraftByConfiguration: [Int: [Int]]
    let spacecraftByStatus: [Int: [Int]]
    let configurationsByAgency: [Int: [Int]]
    let configurationsByFamily: [Int: [Int]]
    let configurationsByType: [Int: [Int]]
    let familiesByManufacturer: [Int: [Int]]
    let familiesByParent: [Int: [Int]]
    let imagesByLicence: [Int: [Int]]
    let usesByImage: [Int: [ImageUse]]

    init(
        images: EntityTable<Image>, agencies: EntityTable<Agency>, families: EntityTable<Family>,
        configurations: EntityTable<Configuration>, spacecraft: EntityTable<Spacecraft>
    ) {
        spacecraftByConfiguration = Self.group(spacecraft) { CollectionOfOne($0.configurationID) }
        spacecraftByStatus = Self.group(spacecraft) { CollectionOfOne($0.statusID) }
        configurationsByAgency = Self.group(configurations) { CollectionOfOne($0.agencyID) }
        configurationsByFamily = Self.group(configurations) { $0.familyIDs }
        configurationsByType = Self.group(configurations) { CollectionOfOne($0.typeID) }
        familiesByManufacturer = Self.group(families) { CollectionOfOne($0.manufacturerID).compactMap(\.self) }
        familiesByParent = Self.group(families) { CollectionOfOne($0.parentID).compactMap(\.self) }
        imagesByLicence = Self.group(images) { CollectionOfOne($0.licenceID) }
        var uses: [Int: [ImageUse]] = [:]
        func record(_ imageID: Int?, _ use: ImageUse) {
            if let imageID { uses[imageID, default: []].append(use) }
        }
        for craft in spacecraft { record(craft.imageID, .init(by: .spacecraft, id: craft.id, role: .image)) }
        for configuration in configurations { record(configuration.imageID, .init(by: .configuration, id: configuration.id, role: .image)) }
        for agency in agencies {
            record(agency.profile?.imageID, .init(by: .agency, id: agency.id, role: .image))
            record(agency.profile?.logoID, .init(by: .agency, id: agency.id, role: .logo))
            record(agency.profile?.socialLogoID, .init(by: .agency, id: agency.id, role: .socialLogo))
        }
        usesByImage = uses
    }

    /// A record that names the same key twice stands in its group once.
    private static func group<E: Entity>(_ table: EntityTable<E>, by keys: (E) -> some Sequence<Int>) -> [Int: [Int]] {
        var groups: [Int: [Int]] = [:]
        for entity in table {
            for key in keys(entity) where groups[key]?.last != entity.id { groups[key, default: []].append(entity.id) }
        }
        return groups
    }
}

/// One place where a picture is shown.
public struct ImageUse: Sendable, Hashable {
    public enum Role: String, Sendable {
        case image
        case logo
        case socialLogo = "social_logo"
    }

    public let by: EntityKind
    public let id: Int
    public let role: Role

    public init(by kind: EntityKind, id: Int, role: Role) {
        self.by = kind
        self.id = id
        self.role = role
    }
}
