"""Event mentions of a document: what its clauses say happened, who took part, and which time expression dates it."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ..algebra.terms import Vague
from ..frozen import packed, replace
from ..language.event_lexicon import EventLexicon, load_events
from ..model import Decisions, Document, EventMention, Span, TimeExpression
from .extracting.details import with_details
from .extracting.factuality import attribution, factuality
from .extracting.headline import base, centrality, headline_terms, headline_words
from .extracting.passing import PASSING, in_passing
from .extracting.relations import UNTIL
from .extracting.triggers import SINCE, Found, triggers
from .grammar.attachment import Trigger
from .grammar.nouns import is_definite
from .grammar.parsing import Sentence, parse
from .grammar.participants import Names, named_as, names_of, participants_in, quantities_in
from .grammar.predicates import Predicate
from .grammar.pronouns import meant, owner
from .grammar.tokens import Token
from .identifying.identity import mention_id
from .linking.verbatim import quoted
from .titling.choosing import headline, of_a_phrase
from .titling.pruning import Times

_REFRAIN = 40  # mentions in one article by the same words; what a page repeats beyond says no more
_WITH_HIM = 2  # words
_CLOSED_KINDS = ("be", "have", "do")


def extract(
    document: Document, expressions: tuple[TimeExpression, ...], decisions: Decisions
) -> tuple[EventMention, ...]:
    """All event mentions of a document's body in the order of the text, dated or not; none of them has a date yet."""
    lexicon = load_events(document.meta.language)
    names = names_of(document, lexicon)
    mentions: list[EventMention] = []
    for sentence, found in triggers(parse(document, expressions, names, lexicon), expressions, lexicon):
        every = [*found, *in_passing(sentence, found, lexicon)]
        mentions += _mentions(document, sentence, every, expressions, names, lexicon)
    refused = [d.span for d in decisions.of("not-an-event", document.id) if d.span]
    kept = [m for m in mentions if not any(m.trigger[0] < end and start < m.trigger[1] for start, end in refused)]
    return with_details(_distinct(document, kept, headline_words(document, lexicon)), expressions)


def _all_words(mention: EventMention) -> frozenset[str]:
    return mention.words | {word for p in mention.participants for word in p.key.split()}


def _mentions(
    document: Document,
    sentence: Sentence,
    found: Sequence[Found],
    expressions: Sequence[TimeExpression],
    names: Names,
    lexicon: EventLexicon,
) -> Iterator[EventMention]:
    timeless = _timeless(sentence.tokens, expressions) if found else frozenset()
    for item in found:
        mention = _mention(document, sentence, item, found, expressions, timeless, names, lexicon)
        if mention is not None:
            yield mention


def _mention(
    document: Document,
    sentence: Sentence,
    item: Found,
    all_found: Sequence[Found],
    expressions: Sequence[TimeExpression],
    timeless: Collection[int],
    names: Names,
    lexicon: EventLexicon,
) -> EventMention | None:
    """A trigger as a mention; None where it tells nothing that a timeline could hold."""
    text, tokens, trigger = document.text, sentence.tokens, item.trigger
    lemma, event_class = trigger.lemma, trigger.event_class
    expression = expressions[item.expression] if item.expression is not None else None
    state = factuality(tokens, trigger, sentence.clauses, expression.direction if expression else 0, lexicon)
    if state == "denied" and item.relation in UNTIL:  # "did not open until May": then it did
        state = "happened"
    kind = _kind(trigger, event_class, state, lexicon)
    if _is_remark(tokens, trigger, event_class, lexicon):
        return None
    tells = _is_done(trigger) if kind == "state" else event_class or trigger.noun is not None
    if expression is None and not tells:
        return None
    if state in ("conditional", "wanted"):
        return None
    if state == "denied" and (expression is None or not event_class or kind == "state"):
        return None
    if kind == "state" and not event_class and trigger.lemma not in _CLOSED_KINDS:  # "today they fetch 40 crowns"
        return None
    if event_class == "birth" and not _is_reported(trigger, item.relation):  # "the mayor, who was born in 1951"
        return None
    if item.phrase is not None:
        quote = tokens[item.phrase[0]].start, tokens[item.phrase[1] - 1].end
    else:
        quote = _quote(sentence, trigger, [f.trigger for f in all_found if f.expression is not None])
    first = next((i for i, t in enumerate(tokens) if t.end > quote[0]), 0)
    past = next((i for i, t in enumerate(tokens) if t.start >= quote[1]), len(tokens))
    span = (first, past)
    participants = participants_in(text, tokens, span, trigger.clause.subject, names)
    heir = meant(text, tokens, trigger.clause, sentence.clauses, sentence.heirs, lexicon)
    whose = owner(text, tokens, trigger.noun.first, sentence.clauses, sentence.heirs, lexicon) if trigger.noun else None
    for name in dict.fromkeys(filter(None, (heir, whose))):
        known = {p.key for p in participants}
        participants = (*(p for p in named_as(name, quote, names) if p.key not in known), *participants)
    said_by = attribution(tokens, trigger.clause, sentence.clauses, lexicon)
    start, end = trigger.tokens
    times = Times(item.expression, timeless)
    if item.phrase is None:
        said = headline(text, sentence, trigger, said_by, times, lexicon)
    else:
        said = of_a_phrase(text[slice(*quote)])
    return EventMention(
        id="",
        article=document.id,
        quote=quote,
        clause=(tokens[trigger.clause.first].start, tokens[trigger.clause.past - 1].end),
        trigger=(tokens[start].start, tokens[end].end),
        lemma=lemma,
        event_class=event_class,
        expression=item.expression,
        relation=item.relation,
        participants=participants,
        places=tuple(p.key for p in participants if p.role == "place"),
        quantities=quantities_in(tokens, span, lexicon),
        words=_words(tokens[first:past], lexicon),
        attribution=text[tokens[said_by[0]].start : tokens[said_by[1] - 1].end] if said_by else None,
        factuality=state,
        kind=kind,
        reported=_is_reported(trigger, item.relation),
        ordinal=_ordinal(tokens, trigger, lexicon),
        further=_is_further(tokens, trigger, lexicon),
        quoted=quoted(text[slice(*quote)]) if kind == "statement" else (),
        definite=_is_known(tokens, trigger),
        title=said.words,
        title_flaws=said.flaws,
        told=tuple(sorted(headline_terms(said.told, lexicon))),
    )


def _is_done(trigger: Trigger) -> bool:
    """Does a state tell what has been done: "the bridge is closed"?"""
    return trigger.predicate is not None and trigger.predicate.passive and bool(trigger.event_class)


def _timeless(tokens: Sequence[Token], expressions: Sequence[TimeExpression]) -> frozenset[int]:
    """Numbers of the expressions that do not say when: how long, how old, and what somebody is ("the former chief")."""
    lasting = {n for n, e in enumerate(expressions) if e.type == "DURATION"}
    vague = {
        t.time for t, after in pairwise(tokens)
        if t.time is not None and isinstance(expressions[t.time].term, Vague) and after.tag in ("noun", "name", "adj")
    }  # fmt: skip
    return frozenset(lasting | vague)


def _is_remark(tokens: Sequence[Token], trigger: Trigger, event_class: str, lexicon: EventLexicon) -> bool:
    """Does it say how things are ("is the place to be tonight"), or quote somebody without telling what happened?"""
    predicate, known = trigger.predicate, lexicon.classes.get(event_class)
    tells = known is not None and not known.aspect
    if predicate is not None and (_describes(tokens, trigger) or _only_accompanies(tokens, predicate)):
        return True
    if predicate is None or tells:
        return False
    return trigger.clause.quoted or (predicate.lemma == "be" and predicate.tense == "present" and trigger.noun is None)


def _only_accompanies(tokens: Sequence[Token], predicate: Predicate) -> bool:
    """ "Imre Toth was with her that night" tells of nothing that happened."""
    after = [*tokens[predicate.last + 1 : predicate.last + 4]]
    if predicate.lemma != "be" or predicate.passive or len(after) < _WITH_HIM or after[0].tag != "prep":
        return False
    follows = after[_WITH_HIM].tag if len(after) > _WITH_HIM else "stop"
    return after[1].tag == "pron" or (after[1].lower == "her" and follows in ("prep", "time", "stop", "comma"))


def _describes(tokens: Sequence[Token], trigger: Trigger) -> bool:
    """Does a clause say what something that happened is like ("the offer is a 50% premium over …")?"""
    predicate, noun = trigger.predicate, trigger.noun
    is_now = predicate is not None and predicate.lemma == "be" and predicate.tense == "present"
    if predicate is None or noun is None or not is_now or noun.first > predicate.first:
        return False
    after = tokens[predicate.last + 1] if predicate.last + 1 < len(tokens) else None
    return after is not None and after.tag in ("det", "number", "noun", "adj")


def _is_known(tokens: Sequence[Token], trigger: Trigger) -> bool:
    """Is it an event that is known already ("the strike lasted …"), not one that is told of it ("raised its offer")?"""
    noun, predicate = trigger.noun, trigger.predicate
    told = noun is not None and predicate is not None and noun.first > predicate.head
    return noun is not None and not told and is_definite(tokens, noun)


def _is_reported(trigger: Trigger, relation: str) -> bool:
    """Does the text report it, rather than mention it beside something else?"""
    beside = trigger.clause.kind in ("relative", "subordinate") or relation in ("since", SINCE, PASSING)
    return trigger.predicate is not None and not beside


def _kind(trigger: Trigger, event_class: str, factual: str, lexicon: EventLexicon) -> str:
    known = lexicon.classes.get(event_class)
    if known and known.kind == "statement" and not known.report:
        return "statement"
    predicate = trigger.predicate
    if (
        predicate
        and trigger.noun is None
        and (predicate.lemma in _CLOSED_KINDS or (predicate.tense == "present" and predicate.form == "finite"))
        and not (factual == "planned" and event_class)  # "is scheduled to testify"
    ):
        return "state"
    return "event"


def _quote(sentence: Sentence, trigger: Trigger, dated: Sequence[Trigger]) -> Span:
    """The sentence; where it dates several events, the part around the trigger up to the clauses of the others."""
    tokens, clause = sentence.tokens, trigger.clause
    first, past = 0, len(tokens)
    for other in dated:
        if other.clause.past <= clause.first:
            first = max(first, other.clause.past)
        elif other.clause.first >= clause.past:
            past = min(past, other.clause.first)
    if (first, past) == (0, len(tokens)):
        return sentence.span
    while first < past - 1 and tokens[first].tag in ("comma", "stop", "close"):
        first += 1
    while past > first + 1 and tokens[past - 1].tag in ("comma", "open"):
        past -= 1
    start = sentence.span[0] if first == 0 else tokens[first].start
    end = sentence.span[1] if past == len(tokens) else tokens[past - 1].end
    return start, end


def _words(tokens: Sequence[Token], lexicon: EventLexicon) -> frozenset[str]:
    """Base forms of the words that carry meaning, names left out."""
    trifling = lexicon.words["stopwords"]
    return packed({
        base(t.lower, lexicon)
        for t in tokens if t.tag in ("noun", "adj", "verb") and len(t.lower) > 2 and t.lower not in trifling
    })


def _ordinal(tokens: Sequence[Token], trigger: Trigger, lexicon: EventLexicon) -> int | None:
    """Which one of several: "the second call", "the second time that they have met", "met for a second round"."""
    start = trigger.noun.last if trigger.noun else trigger.tokens[1]
    for n in range(start - 1, max(-1, start - 12), -1):
        number = lexicon.ordinals.get(tokens[n].lower)
        if number and ((n >= start - 4 and trigger.noun) or (n + 1 < len(tokens) and tokens[n + 1].lower == "time")):
            return number
    for n in range(start + 1, min(len(tokens) - 1, start + 12)):
        number = lexicon.ordinals.get(tokens[n].lower)
        if number and tokens[n + 1].lower in lexicon.words["rounds"]:
            return number
    return None


def _is_further(tokens: Sequence[Token], trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Is it told as one more of its kind ("Lund also said that …", "Also on Monday, …")?"""
    past = trigger.predicate.head if trigger.predicate else trigger.tokens[0]
    return any(t.lower in lexicon.words["further"] for t in tokens[trigger.clause.first : past])


def _distinct(document: Document, mentions: Sequence[EventMention], headline: frozenset[str]) -> list[EventMention]:
    """Give each mention its id, by its quote and by which trigger it is among those with the same words, and weigh it
    by what the article is about.
    """
    seen: Counter[str] = Counter()
    out = []
    for mention in sorted(mentions, key=lambda m: (m.quote, m.trigger)):
        quote = document.text[slice(*mention.quote)]
        if seen[quote] == _REFRAIN:
            continue
        central = centrality(_all_words(mention), headline)
        out.append(replace(mention, id=mention_id(document.id, quote, seen[quote]), central=central))
        seen[quote] += 1
    return out
