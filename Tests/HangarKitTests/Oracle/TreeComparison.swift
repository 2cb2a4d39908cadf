import Foundation

/// What differs between two trees, in words.
extension TreeState {
    /// The differences from the tree of a fresh build: in which files, and in a text from which line on.
    func differences(fromFresh fresh: TreeState) -> [String] {
        let paths = Set(files.keys).union(fresh.files.keys).sorted().compactMap { path -> String? in
            guard let mine = files[path]?.bytes else { return "\(path): only a fresh build has it" }
            guard let other = fresh.files[path]?.bytes else { return "\(path): a fresh build does not have it" }
            return mine == other ? nil : "\(path): \(Self.firstDifference(mine, other))"
        }
        let places = folders.symmetricDifference(fresh.folders).sorted().map {
            "\($0)/: only the \(folders.contains($0) ? "incremental" : "fresh") build has this folder"
        }
        return paths + places
    }

    private static func firstDifference(_ incremental: Data, _ fresh: Data) -> String {
        guard let mine = String(bytes: incremental, encoding: .utf8), let other = String(bytes: fresh, encoding: .utf8) else {
            return "other bytes, \(incremental.count) in place of \(fresh.count)"
        }
        let (lines, others) = (
            mine.split(separator: "\n", omittingEmptySubsequences: false), other.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let line = zip(lines, others).prefix { $0 == $1 }.count
        func shown(_ lines: [Substring]) -> String {
            guard line < lines.count else { return "(its end)" }
            // The line may be long: from shortly before the place on.
            let same = line < min(lines.count, others.count) ? zip(lines[line], others[line]).prefix { $0 == $1 }.count : 0
            return (same > 40 ? "…" : "") + lines[line].dropFirst(max(0, same - 40)).prefix(160)
        }
        return "line \(line + 1)\n      incremental: \(shown(lines))\n      fresh:       \(shown(others))"
    }

    /// What a build did to the files of a site, and whether it said so.
    ///
    /// - Parameter before: the tree before the build.
    func wrongReports(of report: Built.Report, since before: TreeState) -> [String] {
        let manifest: Set = [".hangar-manifest"]
        let written = Set(files.filter { before.files[$0.key]?.bytes != $0.value.bytes }.keys).subtracting(manifest)
        let removed = Set(before.files.keys).subtracting(files.keys).subtracting(manifest)
        let same = files.filter { before.files[$0.key]?.bytes == $0.value.bytes }
        // The manifest says meanwhile what is not settled, and may end as it was.
        let settled = written.isEmpty && removed.isEmpty ? [] : manifest
        let touched = same.filter { before.files[$0.key]?.identity != $0.value.identity && !settled.contains($0.key) }.keys.sorted()
        return touched.map { "\($0): written with the bytes that it had" }
            + written.subtracting(report.written).sorted().map { "\($0): has other bytes, and is not reported as written" }
            + Set(report.written).subtracting(written).sorted().map { "\($0): reported as written, with the bytes that it had" }
            + removed.subtracting(report.removed).sorted().map { "\($0): removed, and not reported" }
            + Set(report.removed).subtracting(removed).sorted().map { "\($0): reported as removed, and was not there" }
    }
}

extension Built.Report {
    /// What two builds of one site must say alike.
    func differences(fromFresh fresh: Self) -> [String] {
        func difference<Value: Equatable>(_ name: String, _ value: KeyPath<Self, Value>) -> String? {
            self[keyPath: value] == fresh[keyPath: value]
                ? nil : "the report's \(name): \(self[keyPath: value]), of a fresh build \(fresh[keyPath: value])"
        }
        return [
            difference("pages", \.pages), difference("files", \.files), difference("bytes", \.bytes), difference("skipped", \.skipped),
            difference("warnings", \.warnings),
        ].compactMap(\.self)
    }
}
