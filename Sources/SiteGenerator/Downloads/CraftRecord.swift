import Catalogue
import TemplateEngine

/// The record of one craft in JSON, `index.json` beside its page: its row of `spacecraft.json`, and its rows of `flights.json`.
///
/// It has the shape of the downloads and not that of the API: who has read one file can read the other, one schema describes both, and
/// addresses and durations are this site's. A record of the API also holds whole records of agency, configuration and families, so that a
/// change of one agency would reach the files of all its craft.
enum CraftRecord {
    static let kind = PageKind(fileKind: .asset, isShared: true) { plan in
        let hasFlights = plan.model.hasFlights
        return zip(CraftPosition.all(plan.model.addresses.count), plan.model.addresses).map { position, address in
            var inputs = plan.inputs.record(ofCraftAt: position)
            inputs.add(plan.model.dates.page(ofCraftAt: position))
            return WrittenFile(address + fileName, inputs: inputs) { append(position, hasFlights: hasFlights, $0, to: &$1) }
        }
    }

    static let fileName = "index.json"
    /// The name of its schema.
    static let schemaName = "spacecraft-record"

    /// - Parameter position: the craft's place in the order of names.
    private static func append(_ position: CraftPosition, hasFlights: Bool, _ site: ViewContext, to output: inout OutputBuffer) {
        let craft = site.model.spacecraftByName[position]
        let setAside = site.model.setAside[EntityKey(craft.id)].map { [$0] } ?? []
        let header = DownloadHeader.make(
            schema: SchemaFile.name(schemaName), modified: site.model.dates.page(ofCraftAt: position), setAside: setAside, site)
        TemplateValue.object(header).appendJSON(pretty: true, to: &output)
        output.cut(to: output.count - 3)
        rows.append(member: "spacecraft\": ", to: &output)
        rows.append({ Downloads.spacecraft.columns[$0].value(craft, site) }, to: &output)
        if hasFlights {
            flightRows.append(member: "flights\": [", to: &output)
            var separator: StaticString = "\n    "
            for flight in craft.flights ?? [] {
                output.append(contentsOf: separator)
                let row = Downloads.CraftFlight(craft: craft, flight: flight)
                flightRows.append({ Downloads.flights.columns[$0].value(row, site) }, to: &output)
                separator = ",\n    "
            }
            output.append(contentsOf: craft.flights?.isEmpty == false ? "\n  ]" : "]" as StaticString)
        }
        output.append(contentsOf: "\n}\n")
    }

    private static let rows = JSONRows(AnyDownloadTable(Downloads.spacecraft))
    private static let flightRows = JSONRows(AnyDownloadTable(Downloads.flights))
}
