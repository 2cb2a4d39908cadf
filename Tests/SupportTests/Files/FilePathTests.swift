import Support
import Testing

@Suite struct FilePathTests {
    @Test(arguments: [("a.html", "", "a.html"), ("a/b.html", "a", "b.html"), ("a/b/c", "a/b", "c")])
    func aPathIsAFolderAndAName(_ path: String, _ folder: String, _ name: String) {
        #expect(FilePath.split(path) == (folder, name))
        #expect(FilePath.join(folder, name) == path)
    }

    @Test(arguments: [("a.HTML", "html"), ("a/b.tar.gz", "gz"), ("a.b/c", ""), (".profile", ""), ("a/.b", ""), ("a.", "")])
    func theTypeOfAFileIsItsExtension(_ path: String, _ type: String) {
        #expect(FilePath.fileExtension(of: path) == type)
    }
}
