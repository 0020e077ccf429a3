"""Which addresses a link may carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.links import safe_href
from tests.strategies import HREFS


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java script:alert(1)",
        "javascript\u2028:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "blob:x",
        "",
        "   ",
        "https://example.org/\ud800",
        "https://example.org/\ufdd0",
    ],
)
def test_what_must_not_become_a_link(address: str) -> None:
    assert safe_href(address) is None


@pytest.mark.parametrize("address", HREFS)
def test_what_may_be_a_link_stays_as_it_is(address: str) -> None:
    assert safe_href(address) == address


def test_space_around_goes_and_space_inside_is_encoded() -> None:
    assert safe_href(" https://example.org/a b\u00a0") == "https://example.org/a%20b"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("javscript:/ \t")), max_size=20))
def test_a_judged_address_stands_when_judged_again(address: str) -> None:
    judged = safe_href(address)
    assert judged is None or safe_href(judged) == judged
