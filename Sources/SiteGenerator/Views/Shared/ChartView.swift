import TemplateEngine

/// A chart with its caption. The drawing is SVG made by ``Charts``, every text in it escaped.
enum ChartView {
    static let shape: TemplateShape = ["id": .text, "label": .text, "svg_html": .html, "caption": .text]

    static func make(id: String, label: String, svg: SVG, caption: String) -> TemplateObject {
        ["id": .text(id), "label": .text(label), "svg_html": .html(svg.safeHTML), "caption": .text(caption)]
    }
}
