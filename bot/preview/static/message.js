// One message as an element: bubble, media, poll, buttons, reactions, and its foot.

import { make, tidy } from "./tidy.js";

const BELL = '<svg class="bell" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2a2 2 0 0 0-2 2v.6A6.5 6.5 0 0 0 5.5 11v4L4 17.500V18.500h16V17.500L18.5 15v-4A6.5 6.5 0 0 0 14 4.600V4a2 2 0 0 0-2-2zm-2.5 18a2.5 2.5 0 0 0 5 0z"/></svg>';
const TICKS = '<svg class="ticks" viewBox="0 0 16 11" aria-hidden="true"><path d="M1 6l3 3 6-7M7 8.500l1 .8 6-7"/></svg>';

/** The moment of a message: the world writes ISO times or seconds since 1970. */
export const moment = (message) => new Date(typeof message.date === "number" ? message.date * 1000 : message.date);

/** A message's plain words, shortened, for quotes and labels. */
export const gist = (message) => (message.plain || message.media?.name || message.poll?.question || "message").replace(/\s+/g, " ").slice(0, 90);

/** Builds the element of one message; `act(name, facts)` tells what the person does with it. */
export function draw(message, { clock, quoted, act, open }) {
  const mine = message.from === "me";
  const rings = !mine && !message.silent;
  const bubble = make("div", { class: "bubble" }, quoted ? quotation(quoted, open) : null, media(message), words(message), poll(message, act), foot(message, rings, clock));
  const label = `${mine ? "You" : "Coach"}, ${clock(moment(message))}${rings ? ", with sound" : ""}`;
  const more = make("button", { class: "more", type: "button", "aria-label": `More about: ${gist(message).slice(0, 40)}`, "aria-haspopup": "menu", onclick: (event) => act("more", { message, at: event.currentTarget }) }, "⋯");
  const element = make("article", { class: `message ${mine ? "me" : "bot"}${rings ? " rings" : ""}${message.buttons?.length ? " boxed" : ""}`, "data-id": message.id, "aria-label": label }, bubble, buttons(message, act), more);
  bubble.addEventListener("contextmenu", (event) => { event.preventDefault(); act("more", { message, at: more }); });
  if (mine) bubble.addEventListener("dblclick", () => act("correct", { message }));
  return element;
}

function words(message) {
  if (!message.html || message.media?.kind === "location") return null;
  const alone = /^(\p{Extended_Pictographic}|\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}]){1,6}$/u.test(message.plain || "");
  return make("div", { class: `text${alone ? " big" : ""}`, dir: "auto" }, tidy(message.html));
}

function media(message) {
  const thing = message.media;
  if (!thing) return null;
  if (thing.kind === "photo" || thing.kind === "animation" || thing.kind === "video") return picture(message, thing);
  if (thing.kind === "location") {
    const [latitude, longitude] = (thing.name || message.plain || "").match(/-?\d+(\.\d+)?/g) || ["?", "?"];
    return make("figure", { class: "media map", role: "img", "aria-label": `Place ${latitude}, ${longitude}` }, "📍");
  }
  if (thing.kind === "sticker") return make("div", { class: "text big", role: "img", "aria-label": "Sticker" }, "🏃");
  const ending = thing.kind === "voice" ? "▶" : (thing.name || thing.kind).split(".").pop().slice(0, 4);
  const label = make("span", {}, make("b", {}, thing.kind === "voice" ? "Voice message" : thing.name || thing.kind), make("span", {}, thing.url ? "Open" : thing.kind));
  return make(thing.url ? "a" : "div", { class: "file", href: thing.url, download: thing.url ? thing.name || "" : undefined }, make("i", { "aria-hidden": "true" }, ending), label);
}

function picture(message, thing) {
  const alt = `${thing.kind === "animation" ? "Moving picture" : "Picture"}: ${gist(message)}`;
  const film = /^video\//.test(thing.mime || "");
  const shown = film
    ? make("video", { src: thing.url, width: thing.width, height: thing.height, autoplay: true, loop: true, muted: true, playsinline: true, "aria-label": alt })
    : make("img", { src: thing.url, alt, width: thing.width, height: thing.height });
  if (film) shown.muted = true;
  return make("figure", { class: `media${message.html ? "" : " bare"}` }, shown);
}

function quotation(quoted, open) {
  return make("button", { type: "button", class: "quote", onclick: () => open(quoted.id) }, make("b", {}, quoted.from === "me" ? "You" : "Coach"), make("span", {}, gist(quoted)));
}

function foot(message, rings, clock) {
  const parts = make("footer", { class: "foot" });
  if (message.reactions?.length) parts.append(make("span", { class: "reactions" }, ...message.reactions.map((emoji) => make("span", { "aria-label": `Reaction ${emoji}` }, emoji))));
  if (message.edited) parts.append(make("span", {}, "edited"));
  if (rings) parts.insertAdjacentHTML("beforeend", BELL);
  parts.append(make("time", { datetime: moment(message).toISOString() }, clock(moment(message))));
  if (message.from === "me") parts.insertAdjacentHTML("beforeend", TICKS);
  return parts;
}

function buttons(message, act) {
  if (!message.buttons?.length) return null;
  const lines = message.buttons.map((line, row) => make("div", { class: "line" }, ...line.map((button, column) => one(message, button, row, column, act))));
  return make("div", { class: "buttons", role: "group", "aria-label": "Buttons of this message" }, ...lines);
}

function one(message, button, row, column, act) {
  if (button.url) return make("a", { href: button.url, target: "_blank", rel: "noopener noreferrer", class: button.style || undefined }, `${button.text} ↗`);
  if (button.copy) return make("button", { type: "button", onclick: () => navigator.clipboard?.writeText(button.copy) }, `${button.text} 📋`);
  const tap = (event) => {
    event.currentTarget.classList.add("waits");
    setTimeout((element) => element.classList.remove("waits"), 4000, event.currentTarget);
    act("tap", { message: message.id, data: button.data, row, column, text: button.text });
  };
  return make("button", { type: "button", class: button.style || undefined, onclick: tap }, button.text);
}

function poll(message, act) {
  const asked = message.poll;
  if (!asked) return null;
  const mine = asked.options.flatMap((option, index) => (option.voter_count > 0 ? [index] : [])); // a private chat has one voter
  const right = asked.correct_option_ids ?? [];
  const done = mine.length > 0 || asked.is_closed;
  const quiz = asked.type === "quiz";
  const option = (choice, index) => {
    const state = [mine.includes(index) ? "mine" : "", done && quiz && right.includes(index) ? "right" : "", done && quiz && mine.includes(index) && !right.includes(index) ? "wrong" : ""];
    const mark = state.includes("right") ? "✓" : state.includes("wrong") ? "✕" : state.includes("mine") ? "✓" : "";
    const spoken = state.includes("right") ? "right answer" : state.includes("wrong") ? "your answer, wrong" : state.includes("mine") ? "your answer" : "";
    return make("button", { type: "button", class: state.join(" ").trim() || undefined, disabled: done, onclick: () => act("vote", { poll: asked.id, options: [index] }) },
      make("span", { class: "mark", "aria-hidden": "true" }, mark), make("span", {}, choice.text, spoken ? make("span", { class: "hidden-words" }, ` (${spoken})`) : null));
  };
  return make("fieldset", { class: "poll" }, make("legend", { dir: "auto" }, asked.question), make("p", { class: "kind" }, quiz ? "Quiz" : "Poll"),
    ...asked.options.map(option), done && asked.explanation ? make("p", { class: "explains" }, asked.explanation) : null);
}
