import Catalogue
import Publishing
import SiteGenerator
import Support

/// The keys of `hangar.yml` and their effects. This one table is used to read the file and to suggest corrections for misspellings.
enum ConfigurationSchema {
    static let root = Mapping<SiteConfiguration>([
        "title": .localized(\.title),
        "description": .optionalLocalized(\.description),
        "base_url": .root(\.baseURL),
        "language": .language(\.soleLanguage),
        "languages": .languages(\.languages),
        "source": .mapping(\.source, source),
        "images": .mapping(\.images, images),
        "index": .mapping(\.index, index),
        "pages": .pages,
        "navigation": .navigation,
        "downloads": .mapping(\.downloads, downloads),
        "publish": .mapping(\.publish, publish),
        "author": .mapping(\.author, author),
        "feed": .mapping(\.feed, feed),
    ])

    private static let source = Mapping<SiteConfiguration.Source>([
        "url": .root(\.url),
        "mode": .choice(\.mode),
        "api_key_variable": .environmentVariable(\.apiKeyVariable),
    ])

    private static let images = Mapping<ImageRules>([
        "delivery": .choice(\.delivery),
        "sizes": .choice(\.sizes),
        "card": .optionalText(\.card),
        "licences": .mapping(\.self, licences),
    ])

    private static let licences = Mapping<ImageRules>(
        Dictionary(
            uniqueKeysWithValues: LicenceClass.allCases.map { licenceClass in
                (licenceClass.rawValue, .choice(\.[licenceClass]))
            }))

    private static let index = Mapping<SiteConfiguration.Index>([
        "page_size": .number(in: 1...1000, \.pageSize)
    ])

    private static let downloads = Mapping<SiteConfiguration.Downloads>([
        "csv_byte_order_mark": .flag(\.csvByteOrderMark)
    ])

    private static let publish = Mapping<SiteConfiguration.Publish>([
        "method": .choice(\.method),
        "compress": .mapping(\.compress, compress),
    ])

    private static let compress = Mapping<SiteConfiguration.Publish.Compress>([
        "gzip": .level(in: Compression.gzipLevels, \.gzip),
        "brotli": .level(in: Compression.brotliLevels, \.brotli),
    ])

    private static let author = Mapping<SiteSettings.Author>([
        "name": .text(\.name),
        "url": .address(\.url),
        "email": .optionalText(\.email),
    ])

    private static let feed = Mapping<SiteConfiguration.Feed>([
        "authority": .tagAuthority(\.authority)
    ])
}

extension ConfigurationSchema {
    /// The allowed keys of a mapping.
    struct Mapping<Target>: Sendable {
        let keys: [String: Value<Target>]

        init(_ keys: [String: Value<Target>]) {
            self.keys = keys
        }

        /// Every key that takes a value, after its parent keys: `images.licences.unknown`.
        var paths: [String] { settings(of: nil).map(\.path) }

        /// Every key that takes a value, with its value in a target. A value is nil when the target has none.
        func settings(of target: Target?) -> [(path: String, value: String?)] {
            keys.sorted { $0.key < $1.key }.flatMap { key, value in
                value.settings(target).map { (path: $0.path.isEmpty ? key : key + "." + $0.path, value: $0.value) }
            }
        }
    }

    typealias Property<Target, Content> = any WritableKeyPath<Target, Content> & Sendable

    /// The value that one key takes, and the property that receives it.
    struct Value<Target>: Sendable {
        let read: @Sendable (YAMLNode, inout Target, inout [Diagnostic]) -> Void
        /// The paths from this key to its inner keys, with their values. When the key takes a value itself, the path is empty.
        let settings: @Sendable (Target?) -> [(path: String, value: String?)]

        private init(
            settings: @escaping @Sendable (Target?) -> [(path: String, value: String?)],
            read: @escaping @Sendable (YAMLNode, inout Target, inout [Diagnostic]) -> Void
        ) {
            self.settings = settings
            self.read = read
        }

        /// A value that is one scalar or list.
        ///
        /// - Parameters:
        ///   - show: the value as the file would have it. Nil when there is none.
        ///   - read: the value of a node. Nil after a problem.
        private init<Content>(
            _ property: Property<Target, Content>, show: @escaping @Sendable (Content) -> String?,
            read: @escaping @Sendable (YAMLNode, inout [Diagnostic]) -> Content?
        ) {
            self.init {
                [(path: "", value: $0.flatMap { show($0[keyPath: property]) })]
            } read: { node, target, problems in
                if let content = read(node, &problems) { target[keyPath: property] = content }
            }
        }

        /// A value that is a list or a mapping of its own.
        ///
        /// - Parameter joined: what the value is that is given again, from outside of the file.
        init<Content>(
            listed property: Property<Target, Content>, joined: @escaping @Sendable (Content, Content) -> Content = { $1 },
            show: @escaping @Sendable (Content) -> String?, read: @escaping @Sendable (YAMLNode, inout [Diagnostic]) -> Content?
        ) {
            self.init {
                [(path: "", value: $0.flatMap { show($0[keyPath: property]) })]
            } read: { node, target, problems in
                if let content = read(node, &problems) { target[keyPath: property] = joined(target[keyPath: property], content) }
            }
        }

        /// A text that a function accepts as it is or in another form. Nil from the function is a problem.
        private static func text(
            _ property: Property<Target, String>, expected: String, _ accept: @escaping @Sendable (String) -> String?
        ) -> Value {
            Value(property, show: { $0 }) { node, problems in
                guard let text = node.text.flatMap(accept) else {
                    problems.append(node.mismatch(expected))
                    return nil
                }
                return text
            }
        }

        private static func optionalText(
            _ property: Property<Target, String?>, expected: String, found: String? = nil, _ accept: @escaping @Sendable (String) -> Bool
        ) -> Value {
            Value(property, show: { $0 }) { node, problems -> String?? in
                guard let text = node.text, accept(text) else {
                    problems.append(node.mismatch(expected, found: found))
                    return nil
                }
                return .some(text.isEmpty ? nil : text)
            }
        }

        /// A text that must not be empty, or one for each language.
        static func localized(_ property: Property<Target, LocalizedText>) -> Value {
            Value(listed: property, joined: { $0.joined($1) }, show: { $0.texts.isEmpty ? nil : $0.setting }, read: LocalizedText.read)
        }

        static func optionalLocalized(_ property: Property<Target, LocalizedText?>) -> Value {
            Value(listed: property, joined: { given, more in more.map { given?.joined($0) ?? $0 } }, show: { $0?.setting }) {
                node, problems in
                // No text is as good as no key.
                if let text = node.text, text.allSatisfy(\.isWhitespace) { return .some(nil) }
                return LocalizedText.read(node, &problems).map { .some($0) }
            }
        }

        static func text(_ property: Property<Target, String>) -> Value { text(property, expected: "a text") { $0 } }

        static func optionalText(_ property: Property<Target, String?>) -> Value {
            optionalText(property, expected: "a text") { _ in true }
        }

        /// A text in the form of a BCP 47 tag. Its parts need not be registered.
        static func language(_ property: Property<Target, String>) -> Value {
            text(property, expected: "a language tag such as en or pt-BR") { LanguageTag.isOne($0) ? $0 : nil }
        }

        /// Several language tags, the first of which is at the root. Each occurs once, in any case of letters.
        static func languages(_ property: Property<Target, [String]>) -> Value {
            Value(property, show: { $0.count > 1 ? "[" + $0.joined(separator: ", ") + "]" : nil }) { node, problems in
                guard let items = node.node.sequence, !items.isEmpty else {
                    problems.append(node.mismatch("a list of language tags such as [en, de]"))
                    return nil
                }
                var tags: [String] = []
                for item in items.map({ node.inner($0) }) {
                    guard let tag = item.text, LanguageTag.isOne(tag) else {
                        problems.append(item.mismatch("a language tag such as en or pt-BR"))
                        return nil
                    }
                    guard !tags.contains(where: { $0.lowercased() == tag.lowercased() }) else {
                        problems.append(item.mismatch("each language once"))
                        return nil
                    }
                    tags.append(tag)
                }
                return tags
            }
        }

        /// The operator may write the key itself here by mistake, so no message repeats the value.
        static func environmentVariable(_ property: Property<Target, String?>) -> Value {
            optionalText(
                property, expected: "the name of an environment variable, in capitals", found: "something else, which is not shown here"
            ) { $0.wholeMatch(of: /[A-Z_][A-Z0-9_]*/) != nil }
        }

        /// The authority of a tag URI with its date (RFC 4151, 2.1).
        static func tagAuthority(_ property: Property<Target, String?>) -> Value {
            optionalText(property, expected: "a host and a year in which it was yours, such as example.org,2026") {
                $0.wholeMatch(of: /([A-Za-z0-9._\-]+@)?[A-Za-z0-9.\-]+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?/) != nil
            }
        }

        static func address(_ property: Property<Target, String?>) -> Value {
            Value(property, show: { $0 }) { node, problems -> String?? in
                guard let text = node.text, ConfiguredAddress.isComplete(text) else {
                    problems.append(node.addressMismatch("an address that begins with http:// or https://"))
                    return nil
                }
                return .some(text)
            }
        }

        static func root(_ property: Property<Target, String>) -> Value {
            Value(property, show: { $0 }) { node, problems in
                guard let root = node.text.flatMap(ConfiguredAddress.root) else {
                    problems.append(node.addressMismatch(ConfiguredAddress.expectedRoot(insteadOf: node.text)))
                    return nil
                }
                return root
            }
        }

        static func number(in range: ClosedRange<Int>, _ property: Property<Target, Int>) -> Value {
            Value(property, show: { "\($0)" }) { $0.number(in: range, &$1) }
        }

        static func level(in range: ClosedRange<Int>, _ property: Property<Target, Int?>) -> Value {
            Value(property, show: { $0.map { "\($0)" } }) { node, problems -> Int?? in
                node.number(in: range, &problems).map { .some($0) }
            }
        }

        static func flag(_ property: Property<Target, Bool>) -> Value {
            Value(property, show: { $0 ? "true" : "false" }) { node, problems in
                guard let text = node.text, let flag = ["true": true, "false": false][text] else {
                    problems.append(node.mismatch("true or false"))
                    return nil
                }
                return flag
            }
        }

        static func choice<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
            _ property: Property<Target, Choice>
        ) -> Value {
            Value(property, show: { $0.rawValue }) { node, problems in
                guard let choice = node.text.flatMap(Choice.init(rawValue:)) else {
                    let names = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
                    problems.append(node.mismatch("one of " + names))
                    return nil
                }
                return choice
            }
        }

        static func mapping<Inner>(
            _ property: Property<Target, Inner>, _ mapping: @autoclosure @escaping @Sendable () -> Mapping<Inner>
        ) -> Value {
            Value { target in
                mapping().settings(of: target.map { $0[keyPath: property] })
            } read: { node, target, problems in
                node.read(into: &target[keyPath: property], by: mapping(), &problems)
            }
        }
    }
}

extension ImageRules {
    fileprivate subscript(licenceClass: LicenceClass) -> Treatment {
        get { treatments[licenceClass] ?? .link }
        set { treatments[licenceClass] = newValue }
    }
}
