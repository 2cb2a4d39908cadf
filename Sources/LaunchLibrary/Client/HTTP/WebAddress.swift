import CCurl

/// An address, split as libcurl splits it. So the checked address is the requested address.
struct WebAddress: Hashable {
    struct Origin: Hashable {
        let scheme: String
        let host: String
        let port: String
    }

    let origin: Origin
    /// The path without dot segments.
    let path: String

    /// - Returns: nil when the text is not a web address or contains a user name, and for every text where there is no libcurl.
    init?(_ text: String) {
        // libcurl accepts a third slash and takes the first part of the path as the host.
        guard CurlLibrary.fault == nil, !text.contains(":///"), let url = hangar_curl_url() else { return nil }
        defer { hangar_curl_url_cleanup(url) }
        func part(_ part: CURLUPart) -> String? {
            var value: UnsafeMutablePointer<CChar>?
            guard hangar_curl_url_get(url, part, &value, UInt32(CURLU_DEFAULT_PORT)) == CURLUE_OK, let value else { return nil }
            defer { hangar_curl_free(value) }
            return String(cString: value)
        }
        guard hangar_curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK, let scheme = part(CURLUPART_SCHEME),
            scheme == "http" || scheme == "https", let host = part(CURLUPART_HOST), let port = part(CURLUPART_PORT),
            let path = part(CURLUPART_PATH), part(CURLUPART_USER) == nil, part(CURLUPART_PASSWORD) == nil
        else { return nil }
        origin = Origin(scheme: scheme, host: host.lowercased(), port: port)
        self.path = path
    }

    /// Whether the address names this machine.
    var isLoopback: Bool {
        origin.host == "localhost" || origin.host == "[::1]" || origin.host.hasPrefix("127.")
    }

    /// Whether the address is under a root, at the same origin. An escaped dot or slash could lead out of the root unnoticed. No address of
    /// the API contains an escape.
    func isInside(_ root: WebAddress) -> Bool {
        origin == root.origin && path.hasPrefix(root.path) && !path.dropFirst(root.path.count).contains("%")
    }
}
