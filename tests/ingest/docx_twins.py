"""Word files of our own wording, built from a few lines of their XML."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

W: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"'
    ' xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PARTS: Final = (
    "styles",
    "numbering",
    "comments",
    "commentsExtended",
    "commentsIds",
    "commentsExtensible",
    "footnotes",
    "endnotes",
    "header",
)

STYLES: Final = "".join(
    f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{more}</w:style>'
    for identity, name, more in (
        ("Titel", "Title", ""),
        ("Untertitel", "Subtitle", ""),
        ("berschrift1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("berschrift2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("Zwischenzeile", "Own crosshead", '<w:basedOn w:val="berschrift2"/>'),
        ("Zitat", "Quote", "<w:rPr><w:i/></w:rPr>"),
        ("Bild", "caption", ""),
        ("Quelltext", "HTML Preformatted", ""),
        ("Listenabsatz", "List Paragraph", '<w:pPr><w:ind w:left="720"/></w:pPr>'),
    )
)


def numbered(num_id: int, *levels: str, start: int = 1, override: str = "") -> tuple[str, str]:
    """An abstract list whose levels are of the kinds given, and the list that stands for it."""
    rows = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%{at + 1}."/>'
        f'<w:pPr><w:ind w:left="{720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for at, kind in enumerate(levels)
    )
    abstract = f'<w:abstractNum w:abstractNumId="{num_id}">{rows}</w:abstractNum>'
    return abstract, f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{num_id}"/>{override}</w:num>'


def numbering(*lists: tuple[str, str]) -> str:
    """A part of lists: what they are, then which there are."""
    return "".join(abstract for abstract, _ in lists) + "".join(number for _, number in lists)


def p(words: str, style: str = "", more: str = "") -> str:
    """A paragraph of plain words or of runs."""
    inner = words if words.startswith("<") else run(words)
    kind = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{kind}{more}</w:pPr>{inner}</w:p>"


def item(words: str, num_id: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(words, "Listenabsatz", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def run(words: str, dress: str = "") -> str:
    """A run of words; `dress` holds its switches."""
    return f'<w:r><w:rPr>{dress}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def ins(words: str, who: str = "Ada", at: str = "2026-03-01T09:00:00Z") -> str:
    """Words that were put in."""
    return f'<w:ins w:id="1" w:author="{who}" w:date="{at}">{run(words)}</w:ins>'


def gone(words: str, who: str = "Ada", at: str = "2026-03-01T09:00:00Z") -> str:
    """Words that were taken out."""
    return f'<w:del w:id="2" w:author="{who}" w:date="{at}"><w:r><w:delText>{words}</w:delText></w:r></w:del>'


def comment(identity: int, words: str, who: str = "Ben", at: str = "2026-03-02T10:30:00Z", paragraph: str = "") -> str:
    """A comment, as its part has it."""
    named = f' w14:paraId="{paragraph}"' if paragraph else ""
    return (
        f'<w:comment w:id="{identity}" w:author="{who}" w:date="{at}" w:initials="B"><w:p{named}>'
        f"<w:r><w:annotationRef/></w:r>{run(words)}</w:p></w:comment>"
    )


def commented(words: str, identity: int) -> str:
    """Runs under a comment."""
    inner = words if words.startswith("<") else run(words)
    return (
        f'<w:commentRangeStart w:id="{identity}"/>{inner}<w:commentRangeEnd w:id="{identity}"/>'
        f'<w:r><w:commentReference w:id="{identity}"/></w:r>'
    )


def drawing(relation: str, alt: str = "") -> str:
    """A run with a picture in it."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{alt}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def table(*rows: str, more: str = "") -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr>{more}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, head: bool = False) -> str:
    """A row of cells, each of plain words or of paragraphs."""
    inner = "".join(
        cell if cell.startswith("<w:tc>") else f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>"
        for cell in cells
    )
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' if head else ''}</w:trPr>{inner}</w:tr>"


def word_file(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    media: Mapping[str, bytes] | None = None,
    core: str = "",
    main_type: str = MAIN_TYPE,
    raw: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word file's bytes.

    `parts` gives the insides of further parts by kind, such as `comments`; `links` addresses by relationship id,
    `media` pictures by relationship id; `raw` parts that replace or join the others.
    """
    inner = {"styles": STYLES, **(parts or {})}
    relations = [
        f'<Relationship Id="part{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in _PARTS
        if kind in inner
    ]
    relations += [
        f'<Relationship Id="{identity}" Type="{_OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
        for identity, target in (links or {}).items()
    ]
    relations += [
        f'<Relationship Id="{identity}" Type="{_OFFICE}/image" Target="media/{identity}.png"/>'
        for identity in media or {}
    ]
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    written = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
        ).encode(),
        "_rels/.rels": (
            f'<Relationships {space}><Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="r2" Target="docProps/core.xml" Type="http://schemas.openxmlformats.org/package/2006/'
            'relationships/metadata/core-properties"/></Relationships>'
        ).encode(),
        "word/document.xml": f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": f"<Relationships {space}>{''.join(relations)}</Relationships>".encode(),
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            f' xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp:coreProperties>'
        ).encode(),
        **{f"word/media/{identity}.png": data for identity, data in (media or {}).items()},
    }
    for kind, inside in inner.items():
        root = "w15:commentsEx" if kind == "commentsExtended" else f"w:{kind}"
        written[f"word/{kind}.xml"] = f"<{root} {W}>{inside}</{root}>".encode()
    written.update(raw or {})
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in written.items():
            archive.writestr(name, data)
    return held.getvalue()
