@testable import HTMLSanitizer
@testable import SiteGenerator

extension Site {
    /// What the views of a site are made from, without its files.
    init(_ input: SiteInput) {
        let model = SiteModel(input)
        self.init(model: model, fragments: Fragments(model), orders: Orders(model), sanitizer: Sanitizer())
    }
}
