"""When a page says it was published, from every place where it says so, the most authoritative first."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from ...algebra.edtf import interval_of
from ...diagnostics import Diagnostic, warning
from ...frozen import Frozen, replace
from ...language.dates import as_edtf
from ...model import PUBLISHED_SOURCES
from .head import PageHead

_OPEN_GRAPH = ("article:published_time", "og:published_time", "og:article:published_time", "article:published")
_METAS = (
    "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate",
    "original-publish-date", "dcterms.issued", "dc.date.issued", "citation_publication_date", "citation_date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_LOOSE = ("dcterms.date", "dc.date", "dcterms.created", "dc.date.created", "date")
_CHANGED = frozenset((
    "article:modified_time", "og:updated_time", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified",
    "revised", "datemodified",
))  # fmt: skip
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_COMPACT = re.compile(r"(\d{4})(?:/(\d\d?)/(\d\d?)|(\d\d)(\d\d))(?:[T ].*)?")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_IN_ADDRESS = re.compile(r"(?<![\d/-])[/_-]((?:19|20)\d\d)([/_-]?)([01]?\d)\2([0-3]?\d)(?=[/_.-]|\Z)(?!-\d\d?(?!\d))")
_CALENDAR = re.compile(r"/(?:events?|calendar|agenda|termine?|veranstaltung\w*|whats-?on)/", re.I)
_PLACEHOLDERS = {"0001-01-01", "1970-01-01"}

#: Sources that state the day of publication and nothing else. Of the others each may mean something else: a day of
#: printing in a `date`, a day of change in a `<time>` without a mark, what htmldate makes of the page's head.
_OUTRIGHT = frozenset(("json-ld", "open-graph", "mail", "line", "feed", "bibliography"))


class Clue(Frozen):
    """A day on which something may have been published. edtf: a day or a moment; source: a key of `PUBLISHED_SOURCES`.

    words: as they stand there. doubt: why it is not to be taken without asking. outright: it is called the day of
    publication there.
    """

    edtf: str
    source: str
    words: str = ""
    doubt: str | None = None
    outright: bool = False

    @property
    def day(self) -> int:
        """As a proleptic ordinal."""
        span = interval_of(self.edtf)
        assert span is not None  # nothing else is made by `statement`
        return span.first

    def evidence(self) -> str:
        """Where it stands, for people."""
        return PUBLISHED_SOURCES[self.source] + (f": “{self.words}”" if self.words else "")


def statement(written: str, source: str, language: str = "en") -> Clue | None:
    """A date as a page writes it, in ISO 8601 or in words; None where that is no single day or only a placeholder."""
    edtf = _day(written.strip(), language)
    span = interval_of(edtf) if edtf else None
    if edtf is None or edtf[:10] in _PLACEHOLDERS or span is None or span.days != 1:
        return None
    return Clue(edtf, source, outright=source in _OUTRIGHT)


def page_dates(head: PageHead, address: str | None, language: str, lines: Iterable[Clue] = ()) -> tuple[Clue, ...]:
    """Every statement of a page, by authority. lines: those that stand in its text."""
    changed = {clue.day for written in _changed(head) if (clue := statement(written, "meta", language))}
    told = (_told(written, source, outright, language, changed) for written, source, outright in _written(head))
    in_address = _address_day(address or "")
    found = (*filter(None, told), *lines, *([in_address] if in_address else []))
    return by_authority(found)


def by_authority(clues: Iterable[Clue]) -> tuple[Clue, ...]:
    """Those without a doubt first, then by their sources. One day from one source counts once."""
    order = list(PUBLISHED_SOURCES)
    ranked = sorted(clues, key=lambda clue: (clue.doubt is not None, order.index(clue.source)))
    return tuple({(clue.source, clue.day): clue for clue in reversed(ranked)}.values())[::-1]


def settled(clues: Sequence[Clue]) -> Clue | None:
    """The day that may be taken without asking: nothing is against it, or only what is weaker than two that agree."""
    sure = [clue for clue in clues if clue.doubt is None]
    if not sure:
        return None
    first = sure[0]
    against = [clue for clue in clues if abs(clue.day - first.day) > 1 and not _is_aside(clue, sure)]
    support = {clue.source for clue in clues if clue.doubt is None and abs(clue.day - first.day) <= 1}
    outweighed = len(support) > 1 and not any(clue.outright for clue in against)
    return first if not against or outweighed else None


def contradiction(clues: tuple[Clue, ...], path: str) -> Diagnostic | None:
    """A word on two statements that no time zone can reconcile, naming both, where none of them is taken."""
    if settled(clues) is not None or not clues:
        return None
    first = clues[0]
    other = next((clue for clue in clues if abs(clue.day - first.day) > 1), None)
    if other is None:
        return None
    message = f"{first.evidence()} says that it was published {first.edtf}, {other.evidence()} says {other.edtf}"
    return warning(
        path, 0, 0, "dates-differ", message, "neither is taken: look, and write the right one as `published`"
    )


def _is_aside(clue: Clue, sure: Sequence[Clue]) -> bool:
    """Is it only a doubtful line beside one that is not?"""
    return clue.doubt is not None and any(other.outright for other in sure)


def _told(written: str, source: str, outright: bool, language: str, changed: Set[int]) -> Clue | None:
    clue = statement(written, source, language)
    if clue is None or outright:
        return replace(clue, outright=True) if clue else None
    return (
        replace(clue, doubt="the page gives the same day as that of its last change") if clue.day in changed else clue
    )


def _written(head: PageHead) -> Iterator[tuple[str, str, bool]]:
    """What is stated, where, and whether outright."""
    for article in head.articles:
        if isinstance(written := article.get("datePublished"), str):
            yield written, "json-ld", True
    for names, source, outright in ((_OPEN_GRAPH, "open-graph", True), (_METAS, "meta", True), (_LOOSE, "meta", False)):
        if written := head.meta(*names):
            yield written, source, outright


def _changed(head: PageHead) -> Iterator[str]:
    """Days on which the page says that it was changed."""
    yield from (w for article in head.articles if isinstance(w := article.get("dateModified"), str))
    yield from (content for name, content in head.metas if name in _CHANGED and content)


def _day(written: str, language: str) -> str | None:
    if m := _ISO.fullmatch(written):
        midnight = m["clock"] in (None, "00:00")  # most often a day without a clock
        zone = re.sub(r"(?<=\d\d)(?=\d\d\Z)", ":", (m["zone"] or "").replace(":", ""))
        return m["day"] if midnight else f"{m['day']}T{m['clock']}{zone}"
    if m := _COMPACT.fullmatch(written):
        return f"{m[1]}-{int(m[2] or m[4]):02}-{int(m[3] or m[5]):02}"
    if not _YEAR.search(written) or not re.search(r"[^\W\d_]", written):
        return None  # "04/05/2020" is two days
    return as_edtf(written, language)


def _address_day(address: str) -> Clue | None:
    m = _IN_ADDRESS.search(address.partition("?")[0].partition("#")[0])
    clue = statement(f"{m[1]}-{int(m[3]):02}-{int(m[4]):02}", "url") if m else None
    calendar = _CALENDAR.search(address)
    return replace(clue, doubt="it may be the day of an event") if clue and calendar else clue
