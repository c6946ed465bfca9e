"""What people have decided about which sentence belongs to which event, after everything that a score has decided."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from ...frozen import replace
from ...model import Analysis, Decision, Decisions, EventCluster, EventMention, Span

#: Words of articles, each as an article's id and a stretch of it.
Quotations = Collection[tuple[str, Span]]
Groups = list[list[EventMention]]


def regroup(
    clusters: Sequence[EventCluster], analyses: Iterable[Analysis], decisions: Decisions
) -> tuple[EventCluster, ...]:
    """Clusters as `merge`, `move-citation`, `split` and `apart` want them, in that order; the others as they are."""
    mentions = {m.id: m for a in analyses for m in a.mentions}
    groups = [list(cluster.mentions) for cluster in clusters]
    for kind, step in (("merge", _merged), ("move-citation", _moved), ("split", _split), ("apart", _parted)):
        for decision in decisions.of(kind):
            groups = step(groups, mentions, decision)
    before = {cluster.mentions: cluster for cluster in clusters}
    found = [before.get(tuple(group)) or _cluster(group, clusters, decisions) for group in groups if group]
    return tuple(sorted(found, key=lambda cluster: cluster.mentions[0].id))


def without(cluster: EventCluster, words: Quotations) -> EventCluster:
    """What is left of a cluster without the mentions that tell these words."""
    mentions = tuple(m for m in cluster.mentions if (m.article, m.quote) not in words)
    ids = {m.id for m in mentions}
    return replace(cluster, mentions=mentions, links=tuple(link for link in cluster.links if {link.a, link.b} <= ids))


def _cluster(group: Iterable[EventMention], clusters: Iterable[EventCluster], decisions: Decisions) -> EventCluster:
    """A cluster that a person has made, with what still holds of the links within it."""
    mentions = tuple(sorted(group, key=lambda m: (m.article, m.quote, m.trigger)))
    ids = {m.id for m in mentions}
    links = tuple(link for cluster in clusters for link in cluster.links if {link.a, link.b} <= ids)
    merged_by = next((d for d in decisions.of("merge") if len(ids.intersection(d.events)) > 1), None)
    return EventCluster(mentions, links, merged_by=merged_by)


def _merged(groups: Groups, mentions: Mapping[str, EventMention], decision: Decision) -> Groups:
    wanted = set(decision.events)
    joined = [group for group in groups if any(m.id in wanted for m in group)]
    if len(joined) < 2:
        return groups
    rest = [group for group in groups if group not in joined]
    return [*rest, [m for group in joined for m in group]]


def _moved(groups: Groups, mentions: Mapping[str, EventMention], decision: Decision) -> Groups:
    target = decision.events[0]
    taken = {m.id for m in told_in(mentions.values(), decision)} - {target}
    if not any(m.id == target for group in groups for m in group):
        return groups
    kept = [[m for m in group if m.id not in taken] for group in groups]
    arriving = [replace(mentions[i], detail_of=None) for i in sorted(taken)]
    return [group + arriving if any(m.id == target for m in group) else group for group in kept]


def _split(groups: Groups, mentions: Mapping[str, EventMention], decision: Decision) -> Groups:
    taken = {m.id for m in told_in(mentions.values(), decision)}
    out: Groups = []
    for group in groups:
        leaving = [m for m in group if m.id in taken]
        staying = [m for m in group if m.id not in taken]
        out += [staying, [replace(m, detail_of=None) for m in leaving]] if leaving and staying else [group]
    return out


def _parted(groups: Groups, mentions: Mapping[str, EventMention], decision: Decision) -> Groups:
    """Of those that have come together, each but the first leaves, with what tells more of it."""
    out: Groups = []
    for group in groups:
        here = [i for i in decision.events if any(m.id == i for m in group)]
        staying = group
        for one in here[1:]:
            leaving = [m for m in staying if one in (m.id, m.detail_of)]
            staying = [m for m in staying if m not in leaving]
            out.append([m if m.detail_of == one else replace(m, detail_of=None) for m in leaving])
        out.append(staying)
    return out


def told_in(mentions: Iterable[EventMention], decision: Decision) -> list[EventMention]:
    """The mentions that quoted words tell: those whose trigger is among them, else those in whose clause they stand."""
    start, end = decision.span or (0, 0)
    of_article = [m for m in mentions if m.article == decision.article]
    inside = [m for m in of_article if start <= m.trigger[0] and m.trigger[1] <= end]
    return inside or [m for m in of_article if m.clause[0] <= start and end <= m.clause[1]]
