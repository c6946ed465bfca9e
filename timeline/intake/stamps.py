"""The lines around a page's headline, where readers see when it was published: which day they state, if one.

The markup of a page need not say it at all, or says it of something else. What stands in a line by itself under the
headline, or behind a word such as “Published”, is a statement; any other date up there is only a clue to be asked
about: the day of the event, of an update, of printing, or of another story.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ..algebra.edtf import interval_of
from ..language.dates import as_edtf
from .page_dates import Clue

#: Elements whose words are not the article's head, and those that part lines.
_APART = frozenset(("script", "style", "nav", "aside", "footer", "form", "noscript", "template", "figure", "select"))
_INLINE = frozenset(("a", "abbr", "b", "bdi", "em", "font", "i", "mark", "small", "span", "strong", "sup", "time", "u"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_NAMED = re.compile(
    r"date|datum|fecha|byline|publish|posted|pubtime|timestamp|(?:\A|[\s_-])meta(?:\Z|[\s_-])", re.I
)
_MISNAMED = re.compile(r"event|updat|modif|expire|archive|print", re.I)
#: What is called so is about other stories, or by readers.
_OTHERS = re.compile(
    r"(?:\A|[\s_-])(?:comments?|related|teasers?|cards?|recommend\w*|sidebar|widget|promo|newsletter|most-?read)(?:\Z|[\s_-])",
    re.I,
)

_PROSE = 100  # characters in a line that is the article itself
_BEFORE, _LONGEST = 3, 140  # lines looked at above the headline; characters of a line that may be a stamp

#: Words that stand before the day of publication and before that of a change, in the languages of most pages.
_PUBLISHED = re.compile(
    r"\b(?:(?:first |originally |article )?(?:published|posted|released|filed|issued)(?: online)?"
    r"|publication date|date published|pub\.? date|(?:erst)?veröffentlicht|erschienen|publiziert"
    r"|publié|mis en ligne|paru|fecha de publicación|publicado|pubblicat[oa]|data de publicação|gepubliceerd|geplaatst"
    r"|publicerad|publisert|udgivet|offentliggjort|julkaistu|opublikowano|zveřejněno|опубликовано|опубліковано"
    r"|yayınlanma|yayın tarihi)\b"
    r"(?:\s*(?:on|at|am|le|el|il|em|op|den|il giorno|dnia|tarihi)\b)?\s*[:–—-]?\s*",
    re.I,
)
_CHANGED = re.compile(
    r"\b(?:(?:last |page )?(?:updated|modified|revised|edited|reviewed)|update|corrected|correction|aktualisiert"
    r"|geändert|zuletzt|stand|mis à jour|modifié|actualizado|modificado|aggiornat[oa]|atualizado|bijgewerkt|gewijzigd"
    r"|uppdaterad|oppdatert|opdateret|päivitetty|zaktualizowano|aktualizováno|обновлено|оновлено|güncelleme)\b",
    re.I,
)
_MONTH = r"[^\W\d_]{3,}\.?"
_DATE = re.compile(
    r"(?<!\d)(?:\d{4}-\d\d-\d\d|\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{4}年\s?\d{1,2}月\s?\d{1,2}日|\d{4}년\s?\d{1,2}월\s?\d{1,2}일"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|º|ª)?\.?,?\s+(?:(?:de|of|d['’])\s*)?{_MONTH},?\s+(?:del?\s+)?\d{{4}}"
    r"|\d{1,2}(?P<stop>[./-])\d{1,2}(?P=stop)\d{4})(?!\d)"
    rf"|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}(?!\d)",
    re.I,
)
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
#: Languages in which 6/5/2031 is the sixth of May, and regions where it is not in any language.
_DAY_FIRST = frozenset((
    "ar", "bg", "ca", "cs", "da", "de", "el", "es", "fi", "fr", "he", "hr", "id", "it", "nb", "nl", "nn", "no", "pl",
    "pt", "ro", "ru", "sk", "sl", "sr", "tr", "uk", "vi",
))  # fmt: skip
_MONTH_FIRST = frozenset(("US", "CA", "PR", "PH", "419"))
_CLOCK = re.compile(
    r"(?:\b(?:at|um|à|a las|alle|às|om|kl\.?)\s+)?"
    r"\b\d{1,2}(?:[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)"
    r"(?:\s*(?:Uhr|hrs?|h)\b)?(?:\s*(?:[A-Z]{2,5}|GMT[+-]\d+)\b)?",
    re.I,
)
#: A single word right before a date.
_WEEKDAY = re.compile(r"\s*[^\W\d_]{2,12}(?:-feira)?\.?,?\s*(?:le |el |the |den )?")
_PARTS = re.compile(r"\s*[|·•–—]\s*|\s+/\s+|\s{3,}|\n")
_BY = re.compile(r"\A(?:by|von|par|por|di|door|av|af|przez)\s", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as readers see it.

    heading: that of the page; leads: one that leads elsewhere; named: its element is called a date or a byline; inside:
    it belongs to the article.
    """

    text: str
    heading: bool = False
    leads: bool = False
    named: bool = False
    inside: bool = False


def clues(root: Any, headline: str | None, language: str) -> tuple[Clue, ...]:
    """The days that the lines around the headline name. root: the page as an lxml element."""
    lines = tuple(_lines(root))
    top = next((n for n, line in enumerate(lines) if line.heading and line.text == headline), None)
    top = next((n for n, line in enumerate(lines) if line.heading), None) if top is None else top
    first = 0 if top is None else top + 1
    prose = next((n for n in range(first, len(lines)) if len(lines[n].text) >= _PROSE), len(lines))
    above = [] if top is None else [line for line in lines[max(0, top - _BEFORE) : top] if line.inside]
    below = lines[first:prose] if top is not None else lines[:prose]
    other = next((n for n, line in enumerate(below) if line.leads), len(below))
    found = [
        *(clue for line in below[:other] for clue in _stated(line, language, top is not None)),
        *(_asked(c, "it stands with another story") for line in below[other:] for c in _stated(line, language, False)),
        *(_asked(clue, "it stands above the headline") for line in above for clue in _stated(line, language, False)),
        *_at_the_foot(lines[prose:], language),
    ]
    sure = {clue.day for clue in found if clue.doubt is None}
    if len(sure) > 1:
        found = [_asked(clue, "several days stand there") for clue in found]
    return tuple(found)


def _asked(clue: Clue, doubt: str) -> Clue:
    return replace(clue, doubt=clue.doubt or doubt)


def _at_the_foot(lines: Sequence[Line], language: str) -> tuple[Clue, ...]:
    """What a line behind the article calls its day of publication, where one line alone does."""
    labelled = [line for line in lines if line.inside and len(line.text) <= _LONGEST and _PUBLISHED.match(line.text)]
    found = tuple(_stated(labelled[0], language, True)) if len(labelled) == 1 else ()
    bare = _PUBLISHED.sub("", labelled[0].text) if found else ""
    m = _DATE.search(bare)
    if m and not _rest(bare[: m.start()], bare[m.end() :]):
        return found
    return tuple(_asked(clue, "it stands below the article") for clue in found)


# ---------------------------------------------------------------- one line
def _stated(line: Line, language: str, under: bool) -> Iterator[Clue]:
    """The days of a line. under: it stands under the headline, where a date alone is that of the article."""
    if len(line.text) > _LONGEST:
        return
    author = bool(_BY.match(line.text))
    called = ""
    for part in filter(None, _PARTS.split(line.text)):
        end = 0
        dates = list(_DATE.finditer(part))
        for m, following in pairwise([*dates, None]):
            assert m is not None  # only the last of all is none
            before, called = f"{called} {part[end : m.start()]}".lstrip(), ""
            after = part[m.end() : following.start() if following else len(part)]
            end = m.end()
            doubt = None
            if _CHANGED.search(before):
                doubt = "it is the day of a change"
            elif not _PUBLISHED.search(before):
                rest = _rest(before, after)
                alone = not rest or (author and bool(_BY.match(rest)))
                if not (under and alone and (line.named or author)):
                    doubt = "nothing there calls it the day of publication"
            yield from _days(m[0], part, language, doubt)
        if not dates and (_CHANGED.search(part) or _PUBLISHED.search(part)):
            called = part  # "Updated | 9 May 2031"


def _rest(before: str, after: str) -> str:
    """What stands beside a date, but for a weekday, a time of day, and what the next date is called."""
    before = "" if _WEEKDAY.fullmatch(before) else before
    next_label = min((m.start() for m in (_CHANGED.search(after), _PUBLISHED.search(after)) if m), default=len(after))
    return (before + _CLOCK.sub("", after[:next_label])).strip(" ,.:;()[]-\t")


def _days(written: str, part: str, language: str, doubt: str | None) -> Iterator[Clue]:
    numeric = _NUMERIC.fullmatch(written)
    if numeric and (numeric[2] == "." or _has_the_day_first(language)):
        written, numeric = f"{numeric[4]}-{int(numeric[3]):02}-{int(numeric[1]):02}", None
    if numeric and int(numeric[1]) <= 12 and int(numeric[3]) <= 12 and numeric[1] != numeric[3]:
        day_first = not language.lower().startswith("en-us") and language.lower() != "en"
        for a, b in ((1, 3), (3, 1)) if day_first else ((3, 1), (1, 3)):
            read = f"{numeric[4]}-{int(numeric[b]):02}-{int(numeric[a]):02}"
            yield Clue(read, "line", part, doubt or "day and month can be read either way")
        return
    edtf = _iso(written) or as_edtf(written, language)
    span = interval_of(edtf) if edtf else None
    if edtf and span is not None and span.days == 1:
        yield Clue(edtf, "line", part, doubt, outright=doubt is None)


def _has_the_day_first(language: str) -> bool:
    """Does everybody who writes this language write 6/5/2031 for the sixth of May?"""
    primary, _, region = language.partition("-")
    return primary.lower() in _DAY_FIRST and region.upper() not in _MONTH_FIRST


def _iso(written: str) -> str | None:
    m = re.fullmatch(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?", written)
    return f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}" if m else None


# ---------------------------------------------------------------- the page as lines
def _lines(root: Any) -> Iterator[Line]:
    body = root.find(".//body")
    yield from _walk(root if body is None else body, False, False)


def _walk(element: Any, inside: bool, named: bool) -> Iterator[Line]:
    """The lines of an element: its words up to the next element that begins a line."""
    inside = inside or element.tag in ("article", "main")
    named = _is_named(element, named)
    words: list[str] = []
    line_named = named

    def flush() -> Iterator[Line]:
        text = " ".join("".join(words).split()).strip()
        words.clear()
        if text:
            leads = element.tag in _HEADINGS and (element.find(".//a") is not None or element.getparent().tag == "a")
            yield Line(text, element.tag == "h1", leads, line_named, inside)

    words.append(element.text or "")
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _APART or _OTHERS.search(_called(child)):
            words.append(" ")
        elif child.tag == "br":
            yield from flush()
            line_named = named
        elif child.tag in _INLINE and not _has_blocks(child):
            line_named = _is_named(child, line_named) or any(_is_named(c, False) for c in child.iter())
            text = "".join(child.itertext())
            words.append(f" {text} " if child.tag in ("span", "time") else text)  # boxes, most often
        else:
            yield from flush()
            line_named = named
            yield from _walk(child, inside, named)
        words.append(child.tail or "")
    yield from flush()


def _is_named(element: Any, before: bool) -> bool:
    if not isinstance(element.tag, str):
        return before
    called = _called(element)
    if _MISNAMED.search(called):
        return False
    return before or bool(_NAMED.search(called)) or element.tag == "time"


def _called(element: Any) -> str:
    """What the markup calls an element."""
    return " ".join(element.get(key) or "" for key in ("class", "id", "itemprop", "data-testid"))


def _has_blocks(element: Any) -> bool:
    inner = (child.tag for child in element.iter() if child is not element)
    return any(isinstance(tag, str) and tag not in _INLINE and tag != "br" for tag in inner)
