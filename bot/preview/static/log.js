// The conversation: keeps the elements in step with the messages, changing only what changed.

import { draw, moment } from "./message.js";
import { make } from "./tidy.js";

/** The log of one chat; `show(view)` brings it up to date and returns the messages that are new. */
export class Log {
  constructor(element, down, act) {
    Object.assign(this, { element, down, act, shown: new Map(), zone: undefined, person: null, stuck: true, top: 0 });
    element.addEventListener("scroll", () => this.scrolled());
    new ResizeObserver(() => { if (this.stuck) this.toEnd(); }).observe(element);
    element.addEventListener("click", (event) => { if (event.target.matches(".slash")) act("send", { text: event.target.textContent }); });
    down.addEventListener("click", () => this.toEnd());
  }

  /** Forgets everything, for another person's phone. */
  clear() {
    for (const { node } of this.shown.values()) node.remove();
    for (const day of this.element.querySelectorAll(".day")) day.remove();
    this.shown.clear();
  }

  show(view, zone) {
    if (view.person?.id !== this.person || zone !== this.zone) this.clear();
    const first = view.person?.id !== this.person;
    Object.assign(this, { person: view.person?.id, zone });
    const fresh = this.update(view.messages);
    this.divide(view.messages);
    if (first || this.stuck || fresh.some((message) => message.from === "me")) this.toEnd();
    return first ? [] : fresh;
  }

  update(messages) {
    const kept = new Set(messages.map((message) => message.id));
    for (const [id, { node }] of this.shown) if (!kept.has(id)) { node.remove(); this.shown.delete(id); }
    const byId = new Map(messages.map((message) => [message.id, message]));
    return messages.filter((message) => this.place(message, byId.get(message.reply_to)));
  }

  /** Draws or redraws one message; true when it was not there before. */
  place(message, quoted) {
    const print = JSON.stringify([message, quoted?.plain]);
    const old = this.shown.get(message.id);
    if (old?.print === print) return false;
    const node = draw(message, { clock: (at) => this.clock(at), quoted, act: this.act, open: (id) => this.open(id) });
    if (old) this.swap(old.node, node);
    else { node.classList.add("fresh"); this.element.append(node); }
    node.querySelectorAll("img, video").forEach((part) => ["load", "loadeddata"].forEach((name) => part.addEventListener(name, () => { if (this.stuck) this.toEnd(); })));
    this.shown.set(message.id, { node, print });
    return !old;
  }

  /** Puts the edited message in the old one's place, keeping the picture's element and the focus. */
  swap(old, node) {
    const [before, after] = [old.querySelector(".media img, .media video"), node.querySelector(".media img, .media video")];
    if (before && after && before.getAttribute("src") === after.getAttribute("src")) after.replaceWith(before);
    const focused = [...old.querySelectorAll("button, a")].indexOf(document.activeElement);
    old.replaceWith(node);
    if (focused >= 0) (node.querySelectorAll("button, a")[focused] || this.element).focus({ preventScroll: true });
  }

  /** Day dividers, and bubbles of the same author closer together. */
  divide(messages) {
    for (const day of this.element.querySelectorAll(".day")) day.remove();
    let [day, author] = ["", ""];
    for (const message of messages) {
      const { node } = this.shown.get(message.id);
      const own = moment(message).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: this.zone });
      if (own !== day) node.before(make("div", { class: "day" }, own));
      node.classList.toggle("follows", own === day && author === message.from);
      [day, author] = [own, message.from];
    }
  }

  clock(at) { return at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: this.zone }); }

  atEnd() { return this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < 60; }

  /** Who scrolls up wants to read: new messages no longer pull to the end, until the end is reached again. */
  scrolled() {
    if (this.atEnd()) this.stuck = true;
    else if (this.element.scrollTop < this.top) this.stuck = false;
    this.top = this.element.scrollTop;
    this.down.hidden = this.stuck;
  }

  toEnd() {
    this.stuck = true;
    this.element.scrollTop = this.element.scrollHeight;
  }

  open(id) { this.shown.get(id)?.node.scrollIntoView({ block: "center", behavior: "smooth" }); }
}
