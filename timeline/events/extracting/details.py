"""Sentences that tell more about an event of the same article without dating it: "The strike lasted two weeks"."""

from collections.abc import Sequence

from ...algebra.terms import Prior
from ...frozen import replace
from ...model import EventMention, TimeExpression

_NEAR = 600  # characters within which a pronoun or "that day" still points back


def with_details(mentions: Sequence[EventMention], expressions: Sequence[TimeExpression]) -> tuple[EventMention, ...]:
    """Mentions with `detail_of` filled in where one tells more about another of the same document."""
    dated = [m for m in mentions if m.expression is not None and m.kind == "event" and not _same_day(m, expressions)]
    more = ((m, _told_more_about(m, dated, expressions)) for m in mentions)
    return tuple(replace(m, detail_of=other) if other else m for m, other in more)


def _same_day(mention: EventMention, expressions: Sequence[TimeExpression]) -> bool:
    """Is it dated by pointing back ("that day")?"""
    return mention.expression is not None and isinstance(expressions[mention.expression].term, Prior)


def _told_more_about(
    mention: EventMention, dated: Sequence[EventMention], expressions: Sequence[TimeExpression]
) -> str | None:
    others = [d for d in dated if d.id != mention.id and (d.reported or d.quote[0] < mention.quote[0])]
    if _same_day(mention, expressions):
        earlier = [d for d in others if d.quote[0] < mention.quote[0] and mention.quote[0] - d.quote[0] < _NEAR]
        return earlier[-1].id if earlier and _names(mention) & _names(earlier[-1]) else None
    if mention.expression is not None or mention.kind == "statement":
        return None
    same = sorted((d for d in others if _same_event(mention, d)), key=lambda d: _likeness(mention, d), reverse=True)
    if not same or (len(same) > 1 and _likeness(mention, same[0]) == _likeness(mention, same[1])):
        return None
    return same[0].id


def _same_event(mention: EventMention, other: EventMention) -> bool:
    """Same kind of happening, somebody or something in common, near or plainly "the" one, not told apart by number."""
    if not mention.event_class or mention.event_class != other.event_class or mention.further:
        return False
    if {mention.factuality, other.factuality} == {"planned", "happened"}:
        return False
    if (mention.ordinal != other.ordinal and other.ordinal is not None) or _numbers_differ(mention, other):
        return False
    if not mention.definite and abs(mention.quote[0] - other.quote[0]) > _NEAR:
        return False
    return bool(_names(mention) & _names(other)) or len(mention.words & other.words) >= 2


def _numbers_differ(mention: EventMention, other: EventMention) -> bool:
    """Do both count the same things and never come to the same number?"""
    one, two = ({(q.unit, q.value) for q in m.quantities} for m in (mention, other))
    return bool({u for u, _ in one} & {u for u, _ in two}) and not one & two


def _likeness(mention: EventMention, other: EventMention) -> tuple[int, int]:
    return len(_names(mention) & _names(other)) + (mention.lemma == other.lemma), len(mention.words & other.words)


def _names(mention: EventMention) -> frozenset[str]:
    return frozenset(p.key for p in mention.participants)
