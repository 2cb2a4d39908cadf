import Catalogue
import TemplateEngine

/// What the rows and pages of all craft of one status show alike, made once.
final class StatusFragments: Sendable {
    let name: String
    let address: String
    let link: TemplateObject
    /// The status as a fact about a craft.
    let fact: TemplateObject

    init(_ status: Status) {
        name = status.name
        address = Address.page(of: status)
        link = LinkView.make(name, address).shared()
        fact = FactView.make("Status", ValueView.make(name, path: address)).shared()
    }
}
