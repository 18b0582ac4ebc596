"""What people write who are hurt, threatened or held by others: one file a group of ideas."""

from care.redflag_words.abuse.afraid import AFRAID_AT_HOME
from care.redflag_words.abuse.held import HELD
from care.redflag_words.abuse.hint import HINT
from care.redflag_words.abuse.hit import HIT
from care.redflag_words.abuse.kept import KEPT
from care.redflag_words.abuse.sex import MADE_TO
from care.redflag_words.abuse.threat import THREAT

__all__ = ["ABUSE"]

ABUSE = "".join((HIT, THREAT, MADE_TO, KEPT, HELD, AFRAID_AT_HOME, HINT))
