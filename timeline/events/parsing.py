"""Sentences of a document's own text, taken apart into tokens, clauses and event nouns."""

import re
from collections.abc import Iterator, Sequence

from ..frozen import Frozen, replace
from ..language.event_lexicon import EventLexicon
from ..language.sentences import sentences
from ..model import Document, Span, TimeExpression
from .attachment import EventNoun, event_nouns
from .clauses import Clause
from .dividing import clauses_of
from .participants import Names
from .pronouns import person_named
from .tokens import Token, plain, tokenise

#: What makes the length of time before it part of a word for somebody: "a 19-year-old was found".
_AGE = re.compile(r"[-‐‑ ]olds?\b")
#: Where a line may have run into another: a word in small letters, then an article or pronoun with a capital.
_RUN_IN = re.compile(
    r"\b(?P<before>[^\W\d_A-Z][^\W\d_A-Z]+|\d+)[ \u00a0]"
    r"(?P<line>(?:The|A|An|It|He|She|They|There|This|These)[ \u00a0][a-z\d])"
)
#: The clock of a page's own time, behind its date: "Monday 3 May 2021 11.40 BST Scores of …".
_STAMP = re.compile(r"(?:at )?\d{1,2}[.:]\d\d(?: ?(?i:[ap]\.?m\.?))? (?:[A-Z]{2,5} )?(?=[A-Z])")
#: Where and by whom it was written: "TURKU, May 3 (XY) - ".
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w.]*)?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})? (?:\([A-Z][\w ]*\) )?"
    r"[-–—]{1,2} (?=[A-Z“\"])"
)
_LEADING_ON = ("prep", "conj", "det", "that", "rel", "sub", "to", "aux", "pron")  # a name follows: "of The gambia"
_WORD_BEFORE = re.compile(r"\S+(?=\s*$)")
_LINE_BEHIND = re.compile(r"[:–—]? [A-Z]")
_TABLE = 3  # lines of a table at least
_QUOTED = 4  # sentences that a quotation goes on for
_HANDLE = 6  # tokens before a date in which an author's handle makes it the stamp of a message


class Sentence(Frozen):
    """A sentence taken apart. heir: the person whom a "he" or "she" in it means, from the sentence before.

    caption: it stands below a picture, and not in the running text. stamps: expressions that tell when a quoted message
    was posted, after the handle of its author. speaker: who says the words that it opens a quotation with, where a
    later sentence closes it and names him.
    """

    span: Span
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    nouns: tuple[EventNoun, ...]
    heir: str | None
    caption: bool = False
    stamps: frozenset[int] = frozenset()
    speaker: str | None = None


def parse(
    document: Document, expressions: Sequence[TimeExpression], names: Names, lexicon: EventLexicon
) -> Iterator[Sentence]:
    """Sentences of the body and its captions in their order; furniture and headlines are left out."""
    heir, told = None, list[Sentence]()
    numbered = list(enumerate(expressions))
    for block in document.blocks:
        if block.role not in ("body", "caption"):
            continue
        caption = block.role == "caption"
        inside = [(n, e) for n, e in numbered if block.start <= e.start < block.end]
        spans = block.sentences or sentences(document.text, block.start, block.end, document.meta.language)
        for span in (line for whole in spans for line in _lines(document, whole, inside, lexicon)):
            own = [(n, e) for n, e in inside if span[0] <= e.start and e.end <= span[1]]
            own = [(n, e) for n, e in own if not _AGE.match(document.text, e.end)]
            whole = tokenise(document.text, span, own, names.words, lexicon)
            tokens = plain(whole)
            if _is_teasers(tokens):
                continue
            clauses = clauses_of(tokens, lexicon) if tokens else ()
            nouns, known = event_nouns(tokens, lexicon), None if caption else heir
            told.append(Sentence(span, tokens, clauses, nouns, known, caption, _stamps(whole)))
            heir = heir if caption else person_named(document.text, tokens, clauses, names.keys, heir)
    for n, sentence in enumerate(told):
        if [t.tag for t in sentence.tokens].count("quote") % 2:  # it opens a quotation
            following = [s for s in told[n + 1 : n + 1 + _QUOTED] if not s.caption]
            yield replace(sentence, speaker=_speaker(document.text, following, lexicon))
        else:
            yield sentence


def _lines(
    document: Document, span: Span, expressions: Sequence[tuple[int, TimeExpression]], lexicon: EventLexicon
) -> Iterator[Span]:
    """The lines that a scrape has run into one sentence: its own headline, the time of the page, and what stood before
    an article with a capital ("… has died tonight The hospital said …").
    """
    text, title = document.text, (document.meta.title or "").strip()
    first, last = span
    if title and text.startswith(title, first) and text[first + len(title) : last].strip()[:1].isupper():
        yield first, first + len(title)
        first = _past_blanks(text, first + len(title))
    if (dateline := _DATELINE.match(text, first, last)) is not None:
        first = dateline.end()
    for m in _STAMP.finditer(text, first, last):
        date = next((e for _, e in expressions if first <= e.start and 0 <= m.start() - e.end <= 1), None)
        if date is not None:
            if first < date.start:
                yield first, _before_blanks(text, date.start)
            first = m.end()
    for start in _chronology(text, first, last, expressions, lexicon):
        if start > first:
            yield first, _before_blanks(text, start)
            first = start
    for m in _RUN_IN.finditer(text, first, last):
        if m.start("line") > first and _ends_a_line(m["before"].lower(), lexicon):
            yield first, m.end("before")
            first = m.start("line")
    yield first, last


def _is_teasers(tokens: Sequence[Token]) -> bool:
    """Is it a row of headlines, each behind a label that is shouted ("FAST CASH Girl finds gold ROAD RAGE Man …")?"""
    loud = [t.tag != "time" and len(t.text) > 1 and t.text.isalpha() and t.text.isupper() for t in tokens]
    return sum(a and b and not before for before, a, b in zip([False, *loud], loud, loud[1:], strict=False)) > 1


def _chronology(
    text: str, first: int, last: int, expressions: Sequence[tuple[int, TimeExpression]], lexicon: EventLexicon
) -> list[int]:
    """Where the lines of a table of dates begin that were run into one ("2011 Mill built 2016 Mill sold …")."""
    starts = []
    for _, e in expressions:
        before = _WORD_BEFORE.search(text[first : e.start])
        opens = before is None or (before[0][-1].isalnum() and lexicon.tags.get(before[0].lower()) not in _LEADING_ON)
        if first <= e.start and e.end < last and opens and _LINE_BEHIND.match(text, e.end):
            starts.append(e.start)
    return starts if len(starts) >= _TABLE else []


def _past_blanks(text: str, n: int) -> int:
    return n + len(text[n:]) - len(text[n:].lstrip())


def _before_blanks(text: str, n: int) -> int:
    return len(text[:n].rstrip())


def _ends_a_line(word: str, lexicon: EventLexicon) -> bool:
    """Can a line end in a word? Not where a name follows: "of The Hague", "said The mill"."""
    verb = lexicon.verbs.get(word)
    says = verb is not None and lexicon.group(verb.event_class or "") == "statement"
    return not says and lexicon.tags.get(word) not in _LEADING_ON


def _speaker(text: str, following: Sequence[Sentence], lexicon: EventLexicon) -> str | None:
    """Whom the sentence names that closes a quotation: "… have come back. They are well," Ada Lund told reporters."""
    closing = next((s for s in following if any(t.tag == "quote" for t in s.tokens)), None)
    if closing is None:
        return None
    mark = next(n for n, t in enumerate(closing.tokens) if t.tag == "quote")
    for clause in closing.clauses:
        says = clause.finite is not None and lexicon.group(clause.finite.event_class or "") == "statement"
        if clause.first > mark and clause.subject and says:
            named = closing.tokens[slice(*clause.subject)]
            return text[named[0].start : named[-1].end] if any(t.tag == "name" for t in named) else None
    return None


def _stamps(tokens: Sequence[Token]) -> frozenset[int]:
    """Times of quoted messages: "Ada Lund (@adalund) May 28, 2019"."""
    found = set()
    for n, token in enumerate(tokens):
        if token.time is None or tokens[n - 1].tag not in ("close", "name", "noun"):
            continue
        if any(t.text.startswith("@") for t in tokens[max(0, n - _HANDLE) : n]):
            found.add(token.time)
    return frozenset(found)
