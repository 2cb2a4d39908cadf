import Publishing
import SiteGenerator

extension SiteSettings {
    init(_ configuration: SiteConfiguration) {
        self.init(
            title: configuration.title, description: configuration.description, baseURL: configuration.baseURL,
            language: configuration.language, pageSize: configuration.index.pageSize, images: configuration.images,
            author: .init(name: configuration.author.name, url: configuration.author.url, email: configuration.author.email))
    }
}

extension PublishOptions {
    init(_ configuration: SiteConfiguration.Publish, force: Bool, seals: Bool) {
        self.init(
            method: Method(configuration.method), force: force,
            compression: Compression(gzip: configuration.compress.gzip, brotli: configuration.compress.brotli), seals: seals)
    }
}

extension PublishOptions.Method {
    init(_ method: SiteConfiguration.Publish.Method) {
        switch method {
        case .inPlace: self = .inPlace
        case .swap: self = .swap
        }
    }
}
