// The panel beside the phone: time, the coach's life, whose phone it is, things to send, looks.

import { make } from "./tidy.js";

const by = (id) => document.getElementById(id);
const CITIES = [["Berlin", 52.52, 13.405], ["London", 51.507, -0.128], ["New York", 40.713, -74.006], ["Los Angeles", 34.052, -118.244], ["São Paulo", -23.551, -46.633],
  ["Nairobi", -1.292, 36.822], ["Kolkata", 22.573, 88.364], ["Tokyo", 35.69, 139.692], ["Sydney", -33.869, 151.209], ["Auckland", -36.848, 174.763]];
const COMING = { rest: "rest over", hold: "hold over", switch: "other side", eve: "reminder for tomorrow", nudge: "second reminder", snooze: "reminder again", stale: "still training?", close: "session closes" };

export class Panel {
  constructor(tell, notice) {
    Object.assign(this, { tell, notice, stage: null, offset: 0, kind: "document" });
    for (const button of document.querySelectorAll("[data-seconds]")) button.addEventListener("click", () => tell("pass", { seconds: Number(button.dataset.seconds) }));
    for (const [id, name] of [["next", "next"], ["tomorrow", "tomorrow"], ["kill", "kill"], ["restart", "restart"]]) by(id).addEventListener("click", () => tell(name, { zone: this.zone() }));
    by("jump").addEventListener("submit", (event) => { event.preventDefault(); tell("jump", { local: by("jump-to").value, zone: this.zone() }); });
    by("block").addEventListener("click", () => tell(by("block").getAttribute("aria-pressed") === "true" ? "unblock" : "block"));
    by("another").addEventListener("submit", (event) => this.add(event));
    by("pin").addEventListener("submit", (event) => { event.preventDefault(); tell("location", this.place()); });
    this.cities();
    this.files();
    this.looks();
    setInterval(() => this.tick(), 500);
  }

  show(stage, view) {
    this.stage = stage;
    this.offset = Date.parse(stage.now) - Date.now();
    by("running").textContent = stage.busy ? "time is passing" : stage.running ? "running" : "killed";
    by("running").classList.toggle("off", !stage.running);
    by("kill").disabled = !stage.running;
    by("restart").textContent = stage.running ? "Restart" : "Start again";
    by("next").disabled = !stage.next || !stage.running;
    for (const button of document.querySelectorAll("[data-seconds], #next, #tomorrow, #jump button")) button.toggleAttribute("aria-busy", stage.busy);
    by("block").setAttribute("aria-pressed", String(Boolean(view.person.blocked)));
    by("block").textContent = view.person.blocked ? "Unblock the bot" : "Block the bot";
    this.people(stage.people, view.person.id);
    this.tick();
  }

  /** The moment on the stage: it goes on between two words from the server. */
  now() { return new Date(Date.now() + this.offset); }

  /** The person's zone; until the coach knows it, the one of this computer. */
  zone() { return this.stage?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone; }

  tick() {
    if (!this.stage) return;
    const timeZone = this.zone();
    const say = (options) => this.now().toLocaleString("en-GB", { ...options, timeZone });
    by("status-time").textContent = say({ hour: "2-digit", minute: "2-digit" });
    by("now-time").textContent = say({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
    by("now-day").textContent = say({ weekday: "long", day: "numeric", month: "long" });
    by("now-zone").textContent = `${timeZone.replaceAll("_", " ")}${this.stage.zone ? "" : " (not told to the coach yet)"}`;
    by("next-due").textContent = this.due(timeZone);
  }

  due(timeZone) {
    if (!this.stage.next) return "";
    const [at, left] = [new Date(this.stage.next.at), (Date.parse(this.stage.next.at) - this.now()) / 1000];
    const when = left < 3600 ? `in ${Math.max(0, Math.floor(left / 60))}:${String(Math.max(0, Math.floor(left % 60))).padStart(2, "0")}` : at.toLocaleString("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit", timeZone });
    return `next: ${COMING[this.stage.next.kind] ?? this.stage.next.kind} ${when}`;
  }

  people(people, current) {
    const print = JSON.stringify([people, current]);
    if (print === this.peoplePrint) return;
    this.peoplePrint = print;
    const button = (person) => make("button", { type: "button", role: "radio", "aria-checked": String(person.id === current), tabindex: person.id === current ? 0 : -1, onclick: () => this.tell("be", { person: person.id }) }, `${person.name} `, make("small", {}, person.language_code || ""));
    const held = by("people").contains(document.activeElement);
    by("people").replaceChildren(...people.map(button));
    if (held) by("people").querySelector('[aria-checked="true"]')?.focus();
    by("people").onkeydown = (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      this.tell("be", { person: people[(people.findIndex((one) => one.id === current) + step + people.length) % people.length].id });
    };
  }

  add(event) {
    event.preventDefault();
    this.tell("add", { name: by("another-name").value.trim(), language_code: by("another-language").value });
    by("another").reset();
  }

  cities() {
    by("city").append(...CITIES.map(([name], index) => make("option", { value: index }, name)), make("option", { value: "" }, "typed coordinates"));
    const fill = () => { const city = CITIES[by("city").value]; if (city) [by("latitude").value, by("longitude").value] = [city[1], city[2]]; };
    by("city").addEventListener("change", fill);
    for (const id of ["latitude", "longitude"]) by(id).addEventListener("input", () => { by("city").value = ""; });
    fill();
  }

  place() { return { latitude: Number(by("latitude").value.replace(",", ".")), longitude: Number(by("longitude").value.replace(",", ".")) }; }

  files() {
    for (const button of document.querySelectorAll("[data-attach]")) button.addEventListener("click", () => this.attach(button.dataset.attach));
    by("pick").addEventListener("change", async () => {
      const file = by("pick").files[0];
      if (file && file.size > 10_000_000) this.notice("This page takes files of up to 10 MB.");
      else if (file) this.tell(this.kind, { name: file.name, content: await encoded(file) });
      by("pick").value = "";
    });
  }

  attach(kind) {
    if (kind === "voice" || kind === "sticker") return this.tell(kind);
    this.kind = kind;
    by("pick").accept = kind === "photo" ? "image/*" : "";
    return by("pick").click();
  }

  looks() {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const paint = () => { document.documentElement.dataset.theme = by("theme").value || (dark.matches ? "dark" : "light"); };
    by("theme").value = remembered("theme") ?? "";
    by("sound").checked = remembered("sound") !== "off";
    by("theme").addEventListener("change", () => { remember("theme", by("theme").value); paint(); });
    by("sound").addEventListener("change", () => remember("sound", by("sound").checked ? "on" : "off"));
    dark.addEventListener("change", paint);
    paint();
  }
}

async function encoded(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}

function remembered(name) { try { return localStorage.getItem(name); } catch { return null; } }
function remember(name, value) { try { localStorage.setItem(name, value); } catch { /* a private window forgets */ } }
