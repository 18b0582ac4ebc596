"""What the library holds: articles with their sections and sources, and the digest that a reviewer approves."""

import hashlib
import json
import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property

CITATION = re.compile(r"\s*\[([A-Z][A-Za-z0-9-]*)\]")
BULLET = "- "


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong with a file, where, and what to do about it."""

    origin: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.origin}:{self.line}: {self.message}"


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a fact comes from; what is not known is empty, and ``note`` then tells a reviewer why."""

    key: str
    authors: str
    title: str = ""
    journal: str = ""
    year: int | None = None
    doi: str = ""
    pmid: str = ""
    url: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """A line of an article's change log."""

    on: date
    text: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section, which is also one excerpt: it is shown whole or not at all (R14).

    ``marked`` is the text with its citations (``[DB24]``): paragraphs and lists parted by an empty line,
    bullets on lines of their own beginning with ``- ``.
    """

    article: str
    number: int
    heading: str
    marked: str
    line: int = 1
    """Where its heading stands in the file."""

    @cached_property
    def text(self) -> str:
        """The text as it is read aloud: without citations."""
        return CITATION.sub("", self.marked)

    @cached_property
    def citations(self) -> tuple[str, ...]:
        """The keys that are cited here, each once, in order."""
        return tuple(dict.fromkeys(CITATION.findall(self.marked)))

    @property
    def words(self) -> int:
        """How long it is: what stands between white space, bullet signs and citations left out."""
        said = self.text.split()
        return len(said) - said.count(BULLET.strip())


@dataclass(frozen=True, kw_only=True)
class Article:
    """One article of the library, as its author wrote it. Who reviewed it is not in the file (store/ knows)."""

    id: str
    version: int
    title: str
    language: str
    author: str
    review_months: int
    """How long an approval holds (R13)."""
    conflicts: str
    about_ldn: bool
    """By its author's word, or by its own words (content.library.ldn)."""
    call_first: str = ""
    """Whom to call, above each of its sections: "crisis" or "emergency", the one that stands first; "" for none."""
    public: bool = True
    """Whether anybody may read it; else only who belongs to a clinic here, in their own chat."""
    topics: tuple[str, ...]
    """What people type after ``/learn``."""
    aliases: tuple[str, ...] = ()
    general_knowledge: tuple[str, ...]
    """Facts without a citation, for the reviewing clinician to check."""
    sources: tuple[Source, ...]
    changes: tuple[Change, ...]
    sections: tuple[Section, ...]

    def section(self, number: int) -> Section | None:
        """The section of that number, counted from 1; None if there is none."""
        return self.sections[number - 1] if 1 <= number <= len(self.sections) else None

    def approval_lasts_until(self, approved_on: date) -> date:
        """The last day on which an approval of that day holds (R13)."""
        month = approved_on.month - 1 + self.review_months
        year, month = approved_on.year + month // 12, month % 12 + 1
        return date(year, month, min(approved_on.day, monthrange(year, month)[1]))

    def source_number(self, key: str) -> int:
        """The number by which a source is shown, counted from 1; raises ValueError for an unknown key."""
        return [source.key for source in self.sources].index(key) + 1

    @property
    def text(self) -> str:
        """All sections without headings and citations, for measuring."""
        return "\n\n".join(section.text for section in self.sections)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of what a reviewer approves: the text, its sources, and the facts about it.

        White space and the way accents are encoded don't count; topics and aliases don't either, since they only
        help to find the article. Anything else that changes makes the article unapproved again.
        """
        approved: dict[str, object] = {
            "facts": [self.id, self.version, self.title, self.language, self.author, self.conflicts],
            "review": [self.review_months, self.about_ldn, self.call_first, *self.general_knowledge],
            "sources": [[str(value) for value in vars(source).values()] for source in self.sources],
            "sections": [[section.heading, section.marked] for section in self.sections],
        }
        if not self.public:  # written so only where it is, so that it changes no digest of before
            approved["public"] = False
        written = unicodedata.normalize("NFC", json.dumps(approved, ensure_ascii=False, sort_keys=True))
        return hashlib.sha256(written.encode()).hexdigest()


def source_line(source: Source) -> str:
    """A source in one line: who, title, where, when."""
    where = f"{source.journal} {source.year or ''}".strip()
    return ". ".join(part for part in (source.authors, source.title, where) if part)


def as_text(article: Article) -> str:
    """The whole article in plain text with everything a reviewer must see, for ``steady library show``."""
    lines = [f"{article.title} ({article.id}, version {article.version}, {article.language})"]
    lines += [f"Author: {article.author}", f"Conflicts of interest: {article.conflicts}"]
    lines += [f"Review again after {article.review_months} months", f"Digest: {article.digest}"]
    if article.call_first:
        lines.append(f"Above each section: the reader's numbers to call, {article.call_first} first")
    if not article.public:
        lines.append("Shown only to those who belong to a clinic here, in their own chat")
    lines.append("")
    for section in article.sections:
        lines += [f"{section.number}. {section.heading}", "", section.marked, ""]
    lines += ["Facts without a source, to be checked by the reviewer:"]
    lines += [f"- {fact}" for fact in article.general_knowledge] + ["", "Sources:"]
    for source in article.sources:
        found = [f"doi:{source.doi}" if source.doi else "", f"PMID {source.pmid}" if source.pmid else ""]
        found += [source.url, f"({source.note})" if source.note else ""]
        lines.append(". ".join([f"[{source.key}] {source_line(source)}", *(part for part in found if part)]))
    lines += ["", "Changes:", *(f"{change.on.isoformat()} {change.text}" for change in article.changes)]
    return "\n".join(lines) + "\n"
