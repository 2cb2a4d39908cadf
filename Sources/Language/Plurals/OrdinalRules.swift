extension PluralRule {
    /// The rules for ranks, from CLDR 49, `ordinals.xml`.
    static let ordinals = [
        PluralRule(
            "am an ar bs ce cs da de dsb el et eu fa fi fy gl gsw he hr hsb ia id in is iw ja km kn ko ky lt lv ml mn my nb nl no pa "
                + "pl prg ps pt ru sd sh si sk sl sr sw ta te th tpi tr ur uz yue zh zu", []),
        PluralRule("bal fil fr ga hy lo mo ms ro tl vi", [(.one, "n = 1")]),
        PluralRule("es", [(.one, "n % 10 = 1,3 and n % 100 != 11")]),
        PluralRule("hu", [(.one, "n = 1,5")]),
        PluralRule("ne", [(.one, "n = 1..4")]),
        PluralRule("sv", [(.one, "n % 10 = 1,2 and n % 100 != 11,12")]),
        PluralRule("af", [(.few, "i % 100 = 2..19")]),
        PluralRule("be", [(.few, "n % 10 = 2,3 and n % 100 != 12,13")]),
        PluralRule("tk", [(.few, "n % 10 = 6,9 or n = 10")]),
        PluralRule("uk", [(.few, "n % 10 = 3 and n % 100 != 13")]),
        PluralRule("it lld sc vec", [(.many, "n = 11,8,80,800")]),
        PluralRule("lij scn", [(.many, "n = 11,8,80..89,800..899")]),
        PluralRule("kk", [(.many, "n % 10 = 6 or n % 10 = 9 or n % 10 = 0 and n != 0")]),
        PluralRule(
            "ka",
            [
                (.one, "i = 1"),
                (.many, "i = 0 or i % 100 = 2..20,40,60,80"),
            ]),
        PluralRule(
            "kw",
            [
                (.one, "n = 1..4 or n % 100 = 1..4,21..24,41..44,61..64,81..84"),
                (.many, "n = 5 or n % 100 = 5"),
            ]),
        PluralRule(
            "sq",
            [
                (.one, "n = 1"),
                (.many, "n % 10 = 4 and n % 100 != 14"),
            ]),
        PluralRule(
            "blo",
            [
                (.zero, "i = 0"),
                (.one, "i = 1"),
                (.few, "i = 2,3,4,5,6"),
            ]),
        PluralRule(
            "kok mr",
            [
                (.one, "n = 1"),
                (.two, "n = 2,3"),
                (.few, "n = 4"),
            ]),
        PluralRule(
            "bg",
            [
                (.one, "i % 10 = 1 and i % 100 != 11"),
                (.two, "i % 10 = 2 and i % 100 != 12"),
                (.few, "i % 10 = 3,4 and i % 100 != 13,14"),
            ]),
        PluralRule(
            "ca",
            [
                (.one, "n = 1,3"),
                (.two, "n = 2"),
                (.few, "n = 4"),
            ]),
        PluralRule(
            "en",
            [
                (.one, "n % 10 = 1 and n % 100 != 11"),
                (.two, "n % 10 = 2 and n % 100 != 12"),
                (.few, "n % 10 = 3 and n % 100 != 13"),
            ]),
        PluralRule(
            "gd",
            [
                (.one, "n = 1,11"),
                (.two, "n = 2,12"),
                (.few, "n = 3,13"),
            ]),
        PluralRule(
            "mk",
            [
                (.one, "i % 10 = 1 and i % 100 != 11"),
                (.two, "i % 10 = 2 and i % 100 != 12"),
                (.many, "i % 10 = 7,8 and i % 100 != 17,18"),
            ]),
        PluralRule(
            "az",
            [
                (.one, "i % 10 = 1,2,5,7,8 or i % 100 = 20,50,70,80"),
                (.few, "i % 10 = 3,4 or i % 1000 = 100,200,300,400,500,600,700,800,900"),
                (.many, "i = 0 or i % 10 = 6 or i % 100 = 40,60,90"),
            ]),
        PluralRule(
            "as bn",
            [
                (.one, "n = 1,5,7,8,9,10"),
                (.two, "n = 2,3"),
                (.few, "n = 4"),
                (.many, "n = 6"),
            ]),
        PluralRule(
            "gu hi",
            [
                (.one, "n = 1"),
                (.two, "n = 2,3"),
                (.few, "n = 4"),
                (.many, "n = 6"),
            ]),
        PluralRule(
            "or",
            [
                (.one, "n = 1,5,7..9"),
                (.two, "n = 2,3"),
                (.few, "n = 4"),
                (.many, "n = 6"),
            ]),
        PluralRule(
            "cy",
            [
                (.zero, "n = 0,7,8,9"),
                (.one, "n = 1"),
                (.two, "n = 2"),
                (.few, "n = 3,4"),
                (.many, "n = 5,6"),
            ]),
    ]
}
