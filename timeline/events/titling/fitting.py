"""How a headline is fitted into its length: what is left out first, and where words may end."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from ...language.event_lexicon import EventLexicon
from ..grammar.tokens import Token
from .parts import BY_ITSELF, Parts

_CUT_BEFORE = ("prep", "conj", "rel", "that", "sub", "comma", "to", "verb")
_DANGLING = ("prep", "conj", "rel", "that", "sub", "comma", "to", "det", "aux", "poss", "not")
_OBJECTS = ("det", "noun", "name", "that", "pron", "number", "adj", "verb", "to")  # what a verb's object begins with
_SHOUTED = 3  # letters from which a word in capitals is no short form

#: Where each finite verb of a sentence begins → where its subject does.
Finite = Mapping[int, int]


def fit(
    text: str,
    tokens: Sequence[Token],
    parts: Parts,
    budget: int,
    finite: Finite,
    lexicon: EventLexicon,
) -> Parts:
    """Shorten by what is missed least: the end first, then the offices before names, then what hangs on the subject,
    then what hangs on the subject of what is said.
    """
    last, short, limited = parts, [], _is_limited(tokens, parts, lexicon)
    for barer in _choices(tokens, parts, finite, lexicon):
        last, fits = _trim(text, tokens, barer, budget, finite, lexicon)
        if fits:
            cut = limited and len(last.rest) < len(parts.rest)
            if not cut and not loses(parts, last, finite, of_all=True):
                return last
            short.append(last)
    enough = (t for t in short if not loses(parts, t, finite))
    return next(enough, None) or max(short, key=lambda t: len(t.rest), default=last)


def _is_limited(tokens: Sequence[Token], parts: Parts, lexicon: EventLexicon) -> bool:
    """Does what is told hold only with all its limits ("did not find any …", "none of the …")?"""
    limits = (tokens[n].tag == "not" or tokens[n].lower == "only" for n in (*parts.verb, *parts.rest))
    return any(limits) or _is_exact(tokens, parts.subject, lexicon)


def _is_exact(tokens: Sequence[Token], subject: Sequence[int], lexicon: EventLexicon) -> bool:
    """Is a subject false without what hangs on it ("all who …", "the first to …", "none of the …")?"""
    return any(tokens[n].lower in lexicon.words["exact"] or tokens[n].lower in lexicon.ordinals for n in subject)


def _choices(tokens: Sequence[Token], parts: Parts, finite: Finite, lexicon: EventLexicon) -> Iterator[Parts]:
    """The parts as they are, then with ever less hanging on them: most headlines are short enough at once."""
    yield parts
    bare = _bare_names(tokens, parts.subject, lexicon)
    least = _without_relative(tokens, bare) if _is_exact(tokens, bare, lexicon) else _head_only(tokens, bare)
    subjects = (parts.subject, bare, _name_alone(tokens, bare), least)
    yield from (Parts(subject, parts.verb, parts.rest) for subject in subjects[1:])
    rest = _without_hangers(tokens, parts.rest, finite)
    yield from (Parts(subject, parts.verb, rest) for subject in subjects)


def loses(parts: Parts, kept: Parts, finite: Finite, of_all: bool = False) -> bool:
    """Is the object gone, or the verb of what is said, or all that followed it? of_all: or any later verb of it."""
    verbs = [n for n in parts.rest if finite.get(n, -1) >= parts.rest[0]]
    wanted = verbs if of_all else verbs[:1]
    followed = bool(wanted) and wanted[-1] != parts.rest[-1]
    ends = bool(kept.rest) and followed and kept.rest[-1] == wanted[-1]
    return (bool(parts.rest) and not kept.rest) or not set(wanted) <= set(kept.rest) or ends


def _without_hangers(tokens: Sequence[Token], rest: Sequence[int], finite: Finite) -> tuple[int, ...]:
    """What is said with its subjects bare ("analysis of these results suggested …"); as it is where something is
    denied: "none of the members" is not "none".
    """
    if any(tokens[n].tag == "not" or tokens[n].lower in ("no", "none", "few") for n in rest):
        return tuple(rest)
    out: list[int] = []
    for n in rest:
        if n in finite:
            opens = next((i for i in range(len(out) - 1, -1, -1) if tokens[out[i]].tag in ("that", "verb", "aux")), -1)
            hangs = next((i for i in range(opens + 2, len(out)) if tokens[out[i]].tag == "prep"), None)
            out = out[:hangs]
        out.append(n)
    return tuple(out)


def _trim(
    text: str, tokens: Sequence[Token], parts: Parts, budget: int, finite: Finite, lexicon: EventLexicon
) -> tuple[Parts, bool]:
    """With the longest beginning of the rest within the budget that ends where a phrase ends; and whether it fits."""
    lead, rest, told = len(parts.subject) + len(parts.verb), parts.rest, parts.rest[0] if parts.rest else 0
    reach = [0, *accumulate(len(piece) for piece in _pieces(text, tokens, parts.all))]  # length by number of words
    past = len(rest)
    while past:
        last = rest[past - 1]
        begun = finite.get(last + 1, -1)
        if told <= begun <= last:  # the subject of a verb that is not here
            past = next(i for i, n in enumerate(rest) if n >= begun)
        elif reach[lead + past] > budget:
            ends = [i for i, n in enumerate(rest[:past]) if tokens[n].tag in _CUT_BEFORE and finite.get(n, -1) < told]
            softly = [i for i in ends if i and tokens[rest[i]].lower != "of"]
            past = (softly or ends or [0])[-1]
        elif (past < len(rest) and _waits_for_object(tokens, last)) or (
            _dangles(tokens, last, lexicon) and not (past == 1 and is_particle(tokens[last], lexicon))
        ):
            past -= 1
        else:
            break
    return Parts(parts.subject, parts.verb, rest[:past]), reach[lead + past] <= budget


def _dangles(tokens: Sequence[Token], n: int, lexicon: EventLexicon) -> bool:
    """Would a headline that ends here wait for something: a preposition, an adjective whose noun is gone?"""
    after = tokens[n + 1].lower if n + 1 < len(tokens) else ""
    if after == "of" and tokens[n].lower in lexicon.words["amounts"]:  # "too much | of the drug"
        return True
    if after and tokens[n].lower in lexicon.words["degrees"]:
        return True
    if after == "to" and tokens[n].lower in lexicon.words["awaiting"]:  # "equipment that had been due | to be replaced"
        return True
    if after == "that" and tokens[n].lower in lexicon.words["grounds"]:  # "on condition | that"
        return True
    if tokens[n].tag in ("number", "adj", "adv"):
        follows = tokens[n + 1].tag if n + 1 < len(tokens) else "stop"
        return follows in ("noun", "name", "adj", "number") or (tokens[n].tag == "adv" and follows in ("verb", "adv"))
    ends = n + 1 == len(tokens) or tokens[n + 1].tag in ("stop", "comma", "conj")
    if is_particle(tokens[n], lexicon) and n + 1 < len(tokens) and tokens[n + 1].tag in ("prep", "time", "adv"):
        return False  # "gave himself up on Monday"
    if tokens[n].lower == "in" and after.startswith(BY_ITSELF):
        return False  # "moved in last May"
    alone = tokens[n].tag in ("prep", "det") and ends  # "stürzte ab": a particle; "for doing more": a noun's stand-in
    return tokens[n].tag in _DANGLING and not alone


def _waits_for_object(tokens: Sequence[Token], n: int) -> bool:
    """Does a verb wait for what was cut behind it ("would try to show | that …")?"""
    return tokens[n].tag in ("verb", "aux") and n + 1 < len(tokens) and tokens[n + 1].tag in _OBJECTS


def is_particle(token: Token, lexicon: EventLexicon) -> bool:
    """Can it belong to the verb before it ("broke out", "burned down")?"""
    return token.lower in lexicon.words["particles"]


def _bare_names(tokens: Sequence[Token], kept: Sequence[int], lexicon: EventLexicon) -> tuple[int, ...]:
    """ "Ruritanian President Ada Lund" → "Ada Lund": no office and no country before a name."""
    out: list[int] = []
    for i, n in enumerate(kept):
        word = tokens[n].lower
        office = word in lexicon.words["titles"] or word in lexicon.demonyms
        if not (office and i + 1 < len(kept) and tokens[kept[i + 1]].tag == "name"):
            out.append(n)
        elif word in lexicon.words["titles"] and all(tokens[o].tag in ("adj", "noun") for o in out):
            out.clear()  # "presidential spokesman Ada Lund"
    return tuple(out)


def _name_alone(tokens: Sequence[Token], kept: Sequence[int]) -> tuple[int, ...]:
    """Of "the head of the navy, Ada Lund," the name."""
    commas = [i for i, n in enumerate(kept) if tokens[n].tag == "comma"]
    return tuple(kept[commas[-2] + 1 : -1]) if len(commas) > 1 and commas[-1] == len(kept) - 1 else tuple(kept)


def _without_relative(tokens: Sequence[Token], kept: Sequence[int]) -> tuple[int, ...]:
    """ "None of the members of a board [that …]", but "none of the members who …": there it tells which members."""
    opens = next((i for i, n in enumerate(kept) if tokens[n].tag in ("rel", "that")), len(kept))
    within = sum(tokens[n].tag == "prep" for n in kept[:opens])
    return tuple(kept[:opens] if within > 1 else kept)


def _head_only(tokens: Sequence[Token], kept: Sequence[int]) -> tuple[int, ...]:
    """The subject up to its first preposition, comma or clause."""
    for i, n in enumerate(kept):
        if i and tokens[n].tag in ("prep", "comma", "rel", "that", "open", "stop", "verb"):
            return tuple(kept[:i])
    return tuple(kept)


def spell(text: str, tokens: Sequence[Token], kept: Sequence[int]) -> str:
    """The words as they stand in the text; one blank where something was left out."""
    return "".join(_pieces(text, tokens, kept))


def _pieces(text: str, tokens: Sequence[Token], kept: Sequence[int]) -> Iterator[str]:
    """Each word with the blank before it."""
    before = -1
    for i, n in enumerate(kept):
        token, word, blank = tokens[n], tokens[n].text, " "
        if token.tag == "name":
            word = word.capitalize() if _shouts(tokens, n) else word
        elif n == 0 and i:  # a sentence's first word, not the headline's
            word = word[:1].lower() + word[1:]
        if not i:
            blank = ""
        elif n == before + 1:
            between = text[tokens[before].end : token.start]
            blank = between if len(between) <= 1 else " "
        elif token.tag in ("comma", "poss"):
            blank = ""
        yield blank + word
        before = n


def _shouts(tokens: Sequence[Token], n: int) -> bool:
    """Is a word one of several of a name that are all set in capitals ("ADA LUND"), and no short form ("NATO")?"""
    return _in_capitals(tokens[n]) and any(_in_capitals(tokens[i]) for i in (n - 1, n + 1) if 0 <= i < len(tokens))


def _in_capitals(token: Token) -> bool:
    return token.tag == "name" and len(token.text) >= _SHOUTED and token.text.isalpha() and token.text.isupper()
