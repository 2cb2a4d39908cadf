"""Whatever a value is, html5lib reads the tree that it reads with the value 'x'.

    python3 Tests/Browser/escaping_html5lib.py HANGAR

HANGAR is the command with its arguments, such as .build/release/hangar; needs html5lib from PyPI.
"""

import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

import html5lib

PAGES = {
    "text": "<p>{{x}}</p><ul>{{#list}}<li>{{.}}</li>{{/list}}</ul>",
    "title": "<head><title>{{x}}</title></head>",
    "textarea": "<textarea>a{{x}}</textarea>",
    "double-quoted": '<p title="{{x}}" lang="a {{x}}">b</p>',
    "single-quoted": "<p title='{{x}}' lang='{{x}}{{x}}'>b</p>",
    "href": '<a href="{{x}}">a</a><a href=\'{{x}}{{x}}\'>b</a><a href="{{#list}}{{.}}{{/list}}">c</a>',
    "src": '<img src="{{x}}/{{x}}" alt="{{x}}">',
    "srcset": '<img srcset="{{x}}, {{x}} 2x, /{{x}}?{{x}} 3x">',
    "query": '<form action="/a?b={{x}}&amp;c={{x}}#{{x}}"><input value="{{x}}"></form>',
    "json": '<script type="application/ld+json">{"a": {{x}}, "b": {{list}}}</script><p>{{x}}</p>',
    "sections": '<a{{#x}} class="{{.}}"{{/x}} {{^x}}hidden{{/x}} href="{{#x}}{{.}}{{/x}}">{{#x}}<b>{{.}}</b>{{/x}}</a>',
    "partials": '<p {{>attributes}}>{{>text}}</p><a href="{{>address}}" title="{{>text}}">a</a>',
    "blocks": "{{<layout}}{{$words}}{{x}}{{/words}}{{$address}}{{x}}{{/address}}{{/layout}}",
    "foreign": '<svg><title>{{x}}</title><a xlink:href="{{x}}"><text x="{{x}}">{{x}}</text></a></svg><math><mi title="{{x}}">{{x}}</mi></math>',
    "table": "<table><tr><td title='{{x}}'>{{x}}</td></tr></table><select><option value=\"{{x}}\">{{x}}</option></select>",
}
PARTIALS = {
    "attributes": "lang=\"{{x}}\" title='{{>text}}'",
    "text": "a {{x}}",
    "address": "{{x}}",
    "layout": '<title>{{$words}}{{/words}}</title><p lang=\'{{$words}}{{/words}}\'><a href="{{$address}}{{/address}}">a</a></p>',
}
VALUES = [
    *"<>\"'&`=/\\%{}\n\t\r\f \0", "</", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?", "</p>", "</P >", "</p\n>",
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</SCRIPT >", "<!--<script>", "</title><img src=x onerror=alert(1)>",
    "</textarea><svg onload=alert(1)>", '" onmouseover="alert(1)', "' onmouseover='alert(1)", '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>", "x onerror=alert(1)", "</svg><img src=x onerror=alert(1)>", "</math><style>", "</select><script>",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
    "\x01javascript:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)", "&#106;avascript:alert(1)", "javascript%3Aalert(1)",
    "javascript", ":alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "//evil.example/", "/\\evil.example",
    "x 1x, javascript:alert(1) 2x", "a,javascript:alert(1)", "&lt;script&gt;", "&quot;", "&NewLine;", "\u2028\u2029", "\u0301\"", "\ufeff<b>",
    "é<b>", "\\u003c", "*/alert(1)/*", "0; url=javascript:alert(1)", "{{x}}", "\U0001f680'", "\ufffd",
]
ADDRESSES = {"href", "src", "action", "xlink:href"}
SAFE_SCHEMES = {"http", "https", "mailto"}


def structure(html, addresses):
    """Elements and the names of their attributes; addresses are collected."""
    document = html5lib.parse(html, treebuilder="dom", namespaceHTMLElements=False)

    def walk(node):
        if node.nodeType in (node.TEXT_NODE, node.CDATA_SECTION_NODE):
            return None
        if node.nodeType != node.ELEMENT_NODE:
            return (node.nodeName, tuple(filter(None, map(walk, node.childNodes))))
        attributes = {node.attributes.item(i).name: node.attributes.item(i).value for i in range(node.attributes.length)}
        addresses.extend(value for name, value in attributes.items() if name in ADDRESSES)
        return (node.nodeName, tuple(sorted(attributes)), tuple(filter(None, map(walk, node.childNodes))))

    return walk(document)


def is_harmless(address):
    """As the URL Standard's basic parser finds a scheme."""
    address = re.sub("[\t\n\r]", "", address.lstrip("".join(map(chr, range(33)))))
    match = re.match("([A-Za-z][A-Za-z0-9+.-]*):", address)
    return match is None or match[1].lower() in SAFE_SCHEMES


def main():
    hangar = shlex.split(sys.argv[1])
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        partials = root / "partials"
        partials.mkdir()
        for name, text in PARTIALS.items():
            (partials / f"{name}.html.mustache").write_text(text)
        data = root / "data.json"

        def render(template, value):
            data.write_text(json.dumps({"x": value, "list": [value, value]}))
            command = [*hangar, "render", str(template), "--data", str(data), "--partials", str(partials)]
            return subprocess.run(command, capture_output=True, check=True).stdout.decode()

        for name, text in PAGES.items():
            template = root / f"{name}.html.mustache"
            template.write_text(text)
            expected = structure(render(template, "x"), [])
            for value in VALUES:
                addresses = []
                html = render(template, value)
                if structure(html, addresses) != expected:
                    failures.append(f"{name}: {value!r} changes the page: {html}")
                failures += [f"{name}: {value!r} makes the address {a!r}" for a in addresses if not is_harmless(a)]
                if name == "json":
                    script = html.split("json\">", 1)[1].split("</script>")[0]
                    if json.loads(script) != {"a": value, "b": [value, value]}:
                        failures.append(f"{name}: {value!r} is read as {script}")
    print("\n".join(failures))
    print(f"{len(PAGES)} pages with {len(VALUES)} values: {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
