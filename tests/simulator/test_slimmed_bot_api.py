"""The slimmed Bot API and the script that makes it."""

from simulator.api.methods import BUILT
from simulator.api.schema import published
from simulator.api.slim import slim

PUBLISHED = {
    "version": "10.3",
    "methods": {
        "sendThing": {
            "fields": [
                {
                    "name": "things",
                    "types": ["Array of Array of Thing"],
                    "required": True,
                    "description": "Long prose.",
                    "constraints": {"max_length": 9, "default": "x"},
                }
            ]
        }
    },
    "types": {
        "Thing": {"fields": [], "subtypes": ["SmallThing"]},
        "SmallThing": {
            "fields": [{"name": "type", "types": ["String"], "required": True, "description": "Kind, must be small"}]
        },
        "Unused": {"fields": []},
        "Update": {"fields": [{"name": "update_id", "types": ["Integer"]}, {"name": "thing", "types": ["Thing"]}]},
    },
}


def test_slimming_keeps_what_calls_are_checked_against_and_no_prose() -> None:
    assert slim(PUBLISHED) == {
        "version": "10.3",
        "methods": {"sendThing": {"things": {"types": ["Array of Array of Thing"], "required": True, "max_length": 9}}},
        "types": {
            "Thing": {"fields": {}, "subtypes": ["SmallThing"]},
            "SmallThing": {"fields": {"type": {"types": ["String"], "required": True, "const": "small"}}},
        },
        "updates": ["thing"],
    }


def test_every_method_that_is_answered_is_a_published_one() -> None:
    assert all(published().spelled(name) == name for name in BUILT)


def test_the_shipped_api_is_the_one_it_says() -> None:
    assert published().version == "Bot API 10.3" and "callback_query" in published().updates
