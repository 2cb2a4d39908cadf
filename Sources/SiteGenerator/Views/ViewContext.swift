import Catalogue
import HTMLSanitizer
import Support
import TemplateEngine

/// The basis of all views: the facts of the site, and the parts of views that many pages show. The parts are made once.
///
/// It is an object because each page is made with it.
final class ViewContext: Sendable {
    let model: SiteModel
    let fragments: Fragments
    let orders: Orders
    /// The words of the site's language.
    let messages: Messages
    /// The languages of the site in their order, and the place of this one among them.
    let languages: [SiteLanguage]
    let language: Int
    /// For the source's texts. They were written for another place, so they keep only links that lead somewhere from here too.
    let sanitizer: Sanitizer
    let descriptions: CraftDescriptions
    /// The kinds of records that the templates of their pages read by the API's names. See ``RecordView``.
    let recordReaders: Set<EntityKind>

    /// - Parameters:
    ///   - model: the facts of the site.
    ///   - fragments: the parts of views that many pages show.
    ///   - orders: the orders of the craft.
    ///   - messages: the words of the language.
    ///   - languages: all languages of the site.
    ///   - language: the place of this one among them.
    ///   - descriptions: those of the same catalogue, where they are made already.
    ///   - recordReaders: the kinds of records that templates read by the API's names.
    init(
        model: SiteModel, fragments: Fragments, orders: Orders, messages: Messages, languages: [SiteLanguage] = [],
        language: Int = 0, descriptions: CraftDescriptions? = nil, recordReaders: Set<EntityKind> = []
    ) {
        self.model = model
        self.fragments = fragments
        self.orders = orders
        self.messages = messages
        self.languages = languages
        self.language = language
        self.recordReaders = recordReaders
        let sanitizer = Sanitizer(policy: SanitizerPolicy(linkAddresses: .complete(except: model.settings.rootURL)))
        self.sanitizer = sanitizer
        self.descriptions =
            descriptions ?? CraftDescriptions(of: model.catalogue.spacecraft) { Self.sanitized($0, by: sanitizer) }
    }

    /// The same for views that have each field, whether a template reads it or not.
    var withRecords: ViewContext {
        ViewContext(
            model: model, fragments: fragments, orders: orders, messages: messages, languages: languages, language: language,
            descriptions: descriptions, recordReaders: Set(RecordView.templates.map(\.kind)))
    }

    /// A value as text, where a page needs the text itself.
    func text(_ value: TemplateValue) -> String {
        switch messages.resolving(value) {
        case .text(let text): text
        default: ""
        }
    }

    /// An untrusted description, made safe. It is nil when nothing remains of it, or when it is too long for the sanitizer.
    ///
    /// - Parameter other: the sanitizer for texts that are not the source's.
    func sanitized(_ description: String?, by other: Sanitizer? = nil) -> SanitizedHTML? {
        Self.sanitized(description, by: other ?? sanitizer)
    }

    private static func sanitized(_ description: String?, by sanitizer: Sanitizer) -> SanitizedHTML? {
        guard let description, !description.isEmpty else { return nil }
        do {
            let sanitized = try sanitizer.sanitize(description)
            return sanitized.isEmpty ? nil : sanitized
        } catch {
            return nil
        }
    }
}
