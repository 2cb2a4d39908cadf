import Testing

@testable import Catalogue

@Suite struct SearchWordsTests {
    /// The expected words are the result of `search_smart_split` of Django REST framework 3.18.3.
    @Test(arguments: [
        ("", []),
        (" \t ", []),
        (",,,", []),
        ("soyuz tm", ["soyuz", "tm"]),
        (" soyuz,  tm ,", ["soyuz", "tm"]),
        ("soyuz,tm", ["soyuz", "tm"]),
        ("a\u{A0}b", ["a", "b"]),
        ("\"soyuz tm\" 4", ["soyuz tm", "4"]),
        ("'crew dragon' x", ["crew dragon", "x"]),
        ("\"a\" \"b c\"", ["a", "b c"]),
        ("\"a,b\", c,d", ["a,b", "c", "d"]),
        ("x, 'a b',y", ["x", "'a b'", "y"]),
        ("\"\"", [""]),
        ("\"", [""]),
        ("a\"\"b", ["a\"\"b"]),
        ("it's", ["it's"]),
        ("O'Neil d'Or", ["O'Neil d'Or"]),
        ("rock 'n' roll", ["rock", "n", "roll"]),
        ("S.S. \"Deke", ["S.S.", "\"Deke"]),
        ("soyuz \"tm 4", ["soyuz", "\"tm", "4"]),
        ("s\"oy uz\"x y", ["s\"oy uz\"x", "y"]),
        ("\"abc\"def ghi", ["\"abc\"def", "ghi"]),
        ("\"say \\\"hi\\\" x\"", ["say \"hi\" x"]),
        ("\"a\\\\b\"", ["a\\b"]),
        ("\"a\\nb\"", ["a\\nb"]),
    ])
    func aSearchIsSplitAsTheAPISplitsIt(search: String, words: [String]) {
        #expect(SearchWords.split(search) == words)
    }
}
