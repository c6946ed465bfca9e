"""When a page says it was published, from every place where it says so, the most authoritative first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..algebra.edtf import interval_of
from ..diagnostics import Diagnostic, warning
from ..language.dates import as_edtf
from ..model import PUBLISHED_SOURCES
from .page_head import PageHead

_OPEN_GRAPH = ("article:published_time", "og:published_time", "og:article:published_time", "article:published")
_METAS = (
    "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate",
    "original-publish-date", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "dcterms.created",
    "dc.date.created", "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_COMPACT = re.compile(r"(\d{4})(?:/(\d\d?)/(\d\d?)|(\d\d)(\d\d))(?:[T ].*)?")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_IN_ADDRESS = re.compile(r"(?<![\d/-])[/_-]((?:19|20)\d\d)([/_-]?)([01]?\d)\2([0-3]?\d)(?=[/_.-]|\Z)(?!-\d\d?(?!\d))")
_PLACEHOLDERS = {"0001-01-01", "1970-01-01"}


@dataclass(frozen=True, slots=True)
class PageDate:
    """A statement of the day of publication. edtf: a day or a moment; source: a key of `PUBLISHED_SOURCES`."""

    edtf: str
    source: str

    @property
    def day(self) -> int:
        """As a proleptic ordinal."""
        span = interval_of(self.edtf)
        assert span is not None  # nothing else is made by `statement`
        return span.first


def statement(written: str, source: str, language: str = "en") -> PageDate | None:
    """A date as a page writes it, in ISO 8601 or in words; None where that is no single day or only a placeholder."""
    edtf = _day(written.strip(), language)
    span = interval_of(edtf) if edtf else None
    if edtf is None or edtf[:10] in _PLACEHOLDERS or span is None or span.days != 1:
        return None
    return PageDate(edtf, source)


def page_dates(head: PageHead, address: str | None, language: str) -> tuple[PageDate, ...]:
    """Every statement of the page itself, by authority. Where unmarked `<time>` elements differ, none counts."""
    told = (statement(written, source, language) for written, source in _written(head))
    in_address = _address_day(address or "")
    found = (*filter(None, told), *([in_address] if in_address else []))
    return tuple(sorted(found, key=lambda date: list(PUBLISHED_SOURCES).index(date.source)))


def contradiction(dates: tuple[PageDate, ...], path: str) -> Diagnostic | None:
    """A word on two statements that no time zone can reconcile, naming both. The first is the one taken."""
    if not dates:
        return None
    first, *others = dates
    other = next((date for date in others if abs(date.day - first.day) > 1), None)
    if other is None:
        return None
    message = (
        f"{PUBLISHED_SOURCES[first.source]} says that it was published {first.edtf}, "
        f"{PUBLISHED_SOURCES[other.source]} says {other.edtf}"
    )
    return warning(path, 0, 0, "dates-differ", message, "the first is taken; look, and mend `published` if it is wrong")


def _written(head: PageHead) -> Iterator[tuple[str, str]]:
    for article in head.articles:
        if isinstance(written := article.get("datePublished"), str):
            yield written, "json-ld"
    for names, source in ((_OPEN_GRAPH, "open-graph"), (_METAS, "meta")):
        if written := head.meta(*names):
            yield written, source
    times = [t.value for t in head.times if t.marked][:1] or list({t.value[:10]: t.value for t in head.times}.values())
    if len(times) == 1:
        yield times[0], "time"


def _day(written: str, language: str) -> str | None:
    if m := _ISO.fullmatch(written):
        midnight = m["clock"] in (None, "00:00")  # most often a day without a clock
        return m["day"] if midnight else f"{m['day']}T{m['clock']}{m['zone'] or ''}"
    if m := _COMPACT.fullmatch(written):
        return f"{m[1]}-{int(m[2] or m[4]):02}-{int(m[3] or m[5]):02}"
    if not _YEAR.search(written) or not re.search(r"[^\W\d_]", written):
        return None  # "04/05/2020" is two days
    return as_edtf(written, language)


def _address_day(address: str) -> PageDate | None:
    m = _IN_ADDRESS.search(address.partition("?")[0].partition("#")[0])
    return statement(f"{m[1]}-{int(m[3]):02}-{int(m[4]):02}", "url") if m else None
