import TemplateEngine

/// Which drawings a page needs, so that its sprite holds those and no others.
enum SilhouetteUse {
    static func flags(in view: TemplateObject) -> TemplateObject {
        var used: Set<Silhouette> = []
        // A row of a table has one drawing and nothing below it; a plate's parts have none.
        TemplateValue.object(view).forEachText(named: "silhouette") { kind in
            if let silhouette = Silhouette(rawValue: kind) { used.insert(silhouette) }
        }
        return flags(used)
    }

    static func flags(_ used: Set<Silhouette>) -> TemplateObject {
        TemplateObject(Silhouette.allCases.map { ($0.field, .bool(used.contains($0))) })
    }
}
