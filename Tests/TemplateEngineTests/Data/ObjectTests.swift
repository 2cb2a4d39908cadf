import TemplateEngine
import Testing

@Suite struct ObjectTests {
    @Test func fieldsKeepTheOrderInWhichTheyCame() {
        var object: TemplateObject = ["b": 1, "a": 2]
        object["c"] = 3
        object["b"] = 4
        #expect(object == ["b": 4, "a": 2, "c": 3])
        #expect(object.names == ["b", "a", "c"])
    }

    @Test func settingNilTakesAFieldOut() {
        var object: TemplateObject = ["a": 1, "b": 2]
        object["a"] = nil
        #expect(object == ["b": 2])
        #expect(object["a"] == nil)
        object["a"] = .some(.null)
        #expect(object == ["b": 2, "a": nil])
    }

    @Test func ofTwoPairsWithOneNameTheLaterCounts() {
        #expect(TemplateObject([("a", 1), ("b", 2), ("a", 3)]) == ["a": 3, "b": 2])
    }

    @Test func ofManyPairsTheLaterOnesCountWhereverTheyStand() {
        // There are more names than bits to tell them apart.
        let names = (0..<200).map { FieldName("name_\($0)") }
        let pairs = names.enumerated().map { ($1, TemplateValue.integer($0)) }
        #expect(TemplateObject(pairs).pairs.map(\.1) == (0..<200).map(TemplateValue.integer))
        for repeated in [0, 99, 199] {
            let object = TemplateObject(pairs + [(names[repeated], "again")])
            #expect(object.names == names)
            #expect(object.values == (0..<200).map { $0 == repeated ? "again" : .integer($0) })
        }
    }

    @Test func mergingTakesTheValuesOfTheOther() {
        let first: TemplateObject = ["a": 1, "b": 2]
        #expect(first.merging(["b": 3, "c": 4]) == ["a": 1, "b": 3, "c": 4])
    }

    @Test func namesWithOneHashDifferByTheirText() {
        // The hash covers the length, the first eight bytes and the last eight.
        let object: TemplateObject = ["duration_of_first_flight_in_seconds": 1]
        #expect(object["duration_of_first_flight_in_seconds"] == 1)
        #expect(object["duration_of_other_flight_in_seconds"] == nil)
    }
}
