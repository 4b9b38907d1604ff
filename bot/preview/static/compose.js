// What is at the bottom of the phone: the message field, the / menu, the bot's keyboard, and menus that pop up.

import { gist } from "./message.js";
import { make } from "./tidy.js";

const by = (id) => document.getElementById(id);

export class Composer {
  constructor(tell, place) {
    Object.assign(this, { tell, place, view: null, about: null, keyboard: "", open: true, picked: 0 });
    this.field = by("write");
    by("compose").addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    by("start").addEventListener("click", () => { tell("send", { text: "/start" }); this.field.focus(); });
    by("about-close").addEventListener("click", () => this.leave());
    by("menu").addEventListener("click", () => { this.offer(by("commands").hidden ? "" : null); this.field.focus(); });
    by("keys-toggle").addEventListener("click", () => { this.open = !this.open; this.showKeys(); });
    by("attach").addEventListener("click", (event) => this.attach(event.currentTarget));
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.pressed(event));
    by("pop").addEventListener("keydown", (event) => this.walk(event));
    document.addEventListener("click", (event) => { if (!event.target.closest("#pop, .more, #attach")) this.shut(); });
  }

  show(view) {
    this.view = view;
    const empty = view.messages.length === 0;
    by("start").hidden = !empty;
    this.field.placeholder = view.placeholder || "Message";
    const keyboard = JSON.stringify(view.keyboard);
    if (keyboard !== this.keyboard) { this.keyboard = keyboard; this.open = true; this.drawKeys(view.keyboard); }
    this.showKeys();
  }

  submit() {
    const text = this.field.value.trim();
    if (!text) return;
    if (this.about?.kind === "correct") this.tell("edit", { message: this.about.message.id, text });
    else this.tell("send", { text, reply_to: this.about?.message.id });
    this.leave();
  }

  /** Begins a reply to a message, or the correction of an own one. */
  begin(kind, message) {
    this.about = { kind, message };
    by("about-title").textContent = kind === "correct" ? "Edit message" : "Reply";
    by("about-text").textContent = gist(message);
    by("about").hidden = false;
    if (kind === "correct") this.field.value = message.plain;
    this.field.focus();
    this.grow();
  }

  leave() {
    this.about = null;
    by("about").hidden = true;
    this.field.value = "";
    this.offer(null);
    this.grow();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 120)}px`;
  }

  typed() {
    this.grow();
    this.offer(/^\/\w*$/.test(this.field.value) ? this.field.value.slice(1) : null);
  }

  /** Shows the commands that begin like this; null closes the menu. */
  offer(start) {
    const list = by("commands");
    const found = start === null ? [] : (this.view?.commands ?? []).filter((one) => one.command.startsWith(start));
    list.replaceChildren(...found.map((one, index) => make("li", { role: "option", id: `command-${index}`, "aria-selected": String(index === 0), onclick: () => this.take(one) }, make("b", {}, `/${one.command}`), make("span", {}, one.description))));
    list.hidden = found.length === 0;
    this.picked = 0;
    by("menu").setAttribute("aria-expanded", String(found.length > 0));
    this.field.setAttribute("aria-activedescendant", found.length ? "command-0" : "");
  }

  take(one) { this.tell("send", { text: `/${one.command}` }); this.leave(); this.field.focus(); }

  pressed(event) {
    const options = [...by("commands").children];
    const listed = !by("commands").hidden;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); listed ? options[this.picked].click() : this.submit(); }
    else if (event.key === "Escape") this.leave();
    else if (listed && (event.key === "ArrowDown" || event.key === "ArrowUp")) { event.preventDefault(); this.pick(options, event.key === "ArrowDown" ? 1 : -1); }
    else if (event.key === "ArrowUp" && !this.field.value) this.editLast(event);
  }

  pick(options, step) {
    this.picked = (this.picked + step + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.picked)));
    options[this.picked].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `command-${this.picked}`);
  }

  editLast(event) {
    const last = this.view?.messages.findLast((message) => message.from === "me" && message.html && !message.media);
    if (last) { event.preventDefault(); this.begin("correct", last); }
  }

  drawKeys(keyboard) {
    const key = (one) => make("button", { type: "button", onclick: () => this.press(one) }, one.request_location && !one.text.includes("📍") ? `📍 ${one.text}` : one.text);
    by("keys").replaceChildren(...(keyboard ?? []).map((line) => make("div", { class: "line" }, ...line.map(key))));
  }

  press(one) { one.request_location ? this.tell("location", this.place()) : this.tell("press", { text: one.text }); }

  showKeys() {
    const there = Boolean(this.view?.keyboard?.length);
    by("keys").hidden = !there || !this.open;
    by("keys-toggle").hidden = !there;
    by("keys-toggle").setAttribute("aria-expanded", String(there && this.open));
  }

  /** What can be done with one message. */
  more(message, at) {
    const items = [["Reply", () => this.begin("reply", message)]];
    if (message.from === "me" && !message.media) items.push(["Edit", () => this.begin("correct", message)]);
    if (message.plain) items.push(["Copy text", () => navigator.clipboard?.writeText(message.plain)]);
    this.pop(items, at);
  }

  attach(at) {
    const pick = (kind) => () => document.querySelector(`[data-attach="${kind}"]`).click();
    this.pop([["🖼 Photo", pick("photo")], ["📄 File", pick("document")], ["📍 Place", () => this.tell("location", this.place())], ["🎙 Voice message", pick("voice")], ["😀 Sticker", pick("sticker")]], at);
  }

  pop(items, at) {
    const menu = by("pop");
    menu.replaceChildren(...items.map(([label, act]) => make("li", { role: "none" }, make("button", { type: "button", role: "menuitem", onclick: () => { this.shut(); act(); } }, label))));
    menu.hidden = false;
    this.opener = at;
    const [screen, place] = [menu.offsetParent.getBoundingClientRect(), at.getBoundingClientRect()];
    menu.style.left = `${Math.max(8, Math.min(place.left - screen.left, screen.width - menu.offsetWidth - 8))}px`;
    menu.style.top = `${Math.max(8, Math.min(place.bottom - screen.top + 4, screen.height - menu.offsetHeight - 70))}px`;
    menu.querySelector("button").focus();
  }

  shut() { by("pop").hidden = true; }

  walk(event) {
    const items = [...by("pop").querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") { event.preventDefault(); this.shut(); this.opener?.focus(); }
    if (step) { event.preventDefault(); items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus(); }
  }
}
