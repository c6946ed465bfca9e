"""A sentence divided into its clauses: where each begins, and whose each verb is."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...frozen import replace
from ...language.event_lexicon import EventLexicon
from .clauses import Clause, begun, own_subject, subject_of, told_of
from .predicates import Predicate, predicates_of
from .tokens import Token

_BREAKS = ("comma", "stop", "quote", "open", "close")
_NOMINAL = ("noun", "name", "number", "adj", "det", "poss", "pron")
_ALONE = (["prep", "conj"], ["prep", "stop"], ["prep", "comma"], ["conj"], ["stop"])  # behind a "that" for a thing
_FREE = ("what", "whatever")  # relatives with nothing before them that they are about
_MEASURES = ("many", "much", "few", "little")


@dataclass(slots=True)
class _Draft:
    """A clause while its end is not known yet."""

    first: int
    kind: str
    opener: str
    quoted: bool
    predicates: list[Predicate]

    @property
    def finite(self) -> Predicate | None:
        """The predicate that carries it so far."""
        return next((p for p in self.predicates if p.finite), None)


def clauses_of(tokens: Sequence[Token], lexicon: EventLexicon) -> tuple[Clause, ...]:
    """Clauses of a sentence in order; each token is in one, save the marks between them."""
    predicates = predicates_of(tokens, lexicon)
    begins = {p.first: p for p in predicates}
    finite_at = frozenset(p.first for p in predicates if p.finite)
    drafts = [_Draft(0, "main", "", False, [])]
    quoted = False
    n = 0
    while n < len(tokens):
        token = tokens[n]
        if token.tag == "quote":
            quoted = token.text in "“„«" or (token.text not in "”»" and not quoted)
        cut = _cut(tokens, n, drafts[-1], finite_at, quoted)
        if cut is not None:
            drafts.append(_Draft(cut[0], cut[1], token.lower, quoted, []))
        predicate = begins.get(n)
        if predicate is None:
            n += 1
            continue
        drafts[-1].predicates.append(predicate)
        if predicate.finite:
            _separate(tokens, drafts, lexicon)
        n = predicate.last + 1
    return _finish(tokens, drafts, lexicon)


def _cut(
    tokens: Sequence[Token], n: int, current: _Draft, finite_at: frozenset[int], quoted: bool
) -> tuple[int, str] | None:
    """(first token, kind) of the clause that begins here, if one does."""
    token = tokens[n]
    if token.tag in _BREAKS:
        kind = {"quote": "quote" if quoted else "main", "open": "phrase", "comma": "phrase"}.get(token.tag, "main")
        return n + 1, kind
    if n == current.first and token.tag not in ("rel", "sub", "prep"):
        return None
    if token.tag == "that":
        if [t.tag for t in tokens[n + 1 : n + 3]] in _ALONE:
            return None  # "did not bear that out and …"
        after = tokens[n + 1].tag if n + 1 < len(tokens) else "stop"
        if n and tokens[n - 1].tag in ("noun", "name", "number", "close") and after in ("verb", "aux", "adv", "not"):
            return n, "relative"
        return (
            (n, "complement") if after not in ("noun", "stop", "comma") or _finite_ahead(tokens, n, finite_at) else None
        )
    if token.tag == "rel":
        return n, "relative" if n and token.lower not in _FREE else "subordinate"
    if token.tag == "sub":
        return n, "subordinate"
    opens = token.lower in ("after", "before", "since", "until", "till", "as") and not _measures(tokens, n)
    if opens and _finite_ahead(tokens, n, finite_at):
        return n, "subordinate"
    if token.tag == "conj" and current.finite and _finite_ahead(tokens, n, finite_at, ("conj",)):
        return n, "coordinate"
    return None


def _measures(tokens: Sequence[Token], n: int) -> bool:
    """Is it the "as" of "as many as 40"?"""
    return any(t.lower in _MEASURES for t in (*tokens[max(0, n - 1) : n], *tokens[n + 1 : n + 2]))


def _finite_ahead(tokens: Sequence[Token], n: int, finite_at: frozenset[int], stops: tuple[str, ...] = ()) -> bool:
    """Does a finite predicate follow before the next break?"""
    for i in range(n + 1, len(tokens)):
        if i in finite_at:
            return i - 1 == n or tokens[i - 1].tag != "conj"  # "resigned as mayor and left": not what "as" opens
        if tokens[i].tag in (*_BREAKS, *stops, "rel", "sub", "that") or tokens[i].tag == "verb":
            return False
    return False


def _separate(tokens: Sequence[Token], drafts: list[_Draft], lexicon: EventLexicon) -> None:
    """Where a clause has a second finite predicate, tell whose each is."""
    draft = drafts[-1]
    finite = [p for p in draft.predicates if p.finite]
    if len(finite) < 2:
        return
    earlier, later = finite[-2], finite[-1]
    group = lexicon.group(earlier.event_class or "")
    if group != "statement" and _may_be_plural(tokens, earlier, later):
        draft.predicates.remove(earlier)
        return
    contact = _contact(tokens, earlier, later) if group != "statement" else None
    if contact is not None:
        draft.predicates.remove(later)
        drafts.append(_Draft(contact, "relative", "", draft.quoted, [later]))
        return
    if _on_a_noun(tokens, drafts) and not _goes_on_with(tokens, later):
        draft.predicates.remove(later)
        drafts.append(_Draft(later.first, "main", "", draft.quoted, [later]))
        return
    main_next = draft.kind in ("subordinate", "complement") and _waits(tokens, drafts)
    if draft.kind == "complement" and main_next:  # "a man who said he had found it [was arrested]"
        draft.predicates.remove(later)
        drafts.append(_Draft(later.first, "main", "", draft.quoted, [later]))
        return
    seen = earlier.lemma in lexicon.words["perceiving"] and lexicon.group(later.event_class or "") != "statement"
    if seen and not main_next and _may_be_participle(tokens, later, lexicon):
        draft.predicates[draft.predicates.index(later)] = _as_participle(later)  # "saw two boats sunk"
        return
    paper = tokens[later.first - 1].lower in lexicon.words["papers"] and _goes_on_with(tokens, later)
    if paper and not main_next and _may_be_participle(tokens, later, lexicon):  # "concluded in a report released on …"
        draft.predicates[draft.predicates.index(later)] = _as_participle(later)
        return
    if group != "statement" and _may_be_participle(tokens, earlier, lexicon):
        draft.predicates[draft.predicates.index(earlier)] = _as_participle(earlier)
        return
    whole = any(d.kind == "main" and d.finite for d in drafts[:-1])
    reduced = whole and tokens[later.first - 1].tag == "noun" and _goes_on_with(tokens, later)
    free = (draft.kind != "relative" or reduced) and not main_next  # "that grew from a seed found in 1963"
    if group != "statement" and free and _may_be_participle(tokens, later, lexicon):
        draft.predicates[draft.predicates.index(later)] = _as_participle(later)
        return
    start = _told_from(tokens, earlier, later, lexicon)
    told = group == "statement" and tokens[start - 1].tag == "prep"
    if told and _may_be_participle(tokens, later, lexicon):  # "said in remarks released …"
        draft.predicates[draft.predicates.index(later)] = _as_participle(later)
        return
    draft.predicates.remove(later)
    if draft.kind in ("relative", "subordinate") and group != "statement":
        begin = _run_in(tokens, earlier.last + 1, later.first, lexicon)
        drafts.append(_Draft(begin, "main", "", draft.quoted, [later]))
        return
    moved = [p for p in draft.predicates if p.first >= start]
    draft.predicates = [p for p in draft.predicates if p.first < start]
    drafts.append(_Draft(start, "complement", "", draft.quoted, [*moved, later]))


def _may_be_plural(tokens: Sequence[Token], earlier: Predicate, later: Predicate) -> bool:
    """Is it no verb but a plural, since another verb follows ("half of the Medusa stores in Zenda were closed")?"""
    lone = earlier.first == earlier.head and earlier.tense == "present" and tokens[earlier.head].lower.endswith("s")
    noun = earlier.first > 0 and tokens[earlier.first - 1].tag in ("noun", "name", "adj")
    return lone and noun and tokens[later.first].tag == "aux"


def _contact(tokens: Sequence[Token], earlier: Predicate, later: Predicate) -> int | None:
    """Where a relative clause begins that no word opens: "lost to a side [they had beaten]"."""
    n = later.first - 1
    while tokens[n].tag == "adv":
        n -= 1
    alone = n > earlier.last + 1 and tokens[n].tag == "pron" and tokens[n].text[0].islower()
    return n if alone and tokens[n - 1].tag in ("noun", "name") else None


def _on_a_noun(tokens: Sequence[Token], drafts: Sequence[_Draft]) -> bool:
    """Does a clause say what a noun before it is about, which waits for its verb ("reports that he fled were …")?"""
    if len(drafts) < 2 or drafts[-1].opener != "that" or drafts[-2].finite or drafts[-2].predicates:
        return False
    before = tokens[drafts[-2].first : drafts[-1].first]
    return bool(before) and before[-1].tag == "noun" and before[0].tag in _NOMINAL


def _waits(tokens: Sequence[Token], drafts: Sequence[_Draft]) -> bool:
    """Is there a main clause that still waits for its verb ("those who paid before it left [survived]")?"""
    main = next((d for d in reversed(drafts) if d.kind == "main"), None)
    return main is not None and not main.predicates and tokens[main.first].tag in (*_NOMINAL, "not", "adv")


def _goes_on_with(tokens: Sequence[Token], later: Predicate) -> bool:
    """Is a past form a participle by what follows: "stores owned by", "ships sunk in"?"""
    lone = later.first == later.head and later.tense == "past" and later.last + 1 < len(tokens)
    return lone and tokens[later.last + 1].tag in ("prep", "time")


def _told_from(tokens: Sequence[Token], earlier: Predicate, later: Predicate, lexicon: EventLexicon) -> int:
    """Where what is said begins: past the time and past where it was said ("said in a letter the bridge is safe")."""
    start = earlier.last + 1
    while start < later.first and tokens[start].tag in ("time", "prep", "adv") and not _counts(tokens, start):
        start += 1
    return own_subject(tokens, start, later.first, lexicon) if tokens[start - 1].tag == "prep" else start


def _counts(tokens: Sequence[Token], n: int) -> bool:
    """Does a number begin here, with how exact it is ("up to 40", "about 40", "nearly 40")?"""
    after = tokens[n + 1 : n + 3]
    return bool(after) and (after[0].tag == "number" or (after[0].tag == "to" and after[-1].tag == "number"))


def _run_in(tokens: Sequence[Token], least: int, verb: int, lexicon: EventLexicon) -> int:
    """Where a line begins that has lost its break: a name right behind a noun is whom the verb is about, not the one
    before ("Ada Lund, who came to the hearing Boris Lund died in May").
    """
    first = verb
    while first > least and tokens[first - 1].tag == "name":
        first -= 1
    before = tokens[first - 1] if first > least else None
    noun = before is not None and (before.tag == "noun" or before.lower in lexicon.nouns)
    return first if before and noun and before.lower not in lexicon.words["titles"] else verb


def _may_be_participle(tokens: Sequence[Token], p: Predicate, lexicon: EventLexicon) -> bool:
    """Is it a bare past form right after a noun ("ships sunk in …")?"""
    form = lexicon.verbs.get(tokens[p.head].lower)
    bare = (
        p.first == p.head
        and p.tense == "past"
        and (form is None or "n" in form.tenses)
        and tokens[p.head].tag == "verb"
    )
    return bare and p.first > 0 and tokens[p.first - 1].tag in ("noun", "name", "close", "number")


def _as_participle(p: Predicate) -> Predicate:
    return Predicate(p.first, p.head, p.last, p.lemma, p.event_class, "participle", "past", True, p.negated, p.cue)


def _finish(tokens: Sequence[Token], drafts: Sequence[_Draft], lexicon: EventLexicon) -> tuple[Clause, ...]:
    """Freeze the drafts: ends, reduced relatives ("ships sunk by …"), what goes on after an insertion, and subjects."""
    out: list[Clause] = []
    ends = [d.first for d in drafts[1:]] + [len(tokens)]
    for number, (draft, end) in enumerate(zip(drafts, ends, strict=True)):
        past = end
        while past > draft.first and tokens[past - 1].tag in _BREAKS:
            past -= 1
        if past == draft.first:
            continue
        predicates = tuple(
            _reduced(tokens, p, draft.first, _shared(tokens, p, draft, out, lexicon)) for p in draft.predicates
        )
        if not number and _only_opens(tokens, drafts, lexicon):  # "In a report published on Monday, Ada Lund said …"
            predicates = tuple(_as_participle(p) if p.finite else p for p in predicates)
        clause = Clause(draft.first, past, draft.kind, draft.opener, predicates, None, draft.quoted)
        goes_on = begun(clause, out)
        told = told_of(tokens, clause, out, lexicon)
        subject = told or subject_of(tokens, clause, out, lexicon)
        kind = "complement" if told else goes_on.kind if goes_on else clause.kind
        out.append(replace(clause, kind=kind, subject=subject))
    return tuple(out)


def _only_opens(tokens: Sequence[Token], drafts: Sequence[_Draft], lexicon: EventLexicon) -> bool:
    """Is a sentence's first clause only a phrase with a participle: has the next a verb and a subject of its own?"""
    first, verb = drafts[0], drafts[0].finite
    if verb is None or tokens[first.first].tag != "prep" or len(drafts) < 2 or not drafts[1].finite:
        return False
    own = drafts[1].finite.first > drafts[1].first and tokens[drafts[1].first].tag in _NOMINAL
    return own and tokens[drafts[1].first - 1].tag == "comma" and _may_be_participle(tokens, verb, lexicon)


def _shared(
    tokens: Sequence[Token], p: Predicate, draft: _Draft, before: Sequence[Clause], lexicon: EventLexicon
) -> bool:
    """Does a past form share the helper of the clause before ("was tried in May [and jailed in June]")?"""
    joined = p.first > 0 and p.first == draft.first + 1 and tokens[draft.first].tag == "conj" and p.first == p.head
    earlier = before[-1].finite if before else None
    form = lexicon.verbs.get(tokens[p.head].lower)
    could = p.tense == "past" and tokens[p.head].tag == "verb" and (form is None or "n" in form.tenses)
    if not joined or not could or earlier is None or not earlier.passive:
        return False
    follows = tokens[p.last + 1].tag if p.last + 1 < len(tokens) else "stop"
    return follows in ("prep", "time", "adv", "stop", "comma")


def _reduced(tokens: Sequence[Token], p: Predicate, start: int, shared: bool) -> Predicate:
    """ "ships sunk by …": a past form right after a noun and before "by" is a participle. shared: its helper is that
    of the clause before.
    """
    if shared:
        return Predicate(p.first, p.head, p.last, p.lemma, p.event_class, "finite", p.tense, True, p.negated, p.cue)
    after = tokens[p.last + 1].lower if p.last + 1 < len(tokens) else ""
    amount = p.last + 2 < len(tokens) and tokens[p.last + 2].tag == "number"  # "rose by 22" is no participle
    lone = p.finite and p.first == p.head and p.tense == "past" and tokens[p.head].tag == "verb" and p.first > start
    bare = lone and tokens[p.first - 1].tag == "sub"  # "if asked about …"
    opens = p.first == 0 and p.finite and p.first == p.head and p.tense == "past"  # "Elected in May, Ada Lund resigned"
    return _as_participle(p) if (lone and after == "by" and not amount) or bare or opens else p
