"""Cutting text where links, emphasis, time expressions and quotations cross."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Run
from timeline.render.runs import Layer, cut

TEXT = "A bell rang on the first of May, and nobody knew why it had."


@st.composite
def partitions(draw):
    """Runs that lie side by side over the whole text."""
    bounds = sorted({0, len(TEXT), *draw(st.lists(st.integers(1, len(TEXT) - 1), max_size=6))})
    styles = st.lists(st.sampled_from(["strong", "emphasis"]), unique=True).map(tuple)
    links = st.sampled_from([None, "https://bell.example"])
    return tuple(Run(a, b, draw(styles), draw(links)) for a, b in pairwise(bounds))


def layers(prefix, apart):
    """Stretches of the text; side by side where `apart`."""
    spans = st.lists(
        st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 25)).map(lambda s: (s[0], min(s[0] + s[1], len(TEXT)))),
        max_size=5, unique=True,
    )

    def keep(found):
        kept: list[tuple[int, int]] = []
        for start, end in sorted(found):
            if not apart or not kept or kept[-1][1] <= start:
                kept.append((start, end))
        return [Layer(a, b, f"{prefix}{a}-{b}") for a, b in kept]

    return spans.map(keep)


@given(partitions(), layers("t", apart=True), layers("q", apart=False))
def test_nothing_is_lost_and_everything_is_covered(runs, times, quotes):
    pieces = [p for s in cut(TEXT, (0, len(TEXT)), runs, times, quotes) for p in s.pieces]
    assert "".join(p.text for p in pieces) == TEXT
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        assert piece.run is not None
        assert piece.run.start <= at
        assert end <= piece.run.end
        assert piece.time == next((t for t in times if t.start <= at and end <= t.end), None)
        at = end


@given(partitions(), layers("t", apart=True), layers("q", apart=False))
def test_an_expression_is_cut_only_where_it_must_be(runs, times, quotes):
    pieces = [p for s in cut(TEXT, (0, len(TEXT)), runs, times, quotes) for p in s.pieces]
    walls = {b for r in runs for b in (r.start, r.end)} | {b for q in quotes for b in (q.start, q.end)}
    for time in times:
        own = [p for p in pieces if p.time == time]
        assert "".join(p.text for p in own) == TEXT[time.start:time.end]
        assert len(own) == 1 + sum(time.start < w < time.end for w in walls)
        assert [p.first for p in own] == [True] + [False] * (len(own) - 1)
        assert [p.last for p in own] == [False] * (len(own) - 1) + [True]


@given(partitions(), layers("t", apart=True), layers("q", apart=False))
def test_a_quotation_has_one_id_and_all_its_words(runs, times, quotes):
    stretches = cut(TEXT, (0, len(TEXT)), runs, times, quotes)
    ids = [i for s in stretches for i in s.ids if i]
    assert sorted(ids) == sorted(q.key for q in quotes)
    at, begun = 0, set()
    for stretch in stretches:
        end = at + sum(len(p.text) for p in stretch.pieces)
        over = [q for q in quotes if q.start <= at and end <= q.end]
        assert stretch.ids == tuple(None if q.key in begun else q.key for q in over)
        begun |= {q.key for q in over}
        at = end


def test_a_quotation_that_began_in_the_block_before_has_its_id_there():
    quotes = [Layer(0, 20, "q")]
    assert cut(TEXT, (10, 30), (), (), quotes)[0].ids == (None,)
