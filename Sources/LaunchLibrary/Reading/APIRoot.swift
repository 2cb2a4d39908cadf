/// The root of an API: `https://ll.thespacedevs.com/2.3.0/`.
public enum APIRoot {
    /// The default source of the records.
    public static let production = "https://ll.thespacedevs.com/2.3.0/"

    /// The root at the beginning of an API address: scheme, host and version. The development host has the records of the production host,
    /// so links go to the production host.
    static func root(of url: String) -> String? {
        guard let scheme = ["https://", "http://"].first(where: { url.hasPrefix($0) }) else { return nil }
        let parts = url.dropFirst(scheme.count).split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, parts[1].split(separator: ".").count == 3,
            parts[1].allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
        else { return nil }
        let host = parts[0].lowercased() == "lldev.thespacedevs.com" ? "ll.thespacedevs.com" : parts[0]
        return "\(scheme)\(host)/\(parts[1])/"
    }
}
