"""Words as the search and the question's reading see them."""

import re
import unicodedata


def words(text: str) -> list[str]:
    """Small letters and digits only, apostrophes dropped, accents and look-alike forms folded."""
    folded = text if text.isascii() else unicodedata.normalize("NFKD", text)
    folded = folded.casefold().replace("'", "").replace("’", "")
    if not folded.isascii():
        folded = "".join(c for c in folded if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", folded)
