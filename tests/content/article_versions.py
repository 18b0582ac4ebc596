"""Keeps which text each version of a shipped article has; run as a module it writes ``article_versions.toml`` anew."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from content.library import Article, load

FILE = Path(__file__).parent / "article_versions.toml"
_HEAD = """\
# What each version of a shipped article reads like. Written by `python -m tests.content.article_versions`, which
# refuses a text that changed without its version.
"""
Kept = Mapping[str, Mapping[str, Any]]


def kept() -> dict[str, dict[str, Any]]:
    """What the file has, by article."""
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def fingerprint(article: Article) -> str:
    """The start of the digest that a reviewer approves; it holds the version too."""
    return article.digest[:16]


def complaint(article: Article, known: Kept) -> str:
    """What is to be done about an article whose text is not the kept one; "" for nothing."""
    before = known.get(article.id)
    if before == {"version": article.version, "text": fingerprint(article)}:
        return ""
    if before and before["version"] >= article.version:
        return (
            f"{article.id}: the text changed and the version did not. In content/articles/{article.language}/ "
            f"raise version to {before['version'] + 1} and add a line to [[changes]]; "
            "then run python -m tests.content.article_versions"
        )
    return f"{article.id}: version {article.version} is new. Run python -m tests.content.article_versions"


def written(articles: Iterable[Article], known: Kept) -> str:
    """The file's new text; refuses an article whose version should have been raised."""
    lines = []
    for article in articles:
        if "raise version" in (found := complaint(article, known)):
            raise SystemExit(found)
        lines.append(f'{article.id} = {{ version = {article.version}, text = "{fingerprint(article)}" }}')
    return "\n".join([_HEAD, *lines, ""])


if __name__ == "__main__":
    FILE.write_text(written(load().articles.values(), kept()), encoding="utf-8")
