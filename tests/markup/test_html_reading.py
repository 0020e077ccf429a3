"""HTML as the world writes it: every word kept, none fused, structure as near as the body's grammar allows."""

import pytest

from deskeditor.article.body import ListItem, ListKind, ListLevel, Paragraph
from deskeditor.markup.html_reader import read_html, read_html_line
from deskeditor.markup.reading import media_address
from tests.markup.told import told, told_line

NAME = f"{7:064x}.jpg"


@pytest.mark.parametrize(
    ("html", "leaves"),
    [
        # Marks
        ("<p><b>a</b><strong>b</strong> <i>c</i><em>d</em> <cite>e</cite></p>", ["{b:ab} {i:cd} {i:e}"]),
        ("<p><u>a</u> <s>b</s> <strike>c</strike> <del>d</del></p>", ["{u:a} {s:b} {s:c} {s:d}"]),
        ("<p>x<sup>2</sup> y<sub>2</sub></p>", ["x{sup:2} y{sub:2}"]),
        ("<p><sub>a<sup>b</sup></sub></p>", ["{sub:a}{sup:b}"]),
        ("<p><code>a</code> <kbd>b</kbd> <samp>c</samp> <tt>d</tt></p>", ["{code:a} {code:b} {code:c} {code:d}"]),
        ("<p><b>a<i>b</b>c</i></p>", ["{b:a}{i b:b}{i:c}"]),
        (
            '<p><a href="https://x.org/?a=1&amp;b=2">a <b>b</b></a></p>',
            ["{>https://x.org/?a=1&b=2:a }{b >https://x.org/?a=1&b=2:b}"],
        ),
        ("<p><a name=x>a</a></p>", ["a"]),
        ("<p><span style='font-weight:700;font-style:italic'>a</span></p>", ["{i b:a}"]),
        ("<b style='font-weight:normal'><p>a <span style='text-decoration:line-through'>b</span></p></b>", ["a {s:b}"]),
        ("<p>the <q>word</q></p>", ["the “word”"]),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>", ["漢 (kan)"]),
        # Paragraphs
        ("one\n  two", ["one two"]),
        ("<div>a<div>b</div>c<p>d</p>e</div>f", ["a", "b", "c", "d", "e", "f"]),
        ("<p>a<br>b<br><br>c</p>", ["a//b////c"]),
        ("a<br>b<br><br>c", ["a//b", "c"]),
        ("<p>a<p>b</p>c</p>", ["a", "b", "c"]),
        ("<section><article>a</article><aside>b</aside></section><main>c</main>", ["a", "b", "c"]),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", ["{b:a}", "b", "{b:c}", "d"]),
        ("<details><summary>a</summary>b</details>", ["a", "b"]),
        ("<custom-box>a</custom-box><o:p>b</o:p>", ["ab"]),
        ("<center>a</center><fieldset><legend>b</legend>c</fieldset>", ["a", "b", "c"]),
        ("a &lt;b&gt; &amp;amp; &copy; &nbsp;x", ["a <b> &amp; © \u00a0x"]),
        ("Write to <someone@example.org> or <a.b>", ["Write to <someone@example.org> or <a.b>"]),
        ("1 < 2 <3 <", ["1 < 2 <3 <"]),
        ("a<!-- b -->c<!--d", ["acd"]),
        ("<![CDATA[a]]>", ["a]]>"]),
        # Headings
        ("<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5>", ["h2 a", "h3 b", "h4 c", "h4 d", "h4 e"]),
        ("<h2>a</h2><h4>b</h4><h3>c</h3><h2>d</h2><h6>e</h6>", ["h2 a", "h3 b", "h3 c", "h2 d", "h3 e"]),
        ("<h5>a</h5><h5>b</h5>", ["h2 a", "h2 b"]),
        ("<h2>a<div>b</div></h2>", ["h2 a//b"]),
        ("<h2></h2>", []),
        # Quotes
        ("<blockquote>a<footer>b</footer></blockquote>", ["> a", "> by b"]),
        ("<blockquote><p>a</p><cite>b</cite></blockquote>", ["> a", "> by b"]),
        ("<blockquote><p>a <cite>b</cite></p></blockquote>", ["> a {i:b}"]),
        ("<blockquote><cite>a</cite> b</blockquote>", ["> {i:a} b"]),
        ("<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>", ["> a", "> by b"]),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", ["> a", "> b"]),
        ("<blockquote><h3>a</h3><ul><li>b</ul><pre>c</pre></blockquote>", ["> h2 a", "> * b", "> code :c"]),
        ("<footer>a</footer>", ["a"]),
        # Lists
        ("<ul><li>a<li>b<ol start=3><li>c</ol></ul>", ["* a", "* b", "*3. c"]),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", ["* a", "** b"]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", ["* a//b"]),
        ("<ul><li>a<div>b</div>c</li></ul>", ["* a//b//c"]),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", ["* a", "** b", "* c"]),
        ("<ul><li><ul><li>a</li></ul></li></ul>", ["* a"]),
        ("<li>a</li>b", ["* a", "b"]),
        ("<ul>a<li>b</li>c</ul>", ["a", "* b", "c"]),
        ("<ol><li>a<h3>b</h3>c</li></ol>", ["1. a//{b:b}//c"]),
        ("<ul><li>a<blockquote>b</blockquote></li></ul>", ["* a//b"]),
        ("<ol><li>a<pre>b</pre>c</li><li>d</li></ol>", ["1. a", "code :b", "c", "2. d"]),
        ("<ol><li>a<table><tr><td>b</table><li>c</ol>", ["1. a", "table s: b", "2. c"]),
        ("<ol start=99999999><li>a</ol>", ["1. a"]),
        # Tables
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", ["table head ss: a | b / c | d"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["table ss: a | b / c | "]),
        ("<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>", ["table sss: a |  | b / c | d | e"]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", ["table ss: a | b /  | c"]),
        ("<table><tr><td align=right>a<td style='text-align: center'>b</table>", ["table rc: a | b"]),
        ("<table><caption>t</caption><tr><td>a</table>", ["t", "table s: a"]),
        ("<table><tr><td><p>a</p><p>b</p><ul><li>c</ul></table>", ["table s: a//b//c"]),
        ("<table><tr><td><h2>a</h2><p>b</p><table><tr><td>c</table></table>", ["h2 a", "b", "table s: c"]),
        ("<table role=presentation><tr><td>a<td>b</table>", ["a", "b"]),
        ("<blockquote>a<table><tr><td>b</table>c</blockquote>", ["> a", "table s: b", "> c"]),
        ("<table></table>", []),
        # Code, rules
        ('<pre><code class="language-python">a\n  b\n</code></pre>', ["code python:a\n  b"]),
        ('<pre class="lang-c">a<br>b</pre>', ["code c:a\nb"]),
        ("<pre>\n\n a &lt;b&gt;\n</pre>", ["code : a <b>"]),
        ("<pre> \n</pre>", []),
        ("a<hr>b", ["a", "rule", "b"]),
        # Embeds
        ('<iframe src="https://v.example/1" title="A film"></iframe>', ["embed https://v.example/1 A film"]),
        ('<iframe src="//v.example/1">old browser</iframe>', ["embed https://v.example/1"]),
        ('<video><source src="https://v.example/1.mp4">no video</video>', ["embed https://v.example/1.mp4"]),
        (
            '<blockquote class="twitter-tweet"><p>Words &amp; <a href="https://t.example/x">x</a></p>&mdash; A'
            ' <a href="https://twitter.com/a/status/1">May 1</a></blockquote><script src="x"></script>',
            ["embed https://twitter.com/a/status/1 Words & x — A May 1"],
        ),
    ],
)
def test_html_becomes_leaves(html: str, leaves: list[str]) -> None:
    assert told(read_html(html).body) == leaves


FOOTNOTES = {
    "ours": '<p>a<sup id="fnref-x"><a href="#fn-x" class="footnote-ref">1</a></sup></p>'
    '<section class="footnotes"><ol><li id="fn-x">b <a href="#fnref-x" class="footnote-back">↩</a></li></ol></section>',
    "Python-Markdown": '<p>a<sup id="fnref:x"><a class="footnote-ref" href="#fn:x">1</a></sup></p>'
    '<div class="footnote"><hr><ol><li id="fn:x"><p>b&#160;'
    '<a class="footnote-backref" href="#fnref:x">↩</a></p></li></ol></div>',
    "pandoc": '<p>a<a href="#fnx" class="footnote-ref" id="fnrefx" role="doc-noteref"><sup>1</sup></a></p>'
    '<section id="footnotes" class="footnotes" role="doc-endnotes"><hr><ol><li id="fnx"><p>b<a href="#fnrefx"'
    ' class="footnote-back" role="doc-backlink">↩</a></p></li></ol></section>',
    "GitHub": '<p>a<sup><a href="#user-content-fn-x" id="user-content-fnref-x" data-footnote-ref>1</a></sup></p>'
    '<section data-footnotes class="footnotes"><ol><li id="user-content-fn-x"><p>b <a href="#user-content-fnref-x"'
    " data-footnote-backref>↩</a></p></li></ol></section>",
}


@pytest.mark.parametrize("writer", FOOTNOTES)
def test_footnotes_of_several_writers(writer: str) -> None:
    assert told(read_html(FOOTNOTES[writer]).body) == ["a{^x}", "note x: b"]


def test_a_link_to_a_footnote_is_a_link_and_a_reference_without_note_a_link() -> None:
    html = '<p><a href="#fn-x">a</a><sup><a href="#fn-y" class="footnote-ref">1</a></sup></p>'
    notes = '<section class="footnotes"><ol><li id="fn-x">b</li></ol></section>'
    assert told(read_html(html + notes).body) == ["{>#fn-x:a}{sup >#fn-y:1}", "note x: b"]


def test_pictures_of_the_desk_become_figures() -> None:
    html = (
        '<figure><img src="a.jpg" alt="A dog" width="300"><figcaption>The <i>dog</i>'
        ' <span class="credit">Photo: A. B.</span></figcaption></figure>'
        '<p>words <img src="a.jpg" alt=""> more</p><img src="a.jpg">'
    )
    reading = read_html(html, media=lambda address: NAME if address == "a.jpg" else None)
    assert told(reading.body) == [
        "figure [A dog] The {i:dog} (Photo: A. B.) 300",
        "words",
        "figure [decorative]  () None",
        "more",
        "figure []  () None",
    ]
    assert reading.missing_images == ()


def test_pictures_that_the_desk_does_not_have_become_labelled_links() -> None:
    html = (
        '<figure><img src="https://x.org/a%20b.jpg"><figcaption>Words</figcaption></figure>'
        '<p>see <img src="b.png" alt="A cat"> here</p><ul><li>a<img src="c.png">b</ul>'
        '<img src="data:image/png;base64,AAAA" alt="Data"><img src="javascript:x" alt="Evil">'
        '<table><tr><td><img src="d.png" alt="D">x</table><img src="p.gif" width=1 height=1>'
    )
    reading = read_html(html)
    assert told(reading.body) == [
        "{>https://x.org/a%20b.jpg:Image: a b.jpg}",
        "Words",
        "see {>b.png:Image: A cat} here",
        "* a//{>c.png:Image: c.png}//b",
        "Image: Data",
        "Image: Evil",
        "table s: {>d.png:Image: D}//x",
    ]
    assert reading.missing_images == (
        "https://x.org/a%20b.jpg",
        "b.png",
        "c.png",
        "data:image/png;base64,AAAA",
        "javascript:x",
        "d.png",
    )
    assert reading.warnings == ("An image is not in the desk's store: a link stands in its place.",)
    assert reading.dropped == ("tracking image",)


def test_our_own_addresses_of_pictures_are_known_and_no_others() -> None:
    assert told(read_html(f'<img src="{media_address(NAME)}" alt="x">').body) == ["figure [x]  () None"]
    for address in ("media/../secret.jpg", "media/x.jpg", f"https://x.org/media/{NAME}"):
        assert read_html(f'<img src="{address}">').missing_images == (address,)


def test_a_late_loaded_picture_is_found_where_it_really_is() -> None:
    html = '<img src="data:image/gif;base64,R0" data-src="https://x.org/a.jpg" alt="A">'
    assert told(read_html(html).body) == ["{>https://x.org/a.jpg:Image: A}"]


@pytest.mark.parametrize(
    ("html", "leaves", "dropped"),
    [
        ("a<script>alert('<b>x</b>')</script>b", ["ab"], ("script",)),
        ("a<style>p{}</style>b<script>c", ["ab"], ("style", "script")),
        ("<title>t</title><noscript>n</noscript><template>x</template>a", ["a"], ("title", "noscript", "template")),
        ("<form><label>Name <input></label><button>Send</button></form>", ["Name"], ("form", "input", "button")),
        ("<button>never closed <p>words", ["never closed", "words"], ()),
        ("<svg><text>x</text></svg>a", ["a"], ("svg",)),
        ("<div hidden>x</div><p style='display:none'>y</p>a", ["a"], ("hidden text",)),
        ('<p onclick="x()">a <a href="javascript:x()">b</a></p>', ["a b"], ("link to javascript:x()",)),
        ('<a href="java&#10;script:x()">b</a>', ["b"], ("link to java\nscript:x()",)),
        ('<iframe src="javascript:x()"></iframe><iframe srcdoc="<p>x"></iframe>a', ["a"], ("iframe",)),
        ('<object data="x.swf"><p>words</p></object>a', ["a"], ("object",)),
    ],
)
def test_what_could_act_is_left_out_and_told(html: str, leaves: list[str], dropped: tuple[str, ...]) -> None:
    reading = read_html(html)
    assert told(reading.body) == leaves
    assert reading.dropped == dropped


@pytest.mark.parametrize(
    ("html", "warning"),
    [
        ("<h1>a</h1>", "Headings were moved to levels 2 to 4, without gaps."),
        ("<table><tr><td colspan=2>a</table>", "Table cells that span rows or columns were taken apart."),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "A quote within a quote became one quote."),
        ("<ul><li>a<hr>b</ul>", "A table, picture or code in a list now stands between two lists."),
        ("<ol><li>a<ul><li>b</ul>c</ol>", "Words behind a list inside an item now stand between two lists."),
    ],
)
def test_what_was_changed_is_told(html: str, warning: str) -> None:
    assert read_html(html).warnings == (warning,)


def test_words_behind_a_nested_list_take_no_number_of_the_next_item() -> None:
    html = "<ol><li>a</li><li>b<ul><li>c</li></ul><p>d</p></li><li>e</li></ol>"
    leaves = read_html(html).body.leaves
    assert isinstance(leaves[3], Paragraph)
    last = leaves[4]
    assert isinstance(last, ListItem)
    assert (last.line.text, last.path) == ("e", (ListLevel(kind=ListKind.NUMBER, start=3),))


def test_a_page_in_order_raises_no_warning() -> None:
    html = "<h2>a</h2><h3>b</h3><h2>c</h2><ul><li>d<ol><li>e</ol></ul><table><tr><td>f</table>"
    assert read_html(html).warnings == ()


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>a</p><p>b</p>", "a//b"),
        ("  a <b>b</b>\n", "a {b:b}"),
        ("<h1>a</h1><ul><li>b<li>c</ul>", "a//b//c"),
        ("<table><tr><td>a<td>b</table>", "a//b"),
        ("<blockquote>a<footer>b</footer></blockquote>", "a//b"),
        ("<figure><img src=x alt=y><figcaption>c</figcaption></figure>", "{>x:Image: y}//c"),
        ("<script>x</script>", ""),
    ],
)
def test_html_becomes_one_line(html: str, line: str) -> None:
    assert told_line(read_html_line(html)) == line


@pytest.mark.parametrize(
    ("html", "dropped"),
    [
        ('<a href="/a" title="more"><b>x</b></a>', ("title of a link: more",)),
        ('<a href="/a" title="X">x</a> <a href="/a" title="">y</a>', ()),
        ('<a href="/a"></a>', ("link without words: /a",)),
        ('<a href="/a"><svg></svg></a> <a href="/a">x</a>', ("svg",)),
        ('<a href="/a"> </a><a href="/b"><br></a><a href="#c"></a>', ()),
        ('<a href="/big"><img src="/a.png"> </a>', ("link around a picture: /big",)),
        ('<a href="/a.png"><img src="/a.png" alt="A" title="a"></a>', ()),
        (f'<a href="/big"><img src="media/{"a" * 64}.png" title="Ship"></a>', ("link around a picture: /big",
            "title of a picture: Ship")),
        ('<a href="/big">x <img src="/a.png"></a>', ()),
    ],
)  # fmt: skip
def test_what_of_a_link_no_words_carry_is_told(html: str, dropped: tuple[str, ...]) -> None:
    assert read_html(f"<p>{html}</p>").dropped == dropped


def test_a_page_full_of_titles_tells_some_of_them_and_how_many_more() -> None:
    page = "".join(f'<p><a href="/" title="t{number}">x</a></p>' for number in range(80))
    dropped = read_html(page).dropped
    assert dropped[0] == "title of a link: t0"
    assert dropped[-1] == "titles of 30 more links and pictures"
    assert len(dropped) == 51
