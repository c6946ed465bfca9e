"""How the dates of a timeline were found, counted."""

from ..model import Timeline
from .views import Figures


def figures(timeline: Timeline) -> Figures:
    """Count articles by how they are dated, expressions by what came of them, entries by how exact their dates are."""
    bases = [a.time.basis for a in timeline.articles]
    set_by = [*(x.set_by for a in timeline.articles for x in a.timexes), *(a.time.set_by for a in timeline.articles)]
    timexes = [x for a in timeline.articles for x in a.timexes if x.type in ("DATE", "TIME")]
    lengths = [e.interval.days for e in timeline.events if e.interval]
    return Figures(
        given=bases.count("given"), inferred=bases.count("inferred"), unknown=bases.count("unknown"),
        expressions=len(timexes), resolved=sum(x.edtf is not None for x in timexes),
        doubtful=sum(x.doubt is not None for x in timexes),
        corrected=sum(s is not None for s in set_by),
        accepted=sum(e.status != "found" for e in timeline.events),
        days=lengths.count(1), longer=len(lengths) - lengths.count(1), undated=len(timeline.events) - len(lengths),
    )
