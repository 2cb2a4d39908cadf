import Catalogue
import Support

/// The places of the parts of a snapshot file. They are found by lines alone, so that the entities can be decoded in parallel.
struct SnapshotLayout {
    struct EntityLine: Sendable {
        let number: Int
        let id: Int
        /// The range of the entity's object in the file.
        let object: Range<Int>
    }

    private enum Section {
        case of(EntityKind)
        /// The lines of the section are skipped. The section itself is reported.
        case unknown
    }

    private(set) var header: [String: JSONValue] = [:]
    private(set) var sections: [EntityKind: [EntityLine]] = [:]
    private(set) var problems: [Fault] = []

    private let path: String
    private let bytes: [UInt8]
    private var section: Section?
    /// The lines of the current section. They are added to `sections` together, because a look-up for each line takes as long as the line.
    private var lines: [EntityLine] = []
    private var isClosed = false

    static let remedy = "Restore the file, or make it anew with 'hangar fetch'"

    init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
        var number = 0
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count {
            number += 1
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            // A checkout on another system may have changed the line ends.
            let textEnd = end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
            readLine(number, start..<textEnd)
            start = end + 1
        }
        endSection()
        if !isClosed, problems.isEmpty { add("the file is cut off: its last line is not '}'", line: max(1, number)) }
    }

    private mutating func readLine(_ number: Int, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let text = bytes[range]
        if number == 1 {
            if !text.elementsEqual("{".utf8) { add("this is not a snapshot: its first line is not '{'", line: number) }
        } else if isClosed {
            add("text after the end of the snapshot", line: number)
        } else if text.first == UInt8(ascii: "}") {
            if section != nil { endSection() } else { isClosed = true }
        } else {
            switch section {
            case .of:
                if let line = entityLine(number, range) {
                    lines.append(line)
                } else {
                    add("this is not the line of an entity", line: number)
                }
            case .unknown: break
            case nil: readMember(number, range)
            }
        }
    }

    private mutating func endSection() {
        if case .of(let kind) = section { sections[kind, default: []] += lines }
        lines = []
        section = nil
    }

    /// Reads `"126":{…},`.
    private func entityLine(_ number: Int, _ range: Range<Int>) -> EntityLine? {
        guard bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
        var position = range.lowerBound + 1
        var id = 0
        while position < range.upperBound, case let digit = bytes[position], digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") {
            guard id <= FieldTypes.idRange.upperBound else { return nil }
            id = id * 10 + Int(digit - UInt8(ascii: "0"))
            position += 1
        }
        guard FieldTypes.idRange.contains(id), position + 2 < range.upperBound, bytes[position] == UInt8(ascii: "\""),
            bytes[position + 1] == UInt8(ascii: ":")
        else {
            return nil
        }
        return EntityLine(number: number, id: id, object: position + 2..<withoutComma(range))
    }

    /// Reads a line of the header, or the first line of a section.
    private mutating func readMember(_ number: Int, _ range: Range<Int>) {
        let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
        let key = String(decoding: bytes[range.lowerBound..<colon], as: UTF8.self).filter { $0 != "\"" }
        let valueStart = min(colon + 1, range.upperBound)
        if bytes[valueStart..<range.upperBound].elementsEqual("{".utf8) {
            section = EntityKind(rawValue: key).map(Section.of) ?? .unknown
            if case .unknown = section { add("there is no section '\(key)' in a snapshot", line: number) }
            return
        }
        do {
            header[key] = try JSONDocument(bytes, in: valueStart..<max(valueStart, withoutComma(range))).root
        } catch {
            add("this is not a line of a snapshot's header", line: number)
        }
    }

    private func withoutComma(_ range: Range<Int>) -> Int {
        bytes[range].last == UInt8(ascii: ",") ? range.upperBound - 1 : range.upperBound
    }

    private mutating func add(_ what: String, line: Int) {
        problems.append(.init(place: "\(path):\(line)", what: what, remedy: Self.remedy))
    }
}
