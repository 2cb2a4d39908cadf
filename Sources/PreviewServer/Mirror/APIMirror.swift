import Catalogue
import FlyingFox
import LaunchLibrary
import Support

/// The API's own routes, answered from a snapshot: `/2.3.0/spacecraft/` and what belongs to it.
///
/// Parameters mean what they mean to the API; answers have its JSON form, always: a browser gets no page of its own.
public struct APIMirror: Sendable {
    /// Where the API is on a host.
    public static let rootPath = "/2.3.0/"

    let catalogue: Catalogue

    public init(snapshot: Snapshot) {
        catalogue = snapshot.catalogue
    }

    /// - Returns: nil when the request is not one to the API.
    package func response(to request: FlyingFox.HTTPRequest) -> FlyingFox.HTTPResponse? {
        APIRequest(request).map { answer(to: $0).response(isHead: request.method == .HEAD) }
    }

    func answer(to request: APIRequest) -> BufferedResponse {
        guard request.method == .GET || request.method == .HEAD else {
            return .json(
                405, detail: "Method \"\(request.method.rawValue)\" not allowed.", headers: ["Allow": "GET, HEAD, OPTIONS"])
        }
        guard let answer = routed(request) else { return .json(404, detail: "Not found.") }
        guard request.hasTrailingSlash else { return .redirect(301, to: slashed(request)) }
        return answer
    }

    /// - Returns: nil where there is no such route or record.
    private func routed(_ request: APIRequest) -> BufferedResponse? {
        switch request.path {
        case []: return root(request)
        case ["api-throttle"]: return Self.throttle
        default: break
        }
        guard (1...2).contains(request.path.count), let list = APIList(rawValue: request.path[0]) else { return nil }
        let writer = RecordWriter(catalogue: catalogue, root: request.root, format: request.parameter("format"))
        if request.path.count == 2 { return record(list, request.path[1], writer) }
        do {
            return .json(200, try page(of: list, request, writer))
        } catch {
            return .json(error)
        }
    }

    private func page(of list: APIList, _ request: APIRequest, _ writer: RecordWriter) throws(BadParameters) -> [UInt8] {
        let mode = request.parameter("mode").flatMap(ResponseMode.init(rawValue:)) ?? .normal
        let parameters = request.parameters
        func encoded<E>(_ page: ListPage<E>, _ write: (E, inout JSONWriter) -> Void) -> [UInt8] {
            page.encoded(address: "\(request.root)\(list.rawValue)/", parameters: parameters, write)
        }
        switch list {
        // Craft and configurations have no list form.
        case .spacecraft: return encoded(try catalogue.spacecraftPage(parameters)) { writer.spacecraft($0, max(mode, .normal), &$1) }
        case .configurations:
            return encoded(try catalogue.configurationPage(parameters)) { writer.configuration($0, max(mode, .normal), &$1) }
        case .families: return encoded(try catalogue.familyPage(parameters)) { writer.family($0, FamilyForm(mode), &$1) }
        case .agencies: return encoded(try catalogue.agencyPage(parameters)) { writer.agency($0, mode, &$1) }
        }
    }

    /// One record in its detailed form.
    private func record(_ list: APIList, _ name: String, _ writer: RecordWriter) -> BufferedResponse? {
        guard let id = Int(name) else { return nil }
        switch list {
        case .spacecraft: return catalogue.spacecraft[id: id].map { .json(200, $0) { writer.spacecraft($0, .detailed, &$1) } }
        case .configurations: return catalogue.configurations[id: id].map { .json(200, $0) { writer.configuration($0, .detailed, &$1) } }
        case .families: return catalogue.families[id: id].map { .json(200, $0) { writer.family($0, .detailed, &$1) } }
        case .agencies: return catalogue.agencies[id: id].map { .json(200, $0) { writer.agency($0, .detailed, &$1) } }
        }
    }

    private func root(_ request: APIRequest) -> BufferedResponse {
        .json(200, APIList.allCases) { lists, object in
            for list in lists { object.member(named: list.rawValue) { $0.string("\(request.root)\(list.rawValue)/") } }
        }
    }

    /// The mirror has no limit; the largest number that the API's columns hold stands for none.
    private static let throttle = BufferedResponse.json(200, Int(Int32.max)) { limit, object in
        object.field("your_request_limit", limit)
        object.field("limit_frequency_secs", 3_600)
        object.field("current_use", 0)
        object.field("next_use_secs", 0)
        object.field("ident", "local")
    }

    private func slashed(_ request: APIRequest) -> String {
        let path = Self.rootPath + request.path.map { $0 + "/" }.joined()
        return request.parameters.isEmpty ? path : "\(path)?\(FormCoding.query(of: request.parameters))"
    }
}

extension BufferedResponse {
    static func json(_ status: Int, _ body: [UInt8], headers: [String: String] = [:]) -> BufferedResponse {
        let all = headers.merging(["Content-Type": "application/json", "Vary": "Accept"]) { $1 }
        return BufferedResponse(status: status, headers: all, body: body)
    }

    static func json<Record>(
        _ status: Int, _ record: Record, headers: [String: String] = [:], _ write: (Record, inout JSONWriter) -> Void
    ) -> BufferedResponse {
        var writer = JSONWriter()
        writer.object { write(record, &$0) }
        return json(status, writer.bytes, headers: headers)
    }

    static func json(_ status: Int, detail: String, headers: [String: String] = [:]) -> BufferedResponse {
        json(status, detail, headers: headers) { $1.field("detail", $0) }
    }

    static func json(_ bad: BadParameters) -> BufferedResponse {
        json(400, bad.messages) { messages, object in
            for message in messages {
                object.member(named: message.parameter) { $0.list([message.text]) { $0.string($1) } }
            }
        }
    }
}
