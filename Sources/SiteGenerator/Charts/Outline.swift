import Catalogue

/// The outline of a configuration as a path, drawn from its height and its diameter to one scale for all. Nothing else of its form is known, so the
/// outline is that of its type: a capsule narrows to its top, a spaceplane to its nose.
struct Outline: Sendable, Equatable {
    /// Pixels.
    let width: Double
    let height: Double
    let path: String

    /// Pixels for a metre.
    static let scale = 6.0

    /// Nil where a height or a diameter is not recorded, or where they cannot be right: no craft was ever a hundred metres long, or forty times as
    /// long as wide.
    init?(height: Double?, diameter: Double?, _ silhouette: Silhouette) {
        guard let height, let diameter, Self.believable.contains(height), Self.believable.contains(diameter),
            (0.1...20).contains(height / diameter)
        else { return nil }
        width = diameter * Self.scale
        self.height = height * Self.scale
        path = Self.path(silhouette, width, self.height)
    }

    /// Metres.
    static let believable = 0.3...100.0

    private static func path(_ silhouette: Silhouette, _ width: Double, _ height: Double) -> String {
        let n = SVG.number
        switch silhouette {
        case .capsule:
            let shoulder = min(0.4 * height, 0.7 * width)
            return "M\(n(0.3 * width)) 0H\(n(0.7 * width))L\(n(width)) \(n(shoulder))V\(n(height))H0V\(n(shoulder))z"
        case .spaceplane, .upperStage:
            let nose = min(0.35 * height, 1.5 * width)
            return
                "M\(n(width / 2)) 0Q\(n(width)) \(n(nose / 2)) \(n(width)) \(n(nose))V\(n(height))H0V\(n(nose))Q0 \(n(nose / 2)) \(n(width / 2)) 0z"
        case .cargo, .lander, .massSimulator, .unknown:
            let round = min(width, height) / 4
            return
                "M0 \(n(round))Q0 0 \(n(round)) 0H\(n(width - round))Q\(n(width)) 0 \(n(width)) \(n(round))V\(n(height))H0z"
        }
    }
}
