"""Which clause gives a mention its headline: its own, that of who did it, or the one around it; and who says so."""

import re
from collections.abc import Sequence

from ...frozen import replace
from ...language.event_lexicon import EventLexicon
from ...model import Span
from ..grammar.attachment import Trigger
from ..grammar.clauses import Clause
from ..grammar.nouns import stands_behind
from ..grammar.parsing import Sentence
from ..grammar.tokens import Token
from .credit import credited
from .flaws import UNFIT
from .pruning import Times
from .tense import of_its_doer
from .titles import LIMIT, Headline, headline_of

_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
_WHOLE = ("main", "coordinate", "phrase")  # kinds of clauses that can be read alone
_BARE = 3  # words below which a headline tells too little, if the clause around it tells more
_BORROWED = 4  # flaws: the headline tells what was done about the event; a clause that tells the event goes before


def headline(
    text: str,
    sentence: Sentence,
    trigger: Trigger,
    said_by: Span | None,
    times: Times,
    lexicon: EventLexicon,
) -> Headline:
    """The trigger's own headline; of a bare noun or a verb that hangs on another, that of the clause it stands in."""
    tokens, clauses = sentence.tokens, sentence.clauses

    def of(other: Trigger, limit: int = LIMIT) -> Headline:
        return headline_of(text, tokens, other, clauses, sentence.heirs, times, lexicon, limit)

    told = of_its_doer(tokens, trigger, clauses, lexicon)
    own = of(told)
    if told is not trigger and own.flaws < UNFIT:
        return own
    bare = len(own.words.split()) < _BARE
    borrows = bare or own.flaws >= UNFIT or _will_be_done_to(tokens, trigger)
    around = _around(tokens, trigger, clauses, lexicon) if borrows else None
    if around is not None and trigger.predicate is None and _has_its_own_time(tokens, around.clause, times):
        around = None
    if around is not None and not (bare and own.flaws < UNFIT and not _finds(around, lexicon)):
        whole = of(around)
        flaws = whole.flaws + _BORROWED
        own = replace(whole, flaws=flaws) if flaws < UNFIT and len(whole.words.split()) >= _BARE else own
    return credited(text, tokens, trigger, clauses, said_by, sentence.speaker, own, of, lexicon)


def of_a_phrase(words: str) -> Headline:
    """What is only mentioned names no entry."""
    words = _ARTICLE.sub("", " ".join(words.split()))[:LIMIT]
    return Headline(words[:1].upper() + words[1:], UNFIT, words)


def _has_its_own_time(tokens: Sequence[Token], clause: Clause, times: Times) -> bool:
    """Is a clause dated by another time than what it would tell: "the suspect in Monday's shooting died on Friday"?"""
    said = {t.time for t in tokens[clause.first : clause.past] if t.time is not None and t.time not in times.timeless}
    return times.own is not None and bool(said - {times.own})


def _finds(trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Does a clause tell what was said or found ("a study [published] on Monday found that …")?"""
    verb = trigger.predicate
    says = verb is not None and lexicon.group(verb.event_class or "") == "statement"
    return says or (verb is not None and verb.lemma in lexicon.words["finding"])


def _will_be_done_to(tokens: Sequence[Token], trigger: Trigger) -> bool:
    """Is it what somebody will deal with ("the court will hear the case on 1 July"), said without its verb?"""
    noun, verb = trigger.noun, trigger.clause.finite
    if trigger.predicate is not None or noun is None or verb is None or verb.last >= noun.first:
        return False
    ahead = verb.tense == "future" or (verb.lemma == "be" and tokens[verb.last + 1].tag == "to")
    return ahead and all(t.tag != "time" for t in tokens[verb.last : noun.first])


def _around(
    tokens: Sequence[Token], trigger: Trigger, clauses: Sequence[Clause], lexicon: EventLexicon
) -> Trigger | None:
    """The verb of the clause in which a bare noun, or a verb that hangs on another, stands; of the time of another, the
    verb of that ("all died when it sank").
    """
    if trigger.predicate is not None and trigger.predicate.finite:
        beside = trigger.clause.kind in ("subordinate", "relative")
        same_time = beside and trigger.clause.opener in lexicon.words["at_the_time"]
        main = next((c for c in clauses if c.kind == "main" and c.finite and not c.quoted), None)
        return Trigger(main, main.finite, None) if same_time and main else None
    other_times = lexicon.words["of_other_times"]
    if trigger.predicate is None and trigger.noun and stands_behind(tokens, trigger.noun, other_times):
        return None  # the clause is of another time: "has been falling since its announcement in May"
    clause = trigger.clause if trigger.clause.finite and trigger.clause.kind in _WHOLE else None
    if clause is None and trigger.predicate is None:
        quoted = trigger.clause.quoted
        clause = next((c for c in clauses if c.finite and c.kind != "relative" and c.quoted == quoted), None)
    return Trigger(clause, clause.finite, None) if clause and clause.finite else None
