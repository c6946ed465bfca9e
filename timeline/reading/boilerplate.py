"""Page furniture: which blocks of an article are not the article, told by their form and their position together.

A body paragraph that is taken for furniture loses an event, so a form counts only as a whole block and where it is at
home: a byline before the prose, a biography after it. The forms are data, `language/<language>/furniture.py`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

from ..frozen import Frozen
from ..kept import pattern
from ..language.furniture import Form, Furniture, furniture

BODY, HEADLINE = "body", "headline"
#: Furniture is glued to so many paragraphs at the beginning and at the end, never to those between.
FIRST, LAST = 2, 4

_LONGEST_FORM = 300
_LONGEST_HEADLINE = 180
_HEAD, _TAIL = 10, 15  # blocks at either end in which forms of "head" and "tail" are looked for
_GLUED_TAIL = 200
_PROSE_END = pattern(r"[.!?…][\"'”’»)\]]*\Z")
_NO_HEADLINE_END = pattern(r"(?:[.…,;:][\"'”’»)\]]*|[-–—_])\Z")
_SENTENCE_END = pattern(r"(?:[^\W\d_A-Z]{2}|\d|[\"'”’»)\]])\.[\"'”’»)\]]*\Z")  # and no abbreviation: "… the U.S."
_AFTER_SENTENCE = pattern(r"[.!?…”’\")]\s*(?=[^\W\d_a-z]|[©(\[])")


class Labels(Frozen):
    """A role for each block (see `model.Block`), and whom "Source: …" names."""

    roles: tuple[str, ...]
    origin: str | None = None


def label(
    texts: Sequence[str], kinds: Sequence[str], known: Sequence[str], title: str | None, language: str
) -> Labels:
    """Roles of an article's blocks. `known` has the roles that are certain, "" elsewhere."""
    if len(texts) < 2:
        return Labels(tuple(role or BODY for role in known))
    table = _compiled(language)
    forms = list(_forms(texts, table))
    roles = [role or (form.role if form else "") for role, form in zip(known, forms, strict=True)]
    for text, role, at in zip(texts, roles, range(len(texts)), strict=True):
        if not role and len(text) <= _LONGEST_FORM:
            roles[at] = table.ending(text)
    _label_lists(texts, kinds, roles, forms)
    _label_biographies(texts, roles, table)
    _label_headlines(texts, kinds, roles, title)
    if not any(role in ("", BODY) for role in roles):
        roles = ["" if role == HEADLINE else role for role in roles]
    origins = (table.origin(text) for text, role in zip(texts, roles, strict=True) if role == "origin")
    return Labels(tuple(role or BODY for role in roles), next(origins, None))


def cuts(text: str, breaks: Sequence[int], title: str | None, language: str) -> list[int]:
    """Where furniture that was glued to a paragraph is to be cut off: offsets in its text, ascending.

    `breaks` are the offsets of the line ends within the paragraph. Furniture may also follow a last sentence directly.
    """
    table = _compiled(language)
    if len(text) <= _LONGEST_FORM and table.looks_glued(text):
        return []  # furniture as a whole
    edges = (0, *breaks, len(text))
    found: set[int] = set()
    for n, (start, end) in enumerate(pairwise(edges) if breaks else ()):
        line = text[start:end].strip()
        zones = ("any", "head", "tail") if n < 3 else ("any", "tail")
        short = 0 < len(line) <= _LONGEST_FORM
        if _same(line, title) or (short and any(table.form(line, zone) for zone in zones)):
            found |= {start, end}
    tail = max(edges[-2], len(text) - _GLUED_TAIL)
    ends = _AFTER_SENTENCE.finditer(text, max(tail - 1, 0))
    glued = (m.end() for m in ends if table.looks_glued(text[m.end() :]))
    found.update(islice(glued, 1))
    return sorted(found - {0, len(text)})


# ---------------------------------------------------------------- the steps of labelling
def _forms(texts: Sequence[str], table: "_Table") -> Iterator[Form | None]:
    """What each block looks like where it stands."""
    prose = [at for at, text in enumerate(texts[: _HEAD + 1]) if _is_prose(text)]
    head = min(prose[1] if len(prose) > 1 else len(texts), _HEAD)
    tail = max(1, len(texts) - _TAIL)
    for at, text in enumerate(texts):
        if len(text) > _LONGEST_FORM:
            yield None
            continue
        yield (
            table.form(text, "any")
            or (table.form(text, "head") if at < head else None)
            or (table.form(text, "tail") if at >= tail else None)
        )


def _label_lists(texts: Sequence[str], kinds: Sequence[str], roles: list[str], forms: Sequence[Form | None]) -> None:
    """What a label heads: the links under "Related articles", all that follows "3 comments"."""
    for at, form in enumerate(forms):
        if form is None or not form.label:
            continue
        following = range(at + 1, len(texts))
        if form.role == "prompt":
            if sum(_is_prose(texts[n]) and len(texts[n]) >= 200 for n in following) < 2:
                for n in following:
                    roles[n] = roles[n] or form.role
            continue
        for n in following:
            if roles[n] or kinds[n] == "heading" or len(texts[n]) > _LONGEST_HEADLINE or _is_prose(texts[n]):
                break
            roles[n] = form.role


def _label_biographies(texts: Sequence[str], roles: list[str], table: "_Table") -> None:
    """Paragraphs at the very end that describe somebody of whom the article does not speak."""
    for at in range(len(texts) - 1, 0, -1):
        if roles[at]:
            continue
        story = [text for text, role in zip(texts[:at], roles, strict=False) if not role]
        name = table.biography(texts[at])
        if name is None or sum(map(_is_prose, story)) < 1 or _speaks_of(story, name):
            return
        roles[at] = "biography"


def _label_headlines(texts: Sequence[str], kinds: Sequence[str], roles: list[str], title: str | None) -> None:
    """The lines above the prose: the first that is furniture of no other kind, and at most two more below it."""
    count = 0
    for at, text in enumerate(texts[:_HEAD]):
        if roles[at]:
            continue
        if kinds[at] == "paragraph" and _is_lead(text):
            return
        if not _same(text, title) and (count == 3 or not _heads_prose(at, texts, kinds, roles)):
            return
        roles[at] = HEADLINE
        count += 1


def _is_lead(text: str) -> bool:
    """A whole sentence with its full stop: what came without a headline was given its lead as title."""
    return _is_prose(text) and _SENTENCE_END.search(text) is not None


def _heads_prose(at: int, texts: Sequence[str], kinds: Sequence[str], roles: Sequence[str]) -> bool:
    text = texts[at]
    if kinds[at] not in ("paragraph", "heading") or len(text) > _LONGEST_HEADLINE or _NO_HEADLINE_END.search(text):
        return False
    below = (texts[n] for n in range(at + 1, min(at + 7, len(texts))) if not roles[n])
    return any(_is_prose(other) and len(other) > len(text) for other in below)


def _is_prose(text: str) -> bool:
    """Whole sentences, and not just a few words?"""
    return len(text) >= 60 and _PROSE_END.search(text, len(text) - 4) is not None


def _speaks_of(story: Iterable[str], name: str) -> bool:
    """Is a person, or one of that family name, part of the story?"""
    family = re.compile(rf"\b{re.escape(name.rpartition(' ')[2])}\b")  # of this article: it is not kept
    return name != "" and any(family.search(text) for text in story)


def _same(text: str, title: str | None) -> bool:
    """The same words, whatever the typography?"""
    return title is not None and _words(text) == _words(title) != []


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


# ---------------------------------------------------------------- a language's table, compiled
class _Table:
    """The forms of one language as one regular expression a zone."""

    def __init__(self, source: Furniture) -> None:
        self._zones = {zone: [f for f in source.forms if f.zone == zone] for zone in ("any", "head", "tail")}
        self._patterns = {zone: _joined(f.pattern for f in forms) for zone, forms in self._zones.items()}
        self._endings = [role for role, _ in source.endings]
        self._ending = pattern(rf"(?:{_grouped(p for _, p in source.endings)})\Z", re.I)
        self._origins = [pattern(f.pattern, re.I) for f in source.forms if f.role == "origin"]
        self._biography = pattern(source.biography.opening, re.I)
        self._clue = pattern(source.biography.clue, re.I)
        self._story = pattern(source.biography.story, re.I)

    def form(self, text: str, zone: str) -> Form | None:
        """The form of that zone which the whole text has."""
        m = self._patterns[zone].fullmatch(text)
        return self._zones[zone][int((m.lastgroup or "f0")[1:])] if m else None

    def looks_glued(self, text: str) -> bool:
        """Is it what scrapes glue to the end of an article?"""
        form = self.form(text, "tail") or self.form(text, "any")
        return form is not None and (form.zone == "tail" or form.role in ("origin", "copyright"))

    def ending(self, text: str) -> str:
        """The role that the end of a text betrays, or ""; an ordinary end of a sentence betrays none."""
        if text[-1] in ".!?…" and text[-2:-1] not in (")", "]"):
            return ""
        m = self._ending.search(text, max(0, len(text) - 120))
        return self._endings[int((m.lastgroup or "f0")[1:])] if m else ""

    def origin(self, text: str) -> str | None:
        """Whom a line of role "origin" names."""
        matches = (pattern.fullmatch(text) for pattern in self._origins)
        return next((m["origin"].strip() for m in matches if m), None)

    def biography(self, text: str) -> str | None:
        """The person whom a text presents as its author, "" where without a name; None if it is no such text."""
        m = self._biography.match(text)
        if m is None or len(text) > 900 or self._story.search(text) or not self._clue.search(text, m.end()):
            return None
        return "" if m["name"][:1].islower() or m["name"].split()[0] in ("The", "This") else m["name"]


@cache
def _compiled(language: str) -> _Table:
    return _Table(furniture(language))


def _joined(patterns: Iterable[str]) -> re.Pattern[str]:
    return pattern(_grouped(patterns).replace("(?P<origin>", "(?:") or r"(?!)", re.I)


def _grouped(patterns: Iterable[str]) -> str:
    """An alternation that tells by the name of a group which one matched.

    The groups are empty and stand at the ends: around the patterns they would hide from `re` how these begin.
    """
    return "|".join(f"(?:{pattern})(?P<f{n}>)" for n, pattern in enumerate(patterns))
