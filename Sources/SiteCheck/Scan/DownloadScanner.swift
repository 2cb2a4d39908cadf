import Support

/// Reads the links of the downloads in JSON and of what describes downloads: a Data Package (`datapackage.json`), the metadata of CSV on the
/// Web (`csv-metadata.json`) and JSON Schemas. Of any other JSON no member is known to be a link.
enum DownloadScanner {
    static func scan(_ root: JSONValue, path: String, _ collector: inout LinkCollector) {
        let name = FilePath.split(path).name
        if name == "datapackage.json" {
            readPackage(root, &collector)
        } else if name.hasSuffix("csv-metadata.json") {
            readMetadata(root, &collector)
        } else if name.hasSuffix(".schema.json") {
            collector.follow(root["$id"], .ifOwnAbsolute)
        } else if isDownload(root, collector.base) {
            readRecords(root, &collector)
        }
    }

    private static func readPackage(_ root: JSONValue, _ collector: inout LinkCollector) {
        collector.follow(root["id"], .ifOwnAbsolute)
        collector.follow(root["homepage"], .ifOwnAbsolute)
        for licence in root["licenses"]?.elements ?? [] { collector.follow(licence["path"], .ifOwnAbsolute) }
        for resource in root["resources"]?.elements ?? [] {
            // A resource may be in several files.
            for path in resource["path"]?.elements ?? [resource["path"]].compactMap(\.self) { collector.follow(path, .any) }
        }
    }

    private static func readMetadata(_ root: JSONValue, _ collector: inout LinkCollector) {
        collector.follow(root["dc:license"]?["@id"], .ifOwnAbsolute)
        // A file that describes one table has its address at the top.
        collector.follow(root["url"], .any)
        for table in root["tables"]?.elements ?? [] {
            collector.follow(table["url"], .any)
            for key in table["tableSchema"]?["foreignKeys"]?.elements ?? [] { collector.follow(key["reference"]?["resource"], .any) }
        }
    }

    /// Whether a schema of this site describes it.
    private static func isDownload(_ root: JSONValue, _ base: BaseURL?) -> Bool {
        guard let schema = root["$schema"]?.string else { return false }
        return base?.offset(in: Array(schema.utf8)) != nil
    }

    private static func readRecords(_ root: JSONValue, _ collector: inout LinkCollector) {
        for member in root.members ?? [] {
            if isAddress(member.key) { collector.follow(member.value, .ifOwnAbsolute) }
            for record in member.value.elements ?? [member.value] {
                for field in record.members ?? [] where isAddress(field.key) { collector.follow(field.value, .ifOwnAbsolute) }
            }
        }
    }

    private static func isAddress(_ key: String) -> Bool { ["$schema", "about", "url"].contains(key) || key.hasSuffix("_url") }
}

extension LinkCollector {
    fileprivate mutating func follow(_ value: JSONValue?, _ rule: Rule) {
        guard let value, let text = value.string else { return }
        link(Array(text.utf8), at: value.offset, rule)
    }
}

/// Looks whether a SQLite file is whole, by its head (https://www.sqlite.org/fileformat2.html, 1.3).
enum SQLiteScanner {
    static func scan(_ collector: LinkCollector) -> FileFacts {
        var collector = collector
        let bytes = collector.bytes
        guard bytes.count >= 100, bytes.matches("sqlite format 3", at: 0), bytes[15] == 0 else {
            collector.problem(at: 0, "is no SQLite file", remedy: "Build the site again, or mend the file")
            return collector.facts
        }
        let pageSize = Int(bytes[16]) << 8 | Int(bytes[17])
        let pages = (28..<32).reduce(0) { $0 << 8 | Int(bytes[$1]) }
        // A page size of 1 stands for 65,536. A number of pages that is not known is 0.
        let expected = (pageSize == 1 ? 65_536 : pageSize) * pages
        if pages > 0, expected != bytes.count {
            collector.problem(
                at: 0, "is \(bytes.count) bytes long, and says that it has \(expected)", remedy: "Build the site again, or mend the file")
        }
        return collector.facts
    }
}
