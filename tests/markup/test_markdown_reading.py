"""Markdown as people write it, and template tags of site builders in it."""

import pytest

from deskeditor.article.body import Align, Code, ListItem, ListKind, ListLevel, Paragraph, Table, body_of
from deskeditor.article.line import Line, Mark, MarkKind, Run, plain_line
from deskeditor.markup.markdown_reader import read_markdown, read_markdown_line
from deskeditor.markup.markdown_writer import write_markdown
from tests.markup.told import told, told_line


@pytest.mark.parametrize(
    ("markdown", "leaves"),
    [
        ("*a* **b** ***c*** _d_ `e` ~~f~~", ["{i:a} {b:b} {i b:c} {i:d} {code:e} {s:f}"]),
        ("snake_case_name and 2*3*4", ["snake_case_name and 2{i:3}4"]),
        ("<https://x.org/a_b> <me@x.org>", ["{>https://x.org/a_b:https://x.org/a_b} {>mailto:me@x.org:me@x.org}"]),
        ("[a](https://x.org/ 'title') [b][c]\n\n[c]: /d", ["{>https://x.org/:a} {>/d:b}"]),
        ("a  \nb\\\nc<br>d\ne", ["a//b//c//d e"]),
        ("# a #\n\nb\n=\n\n### c", ["h2 a", "h2 b", "h3 c"]),
        ("> a\n> b\n\nc", ["> a b", "c"]),
        ("> a\n>\n> <footer>B. C.</footer>", ["> a", "> by B. C."]),
        ("text\n- a\n- b", ["text", "* a", "* b"]),
        ("text\n1. a\n2. b", ["text", "1. a", "1. b"]),
        ("born in\n1984. He", ["born in 1984. He"]),
        ("- a\n  - b\n    - c\n- d", ["* a", "** b", "*** c", "* d"]),
        ("1. a\n   - b\n2. c", ["1. a", "1.* b", "1. c"]),
        ("- a\n    - b\n        - c", ["* a", "** b", "*** c"]),
        ("3) a\n4) b", ["3. a", "3. b"]),
        ("- a\n\n  b\n- c", ["* a//b", "* c"]),
        ("- a\n1. b", ["* a", "1. b"]),
        ("12345678. a", ["12345678. a"]),
        ("```python\nx = 1\n\n    y\n```", ["code python:x = 1\n\n    y"]),
        ("~~~\na\n~~~", ["code :a"]),
        ("- a\n\n  ```sh\n  ls\n\n  cd\n  ```\n- b", ["* a", "code :ls\n\ncd", "* b"]),
        ("    a < b", ["code :a < b"]),
        ("| a | b |\n|---|--:|\n| c | `d` |", ["table head sr: a | b / c | {code:d}"]),
        ("a[^x]\n\n[^x]: b *c*", ["a{^x}", "note x: b {i:c}"]),
        ("a\n\n* * *\n\nb\n\n---", ["a", "rule", "b", "rule"]),
        ("<div>a <b>b</b></div>\n\nc", ["a {b:b}", "c"]),
        ("<pre>\n- a\n  - b\n</pre>", ["code :- a\n  - b"]),
        ("a <u>b</u> <script>c</script>", ["a {u:b}"]),
        ("![A](https://x.org/a.png)", ["{>https://x.org/a.png:Image: A}"]),
        ("[a](javascript:x)", ["a"]),
        ("a\r\nb\r\n\r\nc", ["a b", "c"]),
        ("a \x02klzzwxh:0000\x03 b \x02amp\x03", ["a klzzwxh:0000 b amp"]),
        ("<![<![ a", ["<![<![ a"]),
    ],
)
def test_markdown_becomes_leaves(markdown: str, leaves: list[str]) -> None:
    assert told(read_markdown(markdown).body) == leaves


@pytest.mark.parametrize(
    ("markdown", "leaves", "dropped"),
    [
        ('{{< youtube id="x" >}}', [], ('{{< youtube id="x" >}}',)),
        ("a {{% note %}}b{{% /note %}} c", ["a b c"], ("{{% note %}}", "{{% /note %}}")),
        ("a {% include x.html %} b {{ site.url }}", ["a b"], ("{% include x.html %}", "{{ site.url }}")),
        ("[a]({{ site.baseurl }}/b)", ["{>/b:a}"], ("{{ site.baseurl }}",)),
        (
            '<div>\n  <ul>\n\n    <li>\n      <a href="{{< ref "b.md" >}}">a</a></li>\n  </ul>\n</div>\n\nc',
            ["* a", "c"],
            ('{{< ref "b.md" >}}',),
        ),
        ("<p>\n\n    {{ x }}a</p>\n\nb\n\n    {{ y }}", ["a", "b", "code :{{ y }}"], ("{{ x }}",)),
        ("  * a\n\n    {{ x }}b\n\nc\n\n    {{ y }}", ["* a//b", "c", "code :{{ y }}"], ("{{ x }}",)),
        ("<p>a</p>\n\n    {{ y }}", ["a", "code :{{ y }}"], ()),
        ("<pl>a\n\n    {{ y }}", ["a", "code :{{ y }}"], ()),
        ("{% if x\n   and y %}a", ["a"], ("{% if x and y %}",)),
        ("`{{ a }}` and ``{% b ` %}``", ["{code:{{ a }}} and {code:{% b ` %}}"], ()),
        ("```\n{{ a }}\n```", ["code :{{ a }}"], ()),
        ("a\n\n    {{ b }}", ["a", "code :{{ b }}"], ()),
        ("a {{ b and {% c", ["a {{ b and {% c"], ()),
        ("a } {{ b }} }} c", ["a } }} c"], ("{{ b }}",)),
    ],
)
def test_template_tags_are_left_out_and_told_but_in_code(
    markdown: str, leaves: list[str], dropped: tuple[str, ...]
) -> None:
    reading = read_markdown(markdown)
    assert told(reading.body) == leaves
    assert reading.dropped == dropped


def test_markdown_becomes_one_line() -> None:
    assert told_line(read_markdown_line("# A *b*\n\nc [d](https://x.org/)")) == "A {i:b}//c {>https://x.org/:d}"


def test_what_is_written_reads_well() -> None:
    strong, emphasis = frozenset({Mark(MarkKind.STRONG)}), frozenset({Mark(MarkKind.EMPHASIS)})
    link = frozenset({Mark(MarkKind.LINK, "https://example.org/a_b")})
    bullet, number = ListLevel(kind=ListKind.BULLET), ListLevel(kind=ListKind.NUMBER, start=3)
    line = Line(
        (
            Run(text="A "),
            Run(text="bold", marks=strong),
            Run(text=", an "),
            Run(text="italic", marks=emphasis),
            Run(text=" and a "),
            Run(text="link", marks=link),
            Run(text=". AT&T, 5 > 3, snake_case."),
        )
    )
    body = body_of(
        [
            Paragraph(line=line),
            ListItem(line=plain_line("one"), path=(bullet,)),
            ListItem(line=plain_line("two"), path=(bullet, number)),
            ListItem(line=plain_line("three"), path=(bullet, number)),
            Paragraph(line=plain_line("Said\u2028she."), quoted=True),
            Table(
                rows=((plain_line("a"), plain_line("b")), (plain_line("c | d"), plain_line(""))),
                alignments=(Align.START, Align.RIGHT),
            ),
            Code(text="x = 1", language="python"),
        ]
    )
    assert write_markdown(body) == (
        "A **bold**, an *italic* and a [link](https://example.org/a_b). AT&T, 5 > 3, snake_case.\n\n"
        "- one\n    3. two\n    4. three\n\n"
        "> Said  \n> she.\n\n"
        "| a | b |\n| --- | ---: |\n| c \\| d |  |\n\n"
        "```python\nx = 1\n```"
    )
