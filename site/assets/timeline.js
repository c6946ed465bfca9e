// Small helps for those who have a script. Without it nothing is missing.
"use strict";
const say = document.getElementById("texts")?.dataset ?? {};

// Copy: a button on everything that is there to be copied, and one for the address of an entry.
function copies(label, text, otherwise) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = say.copied;
    } catch {
      otherwise?.();
      button.textContent = say.selected;
    }
    setTimeout(() => { button.textContent = label; }, 2500);
  });
  return button;
}
for (const pre of document.querySelectorAll("pre[data-copy]")) {
  pre.before(copies(say.copy, () => pre.textContent, () => getSelection().selectAllChildren(pre)));
}
for (const place of document.querySelectorAll("[data-copy-link]")) {
  place.append(copies(say.link, () => location.href.split("#")[0]));
}

// Expand all: one button where several quotations are folded.
const folds = [...document.querySelectorAll("details.fold")];
const heading = document.querySelector(".masthead");
const expand = document.querySelector(".filters .expand");
if (folds.length > 1 && heading) {
  const button = expand ?? Object.assign(document.createElement("button"), { type: "button", className: "expand" });
  const tell = () => { button.textContent = folds.every((d) => d.open) ? say.fold : say.unfold; };
  button.addEventListener("click", () => {
    const open = !folds.every((d) => d.open);
    for (const d of folds) d.open = open;
    tell();
  });
  for (const d of folds) d.addEventListener("toggle", tell);
  tell();
  if (!expand) heading.append(button);
} else {
  expand?.remove();
}

// Filters: entries that fit, with what they stand in; the state in the address.
const filters = document.querySelector(".filters");
if (filters) {
  const { words, day, differ } = filters.elements;
  const told = filters.querySelector(".found");
  const all = [...document.querySelectorAll(".timeline article.entry")].map((e) => ({
    item: e.closest("li"),
    text: `${e.textContent} ${e.dataset.filed ?? ""}`.toLowerCase(),
    day: e.classList.contains("shape-day"),
    differ: !!e.querySelector(".differ"),
  }));
  const apply = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const active = wanted.length > 0 || day.checked || differ.checked;
    let shown = 0;
    for (const e of all) {
      const fits = wanted.every((w) => e.text.includes(w)) && (!day.checked || e.day) && (!differ.checked || e.differ);
      e.item.hidden = !fits;
      shown += fits;
    }
    for (const around of document.querySelectorAll(".timeline :is(.day, .minor-days, .stretch)")) {
      around.hidden = !around.querySelector(".entries > li:not([hidden])");
      if (around.matches(".minor-days")) around.open = active;
    }
    told.textContent = active ? filters.dataset.shown.replace("{shown}", shown).replace("{all}", all.length) : "";
    const state = new URLSearchParams(Object.entries({ words: words.value, day: day.checked, differ: differ.checked })
      .filter(([, value]) => value));
    history.replaceState(null, "", (String(state) && `?${state}`) + location.hash || location.pathname);
  };
  const asked = new URLSearchParams(location.search);
  words.value = asked.get("words") ?? "";
  day.checked = asked.has("day");
  differ.checked = asked.has("differ");
  filters.hidden = false;
  filters.addEventListener("input", apply);
  filters.addEventListener("submit", (e) => e.preventDefault());
  if (asked.size) apply();
}

// Paper shows what is folded.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const d of opened) d.open = true;
});
addEventListener("afterprint", () => {
  for (const d of opened) d.open = false;
  opened = [];
});

// Browsers that do not open the fold around a link's target get help.
const reveal = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details:not([open])");
  if (fold) {
    fold.open = true;
    target.scrollIntoView();
  }
};
addEventListener("hashchange", reveal);
reveal();
