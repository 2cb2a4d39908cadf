import Catalogue
import Testing

@Suite struct EntityKindTests {
    @Test(
        arguments: [
            (.image, "license", .licence),
            (.agency, "type", .agencyType),
            (.agency, "social_logo", .image),
            (.family, "manufacturer", .agency),
            (.family, "parent", .family),
            (.configuration, "type", .configurationType),
            (.configuration, "agency", .agency),
            (.configuration, "family", .family),
            (.spacecraft, "image", .image),
            (.spacecraft, "status", .status),
            (.spacecraft, "spacecraft_config", .configuration),
            (.spacecraft, "type", nil),
            (.spacecraft, "flights_count", nil),
            (.agency, "parent", nil),
            (.status, "name", nil),
        ] as [(EntityKind, String, EntityKind?)])
    func aFieldThatRefersToAnEntitySaysOfWhichKind(kind: EntityKind, field: String, target: EntityKind?) {
        #expect(kind.referenceTarget(ofField: field) == target)
    }

    @Test(
        arguments: [
            (.agencyType, 3, "Commercial"), (.configurationType, 2, "Cargo Resupply"), (.spacecraft, 126, "Soyuz TM-4"), (.family, 99, nil),
        ]
            as [(EntityKind, Int, String?)])
    func anEntitysNameIsFoundByKindAndId(kind: EntityKind, id: Int, name: String?) throws {
        #expect(try Fixture.catalogue().name(of: EntityKey(kind, id)) == name)
    }
}
