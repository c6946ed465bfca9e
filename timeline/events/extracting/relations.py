"""How an expression and what it may date belong together: what was on that day, since it, until it, or not then."""

import re
from collections.abc import Sequence

from ...algebra.terms import Vague
from ...language.event_lexicon import EventLexicon
from ...model import TimeExpression
from ..grammar.attachment import Trigger
from ..grammar.nouns import EventNoun
from ..grammar.tokens import Token

#: Prepositions by which an expression says how long something went on, not when it happened.
_LASTING = ("over", "during", "for", "throughout", "within")
#: Those by which it says how long a state lasted: "was closed until Monday" closed nothing on that day.
UNTIL = ("until", "till")
#: Those by which it says what day something was to be on: "postponed from Monday to Thursday".
_FROM_TO = ("from", "to")
_SPAN = 12  # tokens before "since" in which "the first" stands
_NO_DAY = re.compile(r"(?:more|less|fewer) than\b.*\b(?:after|before)\b", re.IGNORECASE)
_IMPRINT = 4  # tokens at the start of a sentence in which "updated" makes its date the page's own
_PAGES = ("article", "story", "page", "post", "version", "piece", "last", "first", "originally")


def is_of_no_day(tokens: Sequence[Token], trigger: Trigger, relation: str, lexicon: EventLexicon) -> bool:
    """Does the preposition say that it did not happen then: "was closed until", "postponed from", "had risen by"?"""
    return (
        relation in _LASTING
        or (relation in UNTIL and not (trigger.predicate and trigger.predicate.negated))
        or (relation in _FROM_TO and trigger.event_class == "cancel")
        or (relation == "by" and lexicon.group(trigger.event_class) == "change")
        or (relation == "since" and not _happened_then(tokens, trigger, lexicon))
    )


def starts_later(tokens: Sequence[Token], n: int, trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Is it the day on which begins what somebody tells of ("announced three days of mourning starting on Monday")?"""
    opens = any(t.lower in lexicon.words["leading_to_times"] for t in tokens[max(0, n - 2) : n])
    return opens and says(trigger, lexicon)


def dates(expression: TimeExpression) -> bool:
    """Does an expression say when something was, and not about when or how long?"""
    if _NO_DAY.match(expression.text):  # "more than two years after her death"
        return False
    return expression.type in ("DATE", "TIME") and not isinstance(expression.term, Vague)


def is_imprint(tokens: Sequence[Token], n: int, lexicon: EventLexicon) -> bool:
    """The date of the page ("Last updated 3 May")."""
    stamp = tokens[0].lower in lexicon.words["stamps"] and tokens[1].tag == "prep"
    if stamp and not any(t.tag in ("verb", "aux") for t in tokens[2:]):  # "Posted by the Zenda Ferry Board on 3 May"
        return True
    if _is_about_a_thing(tokens, n, lexicon):
        return False
    return n <= _IMPRINT + 2 and any(t.lower in lexicon.words["stamps"] for t in tokens[: min(n, _IMPRINT)])


def relation_of(tokens: Sequence[Token], n: int, expression: TimeExpression) -> str:
    """The preposition before an expression, or what its words say themselves; "on" for none."""
    before = tokens[n - 1].lower if n and tokens[n - 1].tag == "prep" else ""
    return expression.role or before or "on"


def _happened_then(tokens: Sequence[Token], trigger: Trigger, lexicon: EventLexicon) -> bool:
    """ "Has not won since 1950" tells of a win in 1950; "has grown since 1950" does not tell what happened then, nor
    does "has operated since 1950".
    """
    told = trigger.predicate
    if told is None:
        return False
    goes_on = told.tense in ("perfect", "past") and not told.passive and told.lemma in lexicon.words["lasting"]
    return told.negated or (_is_deed(trigger.event_class, lexicon) and not goes_on)


def _is_deed(event_class: str, lexicon: EventLexicon) -> bool:
    """Does it happen at a time, and neither go on nor get only said?"""
    return lexicon.group(event_class) not in ("", "change", "statement")


def the_last(
    tokens: Sequence[Token], time: int, trigger: Trigger | None, nouns: Sequence[EventNoun], lexicon: EventLexicon
) -> Trigger | None:
    """What happened for the last time then: "won its first cup since 1950", "the first flood since 1950"."""
    first = next((n for n in range(time - 1, max(-1, time - _SPAN), -1) if lexicon.ordinals.get(tokens[n].lower)), None)
    if trigger is None or first is None:
        return None
    noun = next((n for n in reversed(nouns) if first < n.first < time and _is_deed(n.event_class, lexicon)), None)
    if noun is not None:
        return Trigger(trigger.clause, None, noun)
    return trigger if trigger.predicate and _is_deed(trigger.event_class, lexicon) else None


def says(trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Is it that somebody says something?"""
    verb = trigger.predicate
    return verb is not None and lexicon.group(verb.event_class or "") == "statement"


def _is_about_a_thing(tokens: Sequence[Token], n: int, lexicon: EventLexicon) -> bool:
    """ "A report published on 3 May points to …": a thing before the stamp, which is no text, and a verb behind."""
    stamp = next((i for i, t in enumerate(tokens[:n]) if t.lower in lexicon.words["stamps"]), 0)
    things = [t for t in tokens[:stamp] if t.tag in ("noun", "name")]
    own = not things or any(t.lower in _PAGES for t in things)
    return not own and any(t.tag in ("verb", "aux") for t in tokens[n + 1 :])
