import TemplateEngine

/// What became of the copies of pictures in one fetch; originals and thumbnails count each.
struct PictureReport: Sendable, Equatable {
    var copied = 0
    /// Were there before.
    var present = 0
    /// Not fetched before the deadline.
    var left = 0
    /// In the order of the pictures' ids.
    var failures: [Diagnostic] = []

    var diagnostics: [Diagnostic] {
        guard left > 0 else { return failures }
        let what = "\(left) pictures were not copied before the deadline"
        return failures + [Diagnostic(.warning, what, remedy: "The next fetch goes on with them.")]
    }

    /// `12 pictures copied, 1 failed`; nil where nothing happened.
    var words: String? {
        let parts = [
            copied > 0 ? "\(copied) \(copied == 1 ? "picture" : "pictures") copied" : nil,
            failures.isEmpty ? nil : "\(failures.count) failed", left > 0 ? "\(left) left" : nil,
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    var json: TemplateValue {
        .object([
            "copied": .integer(copied), "present": .integer(present), "failed": .integer(failures.count), "left": .integer(left),
        ])
    }
}
