import Catalogue
import Testing

@Suite struct EntityTableTests {
    private func table(_ ids: [Status.ID]) -> EntityTable<Status> {
        EntityTable(ids.map { Status(id: $0, name: "Status \($0)") })
    }

    @Test(arguments: [
        ([], []),
        ([7], [7]),
        ([1, 2, 3], [1, 2, 3]),
        ([3, 1, 2], [1, 2, 3]),
        ([1, 2, 2, 3], [1, 2, 3]),
        ([5, -1, Status.ID(.max), Status.ID(.min), 5], [Status.ID(.min), -1, 5, Status.ID(.max)]),
    ])
    func aTableHoldsEachEntityOnceInTheOrderOfIds(given: [Status.ID], held: [Status.ID]) {
        #expect(table(given).map(\.id) == held)
        #expect(table(given) == table(held))
    }

    @Test func ofEntitiesWithOneIdTheLastIsKept() {
        let table = EntityTable([Status(id: 2, name: "two"), Status(id: 1, name: "first"), Status(id: 1, name: "last")])
        #expect(Array(table) == [Status(id: 1, name: "last"), Status(id: 2, name: "two")])
    }

    @Test(arguments: [[], [4], [1, 2], [10, 20, 30], stride(from: -50, to: 50, by: 3).map { Status.ID($0) }])
    func anEntityIsFoundByItsIdAndNoneByAnother(ids: [Status.ID]) {
        let table = table(ids)
        for id in (-60...60).map({ Status.ID($0) }) {
            #expect(table[id: id] == (ids.contains(id) ? Status(id: id, name: "Status \(id)") : nil))
            #expect(table.contains(id: id) == ids.contains(id))
        }
    }

    @Test func aTableIsACollection() {
        let table = table([9, 4, 6])
        #expect(table.count == 3)
        #expect(table[1].id == 6)
        #expect(table.reversed().map(\.id) == [9, 6, 4])
    }
}
