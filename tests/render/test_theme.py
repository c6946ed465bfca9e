"""What a theme promises: colours that can be read, templates that can be extended, a guide that says what they see."""

import re

import pytest
from lxml import html

from tests.render import sample
from timeline import resources
from timeline.config import KEYS, Config
from timeline.diagnostics import InputError
from timeline.publishing import publishable
from timeline.render import card, views
from timeline.render.site import render
from timeline.render.theme import Theme

STYLE = (resources.templates() / "style.css").read_text()
PALETTES = next(key.words for key in KEYS if key.name == "palette")
GUIDE = (resources.templates().parent / "docs/how-to/change-the-theme.md").read_text()


def site(templates=None, **settings):
    config = Config(publish_text="full", **settings)
    return dict(render(publishable(sample.timeline(), config), config, templates))


def colours(dark):
    """The custom properties of the style sheet, by palette."""
    light_part, dark_part = (re.findall(r"(:root|\[data-palette=\w+\])\{([^}]*)\}", part) for part in (
        re.sub(r"@media[^{]*\{(?:[^{}]*\{[^}]*\})*[^}]*\}", "", STYLE),
        "".join(re.findall(r"@media \(prefers-color-scheme:dark\)\{(.*?\})\}", STYLE.replace("\n", ""))),
    ))
    found: dict[str, dict[str, str]] = {}
    for where, text in (*light_part, *(dark_part if dark else ())):
        found.setdefault(where, {}).update(re.findall(r"(--[\w-]+):(#\w+)", text))
    return {p: {**found[":root"], **found.get(f"[data-palette={p}]", {})} for p in PALETTES}


def luminance(colour):
    """Relative luminance, as WCAG 2.2 has it."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


# ---------------------------------------------------------------- colours
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("palette", PALETTES)
def test_every_colour_of_letters_can_be_read(palette, dark):
    found = colours(dark)[palette]
    for name in ("--ink", "--soft", "--accent", "--good", "--bad"):
        for ground in ("--paper", "--raised"):
            assert contrast(found[name], found[ground]) >= 4.5, (name, ground)
    assert contrast(found["--ink"], found["--mark"]) >= 4.5
    assert contrast(found["--strong-line"], found["--paper"]) >= 3


def test_palettes_differ_and_the_picture_has_the_same():
    accents = {name: found["--accent"] for name, found in colours(dark=False).items()}
    assert len(set(accents.values())) == len(PALETTES)
    assert {name: "#{:02x}{:02x}{:02x}".format(*rgb) for name, rgb in card.ACCENTS.items()} == accents


def test_pages_say_their_palette():
    pages = [html.fromstring(c) for path, c in site(palette="sea").items() if path == "index.html"]
    assert [page.get("data-palette") for page in pages] == ["sea"]


# ---------------------------------------------------------------- templates
def test_a_template_can_extend_the_one_it_replaces(tmp_path):
    (tmp_path / "pages").mkdir()
    more = '{% block main %}{{ super() }}<p id="own">And we called.</p>{% endblock %}'
    (tmp_path / "pages/method.html").write_text('{% extends "default/pages/method.html" %}' + more)
    (tmp_path / "base.html").write_text('{% extends "default/base.html" %}{% block head %}<!-- ours -->{% endblock %}')
    made = site(tmp_path)
    method = html.fromstring(made["method.html"])
    assert method.xpath("//p[@id='own']/text()") == ["And we called."]
    assert method.xpath("//table[@class='figures']")
    assert [path for path in made if path.endswith(".html") and b"<!-- ours -->" not in made[path]] == []


def test_the_guide_says_what_templates_may_use():
    told = set(re.findall(r"`([\w.]+)(?:\([^`]*\))?`", GUIDE))
    seen = {f"site.{name}" for name in views.Site.__struct_fields__}
    assert seen - told == set()
    globals_ = set(Theme(None, Config())._environment.globals) - {
        "range", "dict", "lipsum", "cycler", "joiner", "namespace", "gettext", "_",
    }
    assert globals_ - told == set()


def test_the_guide_names_what_each_family_of_pages_sees():
    told = set(re.findall(r"`(page\.\w+)`", GUIDE))
    for view in (views.EventPage, views.ArticlePage, views.PartPage, views.ListPage):
        assert {f"page.{name}" for name in view.__struct_fields__} - told == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n{% foo %}", "templates/pages/method.html:2: error: Encountered unknown tag 'foo'"),
        ("\n\n{{ nowhere }}", "templates/pages/method.html:3: error: 'nowhere' is undefined"),
        ("{{ site.count / 0 }}", "templates/pages/method.html:1: error: ZeroDivisionError: division by zero"),
        ("{{ 1 }}\n{% include 'no.html' %}", "templates/pages/method.html:2: error: there is no template 'no.html'"),
        ("{% extends 'pages/method.html' %}", "templates/pages/method.html:1: error: this template leads back"),
        (b"one\ntwo \xff", "templates/pages/method.html:2: error: byte 0xFF is not UTF-8"),
    ],
)
def test_a_mistake_in_a_template_has_file_and_line(tmp_path, text, told):
    file = tmp_path / "templates/pages/method.html"
    file.parent.mkdir(parents=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())

    with pytest.raises(InputError) as wrong:
        site(tmp_path / "templates")

    assert str(wrong.value).startswith(told)
