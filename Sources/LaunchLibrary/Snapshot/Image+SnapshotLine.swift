import Catalogue
import Support

extension Image: SnapshotLine {
    func write(to object: inout JSONWriter) {
        object.member("credit", credit)
        object.member("image_url", imageURL)
        object.member("license", licenceID)
        object.member("name", name)
        object.member("single_use", singleUse)
        object.member("thumbnail_url", thumbnailURL)
        object.member("variants") {
            $0.list(variants) { writer, variant in
                writer.object {
                    $0.member("id", variant.id)
                    $0.member("image_url", variant.imageURL)
                    $0.member("type") {
                        $0.object {
                            $0.member("id", variant.typeID)
                            $0.member("name", variant.typeName)
                        }
                    }
                }
            }
        }
    }

    init?(id: Int, reading fields: RecordFields) {
        let imageURL = fields.text("image_url")
        let licenceID = fields.id("license")
        let name = fields.text("name")
        let singleUse = fields.flag("single_use")
        let thumbnailURL = fields.text("thumbnail_url")
        let variants = fields.objects("variants").compactMap(Variant.init(readingLine:))
        guard let imageURL, let licenceID, let name, let singleUse, let thumbnailURL else { return nil }
        self.init(
            id: id, name: name, imageURL: imageURL, thumbnailURL: thumbnailURL, credit: fields.optionalText("credit"),
            licenceID: licenceID, singleUse: singleUse, variants: variants)
    }
}

extension Image.Variant {
    init?(readingLine fields: RecordFields) {
        let id = fields.id()
        let imageURL = fields.text("image_url")
        let type = fields.object("type")
        let typeID = type?.id()
        let typeName = type?.text("name")
        guard let id, let imageURL, let typeID, let typeName else { return nil }
        self.init(id: id, typeID: typeID, typeName: typeName, imageURL: imageURL)
    }
}

extension Licence: SnapshotLine {
    func write(to object: inout JSONWriter) {
        object.member("link", link)
        object.member("name", name)
        object.member("priority", priority)
    }

    init?(id: Int, reading fields: RecordFields) {
        guard let name = fields.text("name") else { return nil }
        self.init(id: id, name: name, priority: fields.optionalInt("priority"), link: fields.optionalText("link"))
    }
}
