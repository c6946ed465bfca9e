"""Whatever becomes of an article: a decision stays with its words or is told to be an orphan.

What is expected comes from lists of words alone, not from any text or pattern. The words are chosen to be mistaken for
one another: letters and marks that look alike, numbers within numbers, quotes of two sorts.
"""

import re
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.decisions.attach import attach
from timeline.decisions.load import load
from timeline.decisions.quotes import quoting
from timeline.decisions.writing import entry
from timeline.model import Decision
from timeline.reading.article import read_article

Sentence = list[str]
WORDS = [
    "on", "the", "4th", "4rh", "41st", "of", "May", "Mayo", "ferry", "sank", "“Aurora”", "captain’s",
    "cafe", "café", "cafe\u0301", "4", "4.5", "10/12", "10/12/2022", "500", "500,000", "10:30", "10:30:15",
    "рот", "pот", "Straße", "Strasse", "день", "يوم", "日", "🙂", "a_b", "a*b", "100%", "x̄",
]  # fmt: skip
#: An entry of each kind that quotes an article, as (kind, further keys).
KINDS = {
    "date": {"value": "1911"}, "not-a-date": {}, "not-an-event": {}, "split": {},
    "move-citation": {"event": "k3f9x2abcd"},
}  # fmt: skip
MARKUP = ["{}", "{}", "{}", "*{}*", "**{}**", "[{}](https://a.example/)", "`{}`"]

sentences = st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=7), min_size=1, max_size=5)


@dataclass(frozen=True)
class Quoted:
    """Words of a sentence, with those before and after them that a person has quoted too."""

    exact: Sentence
    prefix: Sentence
    suffix: Sentence


@st.composite
def quotations(draw: st.DrawFn, of: list[Sentence]) -> Quoted:
    sentence = draw(st.sampled_from(of))
    start = draw(st.integers(0, len(sentence) - 1))
    end = draw(st.integers(start + 1, len(sentence)))
    before, after = draw(st.integers(0, start)), draw(st.integers(0, len(sentence) - end))
    return Quoted(sentence[start:end], sentence[start - before : start], sentence[end : end + after])


@st.composite
def edited(draw: st.DrawFn, before: list[Sentence]) -> list[Sentence]:
    """The sentences after moves, copies, slips of the pen, mended words, new look-alikes and deletions."""
    after = [list(sentence) for sentence in before]
    for _ in range(draw(st.integers(1, 4))):
        what = draw(st.sampled_from(["move", "copy", "edit", "look-alike", "delete", "extend"]))
        at = draw(st.integers(0, len(after) - 1))
        to = draw(st.integers(0, len(after)))
        word = draw(st.integers(0, len(after[at]) - 1))
        changed = [*after[at][:word], draw(st.sampled_from(WORDS)), *after[at][word + 1 :]]
        if what == "move":
            after.insert(min(to, len(after) - 1), after.pop(at))
        elif what == "copy":
            after.insert(to, list(after[at]))
        elif what == "edit":
            after[at] = changed
        elif what == "look-alike":
            after.insert(to, changed)
        elif what == "extend":
            after[at] = [*after[at][:word], draw(st.sampled_from(WORDS)), *after[at][word:]]
        elif len(after) > 1:
            del after[at]
    return after


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Quoted], list[Sentence], list[list[str]]]:
    """What was quoted; the sentences as they are now; the same as Markdown, with emphasis, links and code in it."""
    before = draw(sentences)
    quotes = draw(st.lists(quotations(before), min_size=1, max_size=3))
    after = draw(edited(before))
    forms = st.sampled_from(MARKUP)
    return quotes, after, [[escaped(word, draw(forms)) for word in sentence] for sentence in after]


def escaped(word: str, form: str) -> str:
    """A word in Markdown."""
    return form.format(word if "`" in form else re.sub(r"([*_])", r"\\\1", word))


def places(quoted: Quoted, text: list[Sentence]) -> list[tuple[int, int]]:
    """Where quoted words stand, counted without any pattern: which sentence, and which of its words is the first."""
    words = [(n, k, word) for n, sentence in enumerate(text) for k, word in enumerate(sentence)]
    wanted = [*quoted.prefix, *quoted.exact, *quoted.suffix]
    found = []
    for i in range(len(words) - len(wanted) + 1):
        if [word for _, _, word in words[i : i + len(wanted)]] == wanted:
            first = i + len(quoted.prefix)
            if len({n for n, _, _ in words[first : first + len(quoted.exact)]}) == 1:
                found.append(words[first][:2])
    return found


@settings(max_examples=300, deadline=None)
@given(histories(), st.data())
def test_a_decision_stays_with_its_words_or_is_told_to_be_an_orphan(
    history: tuple[list[Quoted], list[Sentence], list[list[str]]], data: st.DataObject
) -> None:
    quotes, after, written = history
    document = read_article("\n\n".join(map(" ".join, written)).encode(), "ferry", "ferry.md")
    assert document.text == "\n\n".join(map(" ".join, after))
    kind = data.draw(st.sampled_from(sorted(KINDS)))
    decided: list[Decision] = []
    for n, quoted in enumerate(quotes):
        target = {"exact": quoted.exact, "prefix": quoted.prefix, "suffix": quoted.suffix}
        text = entry(kind, article="ferry", target={k: " ".join(v) for k, v in target.items()}, **KINDS[kind])
        decisions, findings = attach(load({f"{n}.yaml": text}, ["ferry"]), [document])
        there = places(quoted, after)
        if len(there) == 1:
            ((sentence, word),) = there
            start = sum(len(" ".join(s)) + 2 for s in after[:sentence]) + len(" ".join([*after[sentence][:word], ""]))
            assert [d.span for d in decisions.all] == [(start, start + len(" ".join(quoted.exact)))]
            assert findings == ()
        else:
            assert decisions.all == ()
            assert [(f.code, f.severity) for f in findings] == [("orphan", "warning")]
        decided += decisions.all
    # all of them in one file: each is followed, or somebody is told; none is lost among the others
    texts = {
        f"{n}.yaml": entry(
            kind, article="ferry", target={k: " ".join(v) for k, v in vars_of(quoted).items()}, **KINDS[kind]
        )
        for n, quoted in enumerate(quotes)
    }
    together, findings = attach(load(texts, ["ferry"]), [document])
    told = {f.path for f in findings}
    for n, _ in enumerate(quotes):
        followed = [d for d in decided if d.place.path == f"{n}.yaml" and d.span in [t.span for t in together.all]]
        assert followed or f"{n}.yaml" in told


def vars_of(quoted: Quoted) -> dict[str, Sentence]:
    return {"exact": quoted.exact, "prefix": quoted.prefix, "suffix": quoted.suffix}


@settings(max_examples=100, deadline=None)
@given(sentences, st.data())
def test_words_are_quoted_so_that_they_are_found_again_and_alone(text: list[Sentence], data: st.DataObject) -> None:
    written = [[escaped(word, "{}") for word in sentence] for sentence in text]
    document = read_article("\n\n".join(map(" ".join, written)).encode(), "ferry", "ferry.md")
    quoted = data.draw(quotations(text))
    ((sentence, word), *_) = places(Quoted(quoted.exact, [], []), text)
    start = sum(len(" ".join(s)) + 2 for s in text[:sentence]) + len(" ".join([*text[sentence][:word], ""]))
    span = (start, start + len(" ".join(quoted.exact)))
    target = quoting(document.text, span)
    told = {"exact": target.exact, "prefix": target.prefix, "suffix": target.suffix}
    overrides = load({"o.yaml": entry("split", article="ferry", target=told)}, ["ferry"])
    decisions, findings = attach(overrides, [document])
    assert [d.span for d in decisions.all] == [span] or [f.code for f in findings] == ["orphan"]
    if len(places(Quoted(quoted.exact, [], []), text)) == 1:
        assert [d.span for d in decisions.all] == [span]


@settings(max_examples=100, deadline=None)
@given(histories())
def test_an_entry_by_hand_cites_its_words_or_nothing(
    history: tuple[list[Quoted], list[Sentence], list[list[str]]]
) -> None:
    quotes, after, written = history
    document = read_article("\n\n".join(map(" ".join, written)).encode(), "ferry", "ferry.md")
    cited = [{"article": "ferry", **{k: " ".join(v) for k, v in vars_of(q).items()}} for q in quotes]
    text = entry("event", title="The ferry", value="1911", citations=cited)
    decisions, findings = attach(load({"o.yaml": text}, ["ferry"]), [document])
    lost = [quoted for quoted in quotes if len(places(quoted, after)) != 1]
    assert len(findings) == len(lost)
    assert len(decisions.all) == (not lost)
    for decision in decisions.all:
        assert [document.text[slice(*span)] for _, span in decision.cites] == [" ".join(q.exact) for q in quotes]
