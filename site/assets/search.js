// The search page: the index is loaded when somebody begins to search, and not before.
const box = document.querySelector(".searching");
const [field, told, list] = ["input", ".found", ".results"].map((s) => box.querySelector(s));
let index;
let latest = 0;

async function load() {
  index ??= whole(box.dataset.index, box.dataset.further?.match(/\S+/g) ?? []);
  return index;
}

// A large site has several indexes, which answer as one.
async function whole(first, further) {
  const made = await import(new URL(first, location.href));
  for (const folder of further) await made.mergeIndex(new URL(folder, location.href).href);
  return made;
}

// Results come as text with marks around what was found; all but the marks stays text.
function marked(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    const piece = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
    piece.textContent = node.textContent;
    return piece;
  });
}

// A page that holds many entries answers with those of them that fit: each has its heading, `e-…-title`, within `e-…`.
function entries(page) {
  const within = (page.sub_results ?? []).filter((r) => r.url.includes("#e-"));
  if (!page.meta.entries || !within.length) return [{ ...page, title: page.meta.title }];
  return within.slice(0, 10).map((r) => ({ ...r, url: r.url.replace(/-title$/, "") }));
}

function line(result) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = result.url;
  link.textContent = result.title;
  link.dir = "auto";
  const words = document.createElement("p");
  words.dir = "auto";
  words.append(...marked(result.excerpt));
  item.append(link, words);
  return item;
}

async function search() {
  const turn = ++latest;
  const words = field.value.trim();
  history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  if (!words) {
    told.textContent = "";
    list.replaceChildren();
    return;
  }
  try {
    const found = (await (await load()).search(words)).results;
    const shown = await Promise.all(found.slice(0, 30).map((r) => r.data()));
    if (turn !== latest) return;
    told.textContent = box.dataset.found.replace("{n}", found.length.toLocaleString(document.documentElement.lang));
    list.replaceChildren(...shown.flatMap(entries).map(line));
  } catch {
    told.textContent = box.dataset.unreadable;
  }
}

box.hidden = false;
field.addEventListener("focus", () => load().catch(() => {}), { once: true });
field.addEventListener("input", search);
field.value = new URLSearchParams(location.search).get("q") ?? "";
if (field.value) search();
