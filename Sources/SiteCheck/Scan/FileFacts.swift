/// What one file of the site says about itself, kept until all files are read.
struct FileFacts: Sendable {
    /// A link to a place in a file.
    struct FragmentReference: Sendable {
        let target: Int
        /// As it is written after `#`.
        let fragment: [UInt8]
        /// Where in the file the link is.
        let offset: Int
    }

    let file: Int
    var bytes = 0
    var isPage = false
    /// A page that only sends its visitor on.
    var isRedirect = false
    /// Hashes of the names that a fragment can mean, sorted; nil for files that have none by nature.
    var anchors: [UInt64]?
    /// The site's files that it links to, each once.
    var targets: Set<Int32> = []
    var fragmentReferences: [FragmentReference] = []
    var links = 0
    var externalLinks = 0
    var problems: [CheckReport.Problem] = []
    /// Its links to what a build has yet to bring, or has taken away already: faults only where a visitor can come upon them.
    var awaitedLinks: [CheckReport.Problem] = []

    init(file: Int) { self.file = file }
}
