import TemplateEngine

/// What pages show alike whatever the catalogue holds, made once for a site. What templates make of it is remembered with it and goes with it.
struct CommonFragments: Sendable {
    /// The navigation of the pages of a section, and of those that belong to none.
    let navigations: [PageFrame.Section?: TemplateValue]
    /// The columns of tables of craft whose order cannot be chosen.
    let fixedColumns: [TableOrder: TemplateValue]
    /// The flags of a page that has one drawing.
    let silhouettes: [Silhouette: TemplateObject]
    let unknownSerialNumber = FactView.make("Serial number", ValueView.unknown()).shared()
    let inSpaceNow = FactView.make("In space now", ValueView.truth(true)).shared()
    let notInSpaceNow = FactView.make("In space now", ValueView.truth(false)).shared()

    init() {
        let sections: [PageFrame.Section?] = PageFrame.Section.allCases + [nil]
        navigations = Dictionary(uniqueKeysWithValues: sections.map { ($0, .objects(PageFrame.navigation($0).map { $0.shared() })) })
        silhouettes = Dictionary(uniqueKeysWithValues: Silhouette.allCases.map { ($0, SilhouetteUse.flags([$0]).shared()) })
        fixedColumns = Dictionary(
            uniqueKeysWithValues: TableOrder.allCases.map { order in
                (order, .objects(CraftTableView.columns(order, isReversed: false, isIndex: false).map { $0.shared() }))
            })
    }
}
