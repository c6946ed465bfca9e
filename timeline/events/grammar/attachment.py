"""Which event a time expression dates: the verb or the noun that it belongs to.

"said on Sunday that the talks, which began in May, would end" has three; in "a fire like the fire in the old mill on
March 3 could break out anywhere" the day is that of the old mill's fire and of nothing else.
"""

import re
from collections.abc import Sequence

from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon
from .clauses import Clause
from .nouns import EventNoun, is_definite, stands_behind
from .predicates import Predicate
from .tokens import Token


class Trigger(Frozen):
    """What happened, as it stands in a sentence: a verb, a noun, or a verb with the noun that gives it meaning."""

    clause: Clause
    predicate: Predicate | None
    noun: EventNoun | None

    @property
    def tokens(self) -> tuple[int, int]:
        """(first, last) token of its heads, both included."""
        ends = [self.predicate.head] if self.predicate else []
        ends += [self.noun.first, self.noun.last] if self.noun else []
        return min(ends), max(ends)

    @property
    def lemma(self) -> str:
        """The base of the word that tells what happened: the noun's where the verb is only its carrier."""
        if self.noun:
            return self.noun.lemma
        return self.predicate.lemma if self.predicate else ""

    @property
    def event_class(self) -> str:
        """The class of that word; the empty string for none."""
        if self.noun:
            return self.noun.event_class
        return (self.predicate.event_class if self.predicate else None) or ""


_COMMA = 2  # tokens from a noun to what is added to it behind a comma
_INSIDE = ("noun", "name", "number", "adj", "det", "poss", "prep", "conj", "comma", "time", "to")
BESIDE = ("after", "before", "since", "while", "when", "by", "upon")  # what a gerund of the same doer stands behind
_COMPARING = ("to", "from", "than", "over", "with", "of", "above", "below")
_DECADE = re.compile(r"(?:the )?\d{4}s")
_FIGURES = ("earn", "lose")  # classes of nouns for what a firm reports
_OPENING = ("prep", "adv", "conj", "det", "time", "noun", "name", "adj", "number", "poss")


def trigger_of(
    tokens: Sequence[Token], clauses: Sequence[Clause], nouns: Sequence[EventNoun], time: int, lexicon: EventLexicon
) -> Trigger | None:
    """What the time expression at a token dates; None where nothing in the sentence can be meant."""
    at = next((i for i, c in enumerate(clauses) if c.first <= time < c.past), None)
    if at is None:
        return None
    clause = clauses[at]
    noun = _modified_noun(tokens, nouns, time)
    if noun and not _is_a_period(tokens, noun, time, lexicon):
        return _from_noun(clause, noun, lexicon)
    if tells_which(tokens, time, lexicon) or _of_a_thing(tokens, time):
        return None
    if (main := _second_time_of(tokens, clauses, at, time)) is not None and main.finite:
        return verb_trigger(main, content(main, main.finite, lexicon), nouns, lexicon)
    if (told := _cleft(tokens, clauses, at, time)) is not None and told.finite is not None:
        return verb_trigger(told, content(told, told.finite, lexicon), nouns, lexicon)
    finite = clause.finite
    if finite is None:
        return _without_verb(tokens, clauses, nouns, at, time, lexicon)
    if time < finite.first:
        return _before_verb(tokens, clause, nouns, time, lexicon)
    return _after_verb(tokens, clauses, at, nouns, time, lexicon)


def verb_trigger(clause: Clause, predicate: Predicate, nouns: Sequence[EventNoun], lexicon: EventLexicon) -> Trigger:
    """A verb, with its object where it says little by itself ("held talks")."""
    later = [p.first for p in clause.predicates if p.first > predicate.last and p.form != "infinitive"]
    limit = min([clause.past, *later])
    objects = [n for n in nouns if predicate.last < n.first < limit or predicate.first < n.first < predicate.head]
    known = lexicon.classes.get(predicate.event_class or "")
    light = predicate.lemma in lexicon.light and (known is None or known.aspect)
    if (known is None or known.aspect or predicate.lemma in lexicon.light) and predicate.passive:
        done_to = _done_to(clause, predicate, nouns)
        if done_to is not None:  # "the review that was launched", "the inquiry, begun in May"
            return Trigger(clause, predicate, done_to)
    if known is None or known.aspect or known.group == "any" or light:  # "the meeting took place" is about the meeting
        far = light and predicate.lemma != "have"  # "had a stake in the contest" tells of no contest
        within = [n for n in objects if far or n.first - predicate.last <= 4]
        subjects = [n for n in nouns if clause.subject and clause.subject[0] <= n.first < clause.subject[1]]
        noun = (
            within[0] if light and within else subjects[-1] if subjects and not light else within[0] if within else None
        )
        if noun is None and subjects:
            noun = subjects[-1]
        return Trigger(clause, predicate, noun)
    return Trigger(clause, predicate, None)


def _done_to(clause: Clause, predicate: Predicate, nouns: Sequence[EventNoun]) -> EventNoun | None:
    """The event noun right before a participle or a relative clause that tells what was done to it."""
    relative = clause.kind == "relative" and predicate.form == "finite"
    first = clause.first if relative else predicate.first if predicate.form == "participle" else None
    return next((n for n in nouns if first is not None and first - _COMMA <= n.last < first), None)


def content(clause: Clause, predicate: Predicate, lexicon: EventLexicon) -> Predicate:
    """Past governing words to the verb that tells what happens: "failed to pass", "is due to open"."""
    chain = [p for p in clause.predicates if p.first > predicate.last and p.form == "infinitive"]
    follows = chain and chain[0].first - predicate.last <= 2
    known = lexicon.classes.get(predicate.event_class or "")
    begins = known is not None and known.aspect and known.group == "start"  # "began to evacuate"
    governs = begins or predicate.lemma in lexicon.words["governing"]
    if follows and governs and chain[0].lemma != "be":
        inner = chain[0]
        cue = predicate.cue or predicate.lemma
        return Predicate(
            predicate.first,
            inner.head,
            inner.last,
            inner.lemma,
            inner.event_class,
            "finite",
            predicate.tense,
            inner.passive,
            predicate.negated,
            cue,
        )
    return predicate


def _from_noun(clause: Clause, noun: EventNoun, lexicon: EventLexicon) -> Trigger:
    """A noun, with the verb around it where that only carries it."""
    finite = clause.finite
    carried = finite and finite.last < noun.first and finite.lemma in lexicon.light and noun.first - finite.last <= 6
    return Trigger(clause, finite if carried else None, noun)


def _modified_noun(tokens: Sequence[Token], nouns: Sequence[EventNoun], time: int) -> EventNoun | None:
    """ "Tuesday's landing", "the May 2 ruling", "the 1998 ferry collision"."""
    after = time + 1
    possessive = tokens[time].lower.endswith(("'s", "’s")) or (after < len(tokens) and tokens[after].tag == "poss")
    before = tokens[time - 1] if time else None
    if not possessive and not (before and (before.tag in ("det", "poss", "adj") or before.lower == "of")):
        return None
    if after < len(tokens) and tokens[after].tag == "poss":
        after += 1
    while after < len(tokens) and tokens[after].tag in ("noun", "adj", "name", "number"):
        found = next((n for n in nouns if n.first == after), None)
        if found:
            return found
        after += 1
    return None


def _is_a_period(tokens: Sequence[Token], noun: EventNoun, time: int, lexicon: EventLexicon) -> bool:
    """Does a time say of which period a figure is ("a second-quarter loss", "its 2019 profit")?"""
    figure = noun.event_class in _FIGURES or lexicon.group(noun.event_class) == "change"
    after = tokens[time + 1].tag if time + 1 < len(tokens) else "stop"
    return figure and after != "poss" and not tokens[time].lower.endswith(("'s", "’s"))


def _second_time_of(tokens: Sequence[Token], clauses: Sequence[Clause], at: int, time: int) -> Clause | None:
    """The clause before a relative one that has a time already: "freed men [they had seized in March] on Monday"."""
    clause = clauses[at]
    if clause.kind != "relative" or clause.finite is None or not at:
        return None
    n = time - 1
    while n > clause.finite.last and tokens[n].tag == "prep":
        n -= 1
    return clauses[at - 1] if n > clause.finite.last and n < time - 1 and tokens[n].tag == "time" else None


def _cleft(tokens: Sequence[Token], clauses: Sequence[Clause], at: int, time: int) -> Clause | None:
    """The clause that a time is set before: "it was on Monday that the board agreed"."""
    clause = clauses[at]
    follows = clauses[at + 1] if at + 1 < len(clauses) else None
    if clause.finite is None or clause.finite.lemma != "be" or clause.subject is None or follows is None:
        return None
    it = [t.lower for t in tokens[slice(*clause.subject)]] == ["it"]
    told = follows.kind in ("complement", "relative") and follows.first <= time + _COMMA
    return follows if it and told and time == clause.past - 1 else None


def tells_which(tokens: Sequence[Token], time: int, lexicon: EventLexicon) -> bool:
    """Does a time only tell which thing is meant ("announced its 2019 profit target", "1950s singer Ada Lund died"),
    not when something happened?
    """
    before = tokens[time - 1].tag if time else ""
    after = tokens[time + 1] if time + 1 < len(tokens) else None
    if after is None or after.tag not in ("noun", "adj") or after.lower in lexicon.words["spells"]:
        return False
    decade = before != "prep" and _DECADE.fullmatch(tokens[time].lower) is not None
    return decade or before in ("det", "poss", "adj")


def _of_a_thing(tokens: Sequence[Token], time: int) -> bool:
    """Is it the time of a thing that something is measured by ("a premium to Wednesday's price")?"""
    before, after = tokens[time - 1] if time else None, tokens[time + 1] if time + 1 < len(tokens) else None
    whose = tokens[time].lower.endswith(("'s", "’s")) or (after is not None and after.tag == "poss")
    return whose and before is not None and before.lower in _COMPARING


def _nearest_noun(tokens: Sequence[Token], nouns: Sequence[EventNoun], first: int, time: int) -> EventNoun | None:
    """The last event noun before the time with nothing but its own phrase between."""
    for noun in reversed(nouns):
        if first <= noun.first and noun.last < time:
            between = tokens[noun.last + 1 : time]
            return noun if all(t.tag in _INSIDE for t in between) else None
    return None


def _without_verb(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    nouns: Sequence[EventNoun],
    at: int,
    time: int,
    lexicon: EventLexicon,
) -> Trigger | None:
    """The time stands where no finite verb is: in an opening, an insertion, a participle phrase, an afterthought."""
    clause = clauses[at]
    own = [p for p in clause.predicates if p.first < time]
    noun = _nearest_noun(tokens, nouns, own[-1].last if own else clause.first, time)
    if noun and not (own and _takes(own[-1]) and not is_definite(tokens, noun)):
        return _from_noun(clause, noun, lexicon)
    if clause.opener in lexicon.words["conditional"]:
        return None
    following = next(
        (c for c in clauses[at + 1 :] if c.finite and c.kind != "relative" and c.quoted == clause.quoted), None
    )
    if own and following and following.finite and _of_a_paper(tokens, own[-1], following.finite, lexicon):
        return Trigger(following, following.finite, None)
    if own:
        return verb_trigger(clause, own[-1], nouns, lexicon)
    if clause.predicates:
        return verb_trigger(clause, clause.predicates[0], nouns, lexicon)
    opening = all(t.tag in _OPENING for t in tokens[clause.first : time])
    earlier = next((c for c in reversed(clauses[:at]) if c.finite and c.quoted == clause.quoted), None)
    inserted = earlier is None or (following is not None and following.kind == "phrase" and earlier.kind == "relative")
    target = (
        following
        if opening and following and (inserted or clause.kind in ("main", "coordinate", "complement"))
        else earlier or following
    )
    if target is None or target.finite is None:
        return None
    return verb_trigger(target, content(target, target.finite, lexicon), nouns, lexicon)


def _takes(predicate: Predicate) -> bool:
    """Is an event noun behind it only what it was done to ("having rejected a bill in 2015")?"""
    return predicate.form == "participle" or (predicate.form == "gerund" and bool(predicate.event_class))


def _before_verb(
    tokens: Sequence[Token], clause: Clause, nouns: Sequence[EventNoun], time: int, lexicon: EventLexicon
) -> Trigger | None:
    """The time stands before the finite verb: in its subject, or as an opening."""
    assert clause.finite is not None
    participle = next(
        (p for p in reversed(clause.predicates) if p.last < time and p.form in ("participle", "gerund")), None
    )
    if participle:
        return verb_trigger(clause, participle, nouns, lexicon)
    noun = _nearest_noun(tokens, nouns, clause.first, time)
    if noun and time + 1 < len(tokens) and tokens[time + 1].tag != "comma":
        return Trigger(
            clause, clause.finite if lexicon.group(clause.finite.event_class or "") != "statement" else None, noun
        )
    return verb_trigger(clause, content(clause, clause.finite, lexicon), nouns, lexicon)


def _after_verb(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    at: int,
    nouns: Sequence[EventNoun],
    time: int,
    lexicon: EventLexicon,
) -> Trigger | None:
    """The time stands after the finite verb: it belongs to the nearest verb or noun that can be meant."""
    clause = clauses[at]
    assert clause.finite is not None
    before = [p for p in clause.predicates if p.first < time]
    nearest = before[-1]
    noun = _nearest_noun(tokens, nouns, nearest.last + 1, time)
    main = content(clause, clause.finite, lexicon)
    told = main.tense in ("past", "perfect")
    if nearest.form == "participle":
        paper = _of_a_paper(tokens, nearest, main, lexicon)
        return Trigger(clause, main, None) if paper else verb_trigger(clause, nearest, nouns, lexicon)
    if nearest.form == "infinitive" and nearest.head != main.head and tokens[time - 1].lower == "by":
        return verb_trigger(clause, nearest, nouns, lexicon)  # "was ordered to return the boat by 1 July"
    beside = nearest.form == "gerund" and tokens[nearest.first - 1].lower in BESIDE
    if beside and main.tense == "perfect":  # "has called itself an army after declaring a republic in 2014"
        return verb_trigger(clause, nearest, nouns, lexicon)
    if noun and main.tense == "perfect" and is_definite(tokens, noun) and stands_behind(tokens, noun, BESIDE):
        return Trigger(clause, None, noun)  # "has been falling since its announcement in May"
    out_of = main.lemma in lexicon.words["coming"] and tokens[main.last + 1].lower == "from"
    if noun and (out_of or main.lemma == "follow"):  # "which came from a takeover in May", "followed a call on Monday"
        return Trigger(clause, None, noun)
    condition = clause.opener in lexicon.words["conditional"]
    if noun and (_of_known(tokens, noun) or (condition and is_definite(tokens, noun))):
        return Trigger(clause, None, noun)
    if noun and noun.last + 1 < time and tokens[noun.first - 1].lower == "during":
        return Trigger(clause, None, noun)
    if (
        noun
        and is_definite(tokens, noun)
        and (not told or (_looks_back(main, lexicon) and nearest.form != "infinitive"))
        and main.lemma not in lexicon.light
    ):
        return _from_noun(clause, noun, lexicon)
    if nearest.form == "gerund" and not told and noun is None:
        return verb_trigger(clause, nearest, nouns, lexicon)
    return verb_trigger(clause, main, nouns, lexicon)


def _of_a_paper(tokens: Sequence[Token], participle: Predicate, main: Predicate, lexicon: EventLexicon) -> bool:
    """Is it a report's day, on which somebody says or finds what is in it ("said in a report published on Monday")?"""
    tells = lexicon.group(main.event_class or "") == "statement" or main.lemma in lexicon.words["finding"]
    issued = lexicon.group(participle.event_class or "") in ("launch", "captivity")  # "released", "published"
    return tells and issued and tokens[participle.first - 1].lower in lexicon.words["papers"]


def _looks_back(predicate: Predicate, lexicon: EventLexicon) -> bool:
    """Does the verb speak about an event rather than tell one ("condemned the attack on Monday")?"""
    return lexicon.group(predicate.event_class or "") == "statement" or predicate.lemma in (
        "be",
        "remember",
        "mark",
        "see",
    )


def _of_known(tokens: Sequence[Token], noun: EventNoun) -> bool:
    """ "on the day of the ruling", "news of her death": a known event that something else belongs to."""
    before = [t.lower for t in tokens[max(0, noun.first - 2) : noun.first]]
    return len(before) == 2 and before[0] == "of" and before[1] in ("the", "its", "his", "her", "their", "this", "that")
