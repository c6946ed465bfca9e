"""A headline from a clause: who did what, as it stands, without the time and who says so, at most 100 characters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..language.event_lexicon import EventLexicon
from .attachment import Trigger
from .clauses import Clause
from .tokens import Token

LIMIT = 100
_SPACE = re.compile(r"\s+")
_LOOSE_MARKS = re.compile(r"[“”\"«»•]|^[\s,;:–—'’-]+|[\s,;:–—-]+$")
_ADDRESS = re.compile(
    r"\s*\S*(?:https?:|www\.|[a-z]\.(?:com|org|net)\b|@).*"
)  # of a page or a handle, and what follows
_CUT_BEFORE = ("prep", "conj", "rel", "that", "sub", "comma", "to", "verb", "aux")
_DANGLING = ("prep", "conj", "rel", "that", "sub", "comma", "to", "det", "aux", "adj", "poss", "number", "adv", "not")
_PARTICLES = ("up", "down", "out", "off", "over", "away", "back", "apart", "through")
_NOMINAL = ("noun", "name", "number", "adj", "det", "poss")


@dataclass(frozen=True, slots=True)
class _Parts:
    """Tokens of a headline: who, did, what. `core`: as many of `rest` as must stay."""

    subject: tuple[int, ...]
    verb: tuple[int, ...]
    rest: tuple[int, ...]

    @property
    def all(self) -> tuple[int, ...]:
        """In their order."""
        return self.subject + self.verb + self.rest


def title_of(
    text: str,
    tokens: Sequence[Token],
    trigger: Trigger,
    clauses: Sequence[Clause],
    heir: str | None,
    lexicon: EventLexicon,
) -> str:
    """Headline for a trigger. `heir`: words that a pronoun as its subject stands for."""
    subject = trigger.clause.subject if trigger.predicate and trigger.predicate.finite else None
    replaced = heir if subject and subject[1] - subject[0] == 1 and tokens[subject[0]].tag == "pron" else None
    parts = _parts(tokens, trigger, clauses, lexicon)
    if replaced:
        parts = _Parts((), parts.verb, parts.rest)
    cleaned = _Parts(
        _opened(tokens, _without_time(tokens, parts.subject, lexicon)),
        _without_time(tokens, parts.verb, lexicon),
        _without_time(tokens, parts.rest, lexicon),
    )
    words = _fit(text, tokens, cleaned, LIMIT - (len(replaced) + 1 if replaced else 0), lexicon)
    whole = _SPACE.sub(" ", f"{replaced} {words}" if replaced else words)
    whole = _LOOSE_MARKS.sub("", _ADDRESS.sub("", whole)).strip()
    return whole[:1].upper() + whole[1:]


def _parts(tokens: Sequence[Token], trigger: Trigger, clauses: Sequence[Clause], lexicon: EventLexicon) -> _Parts:
    clause, predicate = trigger.clause, trigger.predicate
    if predicate is None:
        first, head, past = _noun_phrase(tokens, trigger)
        return _Parts(tuple(range(first, head)), (head,), tuple(range(head + 1, past)))
    if predicate.finite:
        subject = clause.subject or (predicate.first, predicate.first)
    else:
        subject = (_phrase_start(tokens, predicate.first, clause.first), predicate.first)
    end = _end(trigger, clauses, lexicon)
    return _Parts(
        tuple(range(*subject)), tuple(range(predicate.first, predicate.last + 1)), tuple(range(predicate.last + 1, end))
    )


def _end(trigger: Trigger, clauses: Sequence[Clause], lexicon: EventLexicon) -> int:
    """The clause's own end, or its complement's where the verb only introduces it ("said that …")."""
    assert trigger.predicate is not None
    end = trigger.clause.past
    following = [c for c in clauses if c.first >= end]
    says = lexicon.group(trigger.predicate.event_class or "") == "statement"
    return following[0].past if says and following and following[0].kind == "complement" else end


def _phrase_start(tokens: Sequence[Token], n: int, least: int) -> int:
    first = n
    while first > least and (tokens[first - 1].tag in _NOMINAL or tokens[first - 1].lower in ("of", "than")):
        first -= 1
    return first


def _noun_phrase(tokens: Sequence[Token], trigger: Trigger) -> tuple[int, int, int]:
    """(first, head, past) of the phrase around an event noun: its modifiers and what follows with a preposition."""
    assert trigger.noun is not None
    first = trigger.noun.first
    while first > 0 and tokens[first - 1].tag in (*_NOMINAL, "time"):
        first -= 1
        if tokens[first].tag == "det":
            break
    past = trigger.noun.last + 1
    while past < len(tokens) and tokens[past].tag in ("prep", *_NOMINAL, "time"):
        past += 1
    return first, trigger.noun.last, past


def _without_time(tokens: Sequence[Token], kept: Sequence[int], lexicon: EventLexicon) -> tuple[int, ...]:
    """Drop time expressions with the preposition that rules them, and adverbs that a headline does without."""
    out: list[int] = []
    for n in kept:
        token = tokens[n]
        if token.tag == "time":
            while out and (
                tokens[out[-1]].tag in ("prep", "comma") or tokens[out[-1]].lower in ("late", "early", "the")
            ):
                out.pop()
        elif token.tag in ("poss", "comma") and n and tokens[n - 1].tag == "time":
            continue
        elif token.tag != "quote" and not (token.tag == "adv" and token.lower in lexicon.words["hedges"]):
            out.append(n)
    return tuple(out)


def _opened(tokens: Sequence[Token], kept: Sequence[int]) -> tuple[int, ...]:
    """Without the words that only lead in: conjunctions, adverbs, an article."""
    first = 0
    while first < len(kept):
        token = tokens[kept[first]]
        leads = token.tag in ("conj", "comma", "that", "sub", "adv", "stop") or token.lower in (
            "the",
            "a",
            "an",
            "after",
            "as",
            "since",
        )
        if not leads:
            break
        first += 1
    return tuple(kept[first:])


def _fit(text: str, tokens: Sequence[Token], parts: _Parts, budget: int, lexicon: EventLexicon) -> str:
    """Shorten by what is missed least: the end first, then the offices before names, then what hangs on the subject."""
    bare = _bare_names(tokens, parts.subject, lexicon)
    for subject in (parts.subject, bare, _head_only(tokens, bare)):
        trimmed = _Parts(subject, parts.verb, _trim(text, tokens, _Parts(subject, parts.verb, parts.rest), budget))
        words = _spell(text, tokens, trimmed.all)
        object_lost = bool(parts.rest) and not trimmed.rest
        if len(words) <= budget and not object_lost:
            return words
    return words if len(words) <= budget else words[:budget].rsplit(" ", 1)[0]


def _trim(text: str, tokens: Sequence[Token], parts: _Parts, budget: int) -> tuple[int, ...]:
    """The longest beginning of the rest within the budget that ends where a phrase ends."""
    rest = list(parts.rest)
    while rest:
        fits = len(_spell(text, tokens, parts.subject + parts.verb + tuple(rest))) <= budget
        if fits and (tokens[rest[-1]].tag not in _DANGLING or _is_particle(tokens[rest[-1]], len(rest))):
            break
        if fits:
            rest.pop()
        else:
            cut = next((i for i in range(len(rest) - 1, -1, -1) if _may_end_before(tokens[rest[i]])), 0)
            rest = rest[:cut]
    return tuple(rest)


def _is_particle(token: Token, place: int) -> bool:
    """ "broke out", "burned down": the first word after the verb belongs to it."""
    return place == 1 and token.lower in _PARTICLES


def _may_end_before(token: Token) -> bool:
    return token.tag in _CUT_BEFORE and token.lower != "of"


def _bare_names(tokens: Sequence[Token], kept: Sequence[int], lexicon: EventLexicon) -> tuple[int, ...]:
    """ "Ruritanian President Ada Lund" → "Ada Lund": no office and no country before a name."""
    out = []
    for i, n in enumerate(kept):
        word = tokens[n].lower
        office = word in lexicon.words["titles"] or word in lexicon.demonyms
        if not (office and i + 1 < len(kept) and tokens[kept[i + 1]].tag == "name"):
            out.append(n)
    return tuple(out)


def _head_only(tokens: Sequence[Token], kept: Sequence[int]) -> tuple[int, ...]:
    """The subject up to its first preposition, comma or clause."""
    for i, n in enumerate(kept):
        if i and tokens[n].tag in ("prep", "comma", "rel", "that", "open", "stop", "verb"):
            return tuple(kept[:i])
    return tuple(kept)


def _spell(text: str, tokens: Sequence[Token], kept: Sequence[int]) -> str:
    """The words as they stand in the text; one blank where something was left out."""
    out: list[str] = []
    for i, n in enumerate(kept):
        if i:
            adjoining = n == kept[i - 1] + 1
            between = text[tokens[kept[i - 1]].end : tokens[n].start] if adjoining else " "
            joined = tokens[n].tag in ("comma", "poss") and not adjoining
            out.append("" if joined else between if len(between) <= 1 else " ")
        out.append(tokens[n].text)
    return "".join(out)
