import Catalogue

/// Where a visitor's browser finds a picture.
enum PictureAddress {
    /// The picture itself; nil where its licence is one whose pictures are not shown, or where there is no address that a page may load.
    static func shown(_ image: Image, _ model: SiteModel) -> String? {
        guard let licence = model.catalogue.licences[id: image.licenceID], model.settings.images.treatment(of: licence) == .show else {
            return nil
        }
        return loadable(image.imageURL)
    }

    /// The address if a page may load it: https alone, for the policy of the pages takes nothing else.
    static func loadable(_ address: String) -> String? {
        let address = production(address)
        return WebLink.isWeb(address) && address.lowercased().hasPrefix("https://") ? address : nil
    }

    /// The API's development and production hosts keep the same files under two names; only the second is meant for the public.
    static func production(_ address: String) -> String {
        let hosts = [
            ("https://thespacedevs-dev.nyc3.digitaloceanspaces.com/", "https://thespacedevs-prod.nyc3.digitaloceanspaces.com/"),
            ("https://lldev.thespacedevs.com/", "https://ll.thespacedevs.com/"),
        ]
        guard let (development, production) = hosts.first(where: { address.hasPrefix($0.0) }) else { return address }
        return production + address.dropFirst(development.count)
    }
}
