"""`timeline.yaml` as plain data, with the defaults that make an empty project work."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of a project.

    publish_text: how much of other people's articles the site shows ("full", "excerpt": the sentences quoted and their
    neighbours, "none"). publish: "all", or "accepted" only. base_url: where the site will stand, with a final slash;
    None leaves out what needs it. repository: web address of the project's repository, for links to its files.
    """

    title: str = "Timeline"
    description: str = ""
    base_url: str | None = None
    repository: str | None = None
    licence: str | None = None
    authors: tuple[str, ...] = ()
    language: str = "en"
    publish_text: str = "excerpt"
    publish: str = "all"
