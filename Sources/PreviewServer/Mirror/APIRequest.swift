import FlyingFox

/// A parsed request to the API.
struct APIRequest: Sendable {
    /// The address without the API's root: `spacecraft/126/?format=json`.
    let address: String
    /// The parts of the path below the API's root: `["spacecraft", "126"]`.
    let path: [String]
    let hasTrailingSlash: Bool
    let parameters: [(name: String, value: String)]
    /// The address of the API as the caller wrote it: `http://127.0.0.1:8080/2.3.0/`.
    let root: String
    let method: HTTPMethod

    /// - Returns: nil when the request is not for the API.
    init?(_ request: HTTPRequest) {
        // The path that FlyingFox uses for routing has lost its trailing slash. The target still has it.
        let target = request.target.rawValue
        guard target.hasPrefix(APIMirror.rootPath) || request.target.path() == APIMirror.rootPath.dropLast() else { return nil }
        address = String(target.dropFirst(APIMirror.rootPath.count))
        hasTrailingSlash = request.target.path().hasSuffix("/")
        let path = request.target.path().dropFirst(APIMirror.rootPath.count)
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map { FormCoding.decoded($0, plusIsSpace: false) }
        self.path = parts.last == "" ? parts.dropLast() : parts
        parameters = FormCoding.parameters(of: request.target.query())
        root = "http://\(request.headers[.host] ?? "127.0.0.1")\(APIMirror.rootPath)"
        method = request.method
    }

    /// The raw value of the last parameter of this name.
    func parameter(_ name: String) -> String? {
        parameters.last { $0.name == name }?.value
    }
}
