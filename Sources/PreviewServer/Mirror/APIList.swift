import Catalogue

/// The lists that the mirror has, by the names in their addresses.
enum APIList: String, CaseIterable {
    case agencies
    case spacecraft
    case families = "spacecraft_configuration_families"
    case configurations = "spacecraft_configurations"
}
