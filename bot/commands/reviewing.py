"""Where articles stand with their reviewers, and what is to be reviewed next (R12, R13)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from content.dates import full_day
from content.library import Article
from content.library.serving import Standing, standing
from store import approvals, audit
from store.approvals import Approval
from store.database import Tx

SOON = timedelta(days=30)
"""So long before an approval ends, steady doctor begins to say so."""


def unapproved(articles: Iterable[Article], approved: Mapping[str, Approval], today: date) -> list[Article]:
    """The articles that patients don't see."""
    return [one for one in articles if standing(one, approved.get(one.id), today) is not Standing.APPROVED]


def lapsing(articles: Iterable[Article], approved: Mapping[str, Approval], today: date) -> list[tuple[Article, date]]:
    """The articles that patients see and whose approval ends soon, with its last day, the next first."""
    rows = coming(articles, approved, today)
    return [
        (article, until)
        for article, state, until in rows
        if state is Standing.APPROVED and until is not None and until - today <= SOON
    ]


Row = tuple[Article, Standing, date | None]
_FIRST = (Standing.OVERDUE, Standing.APPROVED, Standing.CHANGED, Standing.UNAPPROVED)


def coming(articles: Iterable[Article], approved: Mapping[str, Approval], today: date) -> list[Row]:
    """All articles by what is due next: lapsed first, then by the last day of an approval, then those without."""
    rows: list[Row] = []
    for article in articles:
        approval = approved.get(article.id)
        state = standing(article, approval, today)
        holds = approval is not None and state in (Standing.OVERDUE, Standing.APPROVED)
        until = article.approval_lasts_until(approval.at.date()) if approval is not None and holds else None
        rows.append((article, state, until))
    return sorted(rows, key=lambda row: (_FIRST.index(row[1]), row[2] or date.max))


def said(state: Standing, until: date | None, today: date) -> str:
    """A row in words, with days."""
    if until is None:
        return state.value
    days = (until - today).days
    if days < 0:
        return f"LAPSED {-days} {'day' if days == -1 else 'days'} ago ({full_day(until)})"
    return f"in {days} {'day' if days == 1 else 'days'} ({full_day(until)})"


def approve_article(tx: Tx, article: Article, *, reviewer: str, credential: str, at: datetime) -> None:
    """Store an approval of exactly this text (design 6)."""
    approvals.approve(
        tx,
        Approval(
            article=article.id,
            version=article.version,
            digest=article.digest,
            reviewer=reviewer,
            credential=credential,
            at=at,
        ),
    )
    audit.note(tx, at=at, actor="operator", action="article approved", about=article.id, detail=article.digest)
