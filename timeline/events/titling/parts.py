"""Which words of a sentence tell what happened: who, did, what. Nothing is left out of them here but other clauses."""

from collections.abc import Sequence

from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon
from ..grammar.attachment import Trigger
from ..grammar.clauses import Clause, nominal, noun_phrase_before, own_subject
from ..grammar.subjects import is_person
from ..grammar.tokens import Token
from .saying import said, said_by_it, says

_NOMINAL = ("noun", "name", "number", "adj", "det", "poss")
_GOING_ON = ("to", "prep")
_COUNTING = ("number", "det", "adj", "adv", "pron")
_BEING = ("be", "become")
BY_ITSELF = ("this ", "last ", "next ")  # how words of time begin that need no preposition
_OF_THE_VERB = ("with", "for", "to", "as")  # what these open behind an object belongs to the verb before it
_LEAST_APART, _MOST_APART = 3, 8  # tokens of a name between commas, with these
_ON_NOUNS = ("against", "between", "over", "about", "on", "in", "near")  # these stand behind nouns more than verbs
_OBJECTS = ("", "that", "which", "who", "whom")  # openers of relative clauses that can stand for what was done to


class Parts(Frozen):
    """Tokens of a headline: who, did, what. `core`: as many of `rest` as must stay."""

    subject: tuple[int, ...]
    verb: tuple[int, ...]
    rest: tuple[int, ...]

    @property
    def all(self) -> tuple[int, ...]:
        """In their order."""
        return self.subject + self.verb + self.rest


def parts_of(tokens: Sequence[Token], trigger: Trigger, clauses: Sequence[Clause], lexicon: EventLexicon) -> Parts:
    """Of a noun its phrase, of a verb its subject and its clause, of a verb of saying what is said."""
    clause, predicate = trigger.clause, trigger.predicate
    if predicate is None:
        first, head, past = _noun_phrase(tokens, trigger)
        told = said_by_it(tokens, trigger, past, clauses, lexicon)
        return Parts(tuple(range(first, head)), (head,), (*range(head + 1, past), *told))
    if not predicate.finite:
        first = _of_all(tokens, _phrase_start(tokens, predicate.first, clause.first), predicate.first, lexicon)
        past = next((p.first for p in clause.predicates if p.first > predicate.last and p.finite), clause.past)
        if own_subject(tokens, predicate.last, past, lexicon) > predicate.last:  # that verb has its own subject
            past = clause.past
        phrase, told = range(first, predicate.first), range(predicate.first, predicate.last + 1)
        if not phrase and predicate.passive:
            phrase = range(*_inserted_on(tokens, clause, clauses))
        return Parts(tuple(phrase), tuple(told), tuple(range(predicate.last + 1, past)))
    subject = _subject(tokens, clause, lexicon) or (predicate.first, predicate.first)
    rest = tuple(range(predicate.last + 1, _past_a_date(tokens, clause, clauses)))
    if clause.kind == "relative" and clause.first <= subject[0] < predicate.first and not predicate.passive:
        rest = _with_whom(tokens, clause, rest, lexicon)
    finds = predicate.lemma in lexicon.words["finding"] and not predicate.passive
    subject_only = trigger.noun is None or trigger.noun.first < predicate.first  # "the inquiry found that …"
    if subject_only and (finds or (trigger.noun is None and says(clause, predicate, lexicon))):
        rest = said(tokens, rest, clause, clauses, lexicon)
    carried = _carried_on(clause, clauses, lexicon)
    if rest and rest[-1] < carried.start:
        rest = (*rest, *carried)
    own = _with_adverbs(tokens, clause, subject, lexicon)
    if len(own) == 1 and tokens[own[0]].tag == "pron":
        before = _emerged(tokens, clause, clauses, rest) if predicate.lemma in lexicon.words["emerging"] else None
        if before is not None:
            return parts_of(tokens, before, clauses, lexicon)
        if predicate.lemma in _BEING and rest:
            return Parts(rest, (), ())  # "it became the first green line"
    verb = tuple(n for n in range(predicate.first, predicate.last + 1) if n not in own)
    verb = (*_helpers(clause, clauses), *verb) if predicate.passive and predicate.first == predicate.head else verb
    if own[:1] > (predicate.first,) and tokens[clause.first].lower in lexicon.words["doubting"]:
        verb = (predicate.first, clause.first, *verb[1:])  # "angeblich hat sie …": "sie hat angeblich …"
    return Parts(own, verb, tuple(n for n in rest if n not in own))


def _helpers(clause: Clause, clauses: Sequence[Clause]) -> range:
    """What a passive verb without a helper shares with the clause before ("[was] tried in May and jailed in June")."""
    before = next((c.finite for c in reversed(clauses) if c.first < clause.first and c.finite), None)
    return range(before.first, before.head) if before is not None and before.passive else range(0)


def _with_adverbs(
    tokens: Sequence[Token], clause: Clause, subject: tuple[int, int], lexicon: EventLexicon
) -> tuple[int, ...]:
    """The subject with what limits it or doubts the clause ("almost all", "only the captain", "allegedly, she")."""
    first = subject[0]
    while first > clause.first and tokens[first - 1].tag == "adv":
        first -= 1
    before = first - 2
    apart = before >= 0 and first == clause.first and tokens[first - 1].tag == "comma"
    doubted = (before,) if apart and tokens[before].lower in lexicon.words["doubting"] else ()
    return (*doubted, *range(first, _past_its_name(tokens, clause, subject)))


def _past_its_name(tokens: Sequence[Token], clause: Clause, subject: tuple[int, int]) -> int:
    """Where a subject ends that is named between commas: "the head of the navy, Admiral Jan Torv, was jailed"."""
    first, past = subject
    verb = clause.finite.first if clause.finite else past
    named = tokens[past:verb]
    if _goes_on_with_a_list(named):
        return verb - (named[-1].tag == "comma")
    apart = len(named) >= _LEAST_APART and named[0].tag == "comma" and named[-1].tag == "comma"
    if not apart or not any(t.tag == "name" for t in named):
        return past
    head = next((n for n in range(first, past) if tokens[n].tag == "prep"), past) - 1
    words = all(t.tag in ("name", "noun", "adj", "det") for t in named[1:-1])
    return verb if words and len(named) <= _MOST_APART and tokens[head].tag != "name" else past


def _subject(tokens: Sequence[Token], clause: Clause, lexicon: EventLexicon) -> tuple[int, int] | None:
    """Who did it: without "confirming" before it; of a relative clause what "which" can mean, "a school in Zenda" and
    not Zenda.
    """
    if clause.subject is None:
        return None
    first, past = clause.subject
    opens = clause.predicates[0]
    between = tokens[past : clause.first]
    restricted = bool(between) and between[0].tag in ("rel", "that") and clause.first == opens.first
    if restricted and not any(t.tag in ("comma", "stop", "quote", "open") for t in between):
        return first, clause.first  # "thousands who had fled returned"
    if past <= clause.first == opens.first:  # taken over, unless a line that has lost its break has one of its own
        begins = clause.first - 1
        while begins > past and tokens[begins].tag in _NOMINAL and not runs_in(tokens, begins):
            begins -= 1
        return (begins, clause.first) if runs_in(tokens, begins) else clause.subject
    if opens.form == "gerund" and opens.first == first and tokens[opens.last + 1].tag in ("det", "that"):
        return opens.last + 1, past
    if clause.kind != "relative":
        return first, past
    if tokens[first].lower.endswith("ing") and first and tokens[first - 1].tag == "comma" and past > first + 1:
        first += 1  # ", ending talks that began in May"
    inner = next((n for n in range(past - 1, first, -1) if tokens[n].tag == "det"), first)
    first = inner if tokens[inner - 1].tag == "adj" else first
    if clause.opener != "which":
        return first, past
    if any(t.tag != "name" for t in tokens[first:past]):
        return _either(tokens, clause, first) or (first, past)
    while first > 1 and tokens[first - 1].tag in ("prep", "conj") and tokens[first - 2].tag in ("noun", "name"):
        if tokens[first - 1].lower == "of" and is_person(tokens[first - 2], lexicon):
            break
        first -= 1
        while first > 0 and tokens[first - 1].tag in _NOMINAL:
            first -= 1
    return first, past


def _either(tokens: Sequence[Token], clause: Clause, first: int) -> tuple[int, int] | None:
    """Both nouns, with "which", where it can mean either: "a lawsuit against the company, which [was filed in May]"."""
    begins = _on_a_noun(tokens, first)
    if begins is None or clause.predicates[0].first != clause.first + 1:
        return None
    return begins, clause.first + 1


def _on_a_noun(tokens: Sequence[Token], first: int) -> int | None:
    """Where the phrase begins on whose noun the one at a token hangs ("his evidence against [Ada Lund]")."""
    if first < 2 or tokens[first - 1].lower not in _ON_NOUNS or tokens[first - 2].tag != "noun":
        return None
    begins = first - 1
    while begins > 0 and tokens[begins - 1].tag in _NOMINAL:
        begins -= 1
    return begins


def _inserted_on(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause]) -> tuple[int, int]:
    """Whom an insertion is about: "Ada Lund, [born in Zenda in 1931], sang"; nothing where it is inserted on more."""
    before = next((c for c in clauses if c.past == clause.first - 1), None)
    if before is None or before.predicates or tokens[before.past].tag != "comma":
        return clause.first, clause.first
    return nominal(tokens, before) or (clause.first, clause.first)


def _goes_on_with_a_list(tokens: Sequence[Token]) -> bool:
    """Is what stands behind a subject the rest of it (", Chad, Niger and Benin,"), not a name (", a man and poet,")?"""
    if len(tokens) < _LEAST_APART or tokens[0].tag != "comma" or tokens[1].lower in ("a", "an"):
        return False
    tags = {t.tag for t in tokens}
    return "conj" in tags and tags <= {"name", "noun", "adj", "det", "comma", "conj", "number"}


def _carried_on(clause: Clause, clauses: Sequence[Clause], lexicon: EventLexicon) -> range:
    """What a clause needs of the next: its object ("to ignore [what she had said]"), or its condition ("… [if Ruritania
    paid]").
    """
    after = next((c for c in clauses if c.first == clause.past and c.kind == "subordinate"), None)
    needed = after is not None and after.opener in lexicon.words["conditional"] | lexicon.words["asking"]
    return range(after.first, after.past) if after is not None and needed else range(0)


def _with_whom(
    tokens: Sequence[Token], clause: Clause, rest: tuple[int, ...], lexicon: EventLexicon
) -> tuple[int, ...]:
    """What a relative clause with a subject of its own was done to: of "a side they had beaten in March", the side."""
    whom = noun_phrase_before(tokens, clause.first) if clause.opener in _OBJECTS else None
    if whom and (either := _on_a_noun(tokens, whom[0])) is not None:
        whom = either, whom[1]
    if whom is None or tokens[clause.first - 1].tag == "prep":  # "the day on which they met"
        return rest
    behind = max(p.last for p in clause.predicates)
    place = sum(n <= behind for n in rest)
    for i, n in enumerate(rest[place:], place):  # "spoke at [the hearing] on Monday"
        after = tokens[rest[i + 1]] if i + 1 < len(rest) else None
        if tokens[n].tag == "prep" and (after is None or after.tag == "prep" or after.lower.startswith(BY_ITSELF)):
            place = i + 1
            break
    first = _of_all(tokens, *whom, lexicon)  # "three of the eleven they had seized": eleven were
    first += tokens[first].lower == "of"
    return (*rest[:place], *range(first, whom[1]), *rest[place:])


def _emerged(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], rest: Sequence[int]) -> Trigger | None:
    """What "it" is in "The counts were wrong, it emerged on Monday": the clause before."""
    if tokens[clause.subject[0] if clause.subject else clause.first].lower not in ("it", "es"):
        return None
    if any(tokens[n].tag not in ("time", "prep") for n in rest):
        return None
    before = next((c for c in reversed(clauses) if c.past <= clause.first and c.finite and c.kind != "relative"), None)
    return Trigger(before, before.finite, None) if before and before.finite and not before.quoted else None


def _of_all(tokens: Sequence[Token], first: int, past: int, lexicon: EventLexicon) -> int:
    """Where the whole is named of which a part is counted: what befell "9 of the 40 sailors held" befell all."""
    of = [n for n in range(first, past) if tokens[n].lower == "of"]
    counted = bool(of) and all(t.tag in _COUNTING or t.lower in lexicon.numbers for t in tokens[first : of[0]])
    return of[0] + 1 if counted else first


def _past_a_date(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause]) -> int:
    """Where a clause ends; the commas around a date end none ("voted on Tuesday, May 21, to rebuild the bridge")."""
    after = next((c for c in clauses if c.first >= clause.past), None)
    if after is None or after.finite or after.kind != "phrase" or tokens[after.first].tag not in _GOING_ON:
        return clause.past
    between = [t.tag for t in tokens[clause.past : after.first]]
    return after.past if tokens[clause.past - 1].tag == "time" and between == ["comma"] else clause.past


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
    done_to = trigger.clause.finite is not None and trigger.clause.finite.last < first
    while past < len(tokens) and tokens[past].tag in ("prep", *_NOMINAL, "time"):
        if done_to and tokens[past].lower in _OF_THE_VERB and tokens[min(past + 1, len(tokens) - 1)].tag != "name":
            break  # "missed Monday's match with a sore knee"
        past += 1
    both = any(t.lower == "between" for t in tokens[trigger.noun.last + 1 : past])  # "a call between Lund and Toth"
    if both and past + 1 < len(tokens) and tokens[past].tag == "conj" and tokens[past + 1].tag in ("name", "det"):
        past += 1
        while past < len(tokens) and tokens[past].tag in _NOMINAL:
            past += 1
    return first, trigger.noun.last, past


def runs_in(tokens: Sequence[Token], n: int) -> bool:
    """A capital article in the midst of words: a line that began here has lost its break ("has died The hospital")."""
    token = tokens[n]
    if not n or token.tag not in ("det", "pron") or not token.text[0].isupper() or token.text == "I":
        return False
    before = tokens[n - 1]
    label = n == 1 and len(before.text) > 1 and before.text.isupper()  # "WATCH The ship sails"
    return label or (before.tag not in ("stop", "quote", "open", "prep", "comma") and not before.text[0].isupper())
