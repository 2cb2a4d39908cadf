import Catalogue

extension LicenceClass {
    /// Whether everybody may use and change what is under it, for any purpose: what Creative Commons calls a free cultural work.
    var isFree: Bool {
        switch self {
        case .publicDomain, .attribution, .shareAlike: true
        case .nonCommercial, .noDerivatives, .agencyTerms, .allRightsReserved, .unknown: false
        }
    }
}

extension SiteModel {
    /// Whether the picture of a craft, or else that of its configuration, is under a free licence.
    ///
    /// - Parameter position: the craft's place in the order of names.
    func hasFreePicture(craftAt position: Int) -> Bool {
        guard let image = pictureKeys[position].image.flatMap({ catalogue.images[id: $0] }) else { return false }
        return catalogue.licences[id: image.licenceID]?.licenceClass.isFree ?? false
    }
}
