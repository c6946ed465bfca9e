"""Who is answerable for the words above an entry: a headline never says on its own what the text says by another."""

import re
from collections.abc import Callable, Sequence

from ...frozen import replace
from ...language.event_lexicon import EventLexicon
from ...model import Span
from ..grammar.attachment import Trigger
from ..grammar.clauses import Clause
from ..grammar.predicates import Predicate
from ..grammar.subjects import is_pronoun
from ..grammar.tokens import Token, written
from .fitting import spell
from .flaws import UNFIT, is_first_person
from .titles import LIMIT, Headline

_LEAST = 2  # words of a headline
_TELLING = ("say", "announce")  # classes of verbs behind what they tell: not "denied", not "demanded"
_MOST = 4  # words of whom something is told
_PAIR = 2  # marks of one quotation
_WORD = re.compile(r"[^\W\d_]+")


def credited(
    text: str,
    tokens: Sequence[Token],
    trigger: Trigger,
    clauses: Sequence[Clause],
    said_by: Span | None,
    speaker: str | None,
    own: Headline,
    headline: Callable[[Trigger, int], Headline],
    lexicon: EventLexicon,
) -> Headline:
    """The headline with who says so: of what is reported the clause that reports it, of somebody's own words the
    speaker and the words as a quotation. Without words where somebody speaks of himself and no name says who.

    said_by: tokens that name who says it; speaker: who does by a later sentence; headline: makes that of
    another trigger of the sentence, of so many characters at most.
    """
    finite = trigger.predicate is not None and trigger.predicate.finite
    reporting = _reporting(trigger, clauses, lexicon) if finite else None
    if reporting is not None and reporting.finite is not None:
        told = _told_by(text, tokens, trigger.clause, reporting, reporting.finite, lexicon)
        if own.flaws < UNFIT and told:
            room = LIMIT - len(told) - len(", ")
            fitted = own if len(own.words) <= room else headline(trigger, room)
            if fitted.flaws < UNFIT and len(fitted.words) <= room:
                return replace(own, words=f"{fitted.words}, {told}", flaws=fitted.flaws + 1)
        whole = headline(Trigger(reporting, reporting.finite, None), LIMIT)
        if whole.flaws < UNFIT and _has(whole.words, tokens, trigger):
            return replace(own, words=whole.words, flaws=min(own.flaws, whole.flaws + 1))
    if (
        finite
        and _tells_nothing(tokens, trigger, clauses, lexicon)
        and (quotation := _quotation(text, tokens, trigger))
    ):
        by = _speaker(text, tokens, trigger.clause.subject, clauses, lexicon)
        quoted = f"{by}: “{quotation}”"
        return replace(own, words=quoted) if by and len(quoted) <= LIMIT else own
    if len(own.words.split()) < _LEAST and trigger.clause.quoted:  # "With today's announcement we begin …"
        by = _speaker(text, tokens, said_by, clauses, lexicon) or speaker or ""
        words = f"“{_opened_quotation(text, tokens)}”"
        fits = (w for w in (f"{by}: {words}" if by else words, words) if len(w) <= LIMIT)
        return replace(own, words=next(fits, own.words))
    if not any(is_first_person(w, lexicon) for w in _WORD.findall(own.words)):
        return own
    by = _speaker(text, tokens, said_by, clauses, lexicon) or (speaker if trigger.clause.quoted and speaker else "")
    quoted = f"{by}: “{own.words}”"
    return replace(own, words=quoted if by and len(quoted) <= LIMIT else "")


def _told_by(
    text: str, tokens: Sequence[Token], clause: Clause, reporting: Clause, verb: Predicate, lexicon: EventLexicon
) -> str:
    """Who tells it, to stand behind what is told: the day of an entry is that of what is told, not of the telling.
    Empty where that cannot be said so ("denied that …").
    """
    subject = reporting.subject
    if clause.kind != "complement" or verb.event_class not in _TELLING or verb.negated or subject is None:
        return ""
    if subject[0] > verb.first or tokens[subject[0]].tag == "pron":
        return ""
    himself = clause.subject if clause.subject and is_pronoun(tokens, clause.subject) else None
    first, past = himself or subject
    while first + 1 < past and tokens[first].tag == "det":
        first += 1
    whom = [n for n in range(verb.last + 1, reporting.past) if tokens[n].tag != "time"]
    whom = [] if not whom or tokens[whom[0]].tag in ("prep", "adv", "comma") or len(whom) > _MOST else whom
    if verb.lemma in lexicon.words["told_to"] and not whom:  # "told the judge he had left"
        return ""
    by = spell(text, tokens, [*range(first, past), *range(verb.first, verb.last + 1), *whom])
    return by if tokens[first].tag == "name" or by[:2].isupper() else by[:1].lower() + by[1:]


def _tells_nothing(tokens: Sequence[Token], trigger: Trigger, clauses: Sequence[Clause], lexicon: EventLexicon) -> bool:
    """Does a clause only say that somebody said something ("Ada Lund wrote in a letter")?"""
    clause, verb = trigger.clause, trigger.predicate
    if verb is None or clause.quoted or trigger.noun or lexicon.group(verb.event_class or "") != "statement":
        return False
    follows = any(c.first == clause.past and c.kind == "complement" for c in clauses)
    turned = clause.subject is not None and clause.subject[0] > verb.last  # "…," said Ada Lund
    after = clause.subject[1] if turned and clause.subject else verb.last + 1
    return not follows and (after >= clause.past or tokens[after].tag in ("prep", "time"))


def _quotation(text: str, tokens: Sequence[Token], trigger: Trigger) -> str:
    """The sentence's quotation, where it is a whole one: it has a verb."""
    marks = [n for n, t in enumerate(tokens) if t.tag == "quote"]
    if len(marks) != _PAIR or marks[0] < trigger.tokens[0] < marks[1]:
        return ""
    inside = tokens[marks[0] + 1 : marks[1]]
    while inside and inside[-1].tag in ("comma", "stop"):
        inside = inside[:-1]
    if not any(t.tag in ("verb", "aux") for t in inside) or inside[0].tag in ("verb", "aux"):
        return ""
    return " ".join(text[inside[0].start : inside[-1].end].split())


def _opened_quotation(text: str, tokens: Sequence[Token]) -> str:
    """The words behind the mark that opens a quotation, to its end or that of the sentence."""
    first = next((n for n, t in enumerate(tokens) if t.tag == "quote"), -1) + 1
    past = next((n for n in range(first, len(tokens)) if tokens[n].tag == "quote"), len(tokens))
    return " ".join(written(text, tokens, first, past).split()).rstrip(",")


def _reporting(trigger: Trigger, clauses: Sequence[Clause], lexicon: EventLexicon) -> Clause | None:
    """The clause that says what a complement tells ("the defence said [the singer …]")."""
    n = next((i for i, c in enumerate(clauses) if c is trigger.clause), 0)
    while n > 0 and clauses[n].kind in ("complement", "coordinate") and clauses[n - 1].past == clauses[n].first:
        n -= 1
    first = clauses[n]
    if first is trigger.clause or first.finite is None or first.kind == "relative" or first.quoted:
        return None
    joined = clauses[n + 1].kind == "coordinate"  # "said data of Zendan [and Strelsau customers had leaked]"
    known = lexicon.classes.get(first.finite.event_class or "")
    says = known is not None and known.group == "statement" and not (joined and known.report)
    return first if says else None


def _has(words: str, tokens: Sequence[Token], trigger: Trigger) -> bool:
    return tokens[trigger.tokens[1]].text.lower() in words.lower().split()


def _speaker(
    text: str, tokens: Sequence[Token], said_by: Span | None, clauses: Sequence[Clause], lexicon: EventLexicon
) -> str:
    """Who speaks, where that has a name; with what hangs on it ("a statement issued on behalf of Ada Lund")."""
    if said_by is None or tokens[said_by[0]].tag == "pron":
        return ""
    first, past = said_by
    inside = next((c for c in clauses if c.first <= first < c.past), None)
    if inside and inside.finite and lexicon.group(inside.finite.event_class or "") != "statement":
        past = inside.past
    if not any(t.tag == "name" for t in tokens[first:past]):
        return ""
    while first < past and tokens[first].tag == "det":
        first += 1
    words = " ".join(written(text, tokens, first, past).split())
    return words[:1].upper() + words[1:]
