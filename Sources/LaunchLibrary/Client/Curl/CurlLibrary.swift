import CCurl

/// libcurl, which is loaded for the first request.
enum CurlLibrary {
    #if canImport(Darwin)
        private static let file = "/usr/lib/libcurl.4.dylib"
    #else
        private static let file = "libcurl.so.4"
    #endif

    /// Why no request can be sent. Nil when one can. The first use of this constant loads the library, which must happen before all else and
    /// on one thread.
    static let fault: String? =
        load(file) ?? (hangar_curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK ? nil : "libcurl cannot be started")

    static let remedy = "Install libcurl 7.65 or newer, on Debian and Ubuntu by 'apt install libcurl4'"

    /// - Returns: why the library cannot be loaded. Nil when it is loaded.
    static func load(_ file: String) -> String? {
        hangar_curl_load(file).map { "libcurl cannot be loaded: \(String(cString: $0))" }
    }
}
