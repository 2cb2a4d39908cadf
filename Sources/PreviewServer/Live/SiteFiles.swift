/// The files of a site by their paths: those of a folder, or those that are made when they are asked for.
public struct SiteFiles: Sendable {
    public enum Found: Sendable, Equatable {
        case file([UInt8])
        case folder
        case nothing
        /// The file cannot be made, for this reason.
        case fault(String)
    }

    /// - Parameter parts: the names in the path from the root of the site.
    public var find: @Sendable (_ parts: [String]) -> Found

    public init(find: @escaping @Sendable (_ parts: [String]) -> Found) {
        self.find = find
    }
}
