/// The page that servers send for addresses that do not exist: one at the root, and one for each further language of a site.
enum NotFoundPage {
    /// - Parameter path: the path from the root of the site: `404.html`, `de/404.html`.
    static func isOne(_ path: String) -> Bool {
        guard path.hasSuffix("404.html") else { return false }
        let folder = path.dropLast("404.html".count)
        return folder.isEmpty || folder.hasSuffix("/") && folder.dropLast().wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil
    }
}
