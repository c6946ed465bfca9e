"""Days in words, and the sources of a timeline."""

from ...frozen import Frozen
from ..references import Reference


class When(Frozen):
    """A date in words and in shape.

    words: whole ("Sunday 10 December 2023"). weekday, numeral, rest: the same in parts, for the rail. datetime: for
    `<time>`, None where HTML has no form for it. shape: "day" known, "part" of the calendar larger than a day, "range"
    between two ends, "none". inferred: it rests on a publication date that was inferred, or is marked with a doubt.
    """

    words: str
    weekday: str = ""
    numeral: str = ""
    rest: str = ""
    datetime: str | None = None
    shape: str = "none"
    inferred: bool = False


class Published(Frozen):
    """When a source was published, and how that is known.

    words: "10 December 2023", "between 10 and 16 December 2023", "not known". basis: "given" "inferred" "unknown".
    alternatives: other days that fit as well, in words. correction: YAML that sets it.
    """

    words: str
    basis: str
    evidence: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    datetime: str | None = None
    by_person: bool = False
    reason: str | None = None
    correction: str = ""


class Link(Frozen):
    """Something to be named, with the page that tells more where there is one."""

    text: str
    page: str | None = None


class Source(Frozen):
    """An article as it is named beside a quotation. page: our copy; original, archived: elsewhere, None if not told.

    siblings: other articles of the same origin; together they are one witness.
    """

    id: str
    title: str
    page: str
    published: Published
    reference: Reference
    publisher: str | None = None
    author: str | None = None
    origin: str | None = None
    original: str | None = None
    archived: str | None = None
    retrieved: str | None = None
    rights: str | None = None
    licence: str | None = None
    language: str = "en"
    tags: tuple[str, ...] = ()
    cited: int = 0
    level: str = "full"
    siblings: tuple[Link, ...] = ()
    where: str = ""
