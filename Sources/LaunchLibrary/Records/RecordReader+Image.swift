import Catalogue

extension RecordReader {
    mutating func image(_ fields: RecordFields) -> Int? {
        let id = fields.id()
        let name = fields.text("name")
        let imageURL = pictureURL(fields, "image_url")
        let thumbnailURL = pictureURL(fields, "thumbnail_url")
        let credit = fields.optionalText("credit")
        let licenceID = fields.object("license").flatMap { licence($0) }
        let singleUse = fields.flag("single_use", default: false)
        let variants = fields.objects("variants").compactMap { variant($0) }
        guard let id, let name, let imageURL, let thumbnailURL, let licenceID, let singleUse else { return nil }
        builder.add(
            Image(
                id: id, name: name, imageURL: imageURL, thumbnailURL: thumbnailURL, credit: credit, licenceID: licenceID,
                singleUse: singleUse, variants: variants))
        return id
    }

    mutating func licence(_ fields: RecordFields) -> Int? {
        let id = fields.id()
        let name = fields.text("name")
        let priority = fields.optionalInt("priority")
        let link = fields.optionalText("link")
        guard let id, let name else { return nil }
        builder.add(Licence(id: id, name: name, priority: priority, link: link))
        return id
    }

    private mutating func variant(_ fields: RecordFields) -> Image.Variant? {
        let id = fields.id()
        let type = fields.object("type")
        let typeID = type?.id()
        let typeName = type?.text("name", default: "")
        let imageURL = pictureURL(fields, "image_url")
        guard let id, let typeID, let typeName, let imageURL else { return nil }
        return Image.Variant(id: id, typeID: typeID, typeName: typeName, imageURL: imageURL)
    }

    /// The development host carries the same files as the production host, but is not for production.
    private mutating func pictureURL(_ fields: RecordFields, _ key: StaticString) -> String? {
        guard let url = fields.text(key) else { return nil }
        if let uploaded = UploadStamp.time(inFileName: url) { newestUpload = max(newestUpload ?? uploaded, uploaded) }
        let development = "https://thespacedevs-dev.nyc3."
        guard url.hasPrefix(development) else { return url }
        return "https://thespacedevs-prod.nyc3." + url.dropFirst(development.count)
    }
}
