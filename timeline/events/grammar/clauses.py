"""A clause of a sentence: what it is, what is done in it, and who it is about."""

from collections.abc import Sequence

from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon
from .predicates import Predicate
from .subjects import is_person, is_plural
from .tokens import Token

_NOMINAL = ("noun", "name", "number", "adj", "det", "poss", "pron")
_WITH_RELATIVE = 2  # clauses: one that waits for its verb, and the relative one on it
_DEPENDENT = ("relative", "complement", "subordinate")


class Clause(Frozen):
    """Tokens first ≤ n < past. kind: main relative subordinate complement coordinate phrase quote.

    predicates: all in it, in order; the finite one, if there is one, carries it. subject: the tokens of its subject,
    taken from an earlier clause where it is not said.
    """

    first: int
    past: int
    kind: str
    opener: str
    predicates: tuple[Predicate, ...] = ()
    subject: tuple[int, int] | None = None
    quoted: bool = False

    @property
    def finite(self) -> Predicate | None:
        """The predicate that carries it."""
        for predicate in self.predicates:
            if predicate.form == "finite":
                return predicate
        return None


def subject_of(
    tokens: Sequence[Token], clause: Clause, before: Sequence[Clause], lexicon: EventLexicon
) -> tuple[int, int] | None:
    """Tokens of the subject: said in the clause, or taken over from an earlier one."""
    finite = clause.finite
    if finite is None:
        return None
    first = clause.first
    if clause.kind == "subordinate" and first < finite.first:
        first += 1  # the word that opens it
    while first < finite.first and tokens[first].tag in ("conj", "sub", "adv", "that", "rel", "time", "comma"):
        first += 1
    if first < finite.first and tokens[first].tag == "prep":  # an opening like "On Monday" or "after the talks"
        first = _after_opening(tokens, first, finite.first)
    if (owner := _past_a_list(tokens, clause, before)) is not None:
        return owner
    nobody = first == finite.first - 1 and tokens[first].tag == "not"
    if nobody or any(t.tag in ("noun", "name", "pron", "number", "det") for t in tokens[first : finite.first]):
        return _listed(tokens, clause, first, before), finite.first
    if _turned(tokens, clause, lexicon) and (behind := _behind(tokens, finite, clause.past)):
        return behind
    if lexicon.verb_second and (behind := _behind(tokens, finite, clause.past)):
        return behind
    if clause.kind == "relative":
        return _meant(tokens, clause, lexicon)
    if first == finite.first and before and before[-1].past == clause.first and before[-1].kind in _DEPENDENT:
        waits = next((c for c in reversed(before) if c.kind not in _DEPENDENT), None)  # "those who came [were told]"
        if waits and waits.finite is None and (alone := nominal(tokens, waits)):
            return alone
    if lexicon.group(finite.event_class or "") == "statement" and (teller := _teller(clause, before, lexicon)):
        return teller
    carried = _carried(tokens, clause, before, lexicon)
    goes_on = begun(clause, before)
    if goes_on and nominal(tokens, goes_on):
        return nominal(tokens, goes_on)
    return carried or next((nominal(tokens, c) for c in before if c.finite is None and nominal(tokens, c)), None)


def _carried(
    tokens: Sequence[Token], clause: Clause, before: Sequence[Clause], lexicon: EventLexicon
) -> tuple[int, int] | None:
    """The subject that a clause takes over: the nearest that its verb agrees with; past a subordinate clause that a
    comma closes that of the main one ("was suspended, after payments were found, [and was arrested in July]").
    """
    one = clause.finite is not None and tokens[clause.finite.first].lower in lexicon.words["of_one"]
    fits = [
        c for c in reversed(before)
        if c.subject and c.kind != "relative" and c.quoted == clause.quoted
        and not (one and is_plural(tokens[slice(*c.subject)], lexicon))
    ]  # fmt: skip
    joined = tokens[clause.first].tag == "conj" and clause.first > 0 and tokens[clause.first - 1].tag == "comma"
    dependent = next((n for n, c in enumerate(fits) if c.kind not in ("subordinate", "complement")), 0)
    if joined and any(c.kind == "subordinate" for c in fits[:dependent]):
        return fits[dependent].subject
    return fits[0].subject if fits else None


def _teller(clause: Clause, before: Sequence[Clause], lexicon: EventLexicon) -> tuple[int, int] | None:
    """Who goes on telling: "the agency said the virus had changed and [warned that …]" is about the agency."""
    for c in reversed(before):
        says = c.finite is not None and lexicon.group(c.finite.event_class or "") == "statement"
        if says and c.kind != "relative" and c.quoted == clause.quoted:
            return c.subject
    return None


def told_of(
    tokens: Sequence[Token], clause: Clause, before: Sequence[Clause], lexicon: EventLexicon
) -> tuple[int, int] | None:
    """Whom a clause is about that goes on after an insertion in what is said: "said [the boy], who fell, is well"."""
    goes_on = clause.kind == "phrase" and clause.finite is not None and clause.finite.first == clause.first
    if not goes_on or len(before) < _WITH_RELATIVE:
        return None
    says, inserted = before[-2], before[-1]
    if says.finite is None or lexicon.group(says.finite.event_class or "") != "statement" or says.kind == "relative":
        return None
    apart = inserted.kind in ("relative", "phrase") and tokens[clause.first - 1].tag == "comma"
    whom = noun_phrase_before(tokens, says.past) if apart and tokens[says.past].tag == "comma" else None
    hears = says.finite.lemma in lexicon.words["told_to"]  # the noun behind is who hears it
    return whom if whom is not None and whom[0] > says.finite.last and not hears else None


def begun(clause: Clause, before: Sequence[Clause]) -> Clause | None:
    """The clause without a verb yet that this one goes on with after an insertion: "that the ship, …, would sail"."""
    if clause.kind != "phrase" or clause.finite is None or clause.finite.first > clause.first + 1:
        return None
    waiting = [c for c in reversed(before) if c.kind in ("main", "complement", "subordinate") and c.finite is None]
    said = (c for c in waiting if c.kind != "subordinate")  # "Ada Lund, once a diver, was jailed"
    return next(said, waiting[0] if waiting else None)


def _listed(tokens: Sequence[Token], clause: Clause, first: int, before: Sequence[Clause]) -> int:
    """Where a subject begins whose first members stand before commas: "Police, firefighters and soldiers searched", or
    "the owner, Ada Lund, and two others resigned".
    """
    verb = clause.finite.first if clause.finite else first
    if clause.kind != "phrase" or not any(t.tag == "conj" for t in tokens[clause.first : verb]):
        return first
    for other in reversed(before):
        marks = {t.tag for t in tokens[other.past : clause.first]}
        if other.predicates or not nominal(tokens, other) or marks != {"comma"} or other.kind not in ("main", "phrase"):
            break
        if any(t.tag in ("time", "prep") for t in tokens[other.first : other.past] if t.lower != "of"):
            break
        first, clause = other.first, other
    return first


def _past_a_list(tokens: Sequence[Token], clause: Clause, before: Sequence[Clause]) -> tuple[int, int] | None:
    """The subject behind which a list within its relative clause stands: "voters who were promised roads, schools and
    hospitals [stayed at home]".
    """
    joined = clause.finite and any(t.tag == "conj" for t in tokens[clause.first : clause.finite.first])
    if clause.kind != "phrase" or not joined or len(before) < _WITH_RELATIVE or before[-1].kind != "relative":
        return None
    waits = before[-2]
    return nominal(tokens, waits) if waits.past == before[-1].first and waits.finite is None else None


def _turned(tokens: Sequence[Token], clause: Clause, lexicon: EventLexicon) -> bool:
    """Does the speaker stand behind the verb ("…," said Ada Lund)?"""
    finite = clause.finite
    if finite is None or finite.first != clause.first or not clause.first:
        return False
    if finite.lemma in lexicon.words["told_to"]:
        return False
    quoted = tokens[clause.first - 1].tag == "quote" or any(
        t.tag == "quote" for t in tokens[max(0, clause.first - 2) : clause.first]
    )
    return quoted and not finite.passive and lexicon.group(finite.event_class or "") == "statement"


def _meant(tokens: Sequence[Token], clause: Clause, lexicon: EventLexicon) -> tuple[int, int] | None:
    """Whom a relative clause is about. Of "the owners of the arena, which …" not the owners; of "the house of Ada Lund,
    who …" not the house.
    """
    found = noun_phrase_before(tokens, clause.first)
    if found is None:
        return None
    first, past = found
    if (event := _event_before(tokens, first, clause, lexicon)) is not None:
        return event, past
    of = next((n for n in range(past - 1, first, -1) if tokens[n].lower == "of"), None)
    if of is None:
        return found
    person = is_person(tokens[of - 1], lexicon)
    denied = first > 0 and tokens[first - 1].tag == "not"  # "none of the passengers who had paid": they had
    part = tokens[of - 1].lower in lexicon.words["parts"] or tokens[of - 1].lower in lexicon.numbers
    other = (
        part
        or (clause.opener == "which" and person)
        or (clause.opener == "who" and not person and tokens[past - 1].tag == "name")
    )
    return (of + 1, past) if other or denied else found


def _event_before(tokens: Sequence[Token], first: int, clause: Clause, lexicon: EventLexicon) -> int | None:
    """Where the event is named that begins or ends: of "an inquiry by the council, which began in May" the inquiry."""
    known = lexicon.classes.get(clause.finite.event_class or "") if clause.finite else None
    if known is None or not known.aspect or first < 2 or tokens[first - 1].tag != "prep":
        return None
    n = first - 2
    if tokens[n].lower not in lexicon.nouns:
        return None
    while n and tokens[n - 1].tag in _NOMINAL:
        n -= 1
    return n


def _behind(tokens: Sequence[Token], finite: Predicate, past: int) -> tuple[int, int] | None:
    """The noun phrase right behind the verb that stands second: "Am Montag hat Ada Lund den Vertrag unterzeichnet"."""
    first = finite.first + 1
    while first < past and tokens[first].tag in ("time", "adv", "prep") and first + 1 < past:
        if tokens[first].tag == "prep" and tokens[first + 1].tag != "time":
            return None
        first += 1
    end, nouns = first, 0
    while end < past and tokens[end].tag in _NOMINAL and not (nouns and tokens[end].tag in ("det", "number")):
        nouns += tokens[end].tag in ("noun", "name", "pron")
        end += 1
    return (first, end) if nouns else None


def nominal(tokens: Sequence[Token], clause: Clause) -> tuple[int, int] | None:
    """A clause that is a noun phrase and no more ("Ruritania, a founding member, left …")."""
    first = clause.first + (tokens[clause.first].tag in ("that", "sub"))
    opens = tokens[first].tag if first < clause.past else ""
    return (first, clause.past) if opens in ("noun", "name", "det", "number", "adj", "pron", "not", "adv") else None


def _after_opening(tokens: Sequence[Token], n: int, end: int) -> int:
    for i in range(n + 1, end):
        if tokens[i].tag == "time":
            return i + 1
    return n


def noun_phrase_before(tokens: Sequence[Token], n: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a token, its "of …" included."""
    end = n
    while end and tokens[end - 1].tag in ("comma", "prep", "close"):
        end -= 1
    first = end
    while first and (
        tokens[first - 1].tag in ("noun", "name", "number", "adj", "det", "poss") or tokens[first - 1].lower == "of"
    ):
        first -= 1
    return (first, end) if first < end else None


def own_subject(tokens: Sequence[Token], first: int, verb: int, lexicon: EventLexicon) -> int:
    """Where a verb's own subject begins if another phrase stands right before it without a mark: "the moment the alarm
    rang", "the hearings she is to speak at", and a line that has lost its break.
    """
    inner, before = lexicon.words["inner"], lexicon.words["before_articles"]
    for n in range(verb - 1, first, -1):
        opens = tokens[n].tag == "pron" or (tokens[n].tag == "det" and tokens[n].lower not in inner)
        if opens and tokens[n - 1].tag in ("noun", "name", "time") and tokens[n - 1].lower not in before:
            return n
    return first
