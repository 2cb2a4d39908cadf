import Catalogue
import Publishing
import SiteGenerator

/// The keys of `hangar.yml` and their effects. This one table is used to read the file and to suggest corrections for misspellings.
enum ConfigurationSchema {
    static let root = Mapping<SiteConfiguration>([
        "title": .words { $0.title = $1 },
        "description": .text { $0.description = $1 },
        "base_url": .root { $0.baseURL = $1 },
        "language": .language { $0.language = $1 },
        "languages": .languages {
            $0.language = $1[0]
            $0.translations = Array($1.dropFirst())
        },
        "source": .mapping(\.source, source),
        "images": .mapping(\.images, images),
        "index": .mapping(\.index, index),
        "publish": .mapping(\.publish, publish),
        "author": .mapping(\.author, author),
        "feed": .mapping(\.feed, feed),
    ])

    private static let source = Mapping<SiteConfiguration.Source>([
        "url": .root { $0.url = $1 },
        "mode": .choice { $0.mode = $1 },
        "api_key_variable": .environmentVariable { $0.apiKeyVariable = $1 },
    ])

    private static let images = Mapping<ImageRules>([
        "delivery": .choice { $0.delivery = $1 },
        "licences": .mapping(\.self, licences),
    ])

    private static let licences = Mapping<ImageRules>(
        Dictionary(
            uniqueKeysWithValues: LicenceClass.allCases.map { licenceClass in
                (licenceClass.rawValue, .choice { $0.treatments[licenceClass] = $1 })
            }))

    private static let index = Mapping<SiteConfiguration.Index>([
        "page_size": .number(in: 1...1000) { $0.pageSize = $1 }
    ])

    private static let publish = Mapping<SiteConfiguration.Publish>([
        "method": .choice { $0.method = $1 },
        "compress": .mapping(\.compress, compress),
    ])

    private static let compress = Mapping<SiteConfiguration.Publish.Compress>([
        "gzip": .number(in: Compression.gzipLevels) { $0.gzip = $1 },
        "brotli": .number(in: Compression.brotliLevels) { $0.brotli = $1 },
    ])

    private static let author = Mapping<SiteSettings.Author>([
        "name": .text { $0.name = $1 },
        "url": .address { $0.url = $1 },
        "email": .text { $0.email = $1.isEmpty ? nil : $1 },
    ])

    private static let feed = Mapping<SiteConfiguration.Feed>([
        "authority": .tagAuthority { $0.authority = $1 }
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
        var paths: [String] {
            keys.sorted { $0.key < $1.key }.flatMap { key, value in
                value.innerPaths().map { ([key] + $0).joined(separator: ".") }
            }
        }
    }

    /// The value that one key takes, and the property that receives it.
    struct Value<Target>: Sendable {
        let read: @Sendable (YAMLNode, inout Target, inout [Diagnostic]) -> Void
        /// The paths from this key to its inner keys. When the key takes a value itself, the result is one empty path.
        let innerPaths: @Sendable () -> [[String]]

        init(
            innerPaths: @escaping @Sendable () -> [[String]] = { [[]] },
            read: @escaping @Sendable (YAMLNode, inout Target, inout [Diagnostic]) -> Void
        ) {
            self.innerPaths = innerPaths
            self.read = read
        }

        /// A text that must not be empty.
        static func words(_ set: @escaping @Sendable (inout Target, String) -> Void) -> Value {
            Value { node, target, problems in
                guard let text = node.text, text.contains(where: { !$0.isWhitespace }) else {
                    return problems.append(node.mismatch("a text"))
                }
                set(&target, text)
            }
        }

        /// A text in the form of a BCP 47 tag. Its parts need not be registered.
        static func language(_ set: @escaping @Sendable (inout Target, String) -> Void) -> Value {
            Value { node, target, problems in
                guard let text = node.text, text.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil else {
                    return problems.append(node.mismatch("a language tag such as en or pt-BR"))
                }
                set(&target, text)
            }
        }

        /// Several language tags, the first of which is at the root. Each occurs once, in any case of letters.
        static func languages(_ set: @escaping @Sendable (inout Target, [String]) -> Void) -> Value {
            Value { node, target, problems in
                let tags = node.node.sequence?.map { $0.scalar?.string ?? "" } ?? []
                guard !tags.isEmpty, tags.allSatisfy({ $0.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil }),
                    Set(tags.map { $0.lowercased() }).count == tags.count
                else { return problems.append(node.mismatch("a list of different language tags such as [en, de]")) }
                set(&target, tags)
            }
        }

        /// The operator may write the key itself here by mistake, so no message repeats the value.
        static func environmentVariable(_ set: @escaping @Sendable (inout Target, String) -> Void) -> Value {
            Value { node, target, problems in
                guard let text = node.text, text.wholeMatch(of: /[A-Z_][A-Z0-9_]*/) != nil else {
                    return problems.append(
                        node.mismatch("the name of an environment variable, in capitals", found: "something else, which is not shown here"))
                }
                set(&target, text)
            }
        }

        /// The authority of a tag URI with its date (RFC 4151, 2.1).
        static func tagAuthority(_ set: @escaping @Sendable (inout Target, String) -> Void) -> Value {
            Value { node, target, problems in
                let form = /([A-Za-z0-9._\-]+@)?[A-Za-z0-9.\-]+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?/
                guard let text = node.text, text.wholeMatch(of: form) != nil else {
                    return problems.append(node.mismatch("a host and a year in which it was yours, such as example.org,2026"))
                }
                set(&target, text)
            }
        }

        static func text(_ set: @escaping @Sendable (inout Target, String) -> Void) -> Value {
            Value { node, target, problems in
                guard let text = node.text else { return problems.append(node.mismatch("a text")) }
                set(&target, text)
            }
        }

        static func address(_ set: @escaping @Sendable (inout Target, String) -> Void) -> Value {
            Value { node, target, problems in
                guard let text = node.text, ConfiguredAddress.isComplete(text) else {
                    return problems.append(node.addressMismatch("an address that begins with http:// or https://"))
                }
                set(&target, text)
            }
        }

        static func root(_ set: @escaping @Sendable (inout Target, String) -> Void) -> Value {
            Value { node, target, problems in
                guard let root = node.text.flatMap(ConfiguredAddress.root) else {
                    return problems.append(node.addressMismatch(ConfiguredAddress.expectedRoot(insteadOf: node.text)))
                }
                set(&target, root)
            }
        }

        static func number(in range: ClosedRange<Int>, _ set: @escaping @Sendable (inout Target, Int) -> Void) -> Value {
            Value { node, target, problems in
                guard let number = node.text.flatMap({ Int($0) }), range.contains(number) else {
                    return problems.append(node.mismatch("a whole number from \(range.lowerBound) to \(range.upperBound)"))
                }
                set(&target, number)
            }
        }

        static func choice<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
            _ set: @escaping @Sendable (inout Target, Choice) -> Void
        ) -> Value {
            Value { node, target, problems in
                guard let choice = node.text.flatMap(Choice.init(rawValue:)) else {
                    let names = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
                    return problems.append(node.mismatch("one of " + names))
                }
                set(&target, choice)
            }
        }

        static func mapping<Inner>(
            _ path: any WritableKeyPath<Target, Inner> & Sendable, _ mapping: @autoclosure @escaping @Sendable () -> Mapping<Inner>
        ) -> Value {
            Value {
                mapping().paths.map { [$0] }
            } read: { node, target, problems in
                node.read(into: &target[keyPath: path], by: mapping(), &problems)
            }
        }
    }
}
