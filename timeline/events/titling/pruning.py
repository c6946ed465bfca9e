"""What a headline leaves out: when, who took the picture, what only leads in, where something was said."""

import re
from collections.abc import Collection, Sequence

from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon
from ..grammar.clauses import own_subject
from ..grammar.tokens import Token
from .fitting import Finite, is_particle
from .parts import BY_ITSELF, Parts, runs_in

_COUNTED = ("det", "number", "not", "adj")
_SUPERLATIVE_FORM = re.compile(r"[^\W\d_]{3,}(?<!qu|rr|nt|or|te|re|gg)est")  # "fastest", not "request"
_BESIDE = ("before", "after")
_LEADING_TO_TIME = (
    "late", "early", "the", "starting", "beginning", "ending", "only", "just", "shortly", "soon", "exactly",
)  # fmt: skip
_FEW = 3  # words below which a phrase tells little


class Times(Frozen):
    """Numbers of time expressions. own: that which dates what is told; timeless: those that do not say when, such as
    how long or how old, which belong to what happened.
    """

    own: int | None
    timeless: Collection[int]


def pruned(tokens: Sequence[Token], parts: Parts, times: Times, lexicon: EventLexicon) -> Parts:
    """Without time, credits and what only leads in."""
    untimed = _without_bare_participles(tokens, parts, _without_time(tokens, parts.subject, times, lexicon))
    rest = _without_time(tokens, _up_to_another_time(tokens, parts.rest, times), times, lexicon)
    return Parts(
        _opened(tokens, _without_credit(tokens, untimed, lexicon), lexicon),
        _without_time(tokens, parts.verb, times, lexicon),
        _without_last_participle(tokens, parts, rest, lexicon),
    )


def _without_time(tokens: Sequence[Token], kept: Sequence[int], times: Times, lexicon: EventLexicon) -> tuple[int, ...]:
    """Drop time expressions with the preposition that rules them, and adverbs that a headline does without."""
    out: list[int] = []
    for n in kept:
        token = tokens[n]
        if token.time is not None and (token.time in times.timeless or _binds(tokens, n, lexicon)):
            out.append(n)
        elif token.tag == "time" and _whose(tokens, n):
            continue  # "the suspect in [Monday's] shooting"
        elif token.tag == "time":
            while out and (tokens[out[-1]].tag in ("prep", "to", "comma") or tokens[out[-1]].lower in _LEADING_TO_TIME):
                particle = is_particle(tokens[out[-1]], lexicon) and out[-1] + 1 < n  # "burned down at noon"
                if particle or (tokens[out[-1]].lower == "in" and token.lower.startswith(BY_ITSELF)):
                    break  # "moved in last May"
                out.pop()
        elif token.tag == "adv" and n + 1 < len(tokens) and tokens[n + 1].lower in _BESIDE and n == kept[-1]:
            continue  # "died shortly", where "before the show was to open" is gone
        elif token.tag in ("poss", "comma") and n and tokens[n - 1].tag == "time" and n - 1 not in out:
            if token.tag == "comma" and lexicon.verb_second:  # there it parts clauses
                out.append(n)
        elif token.tag != "quote" and not (_hedges(token, lexicon) and _loose(tokens, out)):
            out.append(n)
    return tuple(out)


def _whose(tokens: Sequence[Token], time: int) -> bool:
    """Does something belong to a time ("Monday's vote")?"""
    after = tokens[time + 1].tag if time + 1 < len(tokens) else "stop"
    return after == "poss" or tokens[time].lower.endswith(("'s", "’s"))


def _up_to_another_time(tokens: Sequence[Token], rest: tuple[int, ...], times: Times) -> tuple[int, ...]:
    """Without what befell at another time: "was won by Norland in 2014 [and by Kalvia in 2016]"."""
    said = {i: tokens[n].time for i, n in enumerate(rest) if tokens[n].time is not None}
    own = next((i for i, time in said.items() if time == times.own), None)
    later = [i for i, time in said.items() if own is not None and i > own and time not in times.timeless]
    if own is None or not later:
        return rest
    parts = next((i for i in range(own, later[0]) if tokens[rest[i]].tag == "conj"), len(rest))
    return rest[:parts]


def _without_bare_participles(tokens: Sequence[Token], parts: Parts, subject: tuple[int, ...]) -> tuple[int, ...]:
    """Without a participle that only told the time that is gone: "a meeting [planned] for Friday was cancelled"."""
    if not parts.verb:
        return subject
    kept, verb = set(subject), parts.verb[0]
    behind_a_noun = [n for n in subject[1:] if tokens[n].tag == "verb" and tokens[n - 1].tag in ("noun", "name")]
    bare = [n for n in behind_a_noun if n + 1 < verb and n + 1 not in kept]
    return tuple(n for n in subject if n not in bare)


def _without_last_participle(
    tokens: Sequence[Token], parts: Parts, rest: tuple[int, ...], lexicon: EventLexicon
) -> tuple[int, ...]:
    """The same of what ends with one ("disputes a report [released] on Monday"), but "had his licence suspended"."""
    if len(rest) < _FEW or rest[-1] == parts.rest[-1] or not parts.verb:
        return rest
    last, verb = tokens[rest[-1]], lexicon.verbs.get(tokens[parts.verb[-1]].lower)
    makes_done = verb is not None and verb.lemma in lexicon.words["making_done"]
    told_by_it = makes_done or tokens[parts.verb[-1]].tag == "aux"
    bare = last.tag == "verb" and tokens[rest[-1] - 1].tag in ("noun", "name") and rest[-2] == rest[-1] - 1
    return rest[:-1] if bare and not told_by_it else rest


def _binds(tokens: Sequence[Token], time: int, lexicon: EventLexicon) -> bool:
    """Does a statement hold only up to or from a time ("have not won since 1998", "did not open until May")?"""
    if not time or tokens[time - 1].lower not in lexicon.words["bounding"]:
        return False
    before = {t.lower for t in tokens[: time - 1]}
    words = lexicon.words
    limits = words["exact"] | words["negations"] | words["superlatives"] | lexicon.ordinals.keys()
    return bool(before & limits) or any(_SUPERLATIVE_FORM.fullmatch(w) for w in before - lexicon.nouns.keys())


def _hedges(token: Token, lexicon: EventLexicon) -> bool:
    return token.tag == "adv" and token.lower in lexicon.words["hedges"] - lexicon.words["exact"]


def _loose(tokens: Sequence[Token], out: Sequence[int]) -> bool:
    """May an adverb go here? Not behind an article that was chosen by its first letter."""
    return not out or tokens[out[-1]].lower not in ("a", "an")


def _without_credit(tokens: Sequence[Token], kept: Sequence[int], lexicon: EventLexicon) -> tuple[int, ...]:
    """Without the agency of a picture that ran into the line below ("Reuters Ada Lund resigned"), and without what is
    left of a line before a capital article ("in grief The mayor resigned").
    """
    last = next((i for i in range(len(kept) - 1, 0, -1) if runs_in(tokens, kept[i])), 0)
    kept = tuple(kept[last:])
    opens = tokens[kept[0]].lower if kept else ""
    for agency in lexicon.agencies:
        n = len(agency)
        if agency[0] != opens or len(kept) <= n or not tokens[kept[n]].text[0].isupper():
            continue
        if all(tokens[i].lower == word for i, word in zip(kept, agency, strict=False)):
            return kept[n:]
    return kept


def _opened(tokens: Sequence[Token], kept: Sequence[int], lexicon: EventLexicon) -> tuple[int, ...]:
    """Without the words that only lead in: conjunctions, adverbs, an article."""
    first = 0
    while first < len(kept):
        token = tokens[kept[first]]
        counts = first + 1 < len(kept) and tokens[kept[first + 1]].tag in _COUNTED  # "almost all", "as many as 40"
        if counts and (token.tag == "adv" or token.lower == "as") and not _hedges(token, lexicon):
            break
        if token.lower in lexicon.words["doubting"] | lexicon.words["counting"]:
            break
        leads = token.tag in ("conj", "comma", "that", "sub", "adv", "stop") or token.lower in ("after", "as", "since")
        leads = leads or token.lower in lexicon.words["articles"]
        if not leads:
            break
        first += 1
    return tuple(kept[first:])


def by_itself(tokens: Sequence[Token], parts: Parts, lexicon: EventLexicon) -> Parts:
    """Without a phrase that stands before the verb's own subject ("the moment the alarm rang", a line that has lost its
    break); of "the hearings she is to speak at" the hearings.
    """
    if not parts.subject or not parts.verb or parts.subject[-1] + 1 != parts.verb[0]:
        return parts
    own = own_subject(tokens, _past_a_dateline(tokens, parts), parts.verb[0], lexicon)
    before = tuple(n for n in parts.subject if n < own)
    if not before:
        return parts
    inner = any(tokens[n].tag in ("verb", "aux") for n in range(own, parts.verb[0]))
    if tokens[own].tag == "pron" and inner:  # "the plane [they were travelling in] crashed"
        return Parts(before, parts.verb, parts.rest)
    if tokens[own].tag == "pron" and tokens[own].text[0].islower():
        return Parts(before, (), ()) if len(before) > _FEW else parts
    return Parts(parts.subject[len(before) :], parts.verb, parts.rest)


def _past_a_dateline(tokens: Sequence[Token], parts: Parts) -> int:
    """Where a subject begins before which the time of a page has run in ("Monday 3 May 2021 11.40 BST Scores of …")."""
    first, verb = parts.subject[0], parts.verb[0]
    stamp = next((n for n in range(verb - 1, first - 1, -1) if tokens[n].tag == "time"), None)
    if stamp is None:
        return first
    begins = stamp + 1
    while begins < verb and (tokens[begins].tag == "number" or tokens[begins].text.isupper()):
        begins += 1
    return begins if begins < verb and tokens[begins].text[0].isupper() else first


def without_place(tokens: Sequence[Token], parts: Parts, finite: Finite) -> Parts:
    """Without where and in what something was said ("in a letter to the council")."""
    if parts.rest and parts.verb and parts.rest[0] < parts.verb[0]:  # what is said stands before it
        return parts
    told = next((finite[n] for n in parts.rest if n in finite), 0)
    told = next((n for n in parts.rest if n < told and tokens[n].tag in ("that", "sub")), told)
    place = next((n for n in parts.rest if n < told and tokens[n].tag == "prep"), told)
    if told and tokens[told - 1].tag == "conj":  # "from Zendan and Strelsau users" belongs to what is said
        return parts
    return Parts(parts.subject, parts.verb, tuple(n for n in parts.rest if not place <= n < told))
