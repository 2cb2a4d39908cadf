import Catalogue

/// The craft that an entity's page lists, by name, and which of them stand on this page.
struct CraftListPage: Sendable {
    /// Places in the register's order of names.
    let positions: [Int]
    let paging: Paging
    /// Of the whole group.
    let inSpace: Int
    let flights: Int
    /// Those that the group is of, where the entity is what several have in common; else empty.
    let configurations: [Configuration]
    /// The drawing that stands for those; `unknown` where there are none.
    let silhouette: Silhouette

    var isFirst: Bool { paging.page == 1 }
    var count: Int { positions.count }

    /// The craft of this page.
    var shown: ArraySlice<Int> { positions[paging.rows] }
}
