/// The transitions behind `<!` and `<?` (HTML, 13.2.5.41 to 13.2.5.53): comments and declarations.
extension HTMLState {
    mutating func readDeclaration(_ byte: UInt8) -> EscapingRefusal? {
        switch (place, byte) {
        case (.declaration, UInt8(ascii: "-")): place = .declarationDash
        case (.declaration, UInt8(ascii: "[")):
            place = .bogusComment
            return .characterData
        case (.declaration, UInt8(ascii: "d")), (.declaration, UInt8(ascii: "D")): place = .doctype
        case (.declarationDash, UInt8(ascii: "-")): place = .commentStart
        case (.commentStart, UInt8(ascii: "-")): place = .commentStartDash
        case (.commentStartDash, UInt8(ascii: "-")), (.commentDash, UInt8(ascii: "-")): place = .commentEnd
        case (.comment, UInt8(ascii: "-")), (.commentEndBang, UInt8(ascii: "-")): place = .commentDash
        case (.commentEnd, UInt8(ascii: "-")): break
        case (.commentEnd, UInt8(ascii: "!")): place = .commentEndBang
        case (.comment, _), (.commentDash, _): place = .comment
        case (_, UInt8(ascii: ">")): place = .text
        case (.declaration, _), (.declarationDash, _): place = .bogusComment
        case (.doctype, _), (.bogusComment, _): break
        default: place = .comment
        }
        return nil
    }
}
