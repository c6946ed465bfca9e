"""Which tellings come together, told by how alike they are two by two."""

from timeline.events.linking.clustering import agglomerate

SOURCES = {"a1": "a", "a2": "a", "b1": "b", "c1": "c"}


def groups(odds: dict[tuple[str, str], float]) -> list[list[str]]:
    return agglomerate(SOURCES, odds, (), lambda one, other: True)


def test_what_one_source_tells_twice_counts_once_by_what_fits_best() -> None:
    assert groups({("a1", "a2"): 2.0, ("a1", "b1"): 0.9}) == [["a1", "a2", "b1"], ["c1"]]


def test_one_bridge_does_not_join_what_other_sources_tell() -> None:
    assert groups({("a1", "b1"): 2.0, ("b1", "c1"): 0.3}) == [["a1", "b1"], ["a2"], ["c1"]]
