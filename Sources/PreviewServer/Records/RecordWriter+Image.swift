import Catalogue
import LaunchLibrary
import Support

extension RecordWriter {
    func image(_ key: StaticString, _ id: Int?, _ object: inout JSONWriter) {
        object.field(key, id.flatMap { catalogue.images[id: $0] }) { image, object in
            object.field("id", image.id)
            object.field("name", image.name)
            object.field("image_url", image.imageURL)
            object.field("thumbnail_url", image.thumbnailURL)
            object.field("credit", image.credit)
            object.field("license", catalogue.licences[id: image.licenceID]) { licence, object in
                object.field("id", licence.id)
                object.field("name", licence.name)
                object.field("priority", licence.priority)
                object.field("link", licence.link)
            }
            object.field("single_use", image.singleUse)
            object.field("variants", list: image.variants) { variant, object in
                object.field("id", variant.id)
                object.member("type") {
                    $0.object {
                        $0.field("id", variant.typeID)
                        $0.field("name", variant.typeName)
                    }
                }
                object.field("image_url", variant.imageURL)
            }
        }
    }
}
