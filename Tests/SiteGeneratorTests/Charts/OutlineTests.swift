import Testing

@testable import SiteGenerator

@Suite struct OutlineTests {
    @Test func aCapsuleNarrowsToItsTop() {
        #expect(Outline(height: 7.48, diameter: 2.72, .capsule)?.path == "M4.9 0H11.4L16.3 11.4V44.9H0V11.4z")
    }

    @Test func aSpaceplaneNarrowsToItsNose() {
        #expect(Outline(height: 10, diameter: 2, .spaceplane)?.path == "M6 0Q12 9 12 18V60H0V18Q0 9 6 0z")
    }

    @Test func anythingElseIsRoundAtTheTop() {
        #expect(Outline(height: 5, diameter: 3, .cargo)?.path == "M0 4.5Q0 0 4.5 0H13.5Q18 0 18 4.5V30H0z")
    }

    @Test(
        arguments: [
            (nil, 2.72), (7.48, nil), (748, 2.72), (7.48, 272), (0.1, 2.7), (90, 1), (1, 50),
        ] as [(Double?, Double?)])
    func whatIsNotRecordedOrCannotBeIsNotDrawn(height: Double?, diameter: Double?) {
        #expect(Outline(height: height, diameter: diameter, .capsule) == nil)
    }
}
