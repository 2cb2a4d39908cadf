extension Catalogue {
    /// Every reference of a record to an entity that no table holds.
    func missingReferences() -> [CatalogueError.MissingReference] {
        var missing: [CatalogueError.MissingReference] = []
        func require<From: Entity, To: Entity>(_ id: Int?, in table: EntityTable<To>, by entity: From, _ field: String) {
            guard let id, !table.contains(id: id) else { return }
            missing.append(.init(from: From.kind, fromID: entity.id, field: field, to: To.kind, toID: id))
        }
        for image in images {
            require(image.licenceID, in: licences, by: image, "license")
        }
        for agency in agencies {
            require(agency.typeID, in: agencyTypes, by: agency, "type")
            require(agency.profile?.imageID, in: images, by: agency, "image")
            require(agency.profile?.logoID, in: images, by: agency, "logo")
            require(agency.profile?.socialLogoID, in: images, by: agency, "social_logo")
        }
        for family in families {
            require(family.manufacturerID, in: agencies, by: family, "manufacturer")
            require(family.parentID, in: families, by: family, "parent")
        }
        for configuration in configurations {
            require(configuration.typeID, in: configurationTypes, by: configuration, "type")
            require(configuration.agencyID, in: agencies, by: configuration, "agency")
            require(configuration.imageID, in: images, by: configuration, "image")
            for familyID in configuration.familyIDs { require(familyID, in: families, by: configuration, "family") }
        }
        for craft in spacecraft {
            require(craft.statusID, in: statuses, by: craft, "status")
            require(craft.configurationID, in: configurations, by: craft, "spacecraft_config")
            require(craft.imageID, in: images, by: craft, "image")
        }
        return missing
    }
}
