"""The site in another language: which texts it has, how it says dates, and that nothing in it is left in English."""

import re
from pathlib import Path

import pytest
from babel.messages import Catalog
from jinja2 import Environment
from lxml import html

from tests.render import crowd, sample, texts
from timeline import locale
from timeline.algebra import calendar, interval
from timeline.config import Config
from timeline.diagnostics import InputError
from timeline.frozen import replace
from timeline.locale import Locale
from timeline.publishing import publishable
from timeline.render.dates import Dates
from timeline.render.site import render

CATALOGUES = sorted(texts.FOLDER.glob("*.po"))
TEMPLATES = texts.templates()
PLACEHOLDER = re.compile(r"%\(\w+\)s|</?\w+>")


def german():
    return locale.load(Config(locale="de"), [texts.FOLDER.parent])


def pages(timeline, config, templates=None):
    """The pages of a site."""
    files = render(publishable(timeline, config), config, templates)
    return {path: content.decode() for path, content in files if path.endswith(".html")}


def forms(text):
    """All forms of a text or its translation."""
    return text if isinstance(text, tuple | list) else (text,)


def in_other_letters(text):
    """A text in full-width letters, its placeholders and tags as they are."""
    wide = str.maketrans({chr(n): chr(n + 0xFEE0) for n in range(0x41, 0x7B)})
    parts = re.split(f"({PLACEHOLDER.pattern})", text)
    return "".join(part if PLACEHOLDER.fullmatch(part) else part.translate(wide) for part in parts)


# ---------------------------------------------------------------- catalogues
def test_the_template_has_every_text():
    assert texts.TEMPLATE.read_text() == texts.written(texts.catalogue()), "run `make texts`"


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda f: f.stem)
def test_a_catalogue_is_complete(file):
    known = {m.id: m for m in texts.read(file) if m.id}
    assert known.keys() == {m.id for m in texts.catalogue() if m.id}, "run `make texts` and translate what is new"
    for message in known.values():
        assert all(forms(message.string)), message.id
        assert not message.fuzzy
        wanted = sorted(PLACEHOLDER.findall(forms(message.id)[-1]))
        assert sorted(PLACEHOLDER.findall(forms(message.string)[-1])) == wanted, message.id


def test_there_is_another_language():
    assert [f.stem for f in CATALOGUES] == ["de"]


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda f: f.relative_to(texts.ROOT).as_posix())
def test_no_template_has_a_text_of_its_own(file):
    source = re.sub(r"{% block (kind|og_type|scripts_allowed|searched) %}.*?{% endblock %}", "", file.read_text())
    tokens = Environment(extensions=["jinja2.ext.i18n"]).lex(source)
    markup = "".join(value if kind == "data" else " " for _, kind, value in tokens)
    between = re.sub(r"<(code)\b.*?</\1>|<!--.*?-->|<[^>]*>", " ", markup, flags=re.S)
    assert set(re.findall(r"[^\W\d_]+", between)) <= {"BibTeX", "CSL", "JSON", "doctype", "html"}
    assert not re.findall(r'\b(?:aria-label|title|alt|placeholder)="[^"]*[^\W\d_][^"]*"', markup)


def test_every_word_on_a_page_can_be_translated(tmp_path):
    # Every text in other letters: what is then left in ours is of the articles, or was forgotten.
    pseudo = Catalog(locale="de")
    for m in texts.catalogue():
        if m.id:
            other = tuple(map(in_other_letters, forms(m.id)))
            pseudo.add(m.id, other if len(other) > 1 else other[0])
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale/de.po").write_text(texts.written(pseudo, "de"))
    for timeline in (sample.timeline(), crowd.timeline(620, years=2)):
        cldr = " ".join(f"{german().month(n)} {german().month(n, 'abbreviated')}" for n in range(1, 13))
        days = " ".join(german().weekday(n) for n in range(1, 8))
        told = f"{timeline!r} {cldr} {days} BibTeX CSL JSON code"
        known = set(re.findall(r"[A-Za-z]+", told.replace("\\n", " "))) | {"v", "Chr"}
        for path, page in pages(timeline, Config(locale="de", publish_text="full"), tmp_path).items():
            tree = html.fromstring(page.encode())
            for element in tree.xpath("//script | //pre | //*[@class='found'] | //meta[@name='generator']"):
                element.drop_tree()
            seen = [*tree.itertext(), *tree.xpath("//@aria-label | //@title | //@alt | //@data-copy | //@data-found")]
            assert set(re.findall(r"[A-Za-z]{2,}", " ".join(seen))) - known == set(), path


# ---------------------------------------------------------------- which language
@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({}, "en"), ({"language": "de"}, "de"), ({"language": "de-AT"}, "de-AT"), ({"language": "en-US"}, "en-US"),
        ({"language": "fr"}, "en"), ({"language": "fr", "locale": "de"}, "de"), ({"language": "tlh-x"}, "en"),
    ],
)
def test_the_language_is_that_of_the_project_as_far_as_there_are_texts(settings, code):
    assert locale.load(Config(**settings), [texts.FOLDER.parent]).code == code


def test_a_language_without_texts_is_refused_where_it_is_asked_for():
    with pytest.raises(InputError, match="no texts in fr") as told:
        locale.load(Config(locale="fr"), [texts.FOLDER.parent])
    assert "one of de, en; or write templates/locale/fr.po" in str(told.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('msgid "Undated\n', r"de\.po:1: error: is no catalogue"),
        ("Undated", r"de\.po:1: error: is no catalogue"),
        ('\n#, python-format\nmsgid "Since %(day)s."\nmsgstr "Seit %(tag)s."\n', r"de\.po:3: error: .*placeholders"),
    ],
)
def test_a_faulty_catalogue_is_told_with_its_place(tmp_path, content, told):
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale/de.po").write_text(content)
    with pytest.raises(InputError, match=told) as refused:
        locale.load(Config(locale="de"), [tmp_path])
    assert not Path(refused.value.diagnostics[0].path).is_absolute()


def test_a_project_says_single_texts_otherwise_and_brings_languages(tmp_path):
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale/de.po").write_text('msgid "Undated"\nmsgstr "Ohne Tag"\n')
    (tmp_path / "locale/fr.po").write_text('msgid "Undated"\nmsgstr "Non daté"\n')
    folders = [tmp_path, texts.FOLDER.parent]
    mixed = locale.load(Config(locale="de"), folders)
    assert [mixed.gettext(t) for t in ("Undated", "Sources")] == ["Ohne Tag", "Quellen"]
    french = locale.load(Config(locale="fr"), folders)
    assert [french.gettext(t) for t in ("Undated", "Sources")] == ["Non daté", "Sources"]
    assert Dates(french).words("2019-07-04") == "4 juillet 2019"


def test_the_direction_of_a_language_is_known():
    assert [Locale(code).direction for code in ("en", "de", "ar", "he-IL")] == ["ltr", "ltr", "rtl", "rtl"]


# ---------------------------------------------------------------- dates, numbers, plurals
@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-07-04", "4. Juli 2019"), ("2019-07", "Juli 2019"), ("2019-07-04~", "etwa 4. Juli 2019"),
        ("195X", "die 1950er Jahre"), ("2019-22", "Sommer 2019"), ("-0043-03-15", "15. März 44 v. Chr."),
        ("0079-08-24", "24. August 79 n. Chr."), ("Y17000", "17000"), ("2019-07-04T18:30", "4. Juli 2019, 18:30"),
        ("2019-07-04/2019-07-09", "4. bis 9. Juli 2019"), ("2019-07-04/2019-08-02", "4. Juli bis 2. August 2019"),
        ("2019-07/2019-09", "Juli bis September 2019"), ("2019-07-04/..", "ab 4. Juli 2019"),
    ],
)
def test_dates_in_german(edtf, words):
    assert Dates(german()).words(edtf) == words


def test_where_a_day_must_lie_in_german():
    july = interval.Interval(calendar.ordinal(2019, 7, 4), calendar.ordinal(2019, 7, 10), "span")
    assert Dates(german()).within(july) == "zwischen dem 4. und dem 9. Juli 2019"


@pytest.mark.parametrize(
    ("code", "words", "stretch"),
    [
        ("en-US", "July 4, 2019", "July 4 to July 9, 2019"),
        ("es", "4 de julio de 2019", "4 de julio to 9 de julio de 2019"),
        ("ja", "2019年7月4日", "2019年7月4日 to 2019年7月9日"),
        ("ru", "4 июля 2019\u202fг.", "4 to 9 июля 2019\u202fг."),
    ],
)
def test_each_language_has_its_own_order(code, words, stretch):
    dates = Dates(Locale(code))
    assert (dates.words("2019-07-04"), dates.words("2019-07-04/2019-07-09")) == (words, stretch)


def test_numbers_plurals_and_lists():
    assert [Locale(code).number(12345) for code in ("en", "de", "de-CH")] == ["12,345", "12.345", "12’345"]
    assert [german().count("%(n)s entry", "%(n)s entries", n) for n in (1, 2000)] == ["1 Eintrag", "2.000 Einträge"]
    assert [Locale(code).listed("abc") for code in ("en", "en-US", "de")] == ["a, b and c", "a, b, and c", "a, b und c"]


# ---------------------------------------------------------------- a site
def test_a_site_in_german():
    whole = sample.timeline()
    site = pages(whole, Config(language="de", publish_text="full", base_url="https://b.example/t/"))
    index = html.fromstring(site["index.html"].encode())
    assert index.get("lang") == "de"
    assert index.xpath("//header[@class='bar']//nav/a/text()") == ["Zeitleiste", "Quellen", "Änderungen", "Methode"]
    assert [" ".join(h.text_content().split()) for h in index.xpath("//h2[@class='date']")][:2] == [
        "Samstag 6. März 2021", "8. bis 19. März 2021",
    ]
    assert index.xpath("//p[@class='gap']/span/text()") == ["2 Tage später"]
    reasons = index.xpath("//ol[@class='steps']/li[2]/span[@lang]")
    assert {r.get("lang") for r in reasons} == {"en"}, "what the program gives as its reasons is English, and says so"


def test_a_site_from_right_to_left(tmp_path):
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale/ar.po").write_text('msgid "Timeline"\nmsgstr "الجدول الزمني"\n')
    site = pages(replace(sample.timeline(), title="جسر"), Config(language="ar", publish_text="full"), tmp_path)
    assert {html.fromstring(page.encode()).get("dir") for page in site.values()} == {"rtl"}
