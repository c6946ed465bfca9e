"""What the expressions of one article say about the day on which it was written, year by year or not at all.

Only the article's own words count: what stands in a quotation, a
sidebar or a copyright line says nothing about its day.
"""

from collections.abc import Mapping, Sequence

from ...algebra import calendar
from ...algebra.terms import Duration, Occasion, Offset, Prior, Recurrence, Vague
from ...frozen import Frozen, replace
from ...language.context import context
from ...language.grammars import primary
from ...language.tense import Cue, cue_for, is_earlier, is_subordinate
from ...model import Analysis, Document, TimeExpression
from ..recognise import lower_same_length, plain_fields
from .apposed import joined
from .bylines import changes, dateline, stated_day
from .chronicle import chronicled
from .clues import Evidence, Mark, Pointer, Told
from .distances import FAR, days_of
from .led_to import days_led_to
from .pasts import EVIDENT_ROLES, OPEN_END, UP_TO, first_to_come, governing_role, latest_past
from .pointers import SENTENCE_END, days_left, pointers, told_year

#: So many characters of a preposition can stand before a date that opens its sentence.
_OPENING = 16
#: And so many characters of the words before it tell that it is of a play or a novel.
_BEFORE = 32
_LASTING = frozenset({"since", "from", *UP_TO}) - {"for"}
#: The direction of what stands right behind the past verb that rules it: "said on Friday".
_RIGHT_BEHIND = -3
#: "It took two years to find a name": so many days told by no preposition set it apart, too.
_VERY_FAR = 300
#: Prepositions of what is not past because its verb is: "rose until 9 January", "called a meeting for Friday".
_OPEN = OPEN_END | {"for"}
#: What a single link between two articles leads to is believed up to so many days before the last possible day.
NEAR = 60


class _Read(Frozen):
    """An article's expressions, a weekday joined with the day beside it; which are evidence; its dated corrections."""

    expressions: tuple[TimeExpression, ...]
    evident: tuple[int, ...]
    notes: Mapping[int, int]


def _read(analysis: Analysis) -> _Read:
    document, (expressions, beside) = analysis.document, joined(analysis.document, analysis.expressions)
    notes = changes(document, expressions)
    told = (n for n, x in enumerate(expressions) if n not in beside and n not in notes and _is_evident(document, x))
    return _Read(expressions, tuple(told), notes)


def gather(analysis: Analysis, told: Mapping[int, Told], ceiling: int) -> Evidence:
    """The evidence in an article, with what is told elsewhere of its expressions (by their index).

    ceiling: the last day on which it can have been published. A dated correction in the text lowers it.
    """
    document, read = analysis.document, _read(analysis)
    expressions, evident = read.expressions, read.evident
    known = {**days_led_to(analysis, evident), **told}
    marks = [m for n in evident if (m := _mark(document, expressions, n, known.get(n))) is not None]
    counted = [p for p in pointers(document, expressions, evident, known) if _is_borne_out(p, ceiling)]
    counted += days_left(document, expressions, evident)
    line = dateline(document, expressions)
    if line is not None:
        x = expressions[line]
        counted.append(Pointer(x.text, 0, beside=line))
    distant = any(_is_distant(x) for x in expressions)
    found = _bounds(analysis, read, ceiling)
    return replace(found, marks=chronicled(marks, expressions), pointers=tuple(counted), distant=distant)


def bounds(analysis: Analysis, ceiling: int) -> Evidence:
    """Between which days the words of an article say that it was published, and no more evidence."""
    return _bounds(analysis, _read(analysis), ceiling)


def _bounds(analysis: Analysis, read: _Read, ceiling: int) -> Evidence:
    ceiling = min([ceiling, *read.notes.values()])
    floor, floor_words = latest_past(analysis, ceiling)
    ahead, ceiling_words = first_to_come(analysis, read.evident)
    year, year_words = told_year(analysis.document, read.expressions, read.evident)
    floors, ceilings = [(floor, floor_words)], [(ceiling, "")]
    if ahead is not None and ahead <= ceiling:
        ceilings.append((ahead - 1, f"“{ceiling_words}” is told as to come"))
    if year is not None and calendar.ordinal(year) <= ceiling:
        floors.append((calendar.ordinal(year), year_words))
        ceilings.append((min(ceiling, calendar.ordinal(year + 1) - 1), f"“{year_words}”"))
    floor, floor_words = max(floors, key=lambda f: f[0] or 0)
    ceiling, ceiling_words = min(ceilings, key=lambda c: c[0])
    if floor is not None and floor > ceiling:  # they contradict each other: no more is known than before
        ceiling, ceiling_words, (floor, floor_words) = ceilings[0][0], "", floors[0]
    return Evidence((), (), ceiling, floor, floor_words, ceiling_words)


def _is_borne_out(pointer: Pointer, ceiling: int) -> bool:
    """May a day that one sister gives for "today" be believed? No word of its own can contradict it.

    It may where several give it, or where it is close to the last day that is possible: by chance it seldom is.
    """
    known = pointer.told
    if known is None or known.day is None or known.sister is None or pointer.beside is not None:
        return True
    return known.witnesses > 1 or ceiling - known.day <= NEAR


def _is_evident(document: Document, x: TimeExpression) -> bool:
    if x.type in ("SET", "DURATION") or isinstance(x.term, Recurrence):
        return False
    block = document.blocks[x.block]
    before = document.text[block.start : x.start]
    return block.role in EVIDENT_ROLES and not _is_quoted(before) and not _is_of_a_story(before, document)


def _is_of_a_story(before: str, document: Document) -> bool:
    """Is it a day of a play, a film or a novel that the article is about?"""
    story = context(primary(document.meta.language)).story
    return story.search(lower_same_length(before[-_BEFORE:])) is not None


def _is_quoted(before: str) -> bool:
    """Is a quotation open after these words of the block?"""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _mark(document: Document, expressions: Sequence[TimeExpression], n: int, told: Told | None) -> Mark | None:
    x = expressions[n]
    fields = plain_fields(x.term)
    if fields is None or not (fields.day or fields.weekday):
        return None
    known = told.fields if told else fields
    words = _with_preposition(document, x) if x.role == "on" else x.text
    day = told.day if told and told.day is not None else stated_day(fields)
    block = document.blocks[x.block]
    around = (document.text[block.start : block.end], x.start - block.start, x.end - block.start)
    language = primary(document.meta.language)
    cue = _cue(*around, language) if x.direction < 0 else None
    direction = 0 if cue is not None and _tells_of_another_clause(*around, cue, x) else _sign(x.direction)
    if direction < 0 and x.role in _OPEN:  # "rose until 9 January": the verb is past, its end may be to come
        direction = 0
    if told and told.happened:
        direction = -1 if direction <= 0 else 0
    return Mark(
        n,
        words,
        fields,
        known,
        direction,
        day,
        told,
        governing_role(document, x) in _LASTING and not (x.role == "from" and direction > 0),
        _is_in_opening(document, x),
        cue is not None and _is_earlier(cue, *around, language),
        cue is not None and cue.telling and x.direction <= _RIGHT_BEHIND,
        _is_aside(document, x),
    )


def _with_preposition(document: Document, x: TimeExpression) -> str:
    """ "on Tuesday", "am Dienstag"."""
    before = lower_same_length(document.text[document.blocks[x.block].start : x.start])
    return before[len(context(primary(document.meta.language)).unruled(before)) :] + x.text


def _is_aside(document: Document, x: TimeExpression) -> bool:
    """Is it told in a clause beside the main one? A preposition right before it rules it alone."""
    start = document.blocks[x.block].start
    before = SENTENCE_END.split(lower_same_length(document.text[start : x.start]))[-1]
    language = primary(document.meta.language)
    return is_subordinate(context(language).unruled(before), language)


def _is_distant(x: TimeExpression) -> bool:
    """Does it set far apart from what is told: "thirty years later", "after nine months", "the archive now shows"?"""
    match x.term:
        case Vague("PRESENT_REF"):
            return True
        case Offset(amounts, 1, Prior() | Occasion()):
            return days_of(amounts) > FAR
        case Duration(amounts):
            return x.role in ("after", "") and days_of(amounts) > (FAR if x.role else _VERY_FAR)
    return False


def _is_in_opening(document: Document, x: TimeExpression) -> bool:
    """Does it stand in the first sentence of the first paragraph, and does that tell news?"""
    first = next((n for n, block in enumerate(document.blocks) if block.role == "body"), None)
    block = document.blocks[x.block]
    start, record = block.start, context(primary(document.meta.language)).record
    if x.block == first and record.match(lower_same_length(document.text[start : block.end])):
        return False
    return x.block == first and SENTENCE_END.search(document.text, start, x.start) is None


def _sign(direction: int) -> int:
    return (direction > 0) - (direction < 0)


def _cue(text: str, start: int, end: int, language: str) -> Cue | None:
    return cue_for(text, lower_same_length(text), start, end, 0, len(text), language)


def _is_earlier(cue: Cue, text: str, start: int, end: int, language: str) -> bool:
    return is_earlier(cue, text, lower_same_length(text), start, end, 0, len(text), language)


def _tells_of_another_clause(text: str, start: int, end: int, cue: Cue, x: TimeExpression) -> bool:
    """Is the past verb one behind a comma: "the council votes on Monday, 10 July, on its budget, the mayor said"?"""
    if x.direction != -1 or _opens_sentence(text, start):
        return False
    behind = SENTENCE_END.split(text[end:], maxsplit=1)[0].partition(cue.word)
    before = SENTENCE_END.split(text[:start])[-1]
    between = behind[0].removeprefix(",")  # that of the date itself: "the fire of Sunday, 16 March, killed nine"
    return bool(behind[1]) and "," in between and cue.word not in before


def _opens_sentence(text: str, start: int) -> bool:
    """ "On Monday, 10 July, the council of Hallow met": what follows is its clause."""
    return len(SENTENCE_END.split(text[:start])[-1]) <= _OPENING
