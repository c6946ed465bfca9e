"""A headline from a clause: who did what, as it stands, without the time and who says so, at most 100 characters.

Not every clause makes one. What a headline should not be – about an unnamed "he", without what was said, cut short –
is counted as its flaws, so that an entry can be called by the best of the clauses that tell it.
"""

import re
from collections.abc import Collection, Sequence
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
_CUT_BEFORE = ("prep", "conj", "rel", "that", "sub", "comma", "to", "verb")
_DANGLING = ("prep", "conj", "rel", "that", "sub", "comma", "to", "det", "aux", "poss", "not")
_PARTICLES = ("up", "down", "out", "off", "over", "away", "back", "apart", "through")
_NOMINAL = ("noun", "name", "number", "adj", "det", "poss")
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "you", "your"})
_LEADING_TO_TIME = ("late", "early", "the", "starting", "beginning", "ending")
_GOING_ON = ("to", "prep")
_COUNTING = ("number", "det", "adj", "adv", "pron")
_COPULAS = ("be", "have", "do", "become")
_FEW = 3  # words below which a headline tells little
_LEAST_NOUNS = 2  # of a headline without a verb
_GRAVE = 6  # flaws: somebody speaks of himself

#: So many flaws make words unfit to be printed above an entry.
UNFIT = 10


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


@dataclass(frozen=True, slots=True)
class Headline:
    """Words, and how much is wrong with them: 0 for nothing; from `UNFIT` on, nobody would print them."""

    words: str
    flaws: int


def headline_of(
    text: str,
    tokens: Sequence[Token],
    trigger: Trigger,
    clauses: Sequence[Clause],
    heir: str | None,
    timeless: Collection[int],
    lexicon: EventLexicon,
) -> Headline:
    """Headline for a trigger. heir: words that a pronoun as its subject stands for; timeless: numbers of the time
    expressions that do not say when, such as how long or how old: they belong to what happened.
    """
    subject = trigger.clause.subject if trigger.predicate and trigger.predicate.finite else None
    replaced = heir if subject and subject[1] - subject[0] == 1 and tokens[subject[0]].tag == "pron" else None
    if replaced and len(replaced) > LIMIT // 2:  # no name: "it" means no one thing
        replaced = None
    parts = _parts(tokens, trigger, clauses, lexicon)
    if replaced:
        parts = _Parts((), parts.verb, parts.rest)
    untimed = _without_time(tokens, parts.subject, timeless, lexicon)
    cleaned = _Parts(
        _opened(tokens, _without_credit(tokens, untimed, lexicon), lexicon),
        _without_time(tokens, parts.verb, timeless, lexicon),
        _without_time(tokens, parts.rest, timeless, lexicon),
    )
    fitted = _fit(text, tokens, cleaned, LIMIT - (len(replaced) + 1 if replaced else 0), lexicon)
    words = _within(_spell(text, tokens, fitted.all), LIMIT - (len(replaced) + 1 if replaced else 0))
    whole = _SPACE.sub(" ", f"{replaced} {words}" if replaced else words)
    whole = _LOOSE_MARKS.sub("", _ADDRESS.sub("", whole)).strip()
    told_more = _tells(tokens, cleaned) and not _tells(tokens, fitted)
    flaws = _flaws(tokens, trigger, fitted, bool(cleaned.rest), told_more, bool(replaced), lexicon)
    return Headline(whole[:1].upper() + whole[1:], flaws)


def _flaws(
    tokens: Sequence[Token],
    trigger: Trigger,
    kept: _Parts,
    had_rest: bool,
    had_more: bool,
    replaced: bool,
    lexicon: EventLexicon,
) -> int:
    """How much is wrong with a headline: each thing nobody would print counts `UNFIT`, a lesser one less."""
    words = [tokens[n] for n in kept.all]
    predicate = trigger.predicate
    named = replaced or any(t.tag == "name" for t in words)
    unfit = [any(_runs_in(tokens, n) for n in kept.all), bool(words) and words[0].tag == "prep" and not replaced]
    lesser = [not named, trigger.clause.kind in ("relative", "complement"), len(words) + replaced < _FEW]
    grave = any(t.lower in _FIRST_PERSON for t in words)
    if predicate is None:
        lesser.append(True)
        unfit.append(sum(t.tag in ("noun", "name") for t in words) < _LEAST_NOUNS)
    else:
        says = trigger.noun is None and lexicon.group(predicate.event_class or "") == "statement"
        unfit.append(not replaced and all(tokens[n].tag in ("pron", "adv") for n in kept.subject))
        bare = had_rest or says or predicate.lemma in _COPULAS or _goes_on(tokens, predicate.last)
        unfit.append(bare and (not kept.rest or (had_more and says)))
        told_of = predicate.form == "participle" and predicate.passive and bool(kept.subject)
        unfit.append(not predicate.finite and not told_of)
        lesser.append(not predicate.finite)
        lesser.append(not replaced and _leans(tokens, kept.subject))
    return UNFIT * sum(unfit) + _GRAVE * grave + sum(lesser)


def _goes_on(tokens: Sequence[Token], n: int) -> bool:
    """Does what a verb says stand right behind it ("chose to …", "said that …")?"""
    return n + 1 < len(tokens) and tokens[n + 1].tag in ("to", "that", "not", "rel")


def _leans(tokens: Sequence[Token], subject: Sequence[int]) -> bool:
    """Does a subject lean on what was said before ("the group", "two leaders"): a plain noun and no name?"""
    tags = [tokens[n].tag for n in subject]
    return "name" not in tags and tags.count("noun") + tags.count("adj") < _LEAST_NOUNS


def _runs_in(tokens: Sequence[Token], n: int) -> bool:
    """A capital article in the midst of words: a line that began here has lost its break ("has died The hospital")."""
    token = tokens[n]
    if not n or token.tag not in ("det", "pron") or not token.text[0].isupper() or token.text == "I":
        return False
    before = tokens[n - 1]
    label = n == 1 and len(before.text) > 1 and before.text.isupper()  # "WATCH The ship sails"
    return label or (before.tag not in ("stop", "quote", "open", "prep", "comma") and not before.text[0].isupper())


def _within(words: str, budget: int) -> str:
    return words if len(words) <= budget else words[:budget].rsplit(" ", 1)[0]


def _parts(tokens: Sequence[Token], trigger: Trigger, clauses: Sequence[Clause], lexicon: EventLexicon) -> _Parts:
    clause, predicate = trigger.clause, trigger.predicate
    if predicate is None:
        first, head, past = _noun_phrase(tokens, trigger)
        return _Parts(tuple(range(first, head)), (head,), tuple(range(head + 1, past)))
    if not predicate.finite:
        first = _of_all(tokens, _phrase_start(tokens, predicate.first, clause.first), predicate.first)
        past = next((p.first for p in clause.predicates if p.first > predicate.last and p.finite), clause.past)
        phrase, told = range(first, predicate.first), range(predicate.first, predicate.last + 1)
        return _Parts(tuple(phrase), tuple(told), tuple(range(predicate.last + 1, past)))
    subject = clause.subject or (predicate.first, predicate.first)
    rest = tuple(range(predicate.last + 1, _past_a_date(tokens, clause, clauses)))
    if trigger.noun is None and not predicate.passive and lexicon.group(predicate.event_class or "") == "statement":
        rest = _said(tokens, rest, clause, clauses)
    own = range(*subject)
    verb = tuple(n for n in range(predicate.first, predicate.last + 1) if n not in own)
    return _Parts(tuple(own), verb, tuple(n for n in rest if n not in own))


def _of_all(tokens: Sequence[Token], first: int, past: int) -> int:
    """Where the whole is named of which a part is counted: what befell "9 of the 40 sailors held" befell all."""
    of = [n for n in range(first, past) if tokens[n].lower == "of"]
    counted = bool(of) and all(t.tag in _COUNTING for t in tokens[first : of[0]])
    return of[0] + 1 if counted else first


def _past_a_date(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause]) -> int:
    """Where a clause ends; the commas around a date end none ("voted on Tuesday, May 21, to rebuild the bridge")."""
    after = next((c for c in clauses if c.first >= clause.past), None)
    if after is None or after.finite or after.kind != "phrase" or tokens[after.first].tag not in _GOING_ON:
        return clause.past
    between = [t.tag for t in tokens[clause.past : after.first]]
    return after.past if tokens[clause.past - 1].tag == "time" and between == ["comma"] else clause.past


def _said(tokens: Sequence[Token], rest: tuple[int, ...], clause: Clause, clauses: Sequence[Clause]) -> tuple[int, ...]:
    """With what is said: the complements that follow, or what stands before ("The bridge is safe, Ada Lund said")."""
    end = clause.past
    for other in (c for c in clauses if c.first >= end):
        if other.kind != "complement":
            break
        end = other.past
        if not other.finite:  # an insertion parts it: "said that the ship, an old one, would sail"
            goes_on = next((c for c in clauses if c.first >= end and c.finite), None)
            after = range(goes_on.first, goes_on.past) if goes_on else ()
            return (*rest, *range(other.first, other.past), *after)
    rest = (*rest, *range(clause.past, end))
    before = next((c for c in clauses if c.past < clause.first and c.first == 0), None)
    if before is None or not before.finite or before.quoted or any(tokens[n].tag not in ("time", "prep") for n in rest):
        return rest
    return tuple(range(before.first, before.past))


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


def _without_time(
    tokens: Sequence[Token], kept: Sequence[int], timeless: Collection[int], lexicon: EventLexicon
) -> tuple[int, ...]:
    """Drop time expressions with the preposition that rules them, and adverbs that a headline does without."""
    out: list[int] = []
    for n in kept:
        token = tokens[n]
        if token.time is not None and token.time in timeless:
            out.append(n)
        elif token.tag == "time":
            while out and (tokens[out[-1]].tag in ("prep", "to", "comma") or tokens[out[-1]].lower in _LEADING_TO_TIME):
                out.pop()
        elif token.tag in ("poss", "comma") and n and tokens[n - 1].tag == "time" and n - 1 not in out:
            continue
        elif token.tag != "quote" and not (_hedges(token, lexicon) and _loose(tokens, out)):
            out.append(n)
    return tuple(out)


def _hedges(token: Token, lexicon: EventLexicon) -> bool:
    return token.tag == "adv" and token.lower in lexicon.words["hedges"]


def _loose(tokens: Sequence[Token], out: Sequence[int]) -> bool:
    """May an adverb go here? Not behind an article that was chosen by its first letter."""
    return not out or tokens[out[-1]].lower not in ("a", "an")


def _without_credit(tokens: Sequence[Token], kept: Sequence[int], lexicon: EventLexicon) -> tuple[int, ...]:
    """Without the agency of a picture that ran into the line below ("Reuters Ada Lund resigned"), and without what is
    left of a line before a capital article ("in grief The mayor resigned").
    """
    last = next((i for i in range(len(kept) - 1, 0, -1) if _runs_in(tokens, kept[i])), 0)
    kept = tuple(kept[last:])
    for agency in lexicon.agencies:
        n = len(agency)
        said = tuple(tokens[i].lower for i in kept[:n])
        if said == agency and len(kept) > n and tokens[kept[n]].text[0].isupper():
            return tuple(kept[n:])
    return tuple(kept)


def _opened(tokens: Sequence[Token], kept: Sequence[int], lexicon: EventLexicon) -> tuple[int, ...]:
    """Without the words that only lead in: conjunctions, adverbs, an article."""
    first = 0
    while first < len(kept):
        token = tokens[kept[first]]
        leads = token.tag in ("conj", "comma", "that", "sub", "adv", "stop") or token.lower in ("after", "as", "since")
        leads = leads or token.lower in lexicon.words["articles"]
        if not leads:
            break
        first += 1
    return tuple(kept[first:])


def _fit(text: str, tokens: Sequence[Token], parts: _Parts, budget: int, lexicon: EventLexicon) -> _Parts:
    """Shorten by what is missed least: the end first, then the offices before names, then what hangs on the subject."""
    bare = _bare_names(tokens, parts.subject, lexicon)
    for subject in (parts.subject, bare, _head_only(tokens, bare)):
        trimmed = _Parts(subject, parts.verb, _trim(text, tokens, _Parts(subject, parts.verb, parts.rest), budget))
        object_lost = bool(parts.rest) and (not trimmed.rest or (_tells(tokens, parts) and not _tells(tokens, trimmed)))
        if len(_spell(text, tokens, trimmed.all)) <= budget and not object_lost:
            break
    return trimmed


def _tells(tokens: Sequence[Token], parts: _Parts) -> bool:
    """Does what is said have a verb of its own ("said the bridge is safe", not "said the bridge")?"""
    first = next((n for n, i in enumerate(parts.rest) if tokens[i].tag == "aux"), None)
    return first is not None and any(tokens[i].tag in ("noun", "name", "pron") for i in parts.rest[:first])


def _trim(text: str, tokens: Sequence[Token], parts: _Parts, budget: int) -> tuple[int, ...]:
    """The longest beginning of the rest within the budget that ends where a phrase ends."""
    rest = list(parts.rest)
    while rest:
        fits = len(_spell(text, tokens, parts.subject + parts.verb + tuple(rest))) <= budget
        if fits and (not _dangles(tokens, rest[-1]) or _is_particle(tokens[rest[-1]], len(rest))):
            break
        if fits:
            rest.pop()
        else:
            cut = next((i for i in range(len(rest) - 1, -1, -1) if _may_end_before(tokens[rest[i]])), 0)
            rest = rest[:cut]
    return tuple(rest)


def _dangles(tokens: Sequence[Token], n: int) -> bool:
    """Would a headline that ends here wait for something: a preposition, an adjective whose noun is gone?"""
    if tokens[n].tag in ("number", "adj", "adv"):
        follows = tokens[n + 1].tag if n + 1 < len(tokens) else "stop"
        return follows in ("noun", "name", "adj", "number") or (tokens[n].tag == "adv" and follows in ("verb", "adv"))
    ends = n + 1 == len(tokens) or tokens[n + 1].tag in ("stop", "comma")
    return tokens[n].tag in _DANGLING and not (tokens[n].tag == "prep" and ends)  # "stürzte ab": there it is a particle


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
        opens = n == 0 and i and tokens[n].tag != "name"  # a sentence's first word, not the headline's
        word = tokens[n].text.capitalize() if _shouts(tokens, n) else tokens[n].text
        out.append(word[:1].lower() + word[1:] if opens else word)
    return "".join(out)


def _shouts(tokens: Sequence[Token], n: int) -> bool:
    """Is a word one of several of a name that are all set in capitals ("ADA LUND"), and no short form ("NATO")?"""
    return _in_capitals(tokens[n]) and any(_in_capitals(tokens[i]) for i in (n - 1, n + 1) if 0 <= i < len(tokens))


def _in_capitals(token: Token) -> bool:
    return token.tag == "name" and len(token.text) >= _FEW and token.text.isalpha() and token.text.isupper()
