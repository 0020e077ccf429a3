"""Addresses on a page are safe, and well-formed as browsers would make them."""

import pytest

from deskeditor.export.addresses import encoded, web_address, with_encoded_addresses


@pytest.mark.parametrize(
    ("given", "carried"),
    [
        ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
        (" http://example.org ", "http://example.org"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ('https://example.org/"x"', "https://example.org/%22x%22"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/%C3%A9", "https://example.org/%C3%A9"),
        ("https://[2001:db8::1]/a[b]", "https://[2001:db8::1]/a%5Bb%5D"),
        ("example.org", ""),
        ("/path", ""),
        ("mailto:desk@example.org", ""),
        ("javascript:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("http://[", ""),
        ("https://", ""),
        ("", ""),
    ],
)
def test_a_page_links_out_to_whole_addresses_alone(given: str, carried: str) -> None:
    assert web_address(given) == carried


def test_encoding_twice_changes_nothing() -> None:
    once = encoded('/a "b" [c] {d} %zz')
    assert encoded(once) == once


def test_links_in_html_are_encoded_and_words_are_not() -> None:
    html = '<p><a href="/a&quot;b?x=1&amp;y=2">href=&quot;{x}&quot;</a></p>'
    assert with_encoded_addresses(html) == '<p><a href="/a%22b?x=1&amp;y=2">href=&quot;{x}&quot;</a></p>'
