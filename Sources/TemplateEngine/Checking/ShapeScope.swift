/// The shapes of the contexts at one place in a template. The innermost is last.
struct ShapeScope {
    struct Level {
        let shape: TemplateShape
        /// The origin of the shape: the number of its root context, and the dotted path from there if the scope has paths.
        let root: Int
        let path: String
    }

    private(set) var levels: [Level]
    private(set) var isInLoop = false
    /// Equal for equal chains of sections, so that a partial is checked once for each place it can be in.
    private(set) var identity = 0
    /// Whether values have their paths. Only the usage of fields needs them.
    private let hasPaths: Bool

    init(roots: [TemplateShape], hasPaths: Bool) {
        levels = roots.enumerated().map { Level(shape: $1.resolved, root: $0, path: "") }
        self.hasPaths = hasPaths
    }

    enum Meaning {
        case value(Level)
        /// Nothing is known about some value along the path.
        case anything
        /// There is no such name here. `known` holds the names that exist, those of the innermost object first.
        case nothing(name: String, known: [String])
    }

    func meaning(of path: Path) -> Meaning {
        guard let first = path.names.first else { return levels.last.map(Meaning.value) ?? .anything }
        for level in levels.reversed() {
            switch level.shape {
            case .any, .lazy: return .anything
            case .object(let fields):
                guard let field = fields.first(where: { $0.0 == first }) else { continue }
                return meaning(of: path.names.dropFirst(), in: self.level(field, in: level))
            case .text, .number, .bool, .html, .list: continue
            }
        }
        return .nothing(name: first.text, known: levels.reversed().flatMap(Self.names))
    }

    private func meaning(of names: ArraySlice<FieldName>, in level: Level) -> Meaning {
        var level = level
        for name in names {
            if case .any = level.shape { return .anything }
            guard case .object(let fields) = level.shape, let field = fields.first(where: { $0.0 == name }) else {
                return .nothing(name: name.text, known: Self.names(of: level))
            }
            level = self.level(field, in: level)
        }
        return .value(level)
    }

    /// The scope inside a section over a value of this meaning. Nil when the section is never rendered.
    func entering(_ meaning: Meaning, identity: Int) -> ShapeScope? {
        var scope = self
        scope.identity = identity
        switch meaning {
        case .nothing: return nil
        case .anything:
            scope.levels.append(Level(shape: .any, root: 0, path: ""))
            scope.isInLoop = true
        case .value(let level):
            switch level.shape {
            case .bool: break
            case .list(let item):
                scope.levels.append(Level(shape: item.resolved, root: level.root, path: level.path))
                scope.isInLoop = true
            case .any, .lazy:
                scope.levels.append(level)
                scope.isInLoop = true
            case .text, .number, .html, .object:
                scope.levels.append(level)
            }
        }
        return scope
    }

    private func level(_ field: (FieldName, TemplateShape), in level: Level) -> Level {
        let path = !hasPaths ? "" : level.path.isEmpty ? field.0.text : level.path + "." + field.0.text
        return Level(shape: field.1.resolved, root: level.root, path: path)
    }

    private static func names(of level: Level) -> [String] {
        if case .object(let fields) = level.shape { fields.map(\.0.text).sorted() } else { [] }
    }
}
