"""What no article says, in more ways than one; and what it may well say."""

import pytest

from content.library.claims import said_wrong


@pytest.mark.parametrize(
    "said",
    [
        "9 mg is a good dose.",
        "Most people need 9 mg.",
        "Go straight to 4.5 mg.",
        "If you miss a dose, take two the next day.",
        "You can have tramadol the day after.",
        "LDN and codeine can be combined.",
        "Tramadol is okay with LDN.",
        "LDN cures fibromyalgia.",
        "LDN is proven to work.",
        "Stop your duloxetine today.",
        "Rest first. Then stop taking your duloxetine.",
        "Call 0800 111 0 111.",
        "Congratulations on that",
        "It is clearly working",
        "It works wonders",
        "Well done",
        "It guarantees sleep.",
        "It healed him.",
        "Ring 999",
        "116123 is open all night",
        "Come off the duloxetine.",
        "Take both in the evening",
        "Try 20 micrograms",
    ],
)
def test_what_could_harm_is_found(said: str) -> None:
    assert list(said_wrong(said))


@pytest.mark.parametrize(
    "said",
    [
        "Never take two doses.",
        "The tablet is 50 mg.",
        "FINAL used 6 mg.",
        "It is not proven.",
        "They are not proven to help.",
        "There is no cure.",
        "Do not stop your duloxetine.",
        "Stop and get help.",
        "It cannot be combined with codeine.",
        "It can never be combined with tramadol.",
        "You cannot take tramadol with it.",
        "Tramadol is not safe with LDN.",
        "Ask before you take codeine.",
        "After methadone it can take up to 14 days.",
    ],
)
def test_what_warns_is_no_harm(said: str) -> None:
    assert list(said_wrong(said)) == []
