import Catalogue

/// The records that a page of the operator's own shows, by its selection.
struct ChosenRecords: Sendable {
    /// The places of the craft in the order of names.
    let craft: [CraftPosition]
    let configurations: [Configuration]
    let agencies: [Agency]
    let families: [Family]
    let types: [ConfigurationType]
    let statuses: [Status]
    /// The same craft, to be asked for. Nil when all are chosen.
    private let members: Set<CraftPosition>?
    /// The places of the chosen configurations.
    private let places: [Configuration.ID: Int]

    init(_ selection: RecordSelection, _ model: SiteModel) {
        let catalogue = model.catalogue
        let (allTypes, allStatuses) = (
            SiteModel.naturallyOrdered(catalogue.configurationTypes), SiteModel.naturallyOrdered(catalogue.statuses)
        )
        guard !selection.isEmpty else {
            craft = model.allCraft.positions
            (configurations, agencies, families) = (model.configurationsByName, model.agenciesByName, model.familiesByName)
            (types, statuses, members) = (allTypes, allStatuses, nil)
            places = Self.places(of: configurations)
            return
        }
        let trees = (selection.ids[.family] ?? []).map { Set(catalogue.configurations(ofFamilyTree: Family.ID($0)).map(\.id)) }
        let eligible = model.configurationsByName.filter { configuration in
            selection.allows(configuration.id.number, as: .configuration) && selection.allows(configuration.agencyID?.number, as: .agency)
                && selection.allows(configuration.typeID?.number, as: .type)
                && (selection.ids[.family] == nil || trees.contains { $0.contains(configuration.id) })
        }
        let craft = model.positions(of: eligible).filter { selection.allows(model.spacecraftByName[$0]) }
        let members = Set(craft)
        // What is asked of craft is asked of what they belong to by its craft.
        let asksCraft = !selection.facts.isEmpty || selection.ids[.status] != nil
        let configurations =
            asksCraft ? eligible.filter { model.craft(ofConfiguration: $0.id).positions.contains(where: members.contains) } : eligible
        let ids = Set(configurations.map(\.id))
        places = Self.places(of: configurations)
        let agencyIDs = Set(configurations.compactMap(\.agencyID))
        let typeIDs = Set(configurations.compactMap(\.typeID))
        let statusIDs = Set(craft.compactMap { model.spacecraftByName[$0].statusID })
        self.craft = craft
        self.members = members
        self.configurations = configurations
        agencies = model.agenciesByName.filter { agencyIDs.contains($0.id) }
        families = model.familiesByName.filter { catalogue.configurations(ofFamilyTree: $0.id).contains { ids.contains($0.id) } }
        types = allTypes.filter { typeIDs.contains($0.id) }
        statuses = allStatuses.filter { statusIDs.contains($0.id) }
    }

    private static func places(of configurations: [Configuration]) -> [Configuration.ID: Int] {
        Dictionary(uniqueKeysWithValues: configurations.enumerated().map { ($1.id, $0) })
    }

    /// Whether all records are chosen.
    var isWhole: Bool { members == nil }

    /// The chosen craft of some configurations, by name.
    func craft(of configurations: [Configuration], _ model: SiteModel) -> [CraftEntry] {
        entries(model.positions(of: configurations))
    }

    /// The chosen ones of some craft.
    func entries(_ positions: [CraftPosition]) -> [CraftEntry] {
        (members.map { positions.filter($0.contains) } ?? positions).map { CraftEntry(position: $0) }
    }

    /// Entities that are chosen.
    func entries<Entry: EntityEntry>(_ entities: [Entry.E]) -> [Entry] { entities.map { Entry(entity: $0, chosen: self) } }

    /// The chosen ones of some configurations, by name.
    func entries(_ others: [Configuration]) -> [ConfigurationEntry] {
        Set(others.compactMap { places[$0.id] }).sorted().map { ConfigurationEntry(configuration: configurations[$0], chosen: self) }
    }
}

extension RecordSelection {
    fileprivate func allows(_ id: Int?, as reference: Reference) -> Bool { ids[reference].map { $0.contains { $0 == id } } ?? true }

    fileprivate func allows(_ craft: Spacecraft) -> Bool {
        allows(craft.statusID?.number, as: .status)
            && facts.allSatisfy { fact, value in
                switch fact {
                case .inSpace: craft.inSpace == value
                case .isPlaceholder: craft.isPlaceholder == value
                }
            }
    }

    /// The fields of craft that decide which are chosen.
    var fields: Set<String> {
        var fields = Set(
            facts.keys.map { fact in
                switch fact {
                case .inSpace: "in_space"
                case .isPlaceholder: "is_placeholder"
                }
            })
        if ids[.status] != nil { fields.insert("status") }
        if ids.keys.contains(where: { $0 != .status }) { fields.insert("spacecraft_config") }
        return fields
    }

    /// The ids that name nothing in the register.
    func unknownIDs(in catalogue: Catalogue) -> [(reference: Reference, id: Int)] {
        Reference.allCases.flatMap { reference in
            (ids[reference] ?? []).filter { id in
                switch reference {
                case .agency: !catalogue.agencies.contains(id: Agency.ID(id))
                case .configuration: !catalogue.configurations.contains(id: Configuration.ID(id))
                case .family: !catalogue.families.contains(id: Family.ID(id))
                case .status: !catalogue.statuses.contains(id: Status.ID(id))
                case .type: !catalogue.configurationTypes.contains(id: ConfigurationType.ID(id))
                }
            }.map { (reference, $0) }
        }
    }
}
