"""Articles as the sources that pages show: what they are, and when each was published."""

from collections.abc import Iterable

from .. import urls
from ..algebra.calendar import iso
from ..algebra.edtf import OPEN_FIRST
from ..algebra.interval import Interval
from ..config import Config
from ..frozen import replace
from ..model import Article, Document, DocumentTime
from . import facets, links, overrides, references
from .dates import Dates
from .views import Link, Published, Source


def source(dates: Dates, article: Article, config: Config, cited: int) -> Source:
    """An article as a source."""
    meta, document = article.document.meta, article.document
    cited_as = references.reference(article)
    return Source(
        id=document.id, title=meta.title or document.id, page=urls.article(document.id),
        published=published(dates, article.time, document), publisher=meta.publisher, author=meta.author,
        origin=document.origin, original=links.safe(meta.url), archived=links.safe(meta.archived),
        retrieved=dates.day(meta.retrieved.toordinal()) if meta.retrieved else None,
        rights=meta.rights, licence=meta.licence, language=meta.language, tags=meta.tags, cited=cited,
        level=meta.publish_text or config.publish_text, reference=cited_as,
        where=references.whereabouts(cited_as, dates.locale),
    )


def published(dates: Dates, time: DocumentTime, document: Document) -> Published:
    """A publication date in words: a day, a window, or not known."""
    gettext = dates.locale.gettext
    words, datetime = gettext("not known"), None
    if time.basis != "unknown" and time.earliest is not None and time.latest is not None:
        window = Interval(time.earliest, time.latest + 1, "span")
        words = dates.day(time.earliest) if window.days == 1 else dates.within(window)
        datetime = iso(time.earliest) if window.days == 1 and time.earliest > 0 else None
        if time.clock and window.days == 1:
            words = dates.words(time.clock)
    elif time.latest is not None:
        bounds = Interval(OPEN_FIRST if time.earliest is None else time.earliest, time.latest + 1, "span")
        words = gettext("not known (%(bounds)s)") % {"bounds": dates.within(bounds)}
    set_by = time.set_by
    value = document.meta.published or (iso(time.best) if time.best is not None else None)
    return Published(
        words, time.basis, sentences(time.evidence), tuple(dates.day(n) for n in time.alternatives), datetime,
        set_by is not None, set_by.reason if set_by else None, overrides.published(document.id, value),
    )


def with_origins(sources: dict[str, Source]) -> dict[str, Source]:
    """The same sources, those that name one origin with links to one another."""
    named: dict[str, list[Source]] = {}
    for one in sources.values():
        if one.origin:
            named.setdefault(facets.key(one.origin), []).append(one)
    return {
        i: replace(one, siblings=tuple(
            Link(other.title, other.page) for other in named.get(facets.key(one.origin or ""), ()) if other.id != i
        ))
        for i, one in sources.items()
    }


# ---------------------------------------------------------------- evidence as sentences
def sentences(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines of evidence as sentences: a capital, a full stop, none twice."""
    return tuple(dict.fromkeys(sentence(line) for line in lines if line))


def sentence(line: str) -> str:
    """A line with a capital at its head and a full stop at its end."""
    return line[:1].upper() + line[1:] + ("" if line.rstrip("”’\"')")[-1:] in tuple(".!?…") else ".")
