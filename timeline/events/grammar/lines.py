"""Lines that a scrape has run into one another: a headline into the news, a table of dates into a sentence."""

import re
from collections.abc import Iterator, Sequence

from ...language.event_lexicon import EventLexicon
from ...model import Document, Span, TimeExpression
from .tokens import Token

_WORD_BEFORE = re.compile(r"\S+(?=\s*$)")
_LINE_BEHIND = re.compile(r"[:–—]? [A-Z]")
_TABLE = 3  # lines of a table at least
#: Where a line may have run into another: a word in small letters, then an article or pronoun with a capital.
_RUN_IN = re.compile(
    r"\b(?P<before>[^\W\d_A-Z][^\W\d_A-Z]+|\d+)[ \u00a0]"
    r"(?P<line>(?:The|A|An|It|He|She|They|There|This|These)[ \u00a0][a-z\d]"
    r"|(?<=s[ \u00a0])(?:Dr|Mr|Mrs|Ms|Sir)\.?(?:[ \u00a0][A-Z]\w+){1,2}[ \u00a0](?:has|had|is|was|will|have)\b)"
)
#: The clock of a page's own time, in or behind its date: "Monday 3 May 2021 11.40 BST Scores of …".
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
_STAMP = re.compile(r" (?:at )?\d{1,2}[.:]\d\d(?: ?(?i:[ap]\.?m\.?))? (?:[A-Z]{2,5} )?(?=[A-Z])")
_ZONE = re.compile(r"(?: ?(?i:[ap]\.?m\.?))? (?:[A-Z]{2,5} )?(?=[A-Z])")
_YEAR = re.compile(r"\b\d{4}\b")
#: Where and by whom it was written: "TURKU, May 3 (XY) - ".
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w.]*)?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})? (?:\([A-Z][\w ]*\) )?"
    r"[-–—]{1,2} (?=[A-Z“\"])"
)
_LEADING_ON = ("prep", "conj", "det", "that", "rel", "sub", "to", "aux", "pron")  # a name follows: "of The gambia"


def lines_of(
    document: Document, spans: Sequence[Span], expressions: Sequence[tuple[int, TimeExpression]], lexicon: EventLexicon
) -> Iterator[Span]:
    """Sentences, and of each that a scrape has made of several lines its lines. expressions: those in all of them."""
    for span in spans:
        own = [(n, e) for n, e in expressions if span[0] <= e.start and e.end <= span[1]] if expressions else ()
        yield from _lines(document, span, own, lexicon)


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
    for start, end in _stamps(text, first, last, expressions, lexicon):
        if first < start:
            yield first, _before_blanks(text, start)
        first = end
    for start in _chronology(text, first, last, expressions, lexicon):
        if start > first:
            yield first, _before_blanks(text, start)
            first = start
    for m in _RUN_IN.finditer(text, first, last):
        if m.start("line") > first and _ends_a_line(m["before"].lower(), lexicon):
            yield first, m.end("before")
            first = m.start("line")
    yield first, last


def are_teasers(tokens: Sequence[Token]) -> bool:
    """Are they a row of headlines, each behind a label that is shouted ("FAST CASH Girl finds gold ROAD RAGE …")?"""
    loud = [t.tag != "time" and len(t.text) > 1 and t.text.isalpha() and t.text.isupper() for t in tokens]
    return sum(a and b and not before for before, a, b in zip([False, *loud], loud, loud[1:], strict=False)) > 1


def _stamps(
    text: str, first: int, last: int, expressions: Sequence[tuple[int, TimeExpression]], lexicon: EventLexicon
) -> Iterator[Span]:
    """Where a page's own time stands before a line: a date with a clock, and no preposition before it."""
    for _, e in expressions:
        clock = _CLOCK.search(e.text)
        behind = (_ZONE if clock else _STAMP).match(text, e.end, last)
        before = _WORD_BEFORE.search(text[first : e.start])
        led = before is not None and lexicon.tags.get(before[0].lower()) in _LEADING_ON
        if behind is not None and not led and _YEAR.search(e.text):
            yield e.start, behind.end()


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
