import Catalogue

/// All inputs of a site. The same input gives the same bytes.
public struct SiteInput: Sendable {
    public var catalogue: Catalogue
    public var dataDate: DataDate
    /// The address of the API from which the data came.
    public var sourceURL: String
    /// The entities whose records could not be used at the last fetch.
    public var setAside: [SetAsideRecord]
    /// The values of the source that count as not recorded because they cannot be.
    public var unusableValues: [UnusableValue]
    /// The changes in the order of their dates, the oldest first.
    public var history: [DatedChange]
    public var settings: SiteSettings
    public var theme: Theme
    /// The pages whose texts the operator wrote. The texts may hold headings, tables and pictures of the theme.
    public var pages: [OwnPage]
    /// The copies of pictures, by the pictures' ids. They are published beside the files of the generator.
    public var pictures: [Image.ID: PictureCopy]
    /// The last time that the source was read. Only the status of the site has it. Nil when it is not known.
    public var checkedAt: Timestamp?
    /// The version of the program, for the status of the site.
    public var version: String

    public init(
        catalogue: Catalogue, dataDate: DataDate, sourceURL: String, history: [DatedChange], settings: SiteSettings,
        theme: Theme = .standard, pages: [OwnPage] = [],
        pictures: [Image.ID: PictureCopy] = [:],
        setAside: [SetAsideRecord] = [], unusableValues: [UnusableValue] = [], checkedAt: Timestamp? = nil, version: String = ""
    ) {
        self.catalogue = catalogue
        self.dataDate = dataDate
        self.sourceURL = sourceURL
        self.history = history
        self.settings = settings
        self.theme = theme
        self.pages = pages
        self.pictures = pictures
        self.setAside = setAside
        self.unusableValues = unusableValues
        self.checkedAt = checkedAt
        self.version = version
    }
}
