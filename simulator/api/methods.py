"""Every method that is built, what of it is not, and what all calls go through."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.api import (
    about,
    answering,
    chats,
    commands,
    copying,
    editing,
    invites,
    marking,
    polling,
    polls,
    sending,
    topics,
    webhook,
)
from simulator.api.schema import Upload, published
from simulator.limits import Limits
from simulator.refusal import Refusal, bad, not_built
from simulator.world import World

Values = dict[str, Any]


@dataclass(frozen=True)
class Method:
    """A method that is built."""

    answer: Callable[[World, Values], Any]
    missing: str = ""
    """What of it is not, in words; "": nothing."""
    counts: bool = False
    """Whether it counts towards Telegram's limits: it puts something into a chat, or changes what stands there."""


def _sends(answer: Callable[[World, Values], Any], missing: str = "") -> Method:
    return Method(answer, missing, counts=True)


BUILT: Mapping[str, Method] = {
    # The bot itself
    "getMe": Method(about.get_me),
    "logOut": Method(about.log_out, "it changes nothing: there is no other server to log out to"),
    "close": Method(about.close, "always answers 429, as Telegram does in the first ten minutes"),
    "setMyCommands": Method(commands.set_my_commands),
    "getMyCommands": Method(commands.get_my_commands),
    "deleteMyCommands": Method(commands.delete_my_commands),
    "setMyName": Method(about.setter("name", "names")),
    "getMyName": Method(about.getter("name", "names")),
    "setMyDescription": Method(about.setter("description", "descriptions")),
    "getMyDescription": Method(about.getter("description", "descriptions")),
    "setMyShortDescription": Method(about.setter("short_description", "short_descriptions")),
    "getMyShortDescription": Method(about.getter("short_description", "short_descriptions")),
    "setChatMenuButton": Method(about.set_chat_menu_button),
    "getChatMenuButton": Method(about.get_chat_menu_button),
    "setMyDefaultAdministratorRights": Method(about.set_default_rights, "rights in channels are kept, there are none"),
    "getMyDefaultAdministratorRights": Method(about.get_default_rights),
    "getFile": Method(about.get_file),
    "getUserProfilePhotos": Method(about.get_user_profile_photos, "nobody has a photo"),
    # Updates
    "getUpdates": Method(lambda world, values: None, "a second conflict within 3 seconds is answered at once"),
    "setWebhook": Method(webhook.set_webhook, "http to this machine only; a certificate is noted, not used"),
    "deleteWebhook": Method(webhook.delete_webhook),
    "getWebhookInfo": Method(webhook.get_webhook_info),
    # Into a chat
    "sendMessage": _sends(sending.send_message),
    "sendPhoto": _sends(sending.media_sender("photo"), "one size; no foreign address"),
    "sendDocument": _sends(sending.media_sender("document"), "no foreign address"),
    "sendVideo": _sends(sending.media_sender("video"), "sizes as told; no foreign address"),
    "sendAnimation": _sends(sending.media_sender("animation"), "sizes as told; no foreign address"),
    "sendAudio": _sends(sending.media_sender("audio"), "length as told; no foreign address"),
    "sendVoice": _sends(sending.media_sender("voice"), "length as told; no foreign address"),
    "sendVideoNote": _sends(sending.media_sender("video_note"), "length as told"),
    "sendSticker": _sends(sending.media_sender("sticker"), "every sticker is a still one of 512 × 512, in no set"),
    "sendMediaGroup": _sends(sending.send_media_group, "no live photos, thumbnails, or foreign addresses"),
    "sendLocation": _sends(sending.send_location, "a live one is shown and can't be moved"),
    "sendVenue": _sends(sending.send_venue),
    "sendContact": _sends(sending.send_contact),
    "sendPoll": _sends(polls.send_poll, "plain text, no media, closes only by stopPoll"),
    "stopPoll": _sends(polls.stop_poll),
    "sendDice": _sends(sending.send_dice),
    "sendChatAction": Method(sending.send_chat_action, "every action is shown as typing"),
    "forwardMessage": _sends(copying.forward_message),
    "forwardMessages": _sends(copying.forward_messages, "albums are taken apart"),
    "copyMessage": _sends(copying.copy_message),
    "copyMessages": _sends(copying.copy_messages, "albums are taken apart"),
    # What stands in a chat
    "editMessageText": _sends(editing.edit_message_text),
    "editMessageCaption": _sends(editing.edit_message_caption),
    "editMessageMedia": _sends(editing.edit_message_media, "no thumbnails, or foreign addresses"),
    "editMessageReplyMarkup": _sends(editing.edit_message_reply_markup),
    "deleteMessage": Method(editing.delete_message),
    "deleteMessages": Method(editing.delete_messages),
    "pinChatMessage": Method(marking.pin_chat_message),
    "unpinChatMessage": Method(marking.unpin_chat_message),
    "unpinAllChatMessages": Method(marking.unpin_all_chat_messages),
    "setMessageReaction": Method(marking.set_message_reaction, "emoji of Telegram's list only"),
    # What people press and ask
    "answerCallbackQuery": Method(answering.answer_callback_query, "`cache_time` is ignored"),
    "answerInlineQuery": Method(answering.answer_inline_query, "files in results by `…_file_id` only"),
    # Chats and who is in them
    "getChat": Method(chats.get_chat, "only the fields that every chat has, description and pin"),
    "getChatMember": Method(chats.get_chat_member),
    "getChatAdministrators": Method(chats.get_chat_administrators),
    "getChatMemberCount": Method(chats.get_chat_member_count),
    "leaveChat": Method(chats.leave_chat),
    "banChatMember": Method(chats.ban_chat_member, "for good"),
    "unbanChatMember": Method(chats.unban_chat_member),
    "restrictChatMember": Method(chats.restrict_chat_member, "all or nothing: may write, or may not; for good"),
    "promoteChatMember": Method(chats.promote_chat_member, "no rights of channels, no anonymity"),
    "setChatPermissions": Method(chats.set_chat_permissions, "all or nothing: members may write, or may not"),
    "createChatInviteLink": Method(invites.create_chat_invite_link),
    "editChatInviteLink": Method(invites.edit_chat_invite_link),
    "revokeChatInviteLink": Method(invites.revoke_chat_invite_link),
    "exportChatInviteLink": Method(invites.export_chat_invite_link),
    "approveChatJoinRequest": Method(invites.approve_chat_join_request),
    "declineChatJoinRequest": Method(invites.decline_chat_join_request),
    "setChatTitle": Method(chats.set_chat_title),
    "setChatDescription": Method(chats.set_chat_description),
    # Topics
    "createForumTopic": Method(topics.create_forum_topic),
    "editForumTopic": Method(topics.edit_forum_topic),
    "closeForumTopic": Method(topics.close_forum_topic),
    "reopenForumTopic": Method(topics.reopen_forum_topic),
    "deleteForumTopic": Method(topics.delete_forum_topic),
    "unpinAllForumTopicMessages": Method(topics.unpin_all_forum_topic_messages),
    "editGeneralForumTopic": Method(topics.edit_general_forum_topic),
    "closeGeneralForumTopic": Method(topics.close_general_forum_topic),
    "reopenGeneralForumTopic": Method(topics.reopen_general_forum_topic),
    "hideGeneralForumTopic": Method(topics.hide_general_forum_topic),
    "unhideGeneralForumTopic": Method(topics.unhide_general_forum_topic),
    "unpinAllGeneralForumTopicMessages": Method(topics.unpin_all_general_forum_topic_messages),
    "getForumTopicIconStickers": Method(topics.no_icons, "there are none"),
}

# Parameters with an effect that people would see, and that is not built: refused, so that no bot relies on them here.
_NOT_BUILT = frozenset(
    {
        "business_connection_id",
        "direct_messages_topic_id",
        "ephemeral_message_parameters",
        "rich_message",
        "suggested_post_parameters",
    }
)


# Parameters that are checked and then have no effect here.
_IGNORED = frozenset(
    {
        *(
            "allow_paid_broadcast",
            "thumbnail",
            "cover",
            "start_timestamp",
            "video_start_timestamp",
            "supports_streaming",
        ),
        *("disable_content_type_detection", "is_big", "return_bots", "revoke_messages", "until_date", "ip_address"),
        *("use_independent_chat_permissions", "question_parse_mode", "question_entities", "explanation_parse_mode"),
        *("explanation_entities", "explanation_media", "description_parse_mode", "description_entities"),
        *("open_period", "close_date", "allow_adding_options", "shuffle_options", "hide_results_until_closes"),
        *("members_only", "country_codes"),
    }
)


def built(method: str) -> Method | None:
    """The method of that published name, if it is built."""
    return BUILT.get(method)


def refused_parameters(method: str) -> list[str]:
    """Those of its parameters that are refused aloud."""
    return sorted(_NOT_BUILT & published().parameters(method))


def ignored_parameters(method: str) -> list[str]:
    """Those of its parameters that have no effect."""
    return sorted(_IGNORED & published().parameters(method))


def checked(method: str, given: Mapping[str, Any]) -> tuple[str, Values, tuple[str, ...]]:
    """The method's published name, its parameters as values, and the names that nobody knows. Raises Refusal."""
    spelled = published().spelled(method)
    if spelled is None:
        raise Refusal(404, "Not Found: method not found")
    return spelled, *published().read(spelled, given)


async def answered(world: World, limits: Limits, name: str, values: Values, given: Mapping[str, Any]) -> Any:
    """The result of one call, its parameters already checked. ``given`` holds attached files. Raises Refusal."""
    if name == "getUpdates":
        return await polling.get_updates(world, values)
    method = built(name)
    if method is None:
        raise not_built(f"{name} yet")
    for parameter in _NOT_BUILT & values.keys():
        raise not_built(f"the parameter {parameter} yet")
    values = _with_files(values, given)
    if method.counts and (chat := _counted_chat(world, values)):
        limits.admit(chat, len(values["media"]) if isinstance(values.get("media"), list) else 1)
    return method.answer(world, values)


def _counted_chat(world: World, values: Values) -> int | None:
    """The chat that the limits of this call are about, if it is one that there is."""
    if "inline_message_id" in values:
        sent = world.sent_inline(values["inline_message_id"])
        return sent.chat if sent else None
    chat = values.get("chat_id")
    return chat if isinstance(chat, int) and chat in world.chats else None


def _with_files(values: Values, given: Mapping[str, Any]) -> Values:
    """``attach://name`` replaced by the file of that name, at every depth. Raises Refusal."""

    def found(value: Any) -> Any:
        if isinstance(value, str) and value.startswith("attach://"):
            file = given.get(value.removeprefix("attach://"))
            if not isinstance(file, Upload):
                raise bad("can't parse InputMedia: media not found")
            return file
        if isinstance(value, list):
            return [found(each) for each in value]
        return {name: found(each) for name, each in value.items()} if isinstance(value, dict) else value

    files = {name: found(values[name]) for name in _MAY_BE_FILES & values.keys()}
    return values | files


_MAY_BE_FILES = {
    "media",
    "photo",
    "document",
    "video",
    "animation",
    "audio",
    "voice",
    "video_note",
    "sticker",
    "thumbnail",
    "cover",
}
