import TemplateEngine
import Testing

@Suite struct ObjectTests {
    @Test func fieldsKeepTheOrderInWhichTheyCame() {
        var object: Object = ["b": 1, "a": 2]
        object["c"] = 3
        object["b"] = 4
        #expect(object == ["b": 4, "a": 2, "c": 3])
        #expect(object.names == ["b", "a", "c"])
    }

    @Test func settingNilTakesAFieldOut() {
        var object: Object = ["a": 1, "b": 2]
        object["a"] = nil
        #expect(object == ["b": 2])
        #expect(object["a"] == nil)
        object["a"] = .some(.null)
        #expect(object == ["b": 2, "a": nil])
    }

    @Test func ofTwoPairsWithOneNameTheLaterCounts() {
        #expect(Object([("a", 1), ("b", 2), ("a", 3)]) == ["a": 3, "b": 2])
    }

    @Test func mergingTakesTheValuesOfTheOther() {
        let first: Object = ["a": 1, "b": 2]
        #expect(first.merging(["b": 3, "c": 4]) == ["a": 1, "b": 3, "c": 4])
    }

    @Test func namesWithOneHashAreToldApartByTheirText() {
        // FNV-1a gives these two the same 64 bits.
        let object: Object = ["8yn0iYCKYHlIj4-BwPqk": 1]
        #expect(object["8yn0iYCKYHlIj4-BwPqk"] == 1)
        #expect(object["GReLUrM4wMqfg9yzV3KQ"] == nil)
    }
}
