import Support

/// The findings of a check of a finished site.
public struct CheckReport: Sendable, Equatable {
    /// One thing to mend, and where it is.
    public struct Problem: Sendable, Equatable, Comparable, CustomStringConvertible {
        /// The file's path inside the site.
        public let file: String
        /// Counted from 1. The column counts characters (Unicode scalars).
        public let line: Int
        public let column: Int
        public internal(set) var what: String
        public let remedy: String
        /// The tag at the place as it is written, for a search in the templates. Empty if there is none.
        public internal(set) var source = ""
        /// The whole line at the place, without the white space around it. Empty if `source` is.
        public internal(set) var sourceLine = ""

        public init(file: String, line: Int, column: Int, what: String, remedy: String) {
            self.file = file
            self.line = line
            self.column = column
            self.what = what
            self.remedy = remedy
        }

        /// The problem at the place `FILE:LINE:COLUMN`.
        public var fault: Fault { Fault(place: "\(file):\(line):\(column)", what: what, remedy: remedy) }

        public var description: String { fault.description }

        public static func < (left: Problem, right: Problem) -> Bool {
            (left.file, left.line, left.column, left.what) < (right.file, right.line, right.column, right.what)
        }
    }

    /// The numbers of checked items.
    public struct Counts: Sendable, Equatable {
        /// The files of the site, without the manifest.
        public var files = 0
        /// The HTML pages among the files.
        public var pages = 0
        /// Links to files of the site: from pages, style sheets, feeds and the sitemap.
        public var links = 0
        /// Links to other sites. They are not followed.
        public var externalLinks = 0
        /// The size of all files, in bytes.
        public var bytes = 0

        public init(files: Int = 0, pages: Int = 0, links: Int = 0, externalLinks: Int = 0, bytes: Int = 0) {
            self.files = files
            self.pages = pages
            self.links = links
            self.externalLinks = externalLinks
            self.bytes = bytes
        }
    }

    /// The size of all files of one type.
    public struct Size: Sendable, Equatable {
        /// The file name's extension, such as `html`. Empty when there is none.
        public let type: String
        public let files: Int
        public let bytes: Int
        /// The largest of the files, and its size.
        public let largest: String
        public let largestBytes: Int

        public init(type: String, files: Int, bytes: Int, largest: String, largestBytes: Int) {
            self.type = type
            self.files = files
            self.bytes = bytes
            self.largest = largest
            self.largestBytes = largestBytes
        }
    }

    /// Faults of the site, sorted by file and place.
    public var problems: [Problem]
    /// Findings that are not wrong but rarely intended: pages that no chain of links leads to, tags that do not nest, and what a page's own
    /// policy blocks. One that many pages have is here once, at the first of them.
    public var warnings: [Problem]
    public var counts: Counts
    /// The sizes by type. The heaviest type is first.
    public var sizes: [Size]
    /// A build was interrupted, or is at work. Files of two builds are then side by side. Each is whole, and the next build makes one site
    /// of them.
    public var isUnfinished: Bool

    public init(problems: [Problem], warnings: [Problem], counts: Counts, sizes: [Size], isUnfinished: Bool = false) {
        self.problems = problems
        self.warnings = warnings
        self.counts = counts
        self.sizes = sizes
        self.isUnfinished = isUnfinished
    }
}
