import Catalogue

/// The way in which pictures reach the visitor, and the treatment of the pictures of each licence class.
public struct ImageRules: Sendable, Equatable {
    public enum Delivery: String, Sendable, CaseIterable {
        /// The visitor's browser loads pictures from the source.
        case link
        /// The site serves pictures of the classes that may be copied. Other shown pictures come from the source.
        case copy
        /// No picture is shown anywhere. Pages have only silhouettes.
        case none
    }

    public enum Treatment: String, Sendable, CaseIterable {
        case show
        /// The picture may be copied. It is shown in any case.
        case copy
        /// The picture is linked but not shown.
        case link
        /// The picture is neither shown nor linked.
        case omit
    }

    public enum Sizes: String, Sendable, CaseIterable {
        /// A fetch makes smaller sizes of the copies where a program for it is there.
        case auto
        /// The site serves the copies as they came.
        case none
    }

    public var delivery = Delivery.link
    public var sizes = Sizes.auto
    /// The picture that stands for a page without one of its own when it is shared: its path from the site's root. Nil when there is none.
    public var card: String?
    public var treatments: [LicenceClass: Treatment]

    /// Shows every class except pictures with all rights reserved. Those are linked.
    public init() {
        treatments = Dictionary(uniqueKeysWithValues: LicenceClass.allCases.map { ($0, .show) })
        treatments[.allRightsReserved] = .link
    }

    /// The treatment of pictures under a licence. It is `copy` only when pictures are delivered as copies.
    public func treatment(of licence: Licence) -> Treatment { treatment(ofClass: licence.licenceClass) }

    /// The treatment of pictures under the licences of a class.
    public func treatment(ofClass licenceClass: LicenceClass) -> Treatment {
        let treatment = treatments[licenceClass] ?? .link
        return switch delivery {
        case .none: .omit
        case .link: treatment == .copy ? .show : treatment
        case .copy: treatment
        }
    }

    /// Whether copies of pictures under a licence are served in other sizes too. A smaller one is a change, which some licences do not allow.
    public func makesSizes(under licence: Licence) -> Bool {
        delivery == .copy && sizes == .auto && treatment(of: licence) == .copy && licence.licenceClass != .noDerivatives
    }
}
