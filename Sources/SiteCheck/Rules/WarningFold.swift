/// Makes one warning of those that a template brought to many pages.
enum WarningFold {
    /// - Parameter warnings: those of each file, in the order of the files.
    static func fold(_ warnings: [[FileFacts.Warning]]) -> [CheckReport.Problem] {
        var order: [String] = []
        var folded: [String: (first: FileFacts.Warning, pages: Int)] = [:]
        for page in warnings {
            var seen: Set<String> = []
            for warning in page where seen.insert(warning.key).inserted {
                if folded[warning.key] == nil { order.append(warning.key) }
                folded[warning.key, default: (warning, 0)].pages += 1
            }
        }
        return order.compactMap { key in
            folded[key].map { entry in
                var problem = entry.first.problem
                if entry.pages > 1 { problem.what += " (in \(entry.pages) pages)" }
                problem.source = entry.first.source
                problem.sourceLine = entry.first.line
                return problem
            }
        }
    }
}
