"""`timeline.yaml` as plain data, with the defaults that make an empty project work."""

from .frozen import Frozen


class Setting(Frozen):
    """A key of `timeline.yaml`. says: what it is for. words: all that it may be. several: it takes a list."""

    name: str
    says: str
    words: tuple[str, ...] = ()
    several: bool = False


KEYS = (
    Setting("title", "What the timeline is called."),
    Setting("description", "What it is about, in a sentence."),
    Setting("base_url", "Where the site will stand, for links that need it."),
    Setting("repository", "Web address of the project's repository, for links to its files."),
    Setting("licence", "Under which licence the timeline may be used."),
    Setting("authors", "Who has made it.", several=True),
    Setting("language", "The language of the project, as in en-GB."),
    Setting("locale", "The language of the site's own texts and dates, as in de or en-US; the default is `language`."),
    Setting("palette", "The colour of the site's accents.", ("brick", "sea", "moss", "plum", "ink")),
    Setting("publish_text", "How much of the articles the site shows.", ("full", "excerpt", "none")),
    Setting("publish", "Whether entries are shown that nobody has accepted.", ("all", "accepted")),
)


class Config(Frozen):
    """Settings of a project.

    publish_text: how much of other people's articles the site shows ("full", "excerpt": the sentences quoted and their
    neighbours, "none"). publish: "all", or "accepted" only. base_url: where the site will stand, with a final slash;
    None leaves out what needs it. repository: web address of the project's repository, for links to its files.
    locale: of the site's own texts and dates; None for `language`, as far as there are texts in it.
    """

    title: str = "Timeline"
    description: str = ""
    base_url: str | None = None
    repository: str | None = None
    licence: str | None = None
    authors: tuple[str, ...] = ()
    language: str = "en"
    locale: str | None = None
    palette: str = "brick"
    publish_text: str = "excerpt"
    publish: str = "all"
