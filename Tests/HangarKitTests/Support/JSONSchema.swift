import Catalogue
import Foundation

/// A JSON Schema of `Documentation/schemas`, by the part of draft 2020-12 that those use.
struct JSONSchema {
    private let file: String
    private let documents: [String: [String: Any]]

    struct Unsupported: Error { let keyword: String }

    /// - Parameter name: the name of the file without `.schema.json`.
    init(_ name: String) throws {
        file = name + ".schema.json"
        let folder = repository + "/Documentation/schemas/"
        documents = try FileManager.default.contentsOfDirectory(atPath: folder).reduce(into: [:]) { documents, name in
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + name))
            documents[name] = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        }
    }

    /// A schema that a site publishes. It refers to no other.
    ///
    /// - Parameter text: the schema itself.
    init(text: String) throws {
        file = ""
        documents = [file: try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]]
    }

    /// What of a JSON text is not as the schema says, each with its place: `$.counts.pages: is no integer`.
    func faults(in text: String) throws -> [String] {
        try faults(try JSONSerialization.jsonObject(with: Data(text.utf8)), documents[file] ?? [:], in: file, at: "$")
    }

    private static let annotations: Set = ["$schema", "$id", "$defs", "title", "description"]

    private func faults(_ value: Any, _ schema: [String: Any], in file: String, at place: String) throws -> [String] {
        try schema.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
            switch (keyword, rule) {
            case (let keyword, _) where Self.annotations.contains(keyword): return []
            case ("type", let type): return Self.matches(value, type) ? [] : ["\(place): is no \(type)"]
            case ("const", let constant): return Self.isEqual(value, constant) ? [] : ["\(place): is not \(constant)"]
            case ("enum", let values as [Any]): return values.contains { Self.isEqual(value, $0) } ? [] : ["\(place): is none of \(values)"]
            case ("minimum", let least as Double):
                return (value as? Double).map { $0 >= least } ?? true ? [] : ["\(place): is below \(least)"]
            case ("format", let format as String) where format == "date-time":
                return (value as? String).map { Timestamp(rfc3339: $0) != nil } ?? true ? [] : ["\(place): is no moment"]
            case ("format", let format as String) where format == "date":
                return (value as? String).map { CalendarDate(iso8601: $0) != nil } ?? true ? [] : ["\(place): is no day"]
            case ("format", let format as String) where format == "uri":
                return (value as? String).map { URL(string: $0)?.scheme != nil } ?? true ? [] : ["\(place): is no address"]
            case ("required", let names as [String]):
                return names.filter { (value as? [String: Any])?[$0] == nil }.map { "\(place).\($0): is missing" }
            case ("properties", let properties as [String: [String: Any]]):
                let members = value as? [String: Any] ?? [:]
                return try properties.flatMap { name, schema in
                    try members[name].map { try faults($0, schema, in: file, at: "\(place).\(name)") } ?? []
                }
            case ("additionalProperties", let allowed as Bool) where !allowed:
                let known = (schema["properties"] as? [String: Any]) ?? [:]
                return (value as? [String: Any] ?? [:]).keys.filter { known[$0] == nil }.map { "\(place).\($0): is not expected" }
            case ("additionalProperties", let others as [String: Any]):
                let known = (schema["properties"] as? [String: Any]) ?? [:]
                return try (value as? [String: Any] ?? [:]).filter { known[$0.key] == nil }.sorted { $0.key < $1.key }.flatMap {
                    try faults($0.value, others, in: file, at: "\(place).\($0.key)")
                }
            case ("prefixItems", let items as [[String: Any]]):
                return try zip(items, value as? [Any] ?? []).enumerated().flatMap {
                    try faults($1.1, $1.0, in: file, at: "\(place)[\($0)]")
                }
            case ("minItems", let least as Int):
                return (value as? [Any]).map { $0.count >= least } ?? true ? [] : ["\(place): has fewer than \(least) items"]
            case ("items", let items as [String: Any]):
                return try (value as? [Any] ?? []).enumerated().flatMap { try faults($1, items, in: file, at: "\(place)[\($0)]") }
            case ("anyOf", let schemas as [[String: Any]]):
                let found = try schemas.map { try faults(value, $0, in: file, at: place) }
                return found.contains { $0.isEmpty }
                    ? [] : ["\(place): fits none of: " + found.map { $0.joined(separator: ", ") }.joined(separator: "; ")]
            case ("$ref", let reference as String):
                let parts = reference.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
                let target = parts[0].isEmpty ? file : parts[0]
                let name = parts[1].split(separator: "/").last.map(String.init) ?? ""
                guard let schema = (documents[target]?["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                    throw Unsupported(keyword: reference)
                }
                return try faults(value, schema, in: target, at: place)
            default: throw Unsupported(keyword: keyword)
            }
        }
    }

    private static func isEqual(_ value: Any, _ other: Any) -> Bool { (value as? NSObject) == (other as? NSObject) }

    private static func matches(_ value: Any, _ type: Any) -> Bool {
        if let types = type as? [String] { return types.contains { matches(value, $0) } }
        let number = value as? NSNumber
        let isFlag = number.map(isBoolean) ?? false
        return switch type as? String {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "boolean": isFlag
        case "number": number != nil && !isFlag
        case "integer": number.map { !isFlag && $0.doubleValue == $0.doubleValue.rounded() } ?? false
        default: false
        }
    }

    /// Whether it was `true` or `false` in the JSON. A number that is 0 or 1 also converts to `Bool`.
    private static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
