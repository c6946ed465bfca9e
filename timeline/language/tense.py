"""Which way a clause looks: the cue words of a language around a time expression, nearest first."""

import re
from functools import cache

from ..frozen import Frozen, replace
from ..kept import pattern
from .cues import any_of
from .tables import yaml_of


class Cue(Frozen):
    """Words that tell a direction: -1 back, +1 ahead, 0 neither; doubled beside the expression, tripled before it."""

    word: str
    direction: int
    lasting: bool = False  # it lasted: with "until", it looks back all the same
    telling: bool = False  # it tells what somebody said or announced


class Tense(Frozen):
    """What tells the tense in a language, from its `tense.yaml`.

    cues: one regex for all, with groups by number (see `cues`). as_written: they are looked for with their capitals,
    which tell verbs from nouns. bracket: so many characters behind an expression may the second half of a verb stand
    whose first half is before it ("hat am Montag zugesagt"). sentence_end: where a sentence is over; clause_break: what
    parts a cue from what it does not govern. aside: a clause thrown in between commas, whose cues are its own.
    due: "The flight, due at noon" thrown in; overdue: "one that was due at noon"; overdue_but: "it was due at noon";
    over_by: what stands between these and the verb that tells how it came, in the groups aside and but. resolved:
    "voted to close", which is done; complement: what was decided begins without a "that". earlier: "had left": what
    lies before that which is told as past.
    subordinate: at the end of what stands before a word, that this is of a clause beside the main one.
    awaited_before, awaited_behind: what stands around "Sunday's" where what is of Sunday is still to come; over_before,
    over_behind: where it is something that nobody plans, and over. comes_behind: what is told ahead by its noun alone.
    dated_before, no_date_behind: what stands around the day of what has happened ("the session of Tuesday").
    told_between: between a verb of saying and the day of it, with who said it ("sagte sie am Freitag").
    """

    cues: re.Pattern[str]
    groups: tuple[str, ...]
    as_written: bool
    bracket: int
    sentence_end: re.Pattern[str]
    clause_break: re.Pattern[str]
    aside: re.Pattern[str]
    due: re.Pattern[str]
    overdue: re.Pattern[str]
    overdue_but: re.Pattern[str]
    over_by: re.Pattern[str]
    resolved: re.Pattern[str]
    complement: re.Pattern[str]
    earlier: re.Pattern[str]
    subordinate: re.Pattern[str]
    awaited_before: re.Pattern[str]
    awaited_behind: re.Pattern[str]
    over_before: re.Pattern[str]
    over_behind: re.Pattern[str]
    comes_behind: re.Pattern[str]
    dated_before: re.Pattern[str]
    no_date_behind: re.Pattern[str]
    told_between: re.Pattern[str]

    def group(self, cue: re.Match[str]) -> str:
        """The group of a cue."""
        return self.groups[cue.lastindex or 0]


#: Groups of cues, and the way they look. Where two fit at one place, the file's first wins.
_DIRECTION = {
    "past": -1, "past_plan": -1, "lasting": -1, "telling": -1, "neutral": 0,
    "future": 1, "put_off": 1, "weak_future": 1, "present": 1,
}  # fmt: skip
#: The blanks before a noun, and before a word and a noun.
_AND_A_WORD = 2
#: Words between a verb and its date: no more than a preposition.
_PREPOSITION = pattern(r"\s+\w{2,3}\s+")
_SENTENCE_MARK = pattern(r"[.!?;]\s")
#: A cue so many characters from the expression stands right beside it.
_BESIDE = 24


@cache
def tense(language: str) -> Tense:
    """The tense of a language folder ("en")."""
    data = yaml_of(language, "tense")
    cues, groups = any_of({name: cues for name, cues in data.items() if name in _DIRECTION})
    return Tense(
        pattern(rf"{_BEGINNING}{cues}(?!\w)"),
        groups,
        data["as_written"],
        data["bracket"],
        pattern(data["sentence_end"]),
        pattern("|".join(data["clause_break"])),
        pattern(data["aside"]),
        pattern(data.get("due", _NEVER)),
        pattern(data.get("overdue", _NEVER)),
        pattern(data.get("overdue_but", _NEVER)),
        pattern(data.get("over_by", _NEVER)),
        pattern(data.get("resolved", _NEVER)),
        pattern(data.get("complement", _NEVER)),
        pattern(data.get("earlier", _NEVER)),
        pattern(data.get("subordinate", _NEVER)),
        pattern(data.get("awaited_before", _NEVER)),
        pattern(data.get("awaited_behind", _NEVER)),
        pattern(data.get("over_before", _NEVER)),
        pattern(data.get("over_behind", _NEVER)),
        pattern(data.get("comes_behind", _NEVER)),
        pattern(data.get("dated_before", _NEVER)),
        pattern(data.get("no_date_behind", _NEVER)),
        pattern(data.get("told_between", _NEVER)),
    )


_NEVER = "(?!)"


@cache
def is_telling(word: str, language: str) -> bool:
    """Does a verb say that somebody told something, and not that it happened?"""
    return any(word in alternatives.split("|") for alternatives in yaml_of(language, "tense").get("telling", ()))
#: Where a cue can begin: at the beginning of a word, or at the apostrophe behind one ("he's due").
_BEGINNING = r"\b(?:(?<![\w'’])(?=\w)|(?<=\w)(?=['’]))"


def _cue(known: Tense, m: re.Match[str], distance: int, headline: bool) -> Cue:
    group = known.group(m)
    direction = -1 if headline and group == "present" else _DIRECTION[group]
    return Cue(m[0], direction * (2 if distance <= _BESIDE else 1), group == "lasting", group == "telling")


def sentence_bounds(
    text: str, start: int, end: int, first: int, last: int, sentence_end: re.Pattern[str]
) -> tuple[int, int]:
    """The sentence around text[start:end], roughly: cue words need no better."""
    left = max(first, start - 240)
    for m in sentence_end.finditer(text, max(first, start - 240), start):
        left = m.end()
    m2 = sentence_end.search(text, end, min(last, end + 200))
    return left, m2.start() + 1 if m2 else min(last, end + 200)


def _first_verb(known: Tense, searched: str, start: int, end: int) -> re.Match[str] | None:
    """The first cue to the right; of a participle with its noun and a verb behind, the verb."""
    found: re.Match[str] | None = None
    for m in known.cues.finditer(searched, start, end):
        if known.group(m) == "weak_future":
            continue
        if found is None:
            found = m
            if known.group(m) != "past" or not m[0].endswith("ed"):
                break
        else:
            parted = known.clause_break.search(searched, found.end(), m.start())
            parted = parted or known.complement.match(searched, found.end(), m.start())
            return m if known.group(m) == "future" and not parted else found
    return found


_SENTENCE_MARKS = frozenset(".!?:;…”\"'’)»“")
_CLOSING = frozenset(",.;:)")
#: What was due and "was postponed" or "has been cancelled" may be still to come.
_AUXILIARIES = frozenset({"was", "were", "had", "has", "have"})
#: So many characters of preposition and article can stand before an expression that begins its clause.
_OPENING = 16


def _opens(lower: str, left_edge: int, start: int, clause_break: re.Pattern[str]) -> bool:
    """Does the expression stand at the beginning of its clause ("On Monday, the court will rule")?"""
    breaks = [(m.end(), m[0]) for m in clause_break.finditer(lower, left_edge, start)]
    last, sign = breaks[-1] if breaks else (left_edge, "")
    return start - last <= _OPENING and sign != ","  # between two commas it is thrown in


def _outside(known: Tense, searched: str, cue: re.Match[str], left_edge: int, start: int) -> re.Match[str] | None:
    """The cue, or that before the clause thrown in which holds it.

    "The talks, which are due in July, follow others in May": whose May it is, "due" does not tell.
    """
    for aside in known.aside.finditer(searched, left_edge, start):
        if aside.start() < cue.start() and cue.end() <= aside.end():
            before = known.cues.finditer(searched, left_edge, aside.start())
            return max((m for m in before if known.group(m) != "weak_future"), key=lambda m: m.start(), default=None)
    return cue


def is_subordinate(before: str, language: str) -> bool:
    """Does what follows these words of a sentence, in lower case, belong to a clause beside the main one?"""
    return tense(language).subordinate.search(before) is not None


def is_earlier(cue: Cue, text: str, lower: str, start: int, end: int, first: int, last: int, language: str) -> bool:
    """Does the cue of text[start:end] tell what lay before the past: "the crew had left on Monday"?"""
    known = tense(language)
    searched = text if known.as_written else lower
    left, right = sentence_bounds(text, start, end, first, last, known.sentence_end)
    breaks = [m.end() for m in known.clause_break.finditer(lower, left, start)]
    after = known.clause_break.search(lower, end + 1, right)  # a comma right behind it parts no clause
    told = known.earlier.finditer(searched, max([left, *breaks]), after.start() if after else right)
    preposition = lower[:start].rstrip().endswith(f" {cue.word}")  # "since": the verb is any of its clause
    return any(preposition or cue.word in m[0] for m in told)


def told_as_earlier(clause: str, lower: str, behind: int, language: str) -> int | None:
    """Where the words end by which a clause tells, up to its end, what lay before the past: "he had spent the spring".

    The first `behind` characters are the clause; the rest is what follows it, where a verb may have its second half.
    """
    known = tense(language)
    told = [m.end() for m in known.earlier.finditer(clause if known.as_written else lower) if m.start() < behind]
    if not told or _SENTENCE_MARK.search(clause, min(told[-1], behind), behind):
        return None
    return told[-1]


def cue_for(text: str, lower: str, start: int, end: int, first: int, last: int, language: str) -> Cue | None:
    """The cue that governs text[start:end], in the block text[first:last]; None where nothing tells.

    The nearest cue to the left in the same clause; across a clause break the first one to the right, if there is one.
    """
    known = tense(language)
    cues, searched = known.cues, text if known.as_written else lower
    left_edge, right_edge = sentence_bounds(text, start, end, first, last, known.sentence_end)
    headline = text[last - 1] not in _SENTENCE_MARKS
    left = weak_left = None
    for m in cues.finditer(searched, left_edge, min(start + known.bracket, right_edge)):
        if m.end() > start:
            break
        if text[m.start()].isupper() and m.start() > left_edge + 2 and not text[m.start() : m.end()].isupper():
            continue  # a name: "Theresa May"; not in a text of capitals
        if known.group(m) == "weak_future":
            weak_left = m
        else:
            left, weak_left = m, None
    if weak_left is not None and (left is None or _DIRECTION[known.group(left)] == 0):
        left = weak_left
        right = _first_verb(known, searched, end, right_edge)
        if right is not None and not known.clause_break.search(lower, end, right.start()):
            return _cue(known, right, right.start() - end, headline)  # "a bid to oust him on Monday failed"
    if lower.startswith(("'s ", "’s "), end):  # "Sunday's vote", whoever spoke of it when
        awaited = known.awaited_before.search(searched, left_edge, start)
        awaited = awaited or known.awaited_behind.match(searched, end, right_edge)
        if awaited is not None:
            return Cue(awaited[0].strip(), 1)
        over = known.over_behind.match(searched, end, right_edge)
        if over is not None and known.over_before.search(searched, left_edge, start):
            return Cue(over[0].rpartition(" ")[2], -2)
    elif lower.startswith("the ", max(left_edge, start - 4), start):  # "the December attack"
        over = known.over_behind.match(searched, end, right_edge)
        near = over is not None and over[0].count(" ") <= _AND_A_WORD
        if over is not None and near and known.over_before.search(searched, left_edge, start):
            return Cue(over[0].rpartition(" ")[2], -2)
    dated = known.dated_before.search(searched, left_edge, start)
    if dated is not None and known.no_date_behind.match(searched, end, right_edge) is None:
        return Cue(dated[0].split()[-1], -2)
    if (coming := known.comes_behind.match(searched, end, right_edge)) is not None:
        return Cue(coming[0].strip(), 2)
    if left is not None and known.group(left) == "future" and (over := known.over_by.match(searched, end, right_edge)):
        verb = cues.match(searched, over.end(), right_edge)
        if verb is not None and known.group(verb) in ("past", "lasting"):
            plan = known.due if over["aside"] else known.overdue_but if over["but"] else known.overdue
            done = verb[0] not in _AUXILIARIES
            if plan.search(searched, left_edge, start) and (done or not over["aside"]):
                # "The flight, due on Monday, landed …": it is over; what "was put off" may be still to come
                return _cue(known, verb, _BESIDE + 1, headline) if done else Cue(verb[0], 0)
    if left is not None and not known.clause_break.search(lower, left.end(), start):
        group = known.group(left)
        done = group == "past"  # what happened in its own clause need not stand beside
        cue = _cue(known, left, 0 if done else start - left.end(), headline)
        beside = _PREPOSITION.fullmatch(searched, left.end(), start)
        if group == "telling":
            beside = beside or known.told_between.fullmatch(searched, left.end(), start)
        if group in ("past", "telling") and beside:
            return replace(cue, direction=3 * cue.direction // abs(cue.direction))
        return cue
    if left is not None:
        left = _outside(known, searched, left, left_edge, start)
    closes = left is not None and lower[end : end + 1] in _CLOSING
    if closes and left is not None and not _opens(lower, left_edge, start, known.clause_break):
        return _cue(known, left, _BESIDE + 1, headline)
    right = _first_verb(known, searched, end, right_edge)
    if right is not None and known.group(right) == "put_off" and right.start() <= end + 1:
        return Cue(right[0], -2)  # "The court on Tuesday deferred to 21 March its ruling"
    if right is not None and known.resolved.match(searched, right.start(), right.end()):
        return Cue(right[0].split()[0], -2 if right.start() - end <= _BESIDE else -1)
    if right is not None:
        return _cue(known, right, right.start() - end, headline)
    return _cue(known, left, _BESIDE + 1, headline) if left is not None else None
