import Publishing
import SiteGenerator

extension SiteSettings {
    init(_ configuration: SiteConfiguration) {
        self.init(
            title: configuration.title, description: configuration.description, baseURL: configuration.baseURL,
            language: configuration.language, pageSize: configuration.index.pageSize, images: configuration.images,
            author: configuration.author)
    }
}

extension PublishOptions {
    init(_ configuration: SiteConfiguration.Publish, force: Bool, takesFingerprint: Bool) {
        self.init(
            method: configuration.method, force: force,
            compression: Compression(gzip: configuration.compress.gzip, brotli: configuration.compress.brotli),
            takesFingerprint: takesFingerprint)
    }
}
