"""Words with which sites stamp the day of an article."""

from ..bylines import Bylines

BYLINES = Bylines(
    published=r"(?:first |originally |article )?(?:published|posted|released|issued|filed|created)(?: (?:on|at|by)\b)?",
    updated=r"(?:page |last |story )*(?:updated|modified|revised|reviewed)(?: (?:on|at|by)\b)?",
    corrected=r"(?:correction|clarification|editor['’]s note|note to readers)(?: of| on)?",
)
