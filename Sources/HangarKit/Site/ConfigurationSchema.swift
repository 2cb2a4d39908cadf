import Catalogue
import Publishing
import SiteGenerator

/// The keys of `hangar.yml` and what each sets: the one table by which it is read and misspellings are answered.
enum ConfigurationSchema {
    static let root = Mapping<SiteConfiguration>([
        "title": .words { $0.title = $1 },
        "description": .text { $0.description = $1 },
        "base_url": .root { $0.baseURL = $1 },
        "language": .language { $0.language = $1 },
        "source": .mapping(\.source, source),
        "images": .mapping(\.images, images),
        "index": .mapping(\.index, index),
        "publish": .mapping(\.publish, publish),
        "author": .mapping(\.author, author),
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
}
