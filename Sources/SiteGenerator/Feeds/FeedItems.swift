import Catalogue

/// The parts that both feeds give of a craft.
enum FeedItems {
    /// The time of the last change of the record. When the history does not give it, the date of the data.
    static func modified(_ craft: Spacecraft, _ model: SiteModel) -> Timestamp? {
        model.history.lastChange(of: craft.id) ?? model.input.dataDate.timestamp
    }

    /// The address by which feed readers always identify an item: the first address of its page. It leads to the page even after a change
    /// of name.
    ///
    /// - Parameter position: the craft's place in the order of names.
    static func id(ofCraftAt position: CraftPosition, _ model: SiteModel) -> String {
        let craft = model.spacecraftByName[position]
        let first = model.history.firstName(craft.id).map { Address.page(of: Spacecraft.self, craft.id, $0) }
        return model.settings.baseURL + (first ?? model.addresses[position])
    }

    /// `Starship V2, Destroyed, 47 min 18 s in space.`
    static func summary(_ craft: Spacecraft, _ fragments: Fragments) -> String {
        let configuration = fragments.ofConfiguration(craft.configurationID)?.configuration.name
        let status = fragments.ofStatus(craft.statusID)?.name
        let time = craft.timeInSpaceIsKnown ? craft.timeInSpace.flatMap { $0.seconds > 0 ? "\($0.humanText) in space" : nil } : nil
        return [configuration, status, time].compactMap(\.self).joined(separator: ", ") + "."
    }
}
