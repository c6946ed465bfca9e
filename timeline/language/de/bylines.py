"""Words with which German-language sites stamp the day of an article."""

from ..bylines import Bylines

BYLINES = Bylines(
    published=r"(?:erst)?(?:veröffentlicht|erschienen|publiziert|erstellt|stand|datum|vom)(?: am\b)?",
    updated=r"(?:zuletzt |letzte )?(?:aktualisiert|aktualisierung|geändert|bearbeitet|überarbeitet|update)(?: am\b)?",
    corrected=r"(?:korrektur|berichtigung|richtigstellung|anmerkung der redaktion)(?: vom| am)?",
)
