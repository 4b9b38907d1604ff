// The page: a line to the stage, over which the person's doings go out and the phone's state comes in.

import { Composer } from "./compose.js";
import { Log } from "./log.js";
import { Panel } from "./panel.js";
import { ring, wake } from "./ring.js";

const by = (id) => document.getElementById(id);
let line = null;
let person = new URLSearchParams(location.search).get("person");
let toasted = null;

function tell(name, facts = {}) {
  if (line?.readyState === WebSocket.OPEN) line.send(JSON.stringify({ do: name, ...facts }));
  else notice("The preview is not running. Start it again with make run.");
}

function notice(text) {
  by("notice").textContent = text;
  by("notice").hidden = false;
  clearTimeout(notice.timer);
  notice.timer = setTimeout(() => { by("notice").hidden = true; }, 6000);
}

function act(name, facts) {
  if (name === "more") composer.more(facts.message, facts.at);
  else if (name === "correct") composer.begin("correct", facts.message);
  else {
    if (name === "tap") toasted = null; // the same words may come again
    tell(name, facts);
  }
}

const panel = new Panel(tell, notice);
const composer = new Composer(tell, () => panel.place());
const log = new Log(by("log"), by("down"), act);

function show({ view, stage }) {
  if (person !== String(view.person.id)) composer.leave();
  person = String(view.person.id);
  history.replaceState(null, "", `?person=${person}`);
  composer.show(view);
  panel.show(stage, view);
  const fresh = log.show(view, panel.zone());
  head(view);
  if (!stage.taps) for (const answered of document.querySelectorAll(".waits")) answered.classList.remove("waits");
  if (view.toast && view.toast !== toasted) toast(view.toast);
  toasted = view.toast;
  if (fresh.some((message) => message.from === "bot" && !message.silent)) ring(by("phone"), by("sound").checked);
  document.body.dataset.settled = String(!stage.busy);
}

function head(view) {
  by("bot-name").textContent = view.profile?.name || "Strongstride";
  by("bot-state").textContent = view.typing ? "typing" : "bot";
  by("bot-state").classList.toggle("busy", Boolean(view.typing));
  by("hello").hidden = view.messages.length > 0 || !view.profile?.description;
  by("hello-text").textContent = view.profile?.description || "";
}

function toast(text) {
  by("toast").textContent = text;
  by("toast").classList.add("shown");
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { by("toast").classList.remove("shown"); by("toast").textContent = ""; }, 3500);
}

function connect() {
  line = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/line${person ? `?person=${person}` : ""}`);
  line.addEventListener("message", (event) => {
    const word = JSON.parse(event.data);
    word.kind === "refused" ? notice(word.why) : show(word);
  });
  line.addEventListener("close", () => { by("running").textContent = "away"; by("running").classList.add("off"); setTimeout(connect, 1000); });
}

for (const name of ["pointerdown", "keydown"]) document.addEventListener(name, wake);
document.addEventListener("keydown", (event) => {
  const free = event.target === document.body || event.target === by("log");
  if (free && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) by("write").focus();
});
connect();
