import Support

/// Reads the addresses that a style sheet loads.
enum StyleSheetScanner {
    static func scan(_ collector: LinkCollector) -> FileFacts {
        var collector = collector
        for found in StyleSheetAddress.all(in: collector.bytes) where found.use != .namespace {
            let address = collector.bytes.trimmed(found.address)
            // `url(#id)` means the page that uses the style sheet.
            guard let first = address.first, first != UInt8(ascii: "#") else { continue }
            collector.link(address, at: found.range.lowerBound, .any)
            collector.load(address, found.use.load, at: found.range.lowerBound)
        }
        return collector.facts
    }
}

extension ByteText {
    fileprivate func trimmed(_ address: [UInt8]) -> [UInt8] {
        address.withUnsafeBufferPointer { Array($0[$0.trimmed(0..<$0.count)]) }
    }
}

extension StyleSheetAddress.Use {
    fileprivate var load: ContentPolicy.Load {
        switch self {
        case .font: .font
        case .image, .namespace: .image
        case .styleSheet: .style
        }
    }
}
