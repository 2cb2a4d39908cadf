import SiteGenerator
import Support

/// Finds the template from which a tag of a page comes, by the text that a template writes unchanged.
struct TemplateSearch {
    private let templates: [Theme.File]

    init(_ theme: Theme) { templates = theme.templates.filter { $0.path.hasSuffix(".html.mustache") } }

    /// `Templates/partials/header.html.mustache:3`. Nil if no place, or more than one, is possible.
    ///
    /// - Parameters:
    ///   - tag: the tag as it is on the page.
    ///   - line: its line there.
    func place(of tag: String, inLine line: String) -> String? {
        guard !tag.isEmpty else { return nil }
        if let place = onlyPlace(of: tag, besides: nil) { return place }
        if line.contains(tag), let place = onlyPlace(of: line, besides: nil) { return place }
        // A tag with an address or a name of the page in it has parts that are the same on all pages.
        let name = tag.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        let parts = tag.dropFirst(name.count).split(whereSeparator: \.isWhitespace).map { $0.trimmingTagEnd }.filter { $0.utf8.count >= 6 }
        for part in parts.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            if let place = onlyPlace(of: part, besides: String(name)) { return place }
        }
        return nil
    }

    /// - Parameter name: a text that must be in the same line.
    private func onlyPlace(of text: String, besides name: String?) -> String? {
        var found: [String] = []
        for template in templates {
            let content = String(decoding: template.bytes, as: UTF8.self)
            guard content.contains(text) else { continue }
            for (index, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                guard line.contains(text), name.map({ line.contains($0) }) ?? true else { continue }
                found.append("\(template.origin):\(index + 1)")
                if found.count > 1 { return nil }
            }
        }
        return found.first
    }
}

extension Substring {
    fileprivate var trimmingTagEnd: String { String(hasSuffix(">") ? dropLast() : self) }
}
