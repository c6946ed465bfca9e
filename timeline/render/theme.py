"""The theme: templates and assets, the project's own before the default ones."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from .. import resources, urls
from ..diagnostics import InputError, error
from . import cite, dates, links, references
from .views import Site

#: Files of the theme that are published beside the pages, as they are.
ASSETS = ("*.css", "*.js", "*.svg", "fonts/*")


class Theme:
    """Finds and renders templates: a file in the project's `templates/` before the default one of the same name."""

    def __init__(self, project: Path | None) -> None:
        """Look first in the project's folder, where it is told and there."""
        self._folders = [f for f in (project, resources.templates()) if f and f.is_dir()]
        self._environment = Environment(
            loader=FileSystemLoader(self._folders), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, auto_reload=False,
        )
        self._environment.globals.update(
            absolute=links.absolute, anchor=urls.anchor, cite=cite, date_words=dates.words,
            references=references, safe_href=links.safe
        )

    def pages(self) -> list[str]:
        """Names of the templates that make pages: the site map."""
        return sorted({p.name for folder in self._folders for p in folder.glob("pages/*.html")})

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """The theme's other files, as (path on the site, content)."""
        folders = reversed(self._folders)  # the project's last, so that its files win
        found = {p.relative_to(f).as_posix(): p for f in folders for glob in ASSETS for p in f.glob(glob)}
        for name in sorted(found):
            yield f"assets/{name}", found[name].read_bytes()

    def render(self, template: str, path: str, site: Site, page: object) -> str:
        """One page. Raises InputError where a template is wrong."""

        def href(target: str, fragment: str = "") -> str:
            # Servers show the page for what is not found at any depth, where nothing relative would lead home.
            if path == urls.NOT_FOUND and site.url:
                return f"{links.absolute(site.url, target)}{'#' if fragment else ''}{fragment}"
            return links.relative(target, path, fragment)

        try:
            return self._environment.get_template(template).render(site=site, page=page, href=href, path=path)
        except TemplateSyntaxError as fault:
            place = fault.filename or template
            raise InputError([error(place, fault.lineno, 0, "template", fault.message or "not a template")]) from fault
        except TemplateError as fault:
            raise InputError([error(f"templates/{template}", 0, 0, "template", str(fault))]) from fault
