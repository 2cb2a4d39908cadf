import Catalogue

/// How the source is named, and how old the data is.
enum DataSource {
    static let name = "Launch Library 2, The Space Devs"
    static let home = "https://thespacedevs.com/llapi"

    static func dataAsOf(_ date: DataDate) -> (text: String, datetime: String?) {
        switch date {
        case .fetched(let time): (time.date.humanText, time.rfc3339)
        case .notBefore(let time): ("\(time.date.humanText) or later (a saved copy)", nil)
        case .unknown: ("a day that is not recorded (a saved copy)", nil)
        }
    }
}
