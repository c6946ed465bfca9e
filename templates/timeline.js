// Small helps for those who have a script. Without it nothing is missing.
"use strict";
const say = document.getElementById("texts")?.dataset ?? {};

// Copy: a button on everything that is there to be copied.
for (const pre of document.querySelectorAll("pre[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say.copy;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(pre.textContent);
      button.textContent = say.copied;
    } catch {
      getSelection().selectAllChildren(pre);
      button.textContent = say.selected;
    }
    setTimeout(() => { button.textContent = say.copy; }, 2500);
  });
  pre.before(button);
}

// Expand all: one button where several quotations are folded.
const folds = [...document.querySelectorAll("details.fold")];
const heading = document.querySelector(".masthead");
if (folds.length > 1 && heading) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "expand";
  const tell = () => { button.textContent = folds.every((d) => d.open) ? say.fold : say.unfold; };
  button.addEventListener("click", () => {
    const open = !folds.every((d) => d.open);
    for (const d of folds) d.open = open;
    tell();
  });
  for (const d of folds) d.addEventListener("toggle", tell);
  tell();
  heading.append(button);
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
