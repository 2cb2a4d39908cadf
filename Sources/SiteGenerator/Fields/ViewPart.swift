import TemplateEngine

/// The objects that occur in several views, by the names that the guide to the fields gives them.
enum ViewPart {
    /// In alphabetical order.
    static let all: [(name: String, shape: TemplateShape)] = [
        ("adjacent pages", AdjacentPagesView.shape),
        ("agency", .object(AgencyEntry.shapes)),
        ("changes", ChangesView.shape),
        ("chart", ChartView.shape),
        ("column", ColumnView.shape),
        ("configuration", .object(ConfigurationEntry.shapes)),
        ("configuration row", ConfigurationTableView.row.shape),
        ("configuration table", ConfigurationTableView.shape),
        ("count table", CountTableView.shape),
        ("craft", .object(CraftEntry.shapes)),
        ("craft row", CraftRowView.fields.shape),
        ("craft table", CraftTableView.shape),
        ("duration", DurationView.shape),
        ("fact", FactView.shape),
        ("family", .object(FamilyEntry.shapes)),
        ("figure", FigureView.shape),
        ("flight table", FlightTableView.shape),
        ("link", LinkView.shape),
        ("mark", MarkView.shape),
        ("orders", OrdersView.shape),
        ("pager", PagerView.shape),
        ("part of the site", SectionLinksView.shape),
        ("picture", PictureView.shape),
        ("picture card", PictureCardView.shape),
        ("plate", PlateView.shape),
        ("status", .object(StatusEntry.shapes)),
        ("tree", TreeView.shape),
        ("type", .object(TypeEntry.shapes)),
        ("value", ValueView.shape),
    ]
}
