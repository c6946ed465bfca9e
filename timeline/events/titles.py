"""A headline from a clause: who did what, as it stands, without the time and who says so, at most 100 characters.

Not every clause makes one. What a headline should not be – about an unnamed "he", without what was said, cut short –
is counted as its flaws, so that an entry can be called by the best of the clauses that tell it.
"""

import re
from collections.abc import Collection, Sequence

from ..frozen import Frozen
from ..language.event_lexicon import EventLexicon
from .attachment import Trigger
from .clauses import Clause, own_subject
from .fitting import Finite, Parts, fit, is_particle, loses, spell
from .predicates import Predicate
from .tokens import Token

LIMIT = 100
_SPACE = re.compile(r"\s+")
_LOOSE_MARKS = re.compile(r"[“”\"«»•]|^[\s,;:–—'’-]+|[\s,;:–—-]+$")
_ADDRESS = re.compile(
    r"\s*\S*(?:https?:|www\.|[a-z]\.(?:com|org|net)\b|@).*"
)  # of a page or a handle, and what follows
_NOMINAL = ("noun", "name", "number", "adj", "det", "poss")
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "you", "your"})
_LEADING_TO_TIME = ("late", "early", "the", "starting", "beginning", "ending")
_GOING_ON = ("to", "prep")
_COUNTING = ("number", "det", "adj", "adv", "pron")
_COPULAS = ("be", "have", "do", "become")
_BEING = ("be", "become")
_FEW = 3  # words below which a headline tells little
_LEAST_NOUNS = 2  # of a headline without a verb
_GRAVE = 6  # flaws: somebody speaks of himself

#: So many flaws make words unfit to be printed above an entry.
UNFIT = 10


class Headline(Frozen):
    """Words, and how much is wrong with them: 0 for nothing; from `UNFIT` on, nobody would print them.

    told: how the clause begins to tell it, nothing left out but the time: what other clauses are compared with.
    """

    words: str
    flaws: int
    told: str


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
        parts = Parts((), parts.verb, parts.rest)
    told = _clean(tokens, parts, timeless, lexicon)
    cleaned = _clean(tokens, _by_itself(tokens, parts), timeless, lexicon)
    finite = {c.finite.first: c.subject[0] if c.subject else c.finite.first for c in clauses if c.finite}
    words_told = spell(text, tokens, fit(text, tokens, told, LIMIT, finite, lexicon).all)
    if trigger.noun is None and trigger.predicate and _says(trigger.clause, trigger.predicate, lexicon):
        cleaned = _without_place(tokens, cleaned, finite)
    fitted = fit(text, tokens, cleaned, LIMIT - (len(replaced) + 1 if replaced else 0), finite, lexicon)
    words = _within(spell(text, tokens, fitted.all), LIMIT - (len(replaced) + 1 if replaced else 0))
    whole = _SPACE.sub(" ", f"{replaced} {words}" if replaced else words)
    whole = _LOOSE_MARKS.sub("", _ADDRESS.sub("", whole)).strip()
    cut = loses(cleaned, fitted, finite)
    flaws = _flaws(tokens, trigger, fitted, bool(cleaned.rest), cut, bool(replaced), lexicon)
    return Headline(whole[:1].upper() + whole[1:], flaws, words_told)


def _clean(tokens: Sequence[Token], parts: Parts, timeless: Collection[int], lexicon: EventLexicon) -> Parts:
    """Without time, credits and what only leads in."""
    untimed = _without_time(tokens, parts.subject, timeless, lexicon)
    return Parts(
        _opened(tokens, _without_credit(tokens, untimed, lexicon), lexicon),
        _without_time(tokens, parts.verb, timeless, lexicon),
        _without_time(tokens, parts.rest, timeless, lexicon),
    )


def _by_itself(tokens: Sequence[Token], parts: Parts) -> Parts:
    """Without a phrase that stands before the verb's own subject ("the moment the alarm rang", a line that has lost its
    break); of "the hearings she is to speak at" the hearings.
    """
    if not parts.subject or not parts.verb or parts.subject[-1] + 1 != parts.verb[0]:
        return parts
    own = own_subject(tokens, _past_a_dateline(tokens, parts), parts.verb[0])
    before = tuple(n for n in parts.subject if n < own)
    if not before:
        return parts
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


def _flaws(
    tokens: Sequence[Token],
    trigger: Trigger,
    kept: Parts,
    had_rest: bool,
    cut: bool,
    replaced: bool,
    lexicon: EventLexicon,
) -> int:
    """How much is wrong with a headline: each thing nobody would print counts `UNFIT`, a lesser one less."""
    words = [tokens[n] for n in kept.all]
    predicate = trigger.predicate
    named = replaced or any(t.tag == "name" for t in words)
    unfit = [any(_runs_in(tokens, n) for n in kept.all), bool(words) and words[0].tag == "prep" and not replaced]
    lesser = [not named, trigger.clause.kind in ("relative", "complement"), len(words) + replaced < _FEW]
    grave = any(is_first_person(t.text) for t in words)
    if predicate is None:
        lesser.append(True)
        unfit.append(sum(t.tag in ("noun", "name") for t in words) < _LEAST_NOUNS)
    else:
        says = trigger.noun is None and lexicon.group(predicate.event_class or "") == "statement"
        unfit.append(not replaced and all(tokens[n].tag in ("pron", "adv") for n in kept.subject))
        bare = had_rest or says or predicate.lemma in _COPULAS or _goes_on(tokens, predicate.last)
        unfit.append((bare and not kept.rest) or (cut and says))
        told_of = predicate.form == "participle" and predicate.passive and bool(kept.subject)
        unfit.append(not predicate.finite and not told_of)
        lesser.append(not predicate.finite)
        lesser.append(not replaced and _leans(tokens, kept.subject))
    return UNFIT * sum(unfit) + _GRAVE * grave + sum(lesser)


def is_first_person(word: str) -> bool:
    """Does somebody speak of himself ("my", "us"; not "US")?"""
    return word.lower() in _FIRST_PERSON and (word == "I" or not word.isupper())


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


def _parts(tokens: Sequence[Token], trigger: Trigger, clauses: Sequence[Clause], lexicon: EventLexicon) -> Parts:
    clause, predicate = trigger.clause, trigger.predicate
    if predicate is None:
        first, head, past = _noun_phrase(tokens, trigger)
        return Parts(tuple(range(first, head)), (head,), tuple(range(head + 1, past)))
    if not predicate.finite:
        first = _of_all(tokens, _phrase_start(tokens, predicate.first, clause.first), predicate.first)
        past = next((p.first for p in clause.predicates if p.first > predicate.last and p.finite), clause.past)
        if own_subject(tokens, predicate.last, past) > predicate.last:  # that verb has its subject behind this one
            past = clause.past
        phrase, told = range(first, predicate.first), range(predicate.first, predicate.last + 1)
        return Parts(tuple(phrase), tuple(told), tuple(range(predicate.last + 1, past)))
    subject = _subject(tokens, clause) or (predicate.first, predicate.first)
    rest = tuple(range(predicate.last + 1, _past_a_date(tokens, clause, clauses)))
    if trigger.noun is None and _says(clause, predicate, lexicon):
        rest = _said(tokens, rest, clause, clauses, lexicon)
    own = range(*subject)
    if len(own) == 1 and tokens[own[0]].tag == "pron":
        before = _emerged(tokens, clause, clauses, rest)
        if before is not None:
            return _parts(tokens, before, clauses, lexicon)
        if predicate.lemma in _BEING and rest:
            return Parts(rest, (), ())  # "it became the first green line"
    verb = tuple(n for n in range(predicate.first, predicate.last + 1) if n not in own)
    return Parts(tuple(own), verb, tuple(n for n in rest if n not in own))


def _subject(tokens: Sequence[Token], clause: Clause) -> tuple[int, int] | None:
    """Who did it: without "confirming" before it; of a relative clause what "which" can mean, "a school in Zenda" and
    not Zenda.
    """
    if clause.subject is None:
        return None
    first, past = clause.subject
    opens = clause.predicates[0]
    if past <= clause.first == opens.first:  # taken over, unless a line that has lost its break has one of its own
        begins = clause.first - 1
        while begins > past and tokens[begins].tag in _NOMINAL and not _runs_in(tokens, begins):
            begins -= 1
        return (begins, clause.first) if _runs_in(tokens, begins) else clause.subject
    if opens.form == "gerund" and opens.first == first and tokens[opens.last + 1].tag in ("det", "that"):
        return opens.last + 1, past
    if clause.kind != "relative":
        return first, past
    inner = next((n for n in range(past - 1, first, -1) if tokens[n].tag == "det"), first)
    first = inner if tokens[inner - 1].tag == "adj" else first
    if clause.opener != "which" or any(t.tag != "name" for t in tokens[first:past]):
        return first, past
    while first > 1 and tokens[first - 1].tag in ("prep", "conj") and tokens[first - 2].tag in ("noun", "name"):
        first -= 1
        while first > 0 and tokens[first - 1].tag in _NOMINAL:
            first -= 1
    return first, past


def _emerged(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], rest: Sequence[int]) -> Trigger | None:
    """What "it" is in "The counts were wrong, it emerged on Monday": the clause before."""
    if tokens[clause.subject[0] if clause.subject else clause.first].lower not in ("it", "es"):
        return None
    if any(tokens[n].tag not in ("time", "prep") for n in rest):
        return None
    before = next((c for c in reversed(clauses) if c.past <= clause.first and c.finite and c.kind != "relative"), None)
    return Trigger(before, before.finite, None) if before and before.finite and not before.quoted else None


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


def _says(clause: Clause, predicate: Predicate, lexicon: EventLexicon) -> bool:
    """Does a verb say something ("said", "declined to say")?"""
    last = clause.predicates[-1]
    told = last if last.form == "infinitive" else predicate
    return not told.passive and lexicon.group(told.event_class or "") == "statement"


def _said(
    tokens: Sequence[Token],
    rest: tuple[int, ...],
    clause: Clause,
    clauses: Sequence[Clause],
    lexicon: EventLexicon,
) -> tuple[int, ...]:
    """With what is said: the complements that follow, or what stands before ("The bridge is safe, Ada Lund said")."""
    begun = next((c.first for c in clauses if c.first >= clause.past and _is_content(tokens, c, lexicon)), None)
    between = [c for c in clauses if begun is not None and clause.past <= c.first < begun]
    joined = next((c for c in clauses if c.first == clause.past and c.kind == "coordinate" and c.subject), None)
    if (
        joined and joined.subject and joined.subject[0] == joined.first + 1
    ):  # "data of Zendan and Strelsau users leaked"
        return (*rest, *range(joined.first, joined.past))
    end = begun if begun is not None and not any(c.finite for c in between) else clause.past
    for other in (c for c in clauses if c.first >= end):
        if other.first != end or not _is_content(tokens, other, lexicon):
            break
        end = other.past
        if not other.finite:  # an insertion parts it: "said that the ship, an old one, would sail"
            goes_on = next((c for c in clauses if c.first >= end and c.finite), None)
            after = range(goes_on.first, goes_on.past) if goes_on else ()
            return (*rest, *range(other.first, other.past), *after)
    if end > clause.past:
        first = begun if begun is not None else clause.past
        return (*rest, *range(first, end))
    before = next((c for c in clauses if c.past < clause.first and c.first == 0), None)
    if before is None or not before.finite or before.quoted or any(tokens[n].tag not in ("time", "prep") for n in rest):
        return rest
    return tuple(range(before.first, before.past))


def _is_content(tokens: Sequence[Token], clause: Clause, lexicon: EventLexicon) -> bool:
    """Is it what somebody says ("that …", "whether …")?"""
    asked = clause.kind == "subordinate" and clause.opener in lexicon.words["conditional"]
    return clause.kind == "complement" or asked or (clause.kind == "phrase" and tokens[clause.first].tag == "that")


def _without_place(tokens: Sequence[Token], parts: Parts, finite: Finite) -> Parts:
    """Without where and in what something was said ("in a letter to the council")."""
    told = next((finite[n] for n in parts.rest if n in finite), 0)
    told = next((n for n in parts.rest if n < told and tokens[n].tag in ("that", "sub")), told)
    place = next((n for n in parts.rest if n < told and tokens[n].tag == "prep"), told)
    if told and tokens[told - 1].tag == "conj":  # "from Zendan and Strelsau users" belongs to what is said
        return parts
    return Parts(parts.subject, parts.verb, tuple(n for n in parts.rest if not place <= n < told))


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
                if out[-1] + 1 < n and is_particle(tokens[out[-1]]):  # "burned down at noon"
                    break
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
