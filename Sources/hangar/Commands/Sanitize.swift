import ArgumentParser
import HangarKit

struct Sanitize: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sanitize",
        abstract: "Reads untrusted HTML or plain text on standard input and writes safe HTML.")

    @Flag(help: "Takes one JSON string a line and answers each with one JSON string a line, or null.")
    var lines = false

    func run() async throws {
        var command = SanitizeCommand()
        command.readsLines = lines
        try await Execution.run(.normal) { (edge) throws(Failure) in try command.run(edge) }
    }
}
