import Catalogue
import LaunchLibrary
import Support

/// The API's own routes, answered from a snapshot: `/2.3.0/spacecraft/` and the related addresses.
///
/// Parameters have the API's meaning. Answers always have its JSON form: a browser gets no special page.
public struct APIMirror: Sendable {
    /// The path of the API on a host.
    public static let rootPath = "/2.3.0/"

    private let catalogue: Catalogue

    public init(snapshot: Snapshot) {
        catalogue = snapshot.catalogue
    }

    /// - Returns: nil when the request is not for the API.
    package func response(to request: ServerRequest) -> ServerResponse? {
        APIRequest(request).map { answer(to: $0) }
    }

    private func answer(to request: APIRequest) -> ServerResponse {
        guard request.method == "GET" || request.method == "HEAD" else {
            return .json(
                405, detail: "Method \"\(request.method)\" not allowed.", headers: ["Allow": "GET, HEAD, OPTIONS"])
        }
        guard let answer = routed(request) else { return .json(404, detail: "Not found.") }
        guard request.hasTrailingSlash else { return .redirect(301, to: slashed(request)) }
        return answer
    }

    /// - Returns: nil when the route or record does not exist.
    private func routed(_ request: APIRequest) -> ServerResponse? {
        switch request.path {
        case []: return root(request)
        case ["api-throttle"]: return Self.throttle
        default: break
        }
        guard (1...2).contains(request.path.count), let kind = EntityKind(listName: request.path[0]) else { return nil }
        let writer = RecordWriter(catalogue: catalogue, root: request.root, format: request.parameter("format"))
        if request.path.count == 2 { return record(of: kind.type, request.path[1], writer) }
        do {
            return .json(200, try page(of: kind, request, writer))
        } catch {
            return .json(error)
        }
    }

    private func page(
        of kind: EntityKind, _ request: APIRequest, _ writer: RecordWriter
    ) throws(BadParameters) -> [UInt8] {
        let mode = request.parameter("mode").flatMap(ResponseMode.init(rawValue:)) ?? .normal
        let parameters = request.parameters
        func encoded<E: Entity>(_ page: ListPage<E>) -> [UInt8] {
            let address = "\(request.root)\(kind.listName ?? "")/"
            return page.encoded(address: address, parameters: parameters) { writer.write($0, mode, &$1) }
        }
        func list<E: Entity>(_ type: E.Type) throws(BadParameters) -> [UInt8] { encoded(try catalogue.page(of: type, parameters)) }
        switch kind {
        case .spacecraft: return encoded(try catalogue.spacecraftPage(parameters))
        case .configuration: return encoded(try catalogue.configurationPage(parameters))
        case .family: return encoded(try catalogue.familyPage(parameters))
        case .agency: return encoded(try catalogue.agencyPage(parameters))
        default: return try list(kind.type)
        }
    }

    /// One record in its detailed form.
    private func record<E: Entity>(of type: E.Type, _ name: String, _ writer: RecordWriter) -> ServerResponse? {
        guard let id = Int(name), let entity = catalogue[type][id: RecordID(id)] else { return nil }
        return .json(200, entity) { writer.write($0, .detailed, &$1) }
    }

    private func root(_ request: APIRequest) -> ServerResponse {
        .json(200, EntityKind.allCases.compactMap(\.listName).sorted()) { lists, object in
            for list in lists { object.member(named: list) { $0.string("\(request.root)\(list)/") } }
        }
    }

    /// The mirror has no limit. It gives the largest number that the API's columns hold.
    private static let throttle = ServerResponse.json(200, Int(Int32.max)) { limit, object in
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

extension ServerResponse {
    static func json(_ status: Int, _ body: [UInt8], headers: [String: String] = [:]) -> ServerResponse {
        let all = headers.merging(["Content-Type": "application/json", "Vary": "Accept"]) { $1 }
        return ServerResponse(status: status, headers: all, body: body)
    }

    static func json<Record>(
        _ status: Int, _ record: Record, headers: [String: String] = [:], _ write: (Record, inout JSONWriter) -> Void
    ) -> ServerResponse {
        var writer = JSONWriter()
        writer.object { write(record, &$0) }
        return json(status, writer.bytes, headers: headers)
    }

    static func json(_ status: Int, detail: String, headers: [String: String] = [:]) -> ServerResponse {
        json(status, detail, headers: headers) { $1.field("detail", $0) }
    }

    static func json(_ bad: BadParameters) -> ServerResponse {
        json(400, bad.messages) { messages, object in
            for message in messages {
                object.member(named: message.parameter) { $0.list([message.text]) { $0.string($1) } }
            }
        }
    }
}

/// A parsed request to the API.
private struct APIRequest: Sendable {
    /// The address without the API's root: `spacecraft/126/?format=json`.
    let address: String
    /// The parts of the path below the API's root: `["spacecraft", "126"]`.
    let path: [String]
    let hasTrailingSlash: Bool
    let parameters: [(name: String, value: String)]
    /// The address of the API as the caller wrote it: `http://127.0.0.1:8080/2.3.0/`.
    let root: String
    let method: String

    /// - Returns: nil when the request is not for the API.
    init?(_ request: ServerRequest) {
        guard request.target.hasPrefix(APIMirror.rootPath) || request.path == APIMirror.rootPath.dropLast() else { return nil }
        address = String(request.target.dropFirst(APIMirror.rootPath.count))
        hasTrailingSlash = request.path.hasSuffix("/")
        let path = request.path.dropFirst(APIMirror.rootPath.count)
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map { FormCoding.decoded($0, plusIsSpace: false) }
        self.path = parts.last == "" ? parts.dropLast() : parts
        parameters = FormCoding.parameters(of: request.query)
        root = "http://\(request.headers["host"] ?? "127.0.0.1")\(APIMirror.rootPath)"
        method = request.method
    }

    /// The raw value of the last parameter of this name.
    func parameter(_ name: String) -> String? {
        parameters.last { $0.name == name }?.value
    }
}
