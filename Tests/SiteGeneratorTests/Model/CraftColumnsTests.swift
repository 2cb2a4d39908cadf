import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct CraftColumnsTests {
    private func craft(_ id: Int, _ change: (inout Spacecraft) -> Void = { _ in }) -> Spacecraft {
        var craft = Spacecraft(
            id: RecordID(id), name: "Craft \(id)", serialNumber: "S", isPlaceholder: false, inSpace: false,
            timeInSpace: ISODuration(seconds: 86_400), timeDocked: .zero, flightsCount: 1, missionEndsCount: 1, statusID: 4,
            configurationID: 1)
        change(&craft)
        return craft
    }

    private func constant(in craft: [Spacecraft]) -> CraftColumns {
        CraftColumns(constantIn: CraftPosition.all(craft.count), of: craft)
    }

    @Test func aSingleCraftAndNoneHaveNothingInCommon() {
        #expect(constant(in: [craft(1)]) == [])
        #expect(constant(in: []) == [])
    }

    @Test func whatTwoCraftShareIsConstantUntilAThirdDiffers() {
        #expect(constant(in: [craft(1), craft(2)]) == .all)
        let third = craft(3) {
            $0.serialNumber = nil
            $0.flightsCount = 2
        }
        #expect(
            constant(in: [craft(1), craft(2), third]) == [
                .configuration, .status, .timeInSpace, .timeDocked, .missionEndsCount,
            ])
    }

    @Test func aDoubtKeepsTheColumnOfTheTimeDocked() {
        let doubtful = craft(1) { $0.timeDocked = ISODuration(seconds: 90_000) }
        #expect(constant(in: [doubtful, doubtful]) == CraftColumns.all.subtracting(.timeDocked))
    }

    @Test func whatIsSaidOnceIsWhatIsRecorded() {
        let values = CraftColumns.all.values(of: craft(1) { $0.serialNumber = nil }, configuration: "Lark", status: "Retired")
        #expect(
            values.map { "\($0.label.english) \($0.value.english)" } == [
                "Configuration Lark", "Status Retired", "Time in space 1\u{A0}d", "Flights 1", "Mission ends 1",
            ])
    }
}
