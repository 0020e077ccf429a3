"""A page takes another's place by its body alone where nothing else of it shows."""

import pytest

from deskeditor.ui.preview.page_difference import page_parts

PAGE = (
    b'<!DOCTYPE html><html lang="en"><head><title>A</title><style>p{}</style></head>'
    b"<body>\n<p>Hello</p>\n</body></html>"
)


def test_the_body_is_what_stands_inside_it() -> None:
    parts = page_parts(PAGE)
    assert parts is not None
    assert parts.body == "\n<p>Hello</p>\n"


@pytest.mark.parametrize("change", [(b"<title>A", b"<title>B"), (b"</head>", b'<meta name="x" content="y"></head>')])
def test_what_no_reader_sees_is_no_other_look(change: tuple[bytes, bytes]) -> None:
    one, other = page_parts(PAGE), page_parts(PAGE.replace(*change))
    assert one is not None
    assert one == other


@pytest.mark.parametrize(
    "change",
    [
        (b"p{}", b"p{color:red}"),
        (b'lang="en"', b'lang="ar" dir="rtl"'),
        (b"</style>", b"</style><style>a{}</style>"),
        (b"<body>", b'<body class="wide">'),
    ],
)
def test_what_a_reader_sees_is(change: tuple[bytes, bytes]) -> None:
    one, other = page_parts(PAGE), page_parts(PAGE.replace(*change))
    assert one is not None
    assert other is not None
    assert one.look != other.look


@pytest.mark.parametrize("html", [b"", b"<p>no body</p>", b"</body><body>", b"\xff\xfe"])
def test_what_is_no_page_has_no_parts(html: bytes) -> None:
    assert page_parts(html) is None
