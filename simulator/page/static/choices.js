// What the menus of a chat and of a message hold.

import { hasBot } from "./store.js";

const EMOJI = ["👍", "👎", "❤", "🔥", "😢"];

/** The menu of a chat. `now` is what the chat shows. */
export function chatChoices({ chat, person, store }, act) {
  if (chat.kind === "private") {
    const blocked = !hasBot(chat);
    return [{ label: blocked ? "Unblock the bot" : "Block the bot", acts: true, run: () => act.block(!blocked) }];
  }
  const change = (what, label, other) => ({ label, acts: true, run: () => act.members(what, other) });
  const others = [...store.people.values()].filter(({ id }) => id !== person.id);
  return [
    hasBot(chat) ? change("remove bot", "Remove the bot") : change("add bot", "Add the bot"),
    chat.bot === "member" && change("promote bot", "Make the bot an administrator"),
    chat.topics && { label: "New topic", acts: true, run: () => act.newTopic() },
    ...others.map(({ id, name }) => (chat.members.includes(id) ? change("remove", `Remove ${name}`, id) : change("add", `Add ${name}`, id))),
    chat.kind === "group" && change("upgrade", "Make it a supergroup"),
  ].filter(Boolean);
}

/** The menu of a message. `aim` points the field at it, `nameOf` says whose it is. */
export function messageChoices(message, { person, chat }, act, { aim, nameOf }) {
  const mine = message.from === person.id;
  const reacted = message.reactions?.[person.id];
  return [
    { label: "Reply", icon: "reply", run: () => aim({ reply: message.id, name: nameOf(message) }, message.text || "a file") },
    mine && message.html && { label: "Edit", icon: "pen", run: () => aim({ edit: message.id }, message.text) },
    message.text && { label: "Copy text", icon: "file", run: () => act.copy(message.text) },
    ...(hasBot(chat) ? EMOJI.map((emoji) => ({ label: `React ${emoji}`, acts: true, run: () => act.react(message.id, emoji) })) : []),
    reacted && { label: "Take the reaction back", acts: true, run: () => act.react(message.id, null) },
  ].filter(Boolean);
}
