import Testing

@testable import Catalogue
@testable import SiteGenerator
@testable import TemplateEngine

/// The table of columns is what files and descriptions are made from.
@Suite struct ColumnTests {
    /// Each field of the source that a column names is one of the API's records.
    @Test func theFieldsOfTheSourceAreThere() {
        func unknown(_ table: AnyDownloadTable, of kind: EntityKind) -> [String] {
            table.columns.compactMap { column in
                guard let source = column.source else { return nil }
                let path = source.split(separator: ".").map { $0.hasSuffix("[]") ? String($0.dropLast(2)) : String($0) }
                return FieldPath.exists(path[...], in: kind.type) ? nil : "\(table.name).\(column.name): \(source)"
            }
        }
        #expect(unknown(.init(Downloads.spacecraft), of: .spacecraft) == [])
        #expect(unknown(.init(Downloads.configurations), of: .configuration) == [])
        #expect(unknown(.init(Downloads.flights), of: .spacecraft) == [])
        #expect(unknown(.init(Downloads.agencies), of: .agency) == [])
        #expect(unknown(.init(Downloads.families), of: .family) == [])
        #expect(unknown(.init(Downloads.types), of: .configurationType) == [])
        #expect(unknown(.init(Downloads.statuses), of: .status) == [])
        #expect(unknown(.init(Downloads.configurationFamilies), of: .configuration) == [])
        #expect(!FieldPath.exists(["status", "nme"], in: Spacecraft.self))
    }

    /// A unit stands in the name of its column, where a reader of a CSV file sees it.
    @Test func aColumnWithAUnitHasItInItsName() {
        let endings: [ColumnUnit: String] = [.seconds: "_seconds", .metres: "_m", .kilograms: "_kg"]
        let columns = [AnyDownloadTable(Downloads.spacecraft), .init(Downloads.configurations), .init(Downloads.flights)].flatMap(\.columns)
        for unit in ColumnUnit.allCases {
            let ending = endings[unit] ?? ""
            #expect(columns.filter { $0.unit == unit }.map(\.name) == columns.map(\.name).filter { $0.hasSuffix(ending) })
        }
    }

    /// A value is null only in a column that says that it may be.
    @Test func theValuesAreOfTheTypesThatTheColumnsSay() throws {
        for input in [try Sample.input(), try Sample.inputWithFlights()] {
            let site = ViewContext(input)
            for table in Downloads.tables(site.model) + Downloads.lookupTables {
                table.forEachRow(site) { value in
                    for (number, column) in table.columns.enumerated() {
                        #expect(Self.fits(value(number), column), "\(table.name).\(column.name): \(value(number))")
                    }
                }
            }
        }
    }

    private static func fits(_ value: TemplateValue, _ column: DownloadColumn) -> Bool {
        switch (value, column.type) {
        case (.null, _): column.isOptional
        case (.integer, .integer), (.number, .number), (.text, .text), (.list, .texts), (.bool, .boolean): true
        case (.text(let text), .address): text.hasPrefix("https://example.org/catalogue/")
        case (.text(let text), .date): CalendarDate(iso8601: text) != nil
        case (.text(let text), .time): Timestamp(rfc3339: text) != nil
        default: false
        }
    }
}

/// The path of a field in a record of the API.
private enum FieldPath {
    static func exists(_ path: ArraySlice<String>, in type: any Entity.Type) -> Bool {
        func search<E: Entity>(_: E.Type) -> Bool { exists(path, in: E.schema) }
        return search(type)
    }

    private static func exists<R: Record>(_ path: ArraySlice<String>, in schema: Schema<R>) -> Bool {
        guard let first = path.first else { return false }
        return schema.fields.contains { field in
            if case .part(let part) = field.content, part.isFlat { return exists(path, inPart: part) }
            guard "\(field.name)" == first else { return false }
            let rest = path.dropFirst()
            switch field.content {
            case .reference(_, let kind, _), .references(_, let kind, _): return exists(rest, in: kind.type)
            case .name(_, let names):
                let steps = [names.inner, names.key].compactMap { $0.map { "\($0)" } }
                return Array(rest) == steps
            case .part(let part): return exists(rest, inPart: part)
            case .parts(let parts): return exists(rest, inParts: parts)
            case .group(let fields): return exists(rest, in: fields)
            case .apiOnly: return false
            case .id, .text, .pictureURL, .flag, .wholeNumber, .decimal, .duration, .date, .timestamp: return rest.isEmpty
            }
        }
    }

    private static func exists<P: PartField>(_ path: ArraySlice<String>, inPart _: P) -> Bool { exists(path, in: P.Part.schema) }
    private static func exists<P: PartListField>(_ path: ArraySlice<String>, inParts _: P) -> Bool { exists(path, in: P.Part.schema) }
}
