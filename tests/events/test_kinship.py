"""Which articles tell of one story, and whom only one of them tells of."""

from timeline.events.linking.collection import collect
from timeline.events.linking.company import company
from timeline.events.linking.kinship import kinship, strangers
from timeline.pipeline import analyse

from .support import NONE, article

WAREHOUSE = """A fire broke out in a warehouse of Lillevik on Thursday. Men from Zenda and Moss fought it for hours.
Captain Ada Lund of the Ruritanian guard praised the Brandt company, and Marta Field of Halden did, too."""
WAREHOUSE_AGAIN = """A fire burned a warehouse of Lillevik on Thursday, and brigades from Zenda and Moss came.
Ada Lund of the Ruritanian guard spoke of the Brandt company, which Marta Field of Halden founded."""
SCHOOL = """A fire damaged the old school of Lillevik on Thursday. It took men from Zenda and Moss hours to put it out.
Major Per Holt of the Strelsau police praised the pupils of Quist Street, and Anton Berg of Larvik did, too."""
SCHOOL_AGAIN = """A school fire shook Lillevik on Thursday, and Zenda and Moss sent help.
Per Holt of the Strelsau police spoke of Quist Street, where Anton Berg of Larvik teaches."""
STORIES = {"store-1": WAREHOUSE, "store-2": WAREHOUSE_AGAIN, "school-1": SCHOOL, "school-2": SCHOOL_AGAIN}


def test_two_fires_of_one_town_are_less_akin_than_the_reports_of_each() -> None:
    analyses = [analyse(article(text, name), NONE) for name, text in STORIES.items()]
    collection = collect(analyses)
    fires = {a.document.id: next(m.id for m in a.mentions if m.expression is not None) for a in analyses}
    for one, other in (("store-1", "store-2"), ("school-1", "school-2")):
        assert collection.compare(fires[one], fires[other]).aside == 0
    across = collection.kin["store-1"].keys() & {"school-1", "school-2"}
    assert across, "one town and its brigades make them kin"
    for other in across:
        assert collection.compare(fires["store-1"], fires[other]).aside > 0.1


def test_reports_of_one_fire_keep_one_company_whatever_else_there_is() -> None:
    analyses = [analyse(article(text, name), NONE) for name, text in STORIES.items()]
    other = analyse(article("The king of Ruritania opened a bridge on 3 May 2021.", "bridge"), NONE)
    found, more = (company(some, kinship(some)) for some in (analyses, [*analyses, other]))
    assert {a: found[a] for a in STORIES} == {a: more[a] for a in STORIES}
    for own, others in (("store-1", ("school-1", "school-2")), ("school-1", ("store-1", "store-2"))):
        nearest = max(found[own], key=lambda a: found[own][a])
        assert nearest.split("-")[0] == own.split("-")[0]
        assert all(found[own].get(a, 0) < found[own][nearest] for a in others)


def test_who_has_no_kin_keeps_no_company() -> None:
    alone = analyse(article("The king of Ruritania opened a bridge on 3 May 2021.", "alone"), NONE)
    kin = kinship([alone])
    assert company([alone], kin) == {"alone": {}}
    assert strangers([alone], kin) == {}


def test_a_stranger_is_whom_one_article_is_about_and_its_kin_never_name() -> None:
    words = "The Harriers of Lillevik placed {0} {1} on leave. {1} hurt a {2}, and Coach Lund thanked {1}. {1} slept."
    reports = {"brandt": words.format("Milo", "Brandt", "knee"), "quist": words.format("Tobias", "Quist", "toe")}
    analyses = [analyse(article(text, name), NONE) for name, text in reports.items()]
    found = strangers(analyses, kinship(analyses))
    assert found == {("brandt", "quist"): {"milo brandt"}, ("quist", "brandt"): {"tobias quist"}}
