"""`published`: when an article was published. It wins over its front matter."""

from ..kind import Kind
from .date import exact_value

KIND = Kind("published", ("article", "value"), ("anchor",), exact_value)
