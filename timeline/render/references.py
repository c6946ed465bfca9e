"""How to cite a source, by its kind: in plain words, as BibTeX, as CSL-JSON (Citation Style Language 1.0.2)."""

import re
from collections.abc import Iterable

from ..algebra.calendar import iso
from ..algebra.edtf import interval_of
from ..as_json import as_json
from ..frozen import Frozen, replace
from ..locale import Locale, marked
from ..model import Article, Meta
from .cite import tex
from .dates import Dates

#: What BibTeX calls a kind, and the field in which that has what it stands in. Others are `@misc`.
_BIBTEX = {
    "article-newspaper": ("article", "journal"), "article-magazine": ("article", "journal"),
    "article-journal": ("article", "journal"), "book": ("book", "series"), "chapter": ("incollection", "booktitle"),
    "report": ("techreport", "series"), "thesis": ("phdthesis", "series"),
    "manuscript": ("unpublished", "howpublished"), "pamphlet": ("booklet", "howpublished"),
}  # fmt: skip
#: What readers call the kinds that title and place do not show.
_LABELS = {
    "post-weblog": marked("blog"), "post": marked("post"), "report": marked("report"), "thesis": marked("thesis"),
    "manuscript": marked("manuscript"), "personal_communication": marked("letter"), "interview": marked("interview"),
    "speech": marked("speech"), "hearing": marked("hearing"), "broadcast": marked("broadcast"),
    "motion_picture": marked("video"), "song": marked("recording"), "map": marked("map"), "graphic": marked("picture"),
    "pamphlet": marked("pamphlet"),
}
_HOUSE = {"techreport": "institution", "phdthesis": "school"}


class Reference(Frozen):
    """A source as it is cited.

    kind: one of `SOURCE_TYPES`. issued: when it was published, in EDTF, None where that is not known; inferred: it is
    nobody's word. pages: those that are cited, or on which it stands.
    """

    id: str
    kind: str
    title: str
    author: str | None = None
    container: str | None = None
    publisher: str | None = None
    volume: str | None = None
    pages: str | None = None
    place: str | None = None
    issued: str | None = None
    inferred: bool = False
    url: str | None = None
    accessed: str | None = None
    archive: str | None = None
    shelfmark: str | None = None
    language: str = "en"
    rights: str | None = None


def reference(article: Article) -> Reference:
    """An article as it is cited as a whole."""
    meta, time = article.document.meta, article.time
    ours = meta.published if meta.calendar != "julian" else None  # else the day by our calendar is the one to cite
    stated = ours if time.basis == "given" and time.set_by is None else None
    best = iso(time.best) if time.best is not None and time.best > 0 else None
    return Reference(
        id=article.document.id, kind=kind(meta), title=meta.title or article.document.id, author=meta.author,
        container=meta.container, publisher=meta.publisher, volume=meta.volume, pages=meta.page, place=meta.place,
        issued=stated[:10] if stated and "T" in stated else stated or best, inferred=time.basis == "inferred",
        url=meta.url, accessed=meta.retrieved.isoformat() if meta.retrieved and meta.url else None,
        archive=meta.archive, shelfmark=meta.shelfmark, language=meta.language, rights=meta.rights,
    )  # fmt: skip


def at(source: Reference, page: str | None) -> Reference:
    """The source, cited for what stands on one of its pages."""
    return replace(source, pages=page) if page else source


def kind(meta: Meta) -> str:
    """What a source is: as it says itself, else by what is told of it."""
    if meta.type:
        return meta.type
    if meta.archive or meta.shelfmark:
        return "manuscript"
    if meta.container:
        return "article-newspaper"
    return "webpage" if meta.url else "document"


def whereabouts(source: Reference, locale: Locale) -> str:
    """Where in the world it stands, beside title and publisher: "The Weir, 12, p. 4", "State archive, F 12/3"."""
    container = source.container if source.container != source.publisher else None
    parts = (container, source.volume, pages(source.pages, locale), source.archive, source.shelfmark)
    return ", ".join(part for part in parts if part)


def pages(written: str | None, locale: Locale) -> str | None:
    """One page or several, as they are cited."""
    if not written:
        return None
    several = re.search(r"[-–—,]", written)
    return (locale.gettext("pp. %(pages)s") if several else locale.gettext("p. %(pages)s")) % {"pages": written}


# ---------------------------------------------------------------- forms
def plain(sources: Iterable[Reference], dates: Dates) -> str:
    """A line for a footnote, for each."""
    return "\n".join(_plain(source, dates) for source in sources)


def bibtex(sources: Iterable[Reference]) -> str:
    """An entry for each; what TeX would take for a command is escaped."""
    return "\n".join(map(_bibtex, sources))


def csl(sources: Iterable[Reference]) -> str:
    """Citation Style Language data, as reference managers import it."""
    return as_json([_csl(source) for source in sources], indent=2).decode()


def _plain(source: Reference, dates: Dates) -> str:
    said = dates.locale.gettext
    by = f"{source.author}. " if source.author else ""
    when = dates.in_words(source.issued, interval_of(source.issued) if source.issued else None) or said("no date")
    when = said("%(date)s (inferred)") % {"date": when} if source.inferred else when
    what = f" [{said(_LABELS[source.kind])}]" if source.kind in _LABELS else ""
    house = (source.container, source.publisher if source.publisher != source.container else None)
    page = pages(source.pages, dates.locale)
    parts = (*house, source.volume, source.place, when, page, source.archive, source.shelfmark)
    where = f"{by}“{source.title}”{what}. {', '.join(part for part in parts if part)}."
    if source.accessed:
        return f"{where} {source.url} ({said('read on %(date)s') % {'date': source.accessed}})"
    return f"{where} {source.url}" if source.url else where


def _bibtex(source: Reference) -> str:
    entry, holder = _BIBTEX.get(source.kind, ("misc", "howpublished"))
    issued = source.issued or ""
    archive = ", ".join(part for part in (source.archive, source.shelfmark) if part)
    house = source.publisher if source.publisher != source.container else None
    named = {
        "author": " and ".join("{" + tex(author) + "}" for author in _authors(source)),
        "title": "{" + tex(source.title) + "}",
        holder: tex(source.container or (source.publisher if entry == "article" else None) or ""),
        _HOUSE.get(entry, "publisher"): tex(house or "") if entry != "article" or source.container else "",
        "volume": tex(source.volume or ""),
        "pages": tex(re.sub(r"(?<=\d)\s*[-–—]+\s*(?=\d)", "--", source.pages or "")),
        "address": tex(source.place or ""),
        "year": issued[:4] if issued[:4].isdecimal() else "",
        "date": issued if len(issued) > 4 else "",
        "url": (source.url or "").replace("{", "%7B").replace("}", "%7D"),
        "urldate": source.accessed or "",
        "note": tex(". ".join(filter(None, (archive, "Date inferred" if source.inferred and issued else "")))),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in named.items() if value]
    return f"@{entry}{{{_key(source.id)},\n" + ",\n".join(lines) + "\n}\n"


def _csl(source: Reference) -> dict[str, object]:
    told = {
        "id": source.id,
        "type": source.kind,
        "title": source.title,
        "author": [{"literal": author} for author in _authors(source)],
        "container-title": source.container,
        "publisher": source.publisher,
        "volume": source.volume,
        "page": source.pages,
        "event-place" if source.kind in ("speech", "hearing") else "publisher-place": source.place,
        "issued": _csl_date(source.issued, source.inferred),
        "accessed": _csl_date(source.accessed, False),
        "URL": source.url,
        "archive": source.archive,
        "archive_location": source.shelfmark,
        "language": source.language,
    }
    return {name: value for name, value in told.items() if value}


def _csl_date(edtf: str | None, inferred: bool) -> dict[str, object] | None:
    """A date as CSL has it: in parts, two of them for an interval; as it is written where it has no such form."""
    if not edtf:
        return None
    ends = [re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?", end) for end in edtf.split("/")]
    if not all(ends):
        return {"raw": edtf}
    parts = [[int(part) for part in m.groups() if part] for m in ends if m]
    about = {"circa": True} if inferred or "~" in edtf else {}
    return {"date-parts": parts, **about}


def _authors(source: Reference) -> list[str]:
    """Each by itself, where several are told with a semicolon between them."""
    return re.split(r"\s*;\s*", source.author) if source.author else []


def _key(id: str) -> str:
    """An id as BibTeX allows one."""
    return re.sub(r"[^\w:./+-]", "-", id)
