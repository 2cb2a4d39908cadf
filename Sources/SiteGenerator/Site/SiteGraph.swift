import Support

/// What is worked out of the records alone: the facts of a site, the orders of its tables, and what each of its pages is made from. It needs
/// no template and no word, so it can be made while these are loaded.
public struct SiteGraph: Sendable {
    let model: SiteModel
    let orders: Orders
    let inputs: PageInputs

    /// - Parameter input: the records, the settings and the content of the site.
    public init(_ input: SiteInput) {
        let model = SiteModel(input)
        self.model = model
        (inputs, orders) = Concurrently.both({ PageInputs(model) }, { Orders(model) })
    }
}
