import Testing

@testable import LaunchLibrary

@Suite struct CurlLibraryTests {
    @Test func libcurlIsThere() {
        #expect(CurlLibrary.fault == nil)
    }

    @Test func whyItCannotBeLoadedIsSaid() {
        let fault = CurlLibrary.load("libcurl-that-nobody-has.so.4")
        #expect(fault?.hasPrefix("libcurl cannot be loaded: ") == true)
        #expect(fault?.contains("libcurl-that-nobody-has.so.4") == true)
    }

    #if canImport(Glibc)
        @Test func aLibraryWithoutItsFunctionsIsNotIt() {
            let fault = CurlLibrary.load("libm.so.6")
            #expect(fault?.hasPrefix("libcurl cannot be loaded: ") == true)
            #expect(fault?.hasSuffix("undefined symbol: curl_global_init") == true)
        }
    #endif
}
