import Catalogue
import LaunchLibrary
import Support

/// The API's forms of a family, from the least to the most.
enum FamilyForm: Comparable {
    case list
    case normal
    /// Inside a detailed configuration: with the counters, and yet called 'normal'.
    case nestedDetailed
    /// By itself: with its configurations.
    case detailed

    init(_ mode: ResponseMode) {
        switch mode {
        case .list: self = .list
        case .normal: self = .normal
        case .detailed: self = .detailed
        }
    }
}

extension RecordWriter {
    func family(_ family: Family, _ form: FamilyForm, _ object: inout JSONWriter) {
        let profile = form >= .normal ? family.profile : nil
        let statistics = form >= .nestedDetailed ? family.statistics : nil
        let isDetailed = form == .detailed && statistics != nil
        let mode: ResponseMode = isDetailed ? .detailed : profile != nil || statistics != nil ? .normal : .list
        object.field("response_mode", mode.rawValue)
        object.field("id", family.id)
        object.field("name", family.name)
        if let profile {
            let isFull = form >= .nestedDetailed
            object.field("description", profile.description)
            object.field("manufacturer", profile.manufacturerID.flatMap { catalogue.agencies[id: $0] }) {
                agency($0, isFull ? .normal : .list, &$1)
            }
            object.field("parent", profile.parentID.flatMap { catalogue.families[id: $0] }) {
                self.family($0, isFull ? .normal : .list, &$1)
            }
            object.field("maiden_flight", profile.maidenFlight)
        }
        if let statistics { counters(of: statistics, &object) }
        if isDetailed {
            object.field("spacecraft", list: catalogue.configurations(ofFamily: family.id)) { configuration($0, .normal, &$1) }
        }
    }
}
