"""The lines around a page's headline, where readers see when it was published: which day they state, if one.

The markup of a page need not say it at all, or says it of something else. What stands in a line by itself under the
headline, or behind a word such as “Published”, is a statement; any other date up there is only a clue to be asked
about: the day of the event, of an update, of printing, or of another story.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ...algebra.edtf import interval_of
from ...frozen import replace
from ...language.dates import as_edtf
from .dates import Clue, statement
from .lines import MARKED, TIME, Line, lines_of

_PROSE = 100  # characters in a line that is the article itself
_BEFORE, _LONGEST = 3, 140  # lines looked at above the headline; characters of a line that may be a stamp
_MOST = 3  # lines below the article that are asked about

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
    rf"(?:[{TIME}{MARKED}]\d{{4}}-\d\d-\d\d[^\s,|)]*)"
    r"|(?<!\d)(?:\d{4}-\d\d-\d\d|\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{4}年\s?\d{1,2}月\s?\d{1,2}日|\d{4}년\s?\d{1,2}월\s?\d{1,2}일"
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
#: A single word right before a date, which may be its weekday.
_WORD = re.compile(r"\s*[^\W\d_]{2,12}(?:-feira)?\.?,?\s*(?:le |el |the |den )?")
_SIGNS = re.compile(f"[{TIME}{MARKED}]")
_PARTS = re.compile(r"\s*[|·•–—]\s*|\s+/\s+|\s{3,}|\n")
_BY = re.compile(r"\A(?:by|von|par|por|di|door|av|af|przez)\s", re.I)


def clues(root: Any, headline: str | None, language: str) -> tuple[Clue, ...]:
    """The days that the lines around the headline name. root: the page as an lxml element."""
    lines = lines_of(root)
    top = next((n for n, line in enumerate(lines) if line.heading and line.text == headline), None)
    top = next((n for n, line in enumerate(lines) if line.heading), None) if top is None else top
    first = 0 if top is None else top + 1
    prose = next((n for n in range(first, len(lines)) if len(lines[n].text) >= _PROSE), len(lines))
    above = lines[max(0, (top or 0) - _BEFORE) : top or 0]
    below = _beside_authors(lines[first:prose])
    elsewhere = (*lines[:first], *lines[prose:])
    other = next((n for n, line in enumerate(below) if line.leads), len(below))
    found = [
        *(clue for line in below[:other] for clue in _stated(line, language, top is not None)),
        *(_asked(c, "it stands with another story") for line in below[other:] for c in _stated(line, language, False)),
        *(_asked(c, "it stands above the headline") for n in above if n.inside for c in _stated(n, language, False)),
        *_at_the_foot(lines[prose:], language),
        *(clue for line in elsewhere if MARKED in line.text for clue in _stated(line, language, False)),
    ]
    sure = {clue.day for clue in found if clue.doubt is None}
    if len(sure) > 1:
        found = [_asked(clue, "several days stand there") for clue in found]
    return tuple(found)


def _beside_authors(lines: Sequence[Line]) -> list[Line]:
    """The lines, those right beside a by-line named like it: a date alone there is that of the article."""
    by = [_BY.match(line.text) is not None for line in lines]
    return [
        replace(line, named=True) if any(by[max(0, n - 1) : n + 2]) else line for n, line in enumerate(lines)
    ]


def _asked(clue: Clue, doubt: str) -> Clue:
    return replace(clue, doubt=clue.doubt or doubt)


def _at_the_foot(lines: Sequence[Line], language: str) -> tuple[Clue, ...]:
    """What lines behind the article call a day of publication: that of the article where one line alone does, in it."""
    labelled = [line for line in lines if len(line.text) <= _LONGEST and _PUBLISHED.match(line.text)]
    inside = [line for line in labelled if line.inside]
    if len(inside) == 1:
        bare = _PUBLISHED.sub("", inside[0].text)
        m = _DATE.search(bare)
        if m and not _rest(bare[: m.start()], m[0], bare[m.end() :], language):
            return tuple(_stated(inside[0], language, True))
    found = (clue for line in labelled[:_MOST] for clue in _stated(line, language, True))
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
            elif not (_PUBLISHED.search(before) or m[0].startswith(MARKED)):
                rest = _rest(before, m[0], after, language)
                alone = not rest or (author and bool(_BY.match(rest)))
                if not (under and alone and (line.named or author)):
                    doubt = "nothing there calls it the day of publication"
            yield from _days(m[0], _SIGNS.sub("", part), language, doubt)
        if not dates and (_CHANGED.search(part) or _PUBLISHED.search(part)):
            called = part  # "Updated | 9 May 2031"


def _rest(before: str, date: str, after: str, language: str) -> str:
    """What stands beside a date, but for its weekday, a time of day, and what the next date is called."""
    weekday = _WORD.fullmatch(before) and as_edtf(f"{before} {date}", language) is not None
    next_label = min((m.start() for m in (_CHANGED.search(after), _PUBLISHED.search(after)) if m), default=len(after))
    return (("" if weekday else before) + _CLOCK.sub("", after[:next_label])).strip(" ,.:;()[]-\t")


def _days(written: str, part: str, language: str, doubt: str | None) -> Iterator[Clue]:
    """The day that a date names; both of them where it can be read two ways."""
    if written[0] in (TIME, MARKED):
        clue = statement(written[1:], "time")
        if clue is not None:
            yield replace(clue, doubt=doubt, outright=doubt is None)
        return
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
