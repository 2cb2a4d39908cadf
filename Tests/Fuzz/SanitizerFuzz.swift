/// libFuzzer calls this with each input. `sanitizer` compiles it into one module with the sanitizer and the tests' strict reader.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        let once = try Sanitizer().sanitize(UnsafeRawBufferPointer(start: bytes, count: count))
        try StrictReader.check(once.html)
        let twice = try Sanitizer().sanitize(once.html)
        if twice != once { fatalError("\(once.html) is, sanitized again, \(twice.html)") }
    } catch {
        fatalError("\(error)")
    }
    return 0
}
