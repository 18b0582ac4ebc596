// What there is, kept up to date by the simulator's news. Views read it; nothing else writes it.

const MOST_MESSAGES = 400; // kept of each chat on this page; earlier ones can be fetched again
const MOST_CALLS = 300;

/** The state of the page. `changed(fresh)` is called after each change, with the messages that just came. */
export function makeStore(changed) {
  const store = { bot: {}, people: new Map(), chats: new Map(), about: null, calls: [], total: 0, now: () => now(), chatsOf };
  let told = { at: 0, received: 0 }; // what the clock showed, and when that came

  /** The moment in the simulator, in milliseconds. */
  const now = () => told.at + (Date.now() - told.received) * store.about.clock.speed;

  /** The chats on a person's phone, those with the newest message first. */
  function chatsOf(person) {
    return [...store.chats.values()]
      .filter((chat) => chat.members.includes(person) && !chat.moved)
      .sort((one, other) => (last(other)?.order ?? 0) - (last(one)?.order ?? 0));
  }

  function takeChat(told, fresh) {
    const chat = store.chats.get(told.id) ?? { messages: new Map(), rev: 0 };
    const { messages, ...itself } = told;
    Object.assign(chat, itself);
    chat.rev += 1;
    store.chats.set(told.id, chat);
    for (const message of messages ?? []) {
      if (message.deleted) chat.messages.delete(message.id);
      else {
        if (!chat.messages.has(message.id)) fresh.push({ chat, message });
        chat.messages.set(message.id, message);
      }
    }
    const surplus = chat.messages.size - MOST_MESSAGES;
    if (surplus > 0 && !chat.reading) {
      for (const id of [...chat.messages.keys()].slice(0, surplus)) chat.messages.delete(id);
      chat.hasEarlier = true;
    }
  }

  function take(news) {
    const fresh = [];
    told = { at: new Date(news.now).getTime(), received: Date.now() };
    store.about = news.about;
    if (news.bot) store.bot = news.bot;
    if (news.people) store.people = new Map(news.people.map((person) => [person.id, person]));
    for (const chat of news.chats ?? []) takeChat(chat, fresh);
    if (news.calls) {
      store.total = news.calls.total;
      store.calls = [...store.calls, ...news.calls.new].slice(-MOST_CALLS);
    }
    return fresh;
  }

  return Object.assign(store, {
    everything(news) {
      const before = new Map([...store.chats].map(([id, chat]) => [id, chat.rev]));
      store.chats = new Map();
      store.calls = [];
      take(news);
      for (const chat of store.chats.values()) {
        chat.rev += before.get(chat.id) ?? 0;
        chat.hasEarlier = chat.messages.size > 0 && Math.min(...chat.messages.keys()) > 1;
      }
      changed([]);
    },
    news: (news) => changed(take(news)),
    /** Puts earlier messages before the others. */
    addEarlier(id, messages) {
      const chat = store.chats.get(id);
      chat.messages = new Map([...messages.map((message) => [message.id, message]), ...chat.messages]);
      chat.hasEarlier = messages.length > 0 && messages[0].id > 1;
      chat.reading = true;
      chat.rev += 1;
      changed([]);
    },
  });
}

/** The newest message of a chat. */
export const last = (chat) => [...chat.messages.values()].at(-1);

/** What a chat is called on that person's phone. */
export const titleOf = (chat, person) => (chat.kind === "private" ? person.bot_title : chat.title);

/** Whether the bot is in a chat, and not blocked. */
export const hasBot = (chat) => chat.bot === "member" || chat.bot === "administrator";
