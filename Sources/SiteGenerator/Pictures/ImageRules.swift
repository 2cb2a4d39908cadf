import Catalogue

/// How pictures reach the visitor, and what is done with those of each licence class.
public struct ImageRules: Sendable, Equatable {
    public enum Delivery: String, Sendable, CaseIterable {
        /// The visitor's browser loads pictures from the source.
        case link
        /// Pictures of the classes that may be copied are served from the site itself; the others that are shown, from the source.
        case copy
        /// No picture is shown anywhere: silhouettes only.
        case none
    }

    public enum Treatment: String, Sendable, CaseIterable {
        case show
        /// The picture may be copied, and is shown in any case.
        case copy
        /// The picture is not shown, but linked.
        case link
        /// Neither shown nor linked.
        case omit
    }

    public var delivery = Delivery.link
    public var treatments: [LicenceClass: Treatment]

    /// Every class is shown but pictures with all rights reserved, which are linked.
    public init() {
        treatments = Dictionary(uniqueKeysWithValues: LicenceClass.allCases.map { ($0, .show) })
        treatments[.allRightsReserved] = .link
    }

    /// What is done with pictures under a licence: `copy` only where pictures are delivered as copies.
    public func treatment(of licence: Licence) -> Treatment {
        let treatment = treatments[licence.licenceClass] ?? .link
        return switch delivery {
        case .none: .omit
        case .link: treatment == .copy ? .show : treatment
        case .copy: treatment
        }
    }
}
