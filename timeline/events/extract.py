"""Event mentions of a document: what its clauses say happened, who took part, and which time expression dates it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..algebra.terms import Vague
from ..language.event_lexicon import EventLexicon, load_events
from ..language.sentences import sentences
from ..model import Decisions, Document, EventMention, Span, TimeExpression
from .attachment import EventNoun, Trigger, content, event_nouns, is_definite, trigger_of, verb_trigger
from .clauses import Clause, clauses_of
from .details import with_details
from .factuality import attribution, factuality
from .headline import base, centrality, headline_words
from .identity import mention_id
from .participants import Names, named_as, names_of, participants_in, quantities_in
from .pronouns import antecedent, person_named
from .titles import title_of
from .tokens import Token, plain, tokenise

#: Prepositions by which an expression says how long something went on, not when it happened.
_LASTING = ("over", "during", "for", "throughout", "within")
_CLOSED_KINDS = ("be", "have", "do")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence taken apart. `heir`: the person whom a "he" or "she" in it means, from the sentence before."""

    span: Span
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    nouns: tuple[EventNoun, ...]
    heir: str | None


@dataclass(frozen=True, slots=True)
class _Found:
    """A trigger with the expression that dates it."""

    trigger: Trigger
    expression: int | None
    relation: str


def extract(
    document: Document, expressions: tuple[TimeExpression, ...], decisions: Decisions
) -> tuple[EventMention, ...]:
    """All event mentions of a document's body in the order of the text, dated or not; none of them has a date yet."""
    lexicon = load_events(document.meta.language)
    names = names_of(document, lexicon)
    mentions: list[EventMention] = []
    for sentence in _sentences(document, expressions, names, lexicon):
        found = _triggers(sentence, expressions, lexicon)
        mentions += _mentions(document, sentence, found, expressions, names, lexicon)
    refused = [d.span for d in decisions.of("not-event", document.id) if d.span]
    kept = [m for m in mentions if not any(m.trigger[0] < end and start < m.trigger[1] for start, end in refused)]
    headline = headline_words(document, lexicon)
    weighed = [replace(m, central=centrality(_all_words(m), headline)) for m in kept]
    return with_details(_distinct(document, weighed), expressions)


def _all_words(mention: EventMention) -> frozenset[str]:
    return mention.words | {word for p in mention.participants for word in p.key.split()}


def _sentences(
    document: Document, expressions: Sequence[TimeExpression], names: Names, lexicon: EventLexicon
) -> Iterator[Sentence]:
    """Sentences of the body, taken apart, in order."""
    heir = None
    numbered = list(enumerate(expressions))
    for block in document.blocks:
        if block.role != "body":
            continue
        inside = [(n, e) for n, e in numbered if block.start <= e.start < block.end]
        for span in block.sentences or sentences(document.text, block.start, block.end):
            own = [(n, e) for n, e in inside if span[0] <= e.start and e.end <= span[1]]
            tokens = plain(tokenise(document.text, span, own, names.words, lexicon))
            clauses = clauses_of(tokens, lexicon) if tokens else ()
            yield Sentence(span, tokens, clauses, event_nouns(tokens, lexicon), heir)
            heir = person_named(document.text, tokens, clauses)


def _triggers(sentence: Sentence, expressions: Sequence[TimeExpression], lexicon: EventLexicon) -> list[_Found]:
    """What the time expressions of a sentence date, and what it tells without one; each trigger once."""
    tokens, clauses, nouns = sentence.tokens, sentence.clauses, sentence.nouns
    found: dict[tuple[int, int], _Found] = {}
    for n, token in enumerate(tokens):
        if token.time is None or not _dates(expressions[token.time]) or _is_stamp(tokens, n):
            continue
        relation = _relation(tokens, n, expressions[token.time])
        trigger = trigger_of(tokens, clauses, nouns, n, lexicon)
        if trigger and relation not in _LASTING:
            trigger, relation = _reported(trigger, clauses, nouns, lexicon, relation)
            found.setdefault(trigger.tokens, _Found(trigger, token.time, relation))
    for clause in clauses:
        if clause.finite and clause.kind != "relative" and not clause.quoted:
            trigger = verb_trigger(clause, content(clause, clause.finite), nouns, lexicon)
            if not any(f.trigger.clause is clause for f in found.values()) and _tells(tokens, trigger, lexicon):
                found.setdefault(trigger.tokens, _Found(trigger, None, ""))
    return sorted(found.values(), key=lambda f: f.trigger.tokens)


def _tells(tokens: Sequence[Token], trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Without a date, does it tell of an event: by its verb, or as more about a known one ("The strike lasted …")?"""
    assert trigger.predicate is not None
    if trigger.noun is None:
        return trigger.predicate.event_class is not None
    subject = trigger.clause.subject
    return is_definite(tokens, trigger.noun) and subject is not None and subject[0] <= trigger.noun.first < subject[1]


def _dates(expression: TimeExpression) -> bool:
    return expression.type in ("DATE", "TIME") and not isinstance(expression.term, Vague)


def _is_stamp(tokens: Sequence[Token], n: int) -> bool:
    """The time of a quoted message after its author's handle: "— Name (@handle) 3 May 2021"."""
    return (n > 1 and tokens[n - 1].tag == "close") or (n > 0 and tokens[n - 1].text.startswith("@"))


def _relation(tokens: Sequence[Token], n: int, expression: TimeExpression) -> str:
    before = tokens[n - 1].lower if n and tokens[n - 1].tag == "prep" else ""
    return expression.role or before or "on"


def _reported(
    trigger: Trigger, clauses: Sequence[Clause], nouns: Sequence[EventNoun], lexicon: EventLexicon, relation: str
) -> tuple[Trigger, str]:
    """ "The bridge has reopened, the city said Thursday": the day of the saying is what the text gives for the event."""
    predicate, clause = trigger.predicate, trigger.clause
    if predicate is None or lexicon.group(predicate.event_class or "") != "statement" or clause.kind != "phrase":
        return trigger, relation
    main = next((c for c in clauses if c.past <= clause.first and c.finite and c.kind == "main" and not c.quoted), None)
    if main is None or main.finite is None:
        return trigger, relation
    told = verb_trigger(main, content(main, main.finite), nouns, lexicon)
    return (told, "reported") if _named(told)[1] and main.finite.lemma != "be" else (trigger, relation)


def _mentions(
    document: Document,
    sentence: Sentence,
    found: Sequence[_Found],
    expressions: Sequence[TimeExpression],
    names: Names,
    lexicon: EventLexicon,
) -> Iterator[EventMention]:
    for item in found:
        mention = _mention(document, sentence, item, found, expressions, names, lexicon)
        if mention is not None:
            yield mention


def _mention(
    document: Document,
    sentence: Sentence,
    item: _Found,
    all_found: Sequence[_Found],
    expressions: Sequence[TimeExpression],
    names: Names,
    lexicon: EventLexicon,
) -> EventMention | None:
    """A trigger as a mention; None where it tells nothing that a timeline could hold."""
    text, tokens, trigger = document.text, sentence.tokens, item.trigger
    lemma, event_class = _named(trigger)
    expression = expressions[item.expression] if item.expression is not None else None
    kind = _kind(trigger, event_class, lexicon)
    state = factuality(tokens, trigger, sentence.clauses, expression.direction if expression else 0, lexicon)
    if expression is None and (kind == "state" or (not event_class and trigger.noun is None)):
        return None
    if state in ("conditional", "wanted"):
        return None
    if state == "denied" and (expression is None or not event_class or kind == "state"):
        return None
    quote = _quote(sentence, trigger, [f.trigger for f in all_found if f.expression is not None])
    first = next((i for i, t in enumerate(tokens) if t.end > quote[0]), 0)
    past = next((i for i, t in enumerate(tokens) if t.start >= quote[1]), len(tokens))
    span = (first, past)
    participants = participants_in(text, tokens, span, trigger.clause.subject, names, lexicon)
    heir = antecedent(text, tokens, trigger.clause, sentence.clauses, sentence.heir)
    if heir:
        participants = (*named_as(heir, quote, names, lexicon), *participants)
    said_by = attribution(tokens, trigger.clause, sentence.clauses, lexicon)
    start, end = trigger.tokens
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
        definite=trigger.noun is not None and is_definite(tokens, trigger.noun),
        title=title_of(text, tokens, trigger, sentence.clauses, heir, lexicon),
    )


def _named(trigger: Trigger) -> tuple[str, str]:
    """(lemma, class): the noun's where the verb is only its carrier."""
    if trigger.noun:
        return trigger.noun.lemma, trigger.noun.event_class
    assert trigger.predicate is not None
    return trigger.predicate.lemma, trigger.predicate.event_class or ""


def _is_reported(trigger: Trigger, relation: str) -> bool:
    """Does the text report it, rather than mention it beside something else?"""
    return (
        trigger.predicate is not None and trigger.clause.kind not in ("relative", "subordinate") and relation != "since"
    )


def _kind(trigger: Trigger, event_class: str, lexicon: EventLexicon) -> str:
    known = lexicon.classes.get(event_class)
    if known and known.kind == "statement" and not known.report:
        return "statement"
    predicate = trigger.predicate
    if (
        predicate
        and trigger.noun is None
        and (predicate.lemma in _CLOSED_KINDS or (predicate.tense == "present" and predicate.form == "finite"))
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
    out = set()
    for token in tokens:
        if (
            token.tag in ("noun", "adj", "verb")
            and token.lower not in lexicon.words["stopwords"]
            and len(token.lower) > 2
        ):
            out.add(base(token.lower, lexicon))
    return frozenset(out)


def _ordinal(tokens: Sequence[Token], trigger: Trigger, lexicon: EventLexicon) -> int | None:
    """Which one of several: "the second call", "the second time that they have met"."""
    start = trigger.tokens[1]
    for n in range(start - 1, max(-1, start - 12), -1):
        number = lexicon.ordinals.get(tokens[n].lower)
        if number and ((n >= start - 4 and trigger.noun) or (n + 1 < len(tokens) and tokens[n + 1].lower == "time")):
            return number
    return None


def _distinct(document: Document, mentions: Sequence[EventMention]) -> list[EventMention]:
    """Give each mention its id: by its quote, and by which trigger it is among those with the same words."""
    seen: Counter[str] = Counter()
    out = []
    for mention in sorted(mentions, key=lambda m: (m.quote, m.trigger)):
        quote = document.text[slice(*mention.quote)]
        out.append(replace(mention, id=mention_id(document.id, quote, seen[quote])))
        seen[quote] += 1
    return out
