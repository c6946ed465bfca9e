"""Sentences of a document's own text, taken apart into tokens, clauses and event nouns."""

import re
from collections.abc import Iterator, Sequence

from ...frozen import Frozen, replace
from ...language.event_lexicon import EventLexicon
from ...language.sentences import sentences
from ...model import Document, Span, TimeExpression
from .clauses import Clause
from .dividing import clauses_of
from .heirs import heirs_of
from .lines import are_teasers, lines_of
from .nouns import EventNoun, event_nouns
from .participants import Names
from .pronouns import Heirs
from .tokens import Token, plain, tokenise

#: What makes the length of time before it part of a word for somebody: "a 19-year-old was found".
_AGE = re.compile(r"[-‐‑ ]olds?\b")
_QUOTED = 4  # sentences that a quotation goes on for
_HANDLE = 6  # tokens before a date in which an author's handle makes it the stamp of a message


class Sentence(Frozen):
    """A sentence taken apart. heirs: what the pronouns in it can stand for, from the sentence before.

    caption: it stands below a picture, and not in the running text. stamps: expressions that tell when a quoted message
    was posted, after the handle of its author. speaker: who says the words that it opens a quotation with, where a
    later sentence closes it and names him.
    """

    span: Span
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    nouns: tuple[EventNoun, ...]
    heirs: Heirs
    caption: bool = False
    stamps: frozenset[int] = frozenset()
    speaker: str | None = None


def parse(
    document: Document, expressions: Sequence[TimeExpression], names: Names, lexicon: EventLexicon
) -> Iterator[Sentence]:
    """Sentences of the body and its captions in their order; furniture and headlines are left out."""
    heirs, told = Heirs(), list[Sentence]()
    numbered = list(enumerate(expressions))
    for block in document.blocks:
        if block.role not in ("body", "caption"):
            continue
        caption = block.role == "caption"
        inside = [(n, e) for n, e in numbered if block.start <= e.start < block.end]
        spans = block.sentences or sentences(document.text, block.start, block.end, document.meta.language)
        for span in lines_of(document, spans, inside, lexicon):
            own = [(n, e) for n, e in inside if span[0] <= e.start and e.end <= span[1]] if inside else []
            own = [(n, e) for n, e in own if not _AGE.match(document.text, e.end)] if own else own
            whole = tokenise(document.text, span, own, names.words, lexicon)
            tokens = plain(whole)
            if are_teasers(tokens):
                continue
            clauses = clauses_of(tokens, lexicon) if tokens else ()
            nouns, known = event_nouns(tokens, lexicon), Heirs() if caption else heirs
            told.append(Sentence(span, tokens, clauses, nouns, known, caption, _stamps(whole)))
            if not caption:
                heirs = heirs_of(document.text, tokens, clauses, names.keys, heirs, lexicon)
    for n, sentence in enumerate(told):
        if [t.tag for t in sentence.tokens].count("quote") % 2:  # it opens a quotation
            following = [s for s in told[n + 1 : n + 1 + _QUOTED] if not s.caption]
            yield replace(sentence, speaker=_speaker(document.text, following, lexicon))
        else:
            yield sentence


def _speaker(text: str, following: Sequence[Sentence], lexicon: EventLexicon) -> str | None:
    """Whom the sentence names that closes a quotation: "… have come back. They are well," Ada Lund told reporters."""
    closing = next((s for s in following if any(t.tag == "quote" for t in s.tokens)), None)
    if closing is None:
        return None
    mark = next(n for n, t in enumerate(closing.tokens) if t.tag == "quote")
    for clause in closing.clauses:
        says = clause.finite is not None and lexicon.group(clause.finite.event_class or "") == "statement"
        if clause.first > mark and clause.subject and says:
            named = closing.tokens[slice(*clause.subject)]
            return text[named[0].start : named[-1].end] if any(t.tag == "name" for t in named) else None
    return None


def _stamps(tokens: Sequence[Token]) -> frozenset[int]:
    """Times of quoted messages: "Ada Lund (@adalund) May 28, 2019"."""
    found = set()
    for n, token in enumerate(tokens):
        if token.time is None or tokens[n - 1].tag not in ("close", "name", "noun"):
            continue
        if any(t.text.startswith("@") for t in tokens[max(0, n - _HANDLE) : n]):
            found.add(token.time)
    return frozenset(found)
