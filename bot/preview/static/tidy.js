// Formatting that Telegram knows, and nothing else: whatever else is in the HTML becomes plain text.

const PLAIN = { B: "b", STRONG: "b", I: "i", EM: "i", U: "u", INS: "u", S: "s", STRIKE: "s", DEL: "s", CODE: "code", PRE: "pre", BR: "br" };

/** A new element with attributes (`on…` as listeners, undefined left out) and children. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Turns Telegram HTML into a fragment of safe elements. */
export function tidy(html) {
  const parsed = new DOMParser().parseFromString(`<body>${html}</body>`, "text/html");
  const fragment = document.createDocumentFragment();
  for (const child of parsed.body.childNodes) fragment.append(copy(child));
  return fragment;
}

function copy(node) {
  if (node.nodeType === Node.TEXT_NODE) return commands(node.data);
  const fragment = document.createDocumentFragment();
  if (node.nodeType !== Node.ELEMENT_NODE) return fragment;
  for (const child of node.childNodes) fragment.append(copy(child));
  if (PLAIN[node.tagName]) return make(PLAIN[node.tagName], {}, fragment);
  if (node.tagName === "TG-SPOILER" || node.classList.contains("tg-spoiler")) return spoiler(fragment);
  if (node.tagName === "BLOCKQUOTE") return quote(fragment, node.hasAttribute("expandable"));
  if (node.tagName === "A" && /^(https?|tg|mailto):/i.test(node.getAttribute("href") || ""))
    return make("a", { href: node.getAttribute("href"), target: "_blank", rel: "noopener noreferrer" }, fragment);
  return fragment;
}

/** Text in which /commands are buttons that send themselves, as in every Telegram client. */
function commands(text) {
  const parts = text.split(/(?<![\w/<])(\/[a-z][a-z0-9_]{1,31})(?![\w/])/);
  const fragment = document.createDocumentFragment();
  parts.forEach((part, index) => fragment.append(index % 2 ? make("button", { type: "button", class: "slash" }, part) : part));
  return fragment;
}

function spoiler(content) {
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    element.classList.add("seen");
    element.removeAttribute("role");
    element.removeAttribute("aria-label");
  };
  const element = make("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": "Hidden text, press to read", onclick: reveal, onkeydown: reveal }, content);
  return element;
}

function quote(content, folded) {
  if (!folded) return make("blockquote", {}, content);
  const element = make("blockquote", { class: "folded", tabindex: 0, onclick: () => element.classList.remove("folded") }, content);
  return element;
}
