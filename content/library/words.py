"""Words as the search and the question's reading see them."""

import re
import unicodedata


def words(text: str) -> list[str]:
    """Small letters and digits only, apostrophes dropped, accents and look-alike forms folded."""
    folded = unicodedata.normalize("NFKD", text).casefold().replace("'", "").replace("’", "")
    return re.findall(r"[^\W_]+", "".join(c for c in folded if not unicodedata.combining(c)))
