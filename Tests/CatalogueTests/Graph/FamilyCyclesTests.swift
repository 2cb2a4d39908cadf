import Catalogue
import Testing

@Suite struct FamilyCyclesTests {
    /// Each family with its parent, the remaining parents, and the warnings.
    static let cases: [(parents: [Family.ID: Family.ID], kept: [Family.ID: Family.ID], cycles: [[Family.ID]])] = [
        ([:], [:], []),
        ([2: 1, 3: 2], [2: 1, 3: 2], []),
        ([5: 5], [:], [[5, 5]]),
        ([1: 2, 2: 1], [2: 1], [[1, 2, 1]]),
        ([3: 2, 2: 1, 1: 3], [3: 2, 2: 1], [[1, 3, 2, 1]]),
        // A cycle at the end of a tail: only the cycle is cut.
        ([1: 2, 2: 4, 4: 3, 3: 4], [1: 2, 2: 4, 4: 3], [[3, 4, 3]]),
        ([9: 7, 7: 7, 8: 9], [9: 7, 8: 9], [[7, 7]]),
        // Two cycles, and a tree beside them.
        ([1: 2, 2: 1, 4: 3, 3: 4, 6: 5], [2: 1, 4: 3, 6: 5], [[1, 2, 1], [3, 4, 3]]),
    ]

    @Test(arguments: cases)
    func ofEachCycleOfParentsThatOfTheSmallestIdIsDropped(
        parents: [Family.ID: Family.ID], kept: [Family.ID: Family.ID], cycles: [[Family.ID]]
    ) throws {
        let ids = Set(parents.keys).union(parents.values).sorted()
        for order in [ids, ids.reversed()] {
            var builder = CatalogueBuilder()
            for id in order { builder.add(Family(id: id, name: "Family \(id)", profile: .init(parentID: parents[id]))) }
            let (catalogue, warnings) = try builder.finish()
            #expect(catalogue.families.map(\.parentID) == ids.map { kept[$0] })
            #expect(
                warnings == cycles.map { CatalogueWarning(EntityKey($0[0]), .parentCycle($0)) })
        }
    }

    @Test func theWarningNamesTheWholeCycle() {
        let warning = CatalogueWarning(EntityKey(.family, 1), .parentCycle([1, 3, 2, 1]))
        #expect(warning.description == "family 1 › parent: the families 1 → 3 → 2 → 1 are parents of each other; dropped this parent")
    }

    @Test func aChainOfManyThousandParentsIsWalkedOnce() throws {
        var builder = CatalogueBuilder()
        for id in 1...20_000 {
            builder.add(Family(id: RecordID(id), name: "Family", profile: .init(parentID: RecordID(id == 20_000 ? 19_999 : id + 1))))
        }
        let (catalogue, warnings) = try builder.finish()
        #expect(warnings.map(\.entity) == [EntityKey(.family, 19_999)])
        #expect(catalogue.ancestors(ofFamily: 1).count == 19_998)
    }
}
