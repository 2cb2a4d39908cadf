import Catalogue

/// The texts about a licence on pages.
enum LicenceFormatter {
    static func name(_ licence: Licence) -> String {
        licence.isStated ? licence.name : "Licence not stated"
    }

    static func name(_ licenceClass: LicenceClass) -> String {
        switch licenceClass {
        case .publicDomain: "public domain"
        case .attribution: "attribution"
        case .shareAlike: "attribution, share-alike"
        case .nonCommercial: "non-commercial"
        case .noDerivatives: "no derivatives"
        case .agencyTerms: "agency terms"
        case .allRightsReserved: "all rights reserved"
        case .unknown: "not known"
        }
    }

    static func treatment(_ treatment: ImageRules.Treatment) -> String {
        switch treatment {
        case .show: "shown, from the source"
        case .copy: "shown, from this site"
        case .link: "linked, not shown"
        case .omit: "left out"
        }
    }
}
