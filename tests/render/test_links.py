"""Which addresses are linked, and how they point at words."""

import pytest

from timeline.render import links


@pytest.mark.parametrize("href", ["https://a.example/x?y=1#z", "http://a.example", "mailto:desk@paper.example"])
def test_what_may_be_linked(href):
    assert links.safe(href) == href


@pytest.mark.parametrize(
    "href",
    [
        None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " https://a.example",
        "data:text/html,x", "//a.example", "https:", "file:///etc/passwd", "vbscript:x", "http://[::1", "x",
    ],
)
def test_what_may_not(href):
    assert links.safe(href) is None


@pytest.mark.parametrize(
    ("href", "words", "expected"),
    [
        ("https://a.example/x", "a well-known fact", "https://a.example/x#:~:text=a%20well%2Dknown%20fact"),
        ("https://a.example/x#part", "this, that & more", "https://a.example/x#part:~:text=this%2C%20that%20%26%20more"),
        ("https://a.example/", "", "https://a.example/"),
        ("javascript:alert(1)", "words", None),
    ],
)
def test_at_the_words(href, words, expected):
    assert links.at_the_words(href, words) == expected


def test_long_quotations_are_named_by_their_ends():
    words = " ".join(f"w{n}" for n in range(40))
    assert links.at_the_words("https://a.example/", words) == (
        "https://a.example/#:~:text=w0%20w1%20w2%20w3%20w4,w35%20w36%20w37%20w38%20w39"
    )
