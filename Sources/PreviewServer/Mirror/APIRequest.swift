import FlyingFox

/// A request to the API, taken apart.
struct APIRequest: Sendable {
    /// Without the address of the API: `spacecraft/126/?format=json`.
    let address: String
    /// The parts of the path below the API's own: `["spacecraft", "126"]`.
    let path: [String]
    let hasTrailingSlash: Bool
    let parameters: [(name: String, value: String)]
    /// The address of the API as the caller wrote it: `http://127.0.0.1:8080/2.3.0/`.
    let root: String
    let method: HTTPMethod

    /// - Returns: nil when the request is not one to the API.
    init?(_ request: HTTPRequest) {
        // The path that FlyingFox routes by has lost its trailing slash; the target has not.
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

    /// The value of the last parameter of this name, as it was sent.
    func parameter(_ name: String) -> String? {
        parameters.last { $0.name == name }?.value
    }
}
