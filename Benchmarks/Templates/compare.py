"""Renders one page with several template engines, in turns, and prints what each needs.

    swift build -c release --package-path Benchmarks
    pip install jinja2 minijinja chevron
    python3 Benchmarks/Templates/compare.py [--rounds 5] [--instructions]

Every engine must write the same page; white space and how they spell character references is not compared. `--instructions` counts, under valgrind, the
instructions (callgrind) and allocations (memcheck) of one render and of one parse as the difference between few of them and more.
"""

import argparse
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SWIFT = HERE.parent / ".build/release/benchmark-templates"
ENGINES = ["hangar", "swift-mustache", "jinja2", "minijinja", "chevron"]


def python_engine(engine):
    """What renders the page once, and what parses its templates once."""
    data = json.loads((HERE / "craft.json").read_text())
    suffix = (HERE / "mustache", ".html.mustache") if engine == "chevron" else (HERE / "jinja", ".html")
    texts = {path.name.removesuffix(suffix[1]): path.read_text() for path in sorted(suffix[0].iterdir())}
    if engine == "chevron":
        import chevron
        from chevron.tokenizer import tokenize

        # chevron keeps the tokens of templates that it has seen.
        return (
            lambda: chevron.render(texts["craft"], data, partials_dict=texts),
            lambda: [list(tokenize(text)) for text in texts.values()],
        )
    if engine == "jinja2":
        import jinja2

        def make():
            environment = jinja2.Environment(
                loader=jinja2.DictLoader(texts), autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False)
            for name in texts:
                environment.get_template(name)
            return environment.get_template("craft")
    else:
        import minijinja

        def make():
            environment = minijinja.Environment(
                templates=texts, auto_escape_callback=lambda name: "html", trim_blocks=True, lstrip_blocks=True)

            class Page:
                def render(self, values):
                    return environment.render_template("craft", **values)

            return Page()

    template = make()
    return lambda: template.render(data), make


def run_here(engine, task, count):
    render, parse = python_engine(engine)
    if task == "write":
        sys.stdout.write(render())
        return
    work = render if task == "render" else parse
    work()
    start = time.perf_counter()
    for _ in range(count):
        work()
    print(time.perf_counter() - start)


def command(engine, task, count):
    if engine in ("hangar", "swift-mustache"):
        return [str(SWIFT), engine, str(HERE), task, str(count)]
    return [sys.executable, __file__, "--run", engine, task, str(count)]


def output(*arguments):
    return subprocess.run(command(*arguments), capture_output=True, check=True, text=True).stdout


def seconds(engine, task, budget):
    """Seconds of one render or parse, from as many as take about `budget` seconds."""
    count = 10
    while True:
        taken = float(output(engine, task, count))
        if taken > budget / 4:
            return taken / count
        count = max(2 * count, int(count * budget / max(taken, 1e-6) / 2))


def counted(engine, task, tool):
    few, more = (20, 60) if engine in ("hangar", "swift-mustache") else (5, 15)
    return (total(engine, task, more, tool) - total(engine, task, few, tool)) / (more - few)


def total(engine, task, count, tool):
    with tempfile.TemporaryDirectory() as folder:
        options = ["--tool=callgrind", f"--callgrind-out-file={folder}/out"] if tool == "callgrind" else ["--leak-check=no"]
        environment = dict(os.environ, PYTHONHASHSEED="0", SWIFT_DETERMINISTIC_HASHING="1")
        errors = subprocess.run(
            ["valgrind", *options, *command(engine, task, count)], capture_output=True, check=True, text=True, env=environment).stderr
    pattern = r"Collected : (\d+)" if tool == "callgrind" else r"total heap usage: ([\d,]+) allocs"
    return int(re.search(pattern, errors)[1].replace(",", ""))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--run", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        return run_here(arguments.run[0], arguments.run[1], int(arguments.run[2]))
    pages = {engine: output(engine, "write", 1) for engine in ENGINES}
    words = {engine: "".join(html.unescape(page).split()) for engine, page in pages.items()}
    for engine in ENGINES:
        if words[engine] != words["hangar"]:
            sys.exit(f"{engine} writes another page")
    best = {(engine, task): float("inf") for engine in ENGINES for task in ("render", "parse")}
    for _ in range(arguments.rounds):
        for engine, task in best:
            best[engine, task] = min(best[engine, task], seconds(engine, task, 0.5))
    size = len(pages["hangar"].encode())
    print(f"A page of {size} bytes; the best of {arguments.rounds} rounds of each engine in turn.\n")
    print("| engine | renders/s | MB/s | parses/s |\n|---|--:|--:|--:|")
    for engine in ENGINES:
        render, parse = best[engine, "render"], best[engine, "parse"]
        print(f"| {engine} | {1 / render:,.0f} | {len(pages[engine].encode()) / render / 1e6:,.1f} | {1 / parse:,.0f} |")
    if arguments.instructions:
        print("\n| engine | instructions/render | allocations/render | instructions/parse |\n|---|--:|--:|--:|")
        for engine in ENGINES:
            is_swift = engine in ("hangar", "swift-mustache")
            allocations = f"{counted(engine, 'render', 'memcheck'):,.0f}" if is_swift else "–"
            render, parse = counted(engine, "render", "callgrind"), counted(engine, "parse", "callgrind")
            print(f"| {engine} | {render:,.0f} | {allocations} | {parse:,.0f} |")


if __name__ == "__main__":
    main()
