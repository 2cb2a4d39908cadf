import TemplateEngine
import Testing

/// Templates and data that were damaged at random. Each is rendered within its limits, or refused with an error.
@Suite struct MutationTests {
    private static let templates = [
        "{{#a}}{{b.c | number}} {{>p}}\n{{^d}}{{{e}}}{{/d}}{{/a}}", "  {{<p}}\n{{$x}}\n  {{a}}\n{{/x}}{{/p}}\n",
        "{{$x}}\n {{$y}}{{&a}}{{/y}}\n{{/x}}",
        "{{=<% %>=}}<%#l%><%@index%><%>*n%><%/l%>", "{{! é }}\r\n{{#a}}  {{>page}}\r\n{{/a}}{{#l}}{{>q}}{{/l}}",
        #"<a href="{{t}}{{n}}"{{#a}} title='{{n}}'{{/a}}>{{>p}}</a><img srcset="{{t}} 2x"><title>{{n}}</title>"#,
        #"<script type="application/json">{{l}}</script><p {{#a}}hidden{{/a}} class="{{>q}}"><!-- --></p>"#,
        "{{n | plural \"a\" 'b'}}{{t | date | json}}",
    ]
    private static let json =
        #"{"a": {"b": {"c": 12345.6}, "x": "<&>"}, "l": [1, [2, {"n": "p"}], "q"], "n": "page", "t": "1966-11-28", "d": null}"#
    private static let pieces = [
        "{{", "}}", "{{#a}}", "{{/a}}", "{{{", "}}}", "{{$x}}", "{{/x}}", "{{<p}}", "{{/p}}", "{{>page}}", "\n", "  ", "|", "\"", "=", "*",
        "é", "\u{0}", "<", ">", "'", "<script>", "</title>", "<!--", "-->", " href=", "javascript:", "&",
    ]

    @Test(arguments: 0..<4)
    func damagedTemplatesAndDataNeverCrash(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let options = TemplateOptions(strict: false, outputLimit: 20_000, stepLimit: 20_000)
        var rendered = 0
        for _ in 0..<600 {
            let names = ["page.mustache", "p.mustache", "q.mustache", "page.html.mustache"]
            let sources = names.map { name in
                TemplateSource(
                    name: name, bytes: Self.damaged(Self.templates.randomElement(using: &random) ?? "", using: &random), origin: name)
            }
            let data = (try? TemplateValue(json: Self.damaged(Self.json, using: &random))) ?? .null
            guard let library = try? TemplateLibrary(sources, options: options) else { continue }
            for name in names {
                let template = try library.template(name)
                var output: [UInt8] = []
                do throws(RenderError) {
                    try template.render([data], into: &output)
                } catch {
                    #expect(!error.cause.what.isEmpty)
                    continue
                }
                try expectSharingChangesNothing(template, [data], output)
                #expect(output.count < 100_000)
                rendered += 1
            }
        }
        #expect(rendered > 100)
    }

    private static func damaged(_ text: String, using random: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(text.utf8)
        let wounds = [0, 0, 0, 1, 2, 3].randomElement(using: &random) ?? 0
        for _ in 0..<wounds {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0..<8, using: &random)))
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            default: bytes.append(contentsOf: bytes[place...].prefix(20))
            }
        }
        return bytes
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
