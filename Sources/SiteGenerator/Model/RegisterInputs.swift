import Catalogue
import Support

/// The inputs of pages that show something of all records. ``PageInputs`` says what each is for.
enum RegisterInputs {
    static func common(_ model: SiteModel, _ records: RecordHashes) -> InputHash {
        let catalogue = model.catalogue
        var hash = InputHash()
        for kind in EntityKind.allCases { hash.add(catalogue.count(of: kind)) }
        for kind in [EntityKind.licence, .status, .configurationType, .agencyType] { hash.add(records.all(of: kind)) }
        hash.add(model.input.sourceURL)
        hash.add(model.hasFlights)
        if case .notBefore(let date) = model.input.dataDate { hash.add(date) }
        hash.add(model.input.dataDate.timestamp == nil)
        // Each page leads to those of the operator, by the navigation or below it.
        for page in model.ownTexts.pages {
            hash.add(page.name)
            for language in model.languages { hash.add(model.ownTexts.text(of: page.name, in: language)?.title) }
        }
        return hash
    }

    static func craftCounts(_ model: SiteModel, _ records: RecordHashes) -> InputHash {
        var hash = InputHash([.configuration, .agency, .family].map { records.all(of: $0) })
        for configuration in model.catalogue.configurations { hash.add(model.craft(ofConfiguration: configuration.id).positions.count) }
        // Equal counts of craft would hide that one changed its status for another's.
        for status in model.catalogue.statuses { hash.add(model.catalogue.spacecraftCount(withStatus: status.id)) }
        return hash
    }

    static func configurationList(_ model: SiteModel, _ craftCounts: InputHash) -> InputHash {
        var hash = craftCounts
        for configuration in model.catalogue.configurations {
            let group = model.craft(ofConfiguration: configuration.id)
            for number in [group.flights, group.inSpace, group.longest?.timeInSpace?.seconds] { hash.add(number) }
            hash.add(group.isUnflown)
        }
        hash.add(model.maxima.inputs)
        return hash
    }

    static func flights(_ model: SiteModel) -> InputHash {
        var hash = InputHash()
        hash.add(model.dataYear)
        for craft in model.spacecraftByName {
            let spans = FlightSpan.spans(of: craft)
            guard !spans.isEmpty else { continue }
            hash.add(craft.id.number)
            hash.add(craft.name)
            hash.add(model.configuration(of: craft)?.typeID?.number)
            hash.add(InputHash(spans.map(\.inputs)))
        }
        return hash
    }

    static func groupPictures(_ model: SiteModel, _ records: RecordHashes) -> InputHash {
        var hash = InputHash()
        for configuration in model.configurationsByName {
            hash.add(PageInputs.link(to: configuration, model, records))
            let group = model.craft(ofConfiguration: configuration.id)
            hash.add(group.positions.count)
            hash.add(group.inSpace > 0)
        }
        for agency in model.agenciesByName { hash.add(PageInputs.own(agency, model, records)) }
        return hash
    }

    static func everything(_ model: SiteModel, _ records: RecordHashes) -> InputHash {
        var hash = InputHash(EntityKind.allCases.map { records.all(of: $0) })
        // Without a history these are the date of the records.
        hash.add(model.dates.beginning)
        hash.add(model.dates.newest)
        for entry in model.history.changes {
            hash.add(entry.date)
            hash.add(entry.change.entity.kind.rawValue)
            hash.add(entry.change.entity.number)
            hash.add(entry.change.name)
            switch entry.change.event {
            case .appeared: hash.add(true)
            case .removed: hash.add(false)
            case .changed(let fields):
                for field in fields { for text in [field.field, field.from, field.to] { hash.add(text) } }
            }
        }
        for record in model.input.setAside {
            hash.add(record.entity.kind.rawValue)
            hash.add(record.entity.number)
            hash.add(record.asOf)
        }
        return hash
    }

    static func entities(_ model: SiteModel, _ records: RecordHashes) -> InputHash {
        var hash = InputHash(EntityKind.allCases.filter { $0 != .spacecraft }.map { records.all(of: $0) })
        model.catalogue.spacecraft.forEachRow { craft in
            hash.add(craft.pointee.id.number)
            hash.add(craft.pointee.name)
            hash.add(craft.pointee.imageID?.number)
            hash.add(craft.pointee.configurationID.number)
            hash.add(craft.pointee.statusID?.number)
        }
        return hash
    }
}
