"""The little words around a time expression, and signs that stand for them, as data: `context.yaml` of a language.

A role is what a preposition says of the expression it rules: "since", "until", "around", … are the names of roles in
all languages, and each language lists its own words for them.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from ..frozen import Frozen
from ..kept import pattern
from .tables import yaml_of


class Context(Frozen):
    """What a language says beside a time expression; all patterns are over lower-cased text.

    role: a preposition at the end of what stands before it; rough: that it is not exact, behind another ("in about").
    local_time: what follows one of the place it tells of.
    story: at the end of what stands before a date of a story in the story ("a play set on 3 May"). memory: how a look
    back to a day of another year begins; record: how a text begins that is no news of the day that it names. joint: all
    that stands between two that share their parts; range_joint: how it begins where they are the ends of a stretch.
    clock_joint: what stands between a clock time and its day. beside: between an event and its date; or_rather: between
    two names of one day. topic: an "about" that tells of what, not how near. set_against: between two dates of which
    the second is only compared with the first ("3 in May, from 2 in April"). rated: up to a length of time in which
    something was the first or the most. counted: up to the end of a length of time. brought_forward: up to a day that
    is sooner than the one before. particles: words that name no event. lives: what tells of a date that a life or a
    house began with it. period: at the end of what names a part of a month or year that is not told which ("the end of
    the month"). twelve: in words of a clock time, that it counts to twelve; half: which twelve hours of the day.
    quotes: pairs of an opening and a closing mark of quotations. style: a calendar that is named beside a day, in one
    of the groups old and new.
    """

    role: re.Pattern[str]
    roles: Mapping[str, str]
    rough: re.Pattern[str]
    local_time: re.Pattern[str]
    story: re.Pattern[str]
    memory: re.Pattern[str]
    record: re.Pattern[str]
    joint: re.Pattern[str]
    range_joint: re.Pattern[str]
    clock_joint: re.Pattern[str]
    beside: re.Pattern[str]
    or_rather: re.Pattern[str]
    topic: re.Pattern[str]
    set_against: re.Pattern[str]
    rated: re.Pattern[str]
    counted: re.Pattern[str]
    brought_forward: re.Pattern[str]
    particles: frozenset[str]
    lives: re.Pattern[str]
    period: re.Pattern[str]
    twelve: re.Pattern[str]
    half: re.Pattern[str]
    style: str
    quotes: tuple[str, ...]

    def role_before(self, lower: str, first: int, start: int) -> str:
        """The role that the words of lower[first:start] give to what follows them; "" where they give none."""
        m = self.role.search(lower, first, start) if lower[start - 1 : start].isspace() else None
        return self.roles[" ".join(m[1].split())] if m else ""

    def unruled(self, lower: str) -> str:
        """These words without the preposition that they end with, where they do."""
        m = self.role.search(lower) if lower[-1:].isspace() else None
        return lower[: m.start(1)] if m else lower

    def near_since(self, lower: str, first: int, start: int) -> int | None:
        """Where the preposition before lower[start:] begins, None where it tells what something is about."""
        m = self.role.search(lower, first, start)
        if m is None or self.topic.search(lower, max(first, m.start() - 16), m.end(1)) is not None:
            return None
        return m.start(1)


@cache
def context(language: str) -> Context:
    """The little words of a language folder ("en")."""
    data = yaml_of(language, "context")
    roles = {word: role for role, words in data["roles"].items() for word in words}
    article = _optional(data["articles"])
    return Context(
        pattern(rf"\b({'|'.join(map(_words, roles))})(?:\s+(?:{'|'.join(map(_words, data['between']))}))?\s+$"),
        roles,
        pattern(rf"\b(?:{'|'.join(map(_words, data['roles']['around']))})\s+$"),
        pattern(rf"\s*\(?\s*(?:{'|'.join(map(_words, data['local_time']))})\b"),
        pattern(rf"\b(?:{'|'.join(map(_words, data['stories']))})\s+(?:\w+\s+)?$"),
        pattern(rf"\b(?:{'|'.join(map(_words, data['memories']))})$"),
        pattern(rf"\W*(?:{'|'.join(map(_words, data['records']))})\b"),
        pattern(rf"\s*(?:-|–|—|/|&|{'|'.join(data['range_joints'] + data['joints'])})\s*{article}$"),
        pattern(rf"\s*(?:-|–|—|{'|'.join(data['range_joints'])})\s"),
        pattern(rf",?\s(?:(?:{'|'.join(map(_words, data['clock_joints']))})\s)?"),
        pattern(rf"[\s,]*(?:{'|'.join(data['beside'])})?\s*{article}"),
        pattern(rf"(?:,|\s?[—–-]{{1,2}})\s*{_optional(data['or_rather'])}"),
        pattern(rf"\b(?:{'|'.join(data['topics'])})\s(?:{'|'.join(data['topical'])})$"),
        pattern(rf"\b(?:{'|'.join(map(_words, data['set_against']))})\s"),
        pattern(rf"\b(?:{'|'.join(data['rated'])})\s\w+\s$"),
        pattern(rf"\b(?:{'|'.join(data['counted'])})\s$"),
        pattern(rf"\b(?:{'|'.join(data['brought_forward'])})\s*(?:\w+\s*){{0,2}}$"),
        frozenset(data["particles"]),
        pattern(rf"\b(?:{'|'.join(data['lives'])})\b"),
        pattern(rf"\b(?:{'|'.join(data['periods'])})$"),
        pattern(rf"(?<!\w)(?:{'|'.join(map(_words, data['twelve']))})\b"),
        pattern(rf"(?<!\w)(?:{'|'.join(map(_words, data['halves']))})(?!\w)"),
        rf"(?:(?P<old>{'|'.join(map(_words, data['old_style']))})|(?P<new>{'|'.join(map(_words, data['new_style']))}))",
        tuple(data["quotes"]),
    )


def _words(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _optional(words: Iterable[str]) -> str:
    return rf"(?:(?:{'|'.join(map(_words, words))})\s+)?"
