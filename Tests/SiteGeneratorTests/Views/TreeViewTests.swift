import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct TreeViewTests {
    /// One line for each node, with its children further in. The subject of the page is in brackets.
    private func outline(_ tree: TemplateObject?) -> [String] {
        func lines(_ nodes: [TemplateObject], _ indentation: String) -> [String] {
            nodes.flatMap { node in
                let name = node["current"] == true ? "[\(node.text("name"))]" : node.text("name")
                let note = node.text("note")
                return ["\(indentation)\(name)\(note.isEmpty ? "" : ", \(note)")"]
                    + lines(node.part("children")?.items("items") ?? [], indentation + "  ")
            }
        }
        return lines(tree?.items("roots") ?? [], "")
    }

    private func site(_ change: (inout CatalogueContents) -> Void = { _ in }) throws -> ViewContext {
        ViewContext(try Sample.input(change))
    }

    @Test func aConfigurationOfTwoFamiliesOneBelowTheOtherStandsOnceBelowTheNearer() throws {
        let site = try site()
        let configuration = try #require(site.model.catalogue.configurations[id: 1])
        #expect(
            outline(TreeView.make(around: configuration, at: .configuration(configuration), site)) == [
                "Heron, family",
                "  Heron 2, family",
                "    [Heron Crew], 2 craft",
                "    Heron XL, 1 craft",
            ])
    }

    @Test func aCraftStandsBelowItsConfiguration() throws {
        let site = try site()
        let configuration = try #require(site.model.catalogue.configurations[id: 3])
        let craft = try #require(site.model.catalogue.spacecraft[id: 700])
        #expect(
            outline(TreeView.make(around: configuration, at: .craft(craft, address: "spacecraft/700-heron-xl/"), site)) == [
                "Heron, family",
                "  Heron 2, family",
                "    Heron Crew, 2 craft",
                "    Heron XL, 1 craft",
                "      [Heron XL]",
            ])
    }

    @Test func aConfigurationOfNoFamilyIsAlone() throws {
        let site = try site()
        let configuration = try #require(site.model.catalogue.configurations[id: 4])
        #expect(outline(TreeView.make(around: configuration, at: .configuration(configuration), site)) == ["[Finch-M], 3 craft"])
    }

    @Test func aConfigurationOfTwoTreesIsInBoth() throws {
        let site = try site { $0.configurations[1].familyIDs = [1, 2] }
        let configuration = try #require(site.model.catalogue.configurations[id: 2])
        #expect(
            outline(TreeView.make(around: configuration, at: .configuration(configuration), site)) == [
                "Lark, family",
                "  [Lark TM], 3 craft",
                "Heron, family",
                "  Heron 2, family",
                "    Heron Crew, 2 craft",
                "    Heron XL, 1 craft",
                "  [Lark TM], 3 craft",
            ])
    }

    @Test func aFamilyIsMarkedInTheWholeTreeThatItIsPartOf() throws {
        let site = try site()
        let family = try #require(site.model.catalogue.families[id: 3])
        #expect(
            outline(TreeView.make(around: family, site)) == [
                "Heron, family",
                "  [Heron 2], family",
                "    Heron Crew, 2 craft",
                "    Heron XL, 1 craft",
            ])
    }

    @Test func anAgencyHasTheTreesOfTheFamiliesThatItBuilds() throws {
        let site = try site { $0.families[0].profile?.manufacturerID = 121 }
        let agencies = site.model.catalogue.agencies
        #expect(
            outline(TreeView.make(familiesOf: try #require(agencies[id: 121]), site)) == [
                "Heron, family",
                "  Heron 2, family",
                "    Heron Crew, 2 craft",
                "    Heron XL, 1 craft",
                "Lark, family",
                "  Lark TM, 3 craft",
            ])
        #expect(TreeView.make(familiesOf: try #require(agencies[id: 63]), site) == nil)
    }

    @Test func aNodeLeadsToItsPage() throws {
        let site = try site()
        let family = try #require(site.model.catalogue.families[id: 1])
        #expect(
            TreeView.make(around: family, site).brief
                == #"{"roots":[{"name":"Lark","path":"families/1-lark/","current":true,"is_ship":false,"note":"family","children":{"items":["#
                + #"{"name":"Lark TM","path":"configurations/2-lark-tm/","current":false,"is_ship":false,"note":"3 craft"}]}}]}"#)
    }
}
