import ArgumentParser
import HangarKit

struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Renders one template to standard output.",
        discussion:
            "The end of the file's name says how values are escaped: .html.mustache, .xml.mustache, .json.mustache, .txt.mustache, .mustache."
    )

    @Argument(help: "The template.")
    var template: String

    @Option(help: ArgumentHelp("A JSON file with the data: any JSON value.", valueName: "file"))
    var data: String

    @Option(help: ArgumentHelp("The folder of the partials, NAME.mustache.", valueName: "dir"))
    var partials: String?

    func run() async throws {
        var command = RenderCommand()
        command.template = template
        command.data = data
        command.partials = partials
        try await Execution.run(.normal) { (edge) throws(Failure) in try command.run(edge) }
    }
}
