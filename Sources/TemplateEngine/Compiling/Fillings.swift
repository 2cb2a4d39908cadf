/// The blocks that parent tags fill, as far out as a unit is concerned.
///
/// What is filled further out counts (Mustache specification, inheritance: 'Top-level substitutions take precedence').
struct Fillings: Hashable, Sendable {
    struct Filling: Hashable, Sendable {
        /// The template that the filling is written in.
        let template: Int
        let offset: Int
    }

    private(set) var byName: [String: Filling] = [:]

    func adding(_ blocks: [BlockTag], of template: Int) -> Fillings {
        var fillings = self
        for block in blocks where byName[block.name] == nil {
            fillings.byName[block.name] = Filling(template: template, offset: block.offset)
        }
        return fillings
    }
}
