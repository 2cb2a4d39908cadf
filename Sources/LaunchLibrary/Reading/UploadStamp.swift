import Catalogue

/// The time of upload in the name of a picture file. The database writes it there: `…_20250824175325.jpg` is 2025-08-24T17:53:25Z.
enum UploadStamp {
    static func time(inFileName url: String) -> Timestamp? {
        let bytes = url.utf8
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let name = bytes[..<dot]
        let stamp = name.suffix(15)
        guard stamp.count == 15, stamp.first == UInt8(ascii: "_") else { return nil }
        var digits: [Int] = []
        for byte in stamp.dropFirst() {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            digits.append(Int(byte - UInt8(ascii: "0")))
        }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
        guard let date = CalendarDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)),
            hour < 24, minute < 60, second < 60
        else { return nil }
        return Timestamp(date: date, hour: hour, minute: minute, second: second)
    }
}
