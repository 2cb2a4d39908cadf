import LaunchLibrary

/// `hangar init`: a new site folder that builds as it is, with everything in it that an operator may edit.
public struct InitCommand: Sendable {
    /// The folder to make; it may be there, and must be empty then.
    public var folder = ""

    public init() {}

    /// - Throws: a ``Failure`` with status 73 for a folder that is not empty or cannot be made; nothing is left of it then.
    public func run(_ edge: Edge) throws(Failure) {
        let new = NewSite(path: folder)
        try new.create(edge.files)
        guard edge.console.verbosity != .quiet else { return }
        let configuration = SiteFolder.join(folder, "hangar.yml")
        try edge.console.print("\(folder): a new site, with the theme to edit and \(try new.craftCount()) spacecraft to begin with")
        try edge.console.print(
            "Next: give it its title and address in \(configuration), then run 'hangar fetch' and 'hangar build' with --site \(folder).")
    }
}
