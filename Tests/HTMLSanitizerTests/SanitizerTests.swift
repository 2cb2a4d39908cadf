import HTMLSanitizer
import Testing

struct SanitizerTests {
    @Test func `keeps prose whole`() throws {
        #expect(try Sanitizer().sanitize("Δv <3 km/s, <b onclick=x()>R&D</b>").html == "<p>Δv &lt;3 km/s, <b>R&amp;D</b></p>")
    }
}
