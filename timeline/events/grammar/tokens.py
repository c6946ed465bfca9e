"""Words of a sentence with what each is there: name, noun, verb, preposition … Told by lists and neighbours, no model.

A time expression is one token, so that in "the vote on the 10th" no number or noun comes between.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon
from ...model import Span, TimeExpression


class Token(Frozen):
    """A word or mark. time: the number of the time expression that it is.

    tag: name noun number verb aux det poss prep to pron conj sub rel that adv not adj time comma stop quote open close.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str
    time: int | None = None


_TOKEN = re.compile(
    r"(?P<number>[$£€]?\d+(?:[.,:/]\d+)*(?:%|(?:-[^\W\d_]+)+|[^\W\d_]+)?)"
    r"|(?P<poss>['’]s\b|(?<=s)['’](?=\s))"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[#@]?[^\W\d_]\w*(?:[-‐‑&]\w+|['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<quote>[“”\"„«»]|(?<!\w)['‘](?=\w)|(?<=[\w.,!?])['’](?!\w))"
    r"|(?P<open>[(\[])|(?P<close>[)\]])|(?P<comma>,)|(?P<stop>[;:–—!?…]|\.{3}|\s-\s)"
)
_NOUN_LY = frozenset(
    {"family", "early", "daily", "weekly", "monthly", "yearly", "assembly", "ally", "reply", "supply", "july", "italy"}
)
_ADJECTIVE = re.compile(r".{2,}(?:al|ous|ive|ful|less|ic|able|ible|ary|ern|ese|ian)$")
_COMPOUND = re.compile(r"[^\W\d_]+[-‐‑][a-zà-ÿ]")  # "Oslo-based"
_OPEN_TO_CONTEXT = frozenset({"verb?", "name?", "poss", "aux"})
_SERIAL = frozenset({"first", "last"})  # before a verb they say when: "was first seen", "they last met"
_NOUN_ENDS = ("prep", "stop", "comma", "time", "aux", "rel")
_SUBJECTS = ("noun", "name", "pron", "close")
_PARTED = ("comma", "stop")
_MODIFIERS = ("det", "poss", "number", "adj")


def tokenise(
    text: str,
    sentence: Span,
    expressions: Sequence[tuple[int, TimeExpression]],
    names: frozenset[str],
    lexicon: EventLexicon,
) -> tuple[Token, ...]:
    """Tokens of a sentence. expressions: those in it, with their numbers; names: words that are names there."""
    raw = _scan(text, sentence, expressions, names, lexicon)
    tags = [t.tag for t in raw]
    for n, tag in enumerate(tags):
        if raw[n].lower in lexicon.words["leading_to_times"] and _leads_to_time(tags, n):
            tags[n] = "prep"
        elif raw[n].lower in _SERIAL and _says_when(tags, n):
            tags[n] = "adv"
        elif tag in _OPEN_TO_CONTEXT:
            tags[n] = _in_context(raw, tags, n, lexicon)
    return tuple(
        t if t.tag == tag else Token(t.start, t.end, t.text, t.lower, tag, t.time)
        for t, tag in zip(raw, tags, strict=True)
    )


def written(text: str, tokens: Sequence[Token], first: int, past: int) -> str:
    """The words of tokens first ≤ n < past as they stand in their text; of none the empty string."""
    return text[tokens[first].start : tokens[past - 1].end] if first < past else ""


def plain(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without marks that part nothing: brackets with their content, quotes around a mere name or phrase, and
    the comma between two adjectives ("a long, bitter strike").
    """
    kept = _without_loose_quotes(without_asides(tokens))
    return tuple(t for n, t in enumerate(kept) if not (t.tag == "comma" and _between_adjectives(kept, n)))


def _without_loose_quotes(tokens: Sequence[Token]) -> list[Token]:
    marks = [n for n, t in enumerate(tokens) if t.tag == "quote"]
    loose: set[int] = set()
    for a, b in pairwise(marks):
        inside = tokens[a + 1 : b]
        if a in loose or not 0 < len(inside) <= 8:
            continue
        verbs = () if _leads_in(tokens, a, inside[0]) else ("verb", "aux")
        if not any(t.tag in verbs or t.tag in _PARTED for t in inside):
            loose |= {a, b}
    return [t for n, t in enumerate(tokens) if n not in loose]


def _leads_in(tokens: Sequence[Token], mark: int, first: Token) -> bool:
    """Do quoted words go on with the sentence: "were “devastated”", "a “failed plan”", "said he “looked away”"?"""
    verb = first.tag in ("verb", "aux") and tokens[mark - 1].tag in ("noun", "name", "pron")
    return mark > 0 and (verb or tokens[mark - 1].tag in ("aux", "det", "to", "adj"))


def _between_adjectives(tokens: Sequence[Token], n: int) -> bool:
    if not 1 < n < len(tokens) - 2:
        return False
    before, after = tokens[n - 1].tag, tokens[n + 1].tag
    return (
        tokens[n - 2].tag == "det"
        and before == "adj"
        and after in ("adj", "number")
        and tokens[n + 2].tag in ("noun", "adj")
    )


def without_asides(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without what stands in brackets, unless that tells a time: "the group (a faction) attacked"."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        if token.tag != "close":
            continue
        opened = next((i for i in range(len(kept) - 1, -1, -1) if kept[i].tag == "open"), None)
        if opened is not None and all(t.time is None for t in kept[opened:]):
            del kept[opened:]
    return tuple(kept)


def _scan(
    text: str,
    sentence: Span,
    expressions: Sequence[tuple[int, TimeExpression]],
    names: frozenset[str],
    lexicon: EventLexicon,
) -> list[Token]:
    """Tokens with their first tags, each by itself."""
    tokens: list[Token] = []
    position, last = sentence
    before = ""
    for number, expression in [*expressions, (None, None)]:
        until = expression.start if expression else last
        for m in _TOKEN.finditer(text, position, max(until, position)):
            said, tag = m[0], m.lastgroup or "word"
            lower = said.lower().replace("’", "'")
            if tag == "word":
                initial = before in ("", "stop", "quote")
                tag = _first_guess(said, lower, initial, names, lexicon)
            tokens.append(Token(m.start(), m.end(), said, lower, tag))
            before = tag
        if expression and expression.start >= position:
            tokens.append(Token(*expression.span, expression.text, expression.text.lower(), "time", number))
            position, before = expression.end, "time"
    return tokens


def _first_guess(word: str, lower: str, initial: bool, names: frozenset[str], lexicon: EventLexicon) -> str:
    """The tag of a word by itself; "verb?" and "name?" are settled by its neighbours."""
    closed = lexicon.tags.get(lower)
    capital = word[0].isupper() or word[0] in "#@"
    if closed and not (capital and not initial and len(word) > 1 and word.isupper() and lower != "i"):
        return closed
    if capital:
        if _COMPOUND.match(word):
            return "adj"
        if lower not in lexicon.words["not_names"] and (word in names or not (initial or lexicon.capital_nouns)):
            return "name"
        if lexicon.capital_nouns and not (initial and (lower in lexicon.verbs or lower in lexicon.adverbs)):
            known = lower in lexicon.nouns or lower in lexicon.words["titles"]
            return "name?" if initial and not known else "noun"
        known = lower in lexicon.verbs or lower in lexicon.nouns or lower in lexicon.adverbs
        if initial and not known and word not in names:
            return "name?"
    if lower in lexicon.words["not_verbs"]:
        return "adj" if lower.endswith("ed") and len(lower) > 5 else "noun"
    if lower in lexicon.verbs:
        return "verb?"
    unknown = lower not in lexicon.nouns and len(lower) > 4 and "-" not in lower
    if unknown and ((lower.endswith("ed") and not lower.endswith("eed")) or lower.endswith("ing")):
        return "verb?"
    if (lower.endswith("ly") and lower not in _NOUN_LY) or lower in lexicon.adverbs:
        return "adv"
    return "adj" if lower not in lexicon.nouns and _ADJECTIVE.match(lower) else "noun"


def _in_context(tokens: Sequence[Token], tags: Sequence[str], n: int, lexicon: EventLexicon) -> str:
    """The tag of a word that its neighbours settle; those before it are settled already."""
    token, tag = tokens[n], tags[n]
    before = tags[n - 1] if n else "stop"
    after = tags[n + 1] if n + 1 < len(tags) else "stop"
    if tag == "name?" and token.lower in lexicon.numbers:  # "Four had come out"
        return "noun"
    if tag == "name?":
        verb_follows = after in ("verb?", "aux") and not token.lower.endswith("s")
        return "name" if after in ("name", "poss") or verb_follows else "noun"
    if tag == "poss":
        return "aux" if token.lower == "'s" and before == "pron" else tag
    if tag == "aux":
        return "noun" if token.lower in ("can", "might", "may", "must", "will") and before in _MODIFIERS else tag
    previous = tokens[n - 1] if n else None
    return "verb" if _is_verb(token, previous, before, after, lexicon) else _nominal_tag(token, after, lexicon)


def _says_when(tags: Sequence[str], n: int) -> bool:
    """Does "first" or "last" stand between a subject or a helper and a verb?"""
    before = tags[n - 1] if n else "stop"
    return before in ("aux", "name", "pron", "noun", "rel", "not", "adv") and tags[n + 1 : n + 2] == ["verb?"]


def _leads_to_time(tags: Sequence[str], n: int) -> bool:
    """Does "starting" stand before a time, and after nothing that makes it a verb ("is starting Tuesday")?"""
    before = tags[n - 1] if n else "stop"
    after = tags[n + 1 : n + 3]
    return before not in ("aux", "not", "adv", "rel") and (after[:1] == ["time"] or after == ["prep", "time"])


def _nominal_tag(token: Token, after: str, lexicon: EventLexicon) -> str:
    if after == "verb?" and token.lower in lexicon.nouns:  # "the meeting took place"
        return "noun"
    participle = token.lower.endswith(("ed", "ing", "en", "wn"))
    return "adj" if participle and after in ("noun", "name", "verb?", "adj") else "noun"


def _is_verb(token: Token, previous: Token | None, before: str, after: str, lexicon: EventLexicon) -> bool:
    form = lexicon.verbs.get(token.lower)
    tenses = form.tenses if form else "" if token.lower.endswith("ing") else "pn"
    if before in ("to", "aux", "not"):
        return True
    if not tenses:
        return False
    if "g" in tenses:
        known = token.lower in lexicon.nouns and previous is not None and not previous.lower.endswith("s")
        if known and before == "noun" and after in _NOUN_ENDS:  # "its shareholder meeting in May"
            return False
        return before not in ("det", "poss") and not (before in ("adj", "number") or after == "verb?")
    if "p" in tenses or "n" in tenses:
        if form is None and before in ("that", "quote") and after in ("noun", "name"):  # "that unlisted homes were hit"
            return False
        if "b" in tenses and (before in _MODIFIERS or (token.lower in lexicon.nouns and before in ("prep", "noun"))):
            return False
        if before in ("det", "poss", "number", "prep", "adj"):
            return before in ("adj", "number") and after not in ("noun", "name", "verb?", "adj")
        return True
    if before in _MODIFIERS or before == "prep":
        return False
    noun = token.lower in lexicon.nouns
    if "s" in tenses and form is not None and form.lemma in lexicon.words["plain_verbs"] and before in _SUBJECTS:
        return True
    if "s" in tenses:
        if before not in ("name", "pron", "rel", "noun", "close", "adv", "that", "comma", "quote", "time"):
            return False
        if after in ("aux", "verb?") or (before == "noun" and noun):
            return False
        opens = after in ("det", "number", "poss", "to", "that", "name", "pron", "sub", "quote", "time")
        return opens or (not noun and before not in ("comma", "noun")) or (noun and before in ("pron", "rel"))
    if before in ("pron", "rel") and not (previous and previous.lower in ("it", "he", "she", "him", "her", "there")):
        return True
    plural = bool(previous and previous.lower.endswith("s") and before in ("noun", "name"))
    return plural and after in ("det", "number", "to", "that", "name", "pron", "prep") and not noun
