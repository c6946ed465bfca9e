// The keys of the review. Every answer is a button with its key on it; a key presses the button that bears it.
"use strict";

const item = document.getElementById("item");
const said = document.getElementById("said");
const wrong = document.getElementById("wrong");
const progress = document.getElementById("progress");
const written = document.getElementById("written");
const beside = document.getElementById("beside");
const keys = document.getElementById("keys");
const token = document.body.dataset.token;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const ABOVE = 90; // pixels above an entry in the timeline beside: its heading stays in view
let seen = document.body.dataset.seen;
let busy = false;
let typed = "";

const question = () => item.querySelector(".question");
const make = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more });

// ---------------------------------------------------------------- asking and showing
async function ask(path, sent) {
  busy = true;
  document.body.dataset.busy = "1";
  try {
    const answer = await fetch(path, sent && {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Review-Token": token },
      body: JSON.stringify(sent),
    });
    const told = answer.headers.get("Content-Type").includes("json") ? await answer.json() : { gone: await answer.text() };
    if (told.seen !== undefined) seen = told.seen;
    return { status: answer.status, ...told };
  } catch {
    return { status: 0, gone: "The review does not answer any more. Was `timeline review` ended?" };
  } finally {
    busy = false;
    delete document.body.dataset.busy;
  }
}

function show(told, focus = true) {
  if (told.html !== undefined) {
    item.innerHTML = told.html;
    typed = "";
    for (const sheet of item.querySelectorAll(".sheet")) calendar(sheet);
    const [box, near] = [item.querySelector(".text.whole"), item.querySelector(".text.whole .near")];
    if (box && near) box.scrollTop = near.offsetTop - box.offsetTop - box.clientHeight / 3;
    if (focus) {
      item.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
  }
  if (told.progress !== undefined) progress.innerHTML = told.progress;
  if (told.error !== undefined) complain(told.error);
  tell(told);
  if (told.page) turn(told.page);
}

function tell(told) {
  if (told.said === undefined && told.gone === undefined) return;
  said.replaceChildren(make("span", told.gone ?? told.said));
  said.classList.toggle("bad", told.gone !== undefined);
  written.textContent = told.written ?? "";
  written.hidden = !told.written;
}

function complain(error) {
  wrong.hidden = !error;
  wrong.replaceChildren(...(error ? [make("strong", "A file of the project cannot be read. Nothing is written until it is mended."), make("pre", error)] : []));
}

// The timeline beside: the new page is loaded behind the old one, so that nothing flickers.
let turning = null;
function turn(page) {
  const [path, anchor] = page.split("#");
  turning?.remove();
  turning = make("iframe", "", { title: "The timeline", className: "coming" });
  turning.setAttribute("sandbox", "allow-same-origin");
  turning.src = `/site/${path}?${seen}`;
  turning.addEventListener("load", function () {
    const place = anchor && this.contentDocument.getElementById(anchor);
    if (place) { // by hand: a fragment in the address would scroll this page, too
      this.contentWindow.scrollTo(0, place.getBoundingClientRect().top - ABOVE);
      place.style.boxShadow = "-1.25rem 0 0 -1rem currentColor";
    }
    for (const old of beside.querySelectorAll("iframe")) if (old !== this) old.remove();
    this.className = "";
    if (turning === this) turning = null;
  });
  beside.append(turning);
}

// ---------------------------------------------------------------- answering
async function decide(action, value = "", field = null) {
  const q = question();
  const reason = item.querySelector("#reason")?.value ?? "";
  const told = await ask("/decide", { item: q.dataset.id, action, value, reason, back: q.dataset.back });
  if (told.wrong !== undefined) {
    const place = field?.querySelector(".error") ?? item.querySelector("#answer-wrong");
    place.textContent = told.wrong;
    field?.querySelector("input").setAttribute("aria-invalid", "true");
    return;
  }
  show(told);
}

const look = async (path) => show(await ask(path));
const open = (id, back, whole) => look(`/item?${new URLSearchParams({ ...(id && { id }), ...(back && { back }), ...(whole && { whole }) })}`);

const DEEDS = {
  undo: async () => show(await ask("/undo", { item: question().dataset.id })),
  later: async () => show(await ask("/later", { item: question().dataset.id, back: question().dataset.back })),
  articles: () => look("/articles"),
  back: () => open(question().dataset.back),
  whole: () => open(question().dataset.id, question().dataset.back, "1"),
  open: (button) => open(button.dataset.open, question().dataset.kind === "article" ? question().dataset.id : ""),
  keys: () => keys.showModal(),
  beside: (button) => button.setAttribute("aria-pressed", String(document.body.classList.toggle("looking"))),
  panel: (button) => {
    const panel = item.querySelector(`[data-panel-of="${button.dataset.panel}"]`);
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    panel.scrollIntoView({ block: "nearest" });
  },
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-action], button[data-do]");
  if (!button || busy) return;
  if (button.dataset.do) DEEDS[button.dataset.do](button);
  else decide(button.dataset.action, button.dataset.value);
});

document.addEventListener("submit", (event) => {
  const field = event.target.closest(".field");
  if (!field) return;
  event.preventDefault();
  if (field.dataset.action && !busy) decide(field.dataset.action, field.querySelector("input").value, field);
  else item.focus({ preventScroll: true });
});

// ---------------------------------------------------------------- keys
function press(key) {
  const panel = item.querySelector(".panel:not([hidden])");
  const places = [...(panel ? [panel] : [item, document])];
  for (const place of places) {
    const button = place.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (button && (panel || !button.closest(".panel"))) return button.click(), true;
  }
  const input = !panel && item.querySelector(`[data-focus="${CSS.escape(key)}"] input`);
  if (input) input.focus();
  return Boolean(input);
}

function label(key) {
  const labels = [...item.querySelectorAll("[data-label]")];
  if (!labels.length || !/^[0-9]$/.test(key)) return false;
  typed = labels.some((b) => b.dataset.label.startsWith(typed + key)) ? typed + key : key;
  for (const b of labels) b.classList.toggle("typed", b.dataset.label.startsWith(typed));
  const found = labels.find((b) => b.dataset.label === typed);
  if (found) found.click();
  return true;
}

// How far a key leafs through an article, in heights of its box.
const LEAF = { ArrowDown: 0.15, ArrowUp: -0.15, PageDown: 0.9, PageUp: -0.9, " ": 0.9 };

function leave() {
  const panel = item.querySelector(".panel:not([hidden])");
  if (panel) panel.hidden = true;
  else if (document.activeElement !== item) item.focus({ preventScroll: true });
  else if (question().dataset.back) DEEDS.back();
  typed = "";
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.open || event.defaultPrevented) return;
  if (event.key === "Escape") return leave();
  if (event.target.closest("input") || busy) return;
  const onButton = event.target.closest("button, a, summary");
  if (event.key === "Enter" && onButton) return;
  const box = item.querySelector(".text.whole");
  if (box && event.key in LEAF && !onButton) {
    box.scrollBy({ top: LEAF[event.key] * box.clientHeight });
    event.preventDefault();
    return;
  }
  const key = event.key === "Enter" ? "a" : event.key;
  if (key === "c" && item.querySelector(".sheet")) {
    item.querySelector(".sheet [tabindex='0']").focus();
    event.preventDefault();
  } else if (key.length === 1 && (label(key) || press(key))) {
    event.preventDefault();
  }
});

// ---------------------------------------------------------------- the calendar
const utc = (iso) => new Date(`${iso}T00:00:00Z`);
const iso = (day) => day.toISOString().slice(0, 10);

function calendar(sheet) {
  const marks = new Map(sheet.dataset.marks.trim().split(/\s+/).filter(Boolean).map((m) => m.split("=")));
  let day = utc(sheet.dataset.start);
  const draw = (focus) => {
    const month = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1));
    month.setUTCFullYear(day.getUTCFullYear());
    const name = `${MONTHS[month.getUTCMonth()]} ${month.getUTCFullYear()}`;
    const table = make("table", "");
    table.setAttribute("role", "grid");
    table.append(make("caption", name));
    const head = table.createTHead().insertRow();
    for (const d of DAYS) head.append(Object.assign(make("th", d), { scope: "col" }));
    const body = table.createTBody();
    const at = new Date(month);
    at.setUTCDate(1 - ((month.getUTCDay() + 6) % 7));
    do {
      const row = body.insertRow();
      for (let n = 0; n < 7; n++, at.setUTCDate(at.getUTCDate() + 1)) row.append(cell(at, month));
    } while (at.getUTCMonth() === month.getUTCMonth());
    const turners = make("p", "", { className: "turn" });
    turners.append(turner("‹", "Month before", -1), turner("›", "Month after", 1), make("span", "c", { className: "key" }));
    sheet.replaceChildren(table, turners);
    if (focus) sheet.querySelector("[tabindex='0']").focus();
  };
  const cell = (at, month) => {
    const name = iso(at);
    const td = make("td", "");
    const button = make("button", String(at.getUTCDate()), { type: "button", tabIndex: name === iso(day) ? 0 : -1 });
    button.dataset.action = sheet.dataset.action;
    button.dataset.value = name;
    button.setAttribute("aria-label", `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`);
    const { first, last } = sheet.dataset;
    if (at.getUTCMonth() !== month.getUTCMonth()) button.classList.add("other");
    if ((first && name < first) || (last && name > last)) button.classList.add("outside");
    if (marks.has(name)) button.append(make("sup", marks.get(name)));
    if (marks.has(name)) button.classList.add("marked");
    td.append(button);
    return td;
  };
  const turner = (text, label, step) => {
    const button = make("button", text, { type: "button" });
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => { move(0, step); draw(false); });
    return button;
  };
  const move = (days, months = 0) => {
    const there = new Date(day);
    there.setUTCDate(there.getUTCDate() + days);
    if (months) {
      there.setUTCDate(1);
      there.setUTCMonth(there.getUTCMonth() + months);
      const length = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 0)).getUTCDate();
      there.setUTCDate(Math.min(day.getUTCDate(), length));
    }
    if (there.getUTCFullYear() >= 1 && there.getUTCFullYear() <= 9999) day = there;
  };
  const STEPS = { ArrowLeft: [-1], ArrowRight: [1], ArrowUp: [-7], ArrowDown: [7], PageUp: [0, -1], PageDown: [0, 1] };
  sheet.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    move(...step);
    draw(true);
  });
  draw(false);
}

// ---------------------------------------------------------------- what happens elsewhere
async function follow() {
  for (;;) {
    try {
      const answer = await fetch(`/news?seen=${seen}`);
      if (!answer.ok) return;
      const news = await answer.json();
      const now = `${news.built}.${news.told}`;
      if (busy) await new Promise((later) => setTimeout(later, 50)); // an answer of our own is on its way
      if (now === seen || busy) continue;
      seen = now;
      complain(news.error);
      const writing = document.activeElement?.matches("input") && document.activeElement.value;
      const q = question();
      if (!news.error && !writing && q.dataset.kind !== "articles") {
        const told = await ask(`/item?${new URLSearchParams({ ...q.dataset.id && { id: q.dataset.id }, ...q.dataset.queued && { queued: "1" }, back: q.dataset.back ?? "" })}`);
        show({ ...told, said: "Something was changed on disk; this is how it stands now." }, false);
      }
    } catch {
      await new Promise((later) => setTimeout(later, 1000));
    }
  }
}

for (const sheet of item.querySelectorAll(".sheet")) calendar(sheet);
item.focus({ preventScroll: true });
follow();
