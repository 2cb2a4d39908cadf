import Support
import Testing

@testable import SiteGenerator

@Suite struct DownloadFormatTests {
    @Test(arguments: Downloads.formats.map(\.fileExtension))
    func theServerKnowsTheTypeOfEachFormat(fileExtension: String) {
        #expect(FileType.of("spacecraft.\(fileExtension)") != .other)
    }
}
