import Catalogue
import LaunchLibrary
import Support

/// Writes entities as the API's records, with all they mention: the way back of LaunchLibrary's reader.
///
/// A record is written in the form that is asked for or, where the catalogue holds less, in the fullest that it has; `response_mode` says in which.
/// What the catalogue never holds is left out: the counters of an agency, a country's other names, the dockings of a flight.
struct RecordWriter {
    let catalogue: Catalogue
    /// The address of the API, with which a record's own begins: `http://127.0.0.1:8080/2.3.0/`.
    let root: String
    /// The format that the request named, which the API repeats in every address.
    let format: String?

    func url(of list: APIList, id: Int) -> String {
        "\(root)\(list.rawValue)/\(id)/" + (format.map { "?" + FormCoding.query(of: [("format", $0)]) } ?? "")
    }

    func named<E: NamedEntity>(_ entity: E, _ object: inout JSONWriter) {
        object.field("id", entity.id)
        object.field("name", entity.name)
    }
}
