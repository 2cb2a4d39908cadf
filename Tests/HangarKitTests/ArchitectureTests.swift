import Foundation
import Testing

/// The table of targets in Documentation/Architecture.md.
@Suite struct ArchitectureTests {
    private struct Row {
        let target: String
        let imports: Set<String>
    }

    /// Names in code, such as `Support`.
    private static func names(in cell: String) -> [String] { cell.matches(of: /`(\w+)`/).map { String($0.1) } }

    private func rows() throws -> [Row] {
        let text = try String(contentsOf: URL(filePath: repository + "/Documentation/Architecture.md"), encoding: .utf8)
        let lines = text.split(separator: "\n").drop { !$0.hasPrefix("| target |") }.dropFirst(2).prefix { $0.hasPrefix("|") }
        return try lines.map { line in
            let cells = line.split(separator: "|").map(String.init)
            return Row(target: try #require(Self.names(in: cells[0]).first), imports: Set(Self.names(in: try #require(cells.last))))
        }
    }

    /// The targets and system libraries of this package that the files of a target import.
    private func imports(of target: String) throws -> Set<String> {
        let ours = Set(try FileManager.default.contentsOfDirectory(atPath: repository + "/Sources"))
        let folder = repository + "/Sources/\(target)/"
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
        let imported = try files.flatMap { file in
            try String(contentsOf: URL(filePath: folder + file), encoding: .utf8)
                .matches(of: /(?m)^ *(?:public |package )?import (\w+)/).map { String($0.1) }
        }
        return ours.intersection(imported)
    }

    @Test func theTableHasEachTargetWithWhatItImportsOfOurs() throws {
        let rows = try rows()
        let targets = try FileManager.default.contentsOfDirectory(atPath: repository + "/Sources").filter {
            // The system libraries have no Swift of their own.
            try !imports(of: $0).isEmpty
                || FileManager.default.subpathsOfDirectory(atPath: repository + "/Sources/\($0)").contains {
                    $0.hasSuffix(".swift")
                }
        }
        #expect(rows.map(\.target).sorted() == targets.sorted())
        for row in rows { #expect(try row.imports == imports(of: row.target), "\(row.target)") }
    }
}
