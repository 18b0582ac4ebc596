"""Answers to what people press and to what they type after the bot's name."""

from datetime import timedelta
from typing import Any

from simulator.api.content import Values, caption, data_of, inline_keyboard, text
from simulator.refusal import TOO_OLD, bad, not_built
from simulator.world import Offer, World
from simulator.world.account import PRESS_LASTS, QUERY_LASTS

_LONGEST_TOAST, _MOST_RESULTS, _LONGEST_OFFSET_BYTES, _LONGEST_ID_BYTES = 200, 50, 64, 64
_CACHED_SECONDS, _LONGEST_CACHE_SECONDS = 300, 86_400


def answer_callback_query(world: World, values: Values) -> Any:
    """answerCallbackQuery: its text shows on the phone of whoever pressed, its address opens there."""
    press = world.presses.get(values["callback_query_id"])
    if press is None or press.answer is not None or world.clock.now() - press.at > PRESS_LASTS:
        raise bad(TOO_OLD)
    if len(values.get("text", "")) > _LONGEST_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    press.answer = {name: values[name] for name in ("text", "show_alert", "url") if values.get(name)}
    if values.get("text"):
        world.users[press.user].toasts.append(values["text"])
    if values.get("url"):
        world.users[press.user].opened.append(values["url"])
    world.changed()
    return True


def answer_inline_query(world: World, values: Values) -> Any:
    """answerInlineQuery: up to 50 results, remembered for whoever asks the same within ``cache_time``."""
    results, button = values["results"], values.get("button")
    if len(results) > _MOST_RESULTS:
        raise bad("too many inline query results specified")
    if button and ("start_parameter" in button) == ("web_app" in button):
        raise bad(
            "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field"
        )
    offers = [_offer(world, result) for result in results]
    query = world.inline_queries.get(values["inline_query_id"])
    if query is None or query.results is not None or world.clock.now() - query.at > QUERY_LASTS:
        raise bad(TOO_OLD)
    if len({result["id"] for result in results}) < len(results):
        raise bad("RESULT_ID_DUPLICATE")
    if any(not 1 <= len(result["id"].encode()) <= _LONGEST_ID_BYTES for result in results):
        raise bad("RESULT_ID_INVALID")
    if len(values.get("next_offset", "").encode()) > _LONGEST_OFFSET_BYTES:
        raise bad("NEXT_OFFSET_INVALID")
    query.results, query.next_offset, query.button = offers, values.get("next_offset", ""), button
    seconds = min(max(values.get("cache_time", _CACHED_SECONDS), 0), _LONGEST_CACHE_SECONDS)
    query.kept_until = world.clock.now() + timedelta(seconds=seconds)
    query.personal = values.get("is_personal", False)
    world.changed()
    return True


def _offer(world: World, result: Values) -> Offer:
    """What people see of a result, and what it would post, which must be something that can be. Raises Refusal."""
    kind, given = result["type"], result.get("input_message_content")
    markup = inline_keyboard(result)
    data_of(markup)
    body, entities = caption(result)
    content: Values = {"text": body, "entities": entities}
    if given and "message_text" in given:
        body, entities = text({**given, "text": given["message_text"]}, too_long="MESSAGE_TOO_LONG")
        content = {"text": body, "entities": entities}
    elif given:
        content = _thing(given)
    elif file_id := result.get(f"{kind}_file_id"):
        if file_id not in world.files:
            raise bad("wrong file identifier/HTTP URL specified")
        content["media"] = world.files[file_id]
    elif kind in ("location", "contact", "venue"):
        content = _thing(result)
    elif kind == "article":
        raise bad("can't parse inline query result: input message content is not specified")
    else:
        raise not_built(f"inline results of the type {kind} without a file that was sent before")
    title = result.get("title") or result.get("caption") or kind
    return Offer(
        id=result["id"],
        kind=kind,
        title=title,
        description=result.get("description", ""),
        content=content | {"markup": markup},
    )


def _thing(given: Values) -> Values:
    """A place, an address or a contact. Raises Refusal for anything else."""
    place = {name: given[name] for name in ("latitude", "longitude") if name in given}
    if "phone_number" in given:
        contact = {name: given[name] for name in ("phone_number", "first_name", "last_name", "vcard") if name in given}
        return {"text": "[contact]", "extra": {"contact": contact}}
    if "address" in given:
        venue = {"location": place, "title": given["title"], "address": given["address"]}
        return {"text": "[venue]", "extra": {"venue": venue, "location": place}}
    if len(place) == 2:
        return {"text": "[location]", "extra": {"location": place}}
    raise not_built("inline results with content of that type")
