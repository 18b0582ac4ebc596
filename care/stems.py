"""A word without its English endings: "kills", "killed", "killing" are one. For matching, never for show."""

import re
from functools import cache

_IRREGULAR = {
    form: stem
    for stem, forms in {
        "tak": "take takes took taken taking tok",
        "eat": "eat eats ate eaten eating",
        "drink": "drink drinks drank drunk drinking",
        "hav": "have has had having",
        "giv": "give gives gave given giving",
        "get": "get gets got gotten getting",
        "go": "go goes went gone going",
        "di": "die dies died dying",
        "feel": "feel feels felt feeling",
        "swel": "swell swells swelled swollen swelling",
        "wak": "wake wakes woke woken waking",
        "throw": "throw throws threw thrown throwing",
        "beat": "beat beats beaten beating",
        "bit": "bite bites bit bitten biting",
        "brok": "break breaks broke broken breaking",
        "strik": "strike strikes struck striking",
        "los": "lose loses lost losing",
        "writ": "write writes wrote written writing",
        "driv": "drive drives drove driven driving",
        "fal": "fall falls fell fallen falling",
        "shak": "shake shakes shook shaking",
        "chok": "choke chokes choked choking",
        "think": "think thinks thought thoughts thinking",
        "us": "use uses used using",
        "hang": "hang hangs hung hanged hanging",
        "burn": "burn burns burned burnt burning",
        "breath": "breath breaths breathe breathes breathed breathing breathin",
        "bled": "bleed bleeds bled bleeding",
        "sit": "sit sits sat sitting",
        "stand": "stand stands stood standing",
        "child": "child children",
        "lif": "life lives",
        "liv": "live lived living",
    }.items()
    for form in forms.split()
}
_ENDINGS = ("ings", "ing", "ed", "es", "s", "e")
_AS_THEY_ARE = frozenset(("this", "his", "its", "yes", "was", "is", "us", "as", "does", "says", "always", "perhaps"))
_DOUBLED = re.compile(r"(.)\1+$")


@cache
def stem(word: str) -> str:
    """The stem of a word in small letters; short words and what is no English word stay much as they are."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or word in _AS_THEY_ARE or not word.isalpha():
        return word
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and not word.endswith(("ss", "us")) and re.search("[aeiouy]", rest):
            word = rest
            break
    return _DOUBLED.sub(r"\1", word)
