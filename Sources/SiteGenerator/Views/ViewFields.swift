import TemplateEngine

/// The fields of a view, each declared once: its name, its shape, and the way to make its value from the subject.
///
/// The shapes are used to check themes. A template gets the object.
struct ViewFields<Subject, Context>: Sendable, ExpressibleByArrayLiteral {
    struct Field: Sendable {
        let name: FieldName
        let shape: TemplateShape
        let value: @Sendable (Subject, Context) -> TemplateValue

        init(_ name: FieldName, _ shape: TemplateShape, _ value: @escaping @Sendable (Subject, Context) -> TemplateValue) {
            self.name = name
            self.shape = shape
            self.value = value
        }
    }

    private let fields: [Field]
    private let layout: ObjectLayout

    init(arrayLiteral fields: Field...) { self.init(fields) }

    private init(_ fields: [Field]) {
        self.fields = fields
        layout = ObjectLayout(fields.map(\.name))
    }

    /// Those of the fields that a template reads.
    func selected(_ used: UsedFields) -> ViewFields { ViewFields(fields.filter { used.contains($0.name) }) }

    static func + (fields: ViewFields, others: ViewFields) -> ViewFields { ViewFields(fields.fields + others.fields) }

    var shapes: [(FieldName, TemplateShape)] { fields.map { ($0.name, $0.shape) } }
    var shape: TemplateShape { .object(shapes) }

    /// The view of one subject, with the fields in their order.
    func object(_ subject: Subject, _ context: Context) -> TemplateObject {
        // An index, because a loop over the fields copies each of them with its shape.
        TemplateObject(layout, fields.indices.map { fields[$0].value(subject, context) })
    }
}

/// The fields of a page's own view.
typealias PageFields<Subject> = ViewFields<Subject, ViewContext>
