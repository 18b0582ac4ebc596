"""What people write who may be thinking of ending their life or hurting themselves: one file a group of ideas."""

from care.redflag_words.crisis.despair import DESPAIR
from care.redflag_words.crisis.farewell import FAREWELL
from care.redflag_words.crisis.harm import HARM_TO_SELF
from care.redflag_words.crisis.means import MEANS
from care.redflag_words.crisis.others import OTHERS_BETTER
from care.redflag_words.crisis.phrases import PHRASES
from care.redflag_words.crisis.wish import WISH

__all__ = ["CRISIS"]

CRISIS = "".join((WISH, FAREWELL, OTHERS_BETTER, MEANS, HARM_TO_SELF, DESPAIR, PHRASES))
