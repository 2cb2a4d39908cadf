import Catalogue
import Testing

@Suite struct ISODurationTests {
    @Test(arguments: [
        ("P0D", 0),
        ("PT0S", 0),
        ("-P0D", 0),
        ("PT1S", 1),
        ("PT47M18S", 2_838),
        ("PT1H48M", 6_480),
        ("P2D", 172_800),
        ("P2DT12M11S", 173_531),
        ("P178DT22H54M29S", 15_461_669),
        ("P1627DT1H53M22S", 140_579_602),
        ("P178DT22H54M29.999999S", 15_461_669),
        ("PT0,5S", 0),
        ("P0DT00H00M09S", 9),
        ("PT90M", 5_400),
        ("PT36H", 129_600),
        ("P1W", 604_800),
        ("P1W1DT1S", 691_201),
        ("-P1DT1S", -86_401),
        ("PT9223372036854775807S", .max),
    ])
    func dayTimeDurationsAreReadAsSeconds(text: String, seconds: Int) {
        #expect(ISODuration(iso8601: text) == ISODuration(seconds: seconds))
    }

    @Test(arguments: [
        "", "P", "PT", "-P", "P1DT", "PT1", "P1", "1D", "D", "T1H",
        "P1Y", "P1M", "P1Y2M3D", "PT1D", "P1H", "P1S",
        "P1DT1M1H", "P1D1W", "P1D2D", "PT1H2H", "PT1HT1M",
        "P1.5D", "PT1.5H", "PT.5S", "PT5.S", "PT1.5.5S",
        "+P1D", "--P1D", "P-1D", "p1d", "PT1s", " P1D", "P1D ", "P 1D", "P1D\n",
        "P１D", "P1\u{301}D", "178 days", "178 22:54:29", "null",
        "PT9223372036854775808S", "P99999999999999999999D", "P106751991167301D",
        "P106751991167300DT15H30M8S",
    ])
    func anythingElseIsRefused(text: String) {
        #expect(ISODuration(iso8601: text) == nil)
    }

    @Test(arguments: [
        (0, "P0D"),
        (1, "PT1S"),
        (60, "PT1M"),
        (2_838, "PT47M18S"),
        (3_600, "PT1H"),
        (3_601, "PT1H1S"),
        (86_400, "P1D"),
        (86_401, "P1DT1S"),
        (604_800, "P7D"),
        (15_461_669, "P178DT22H54M29S"),
        (-15_461_669, "-P178DT22H54M29S"),
        (.max, "P106751991167300DT15H30M7S"),
    ])
    func theMachineFormHasDaysAsItsLargestUnitAndIsReadBack(seconds: Int, text: String) {
        #expect(ISODuration(seconds: seconds).iso8601 == text)
        #expect(ISODuration(iso8601: text) == ISODuration(seconds: seconds))
    }

    @Test func theLongestTimeBackwardsHasAMachineForm() {
        #expect(ISODuration(seconds: .min).iso8601 == "-P106751991167300DT15H30M8S")
    }

    @Test func durationsAreOrderedByLength() {
        let durations = [30, -1, 0, 86_400].map(ISODuration.init(seconds:))
        #expect(durations.sorted() == [-1, 0, 30, 86_400].map(ISODuration.init(seconds:)))
    }
}
