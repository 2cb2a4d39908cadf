import Support

/// What a check of a finished site found.
public struct CheckReport: Sendable, Equatable {
    /// One thing to mend, and where it is.
    public struct Problem: Sendable, Equatable, Comparable, CustomStringConvertible {
        /// The file's path inside the site.
        public let file: String
        /// From 1; the column counts characters (Unicode scalars).
        public let line: Int
        public let column: Int
        public let what: String
        public let remedy: String

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

    /// How much was looked at.
    public struct Counts: Sendable, Equatable {
        /// Files of the site, the manifest not counted.
        public var files = 0
        /// HTML pages among them.
        public var pages = 0
        /// Links to files of the site: from pages, style sheets, feeds and the sitemap.
        public var links = 0
        /// Links to elsewhere, which are not followed.
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

    /// What files of one type take.
    public struct Size: Sendable, Equatable {
        /// The file name's extension, `html`; empty where there is none.
        public let type: String
        public let files: Int
        public let bytes: Int
        /// The largest of them, and its size.
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

    /// Faults of the site, by file and place.
    public var problems: [Problem]
    /// What is not wrong but rarely meant: pages that no chain of links leads to.
    public var warnings: [Problem]
    public var counts: Counts
    /// By type, the heaviest first.
    public var sizes: [Size]
    /// A build was interrupted, or is at work: files of two builds are side by side, each whole, and the next build makes one site of them.
    public var isUnfinished: Bool

    public init(problems: [Problem], warnings: [Problem], counts: Counts, sizes: [Size], isUnfinished: Bool = false) {
        self.problems = problems
        self.warnings = warnings
        self.counts = counts
        self.sizes = sizes
        self.isUnfinished = isUnfinished
    }
}
