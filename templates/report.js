"use strict";
// Search and filter the statements, copy a quote with its place, choose passages and save them.
// The page is whole without this: what needs a script is hidden until the script shows it.
(() => {
  const title = document.querySelector("h1").textContent.trim();
  const file = document.querySelector(".byline bdi").textContent.trim();
  const say = (words) => {
    document.querySelector("#done").textContent = words;
  };
  const flat = (text) => text.replace(/\s+/g, " ").trim();

  // --- filters
  const filters = document.querySelector("#filters");
  const rows = [...document.querySelectorAll("tr[data-reach]")];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const found = filters.querySelector(".found");
  const value = (id) => document.querySelector(`#f-${id}`)?.value.trim() ?? "";
  const fits = (row, text) => {
    const { page, questions, reach, sure, reviewed } = row.dataset;
    return (!value("words") || text.includes(value("words").toLowerCase()))
      && (!value("question") || questions.split(" ").includes(value("question")))
      && (!value("reach") || reach === value("reach"))
      && (!value("page") || page === value("page"))
      && (!value("sure") || sure === value("sure"))
      && (!value("reviewed") || reviewed === value("reviewed"));
  };
  const filter = () => {
    rows.forEach((row, index) => { row.hidden = !fits(row, texts[index]); });
    const shown = rows.filter((row) => !row.hidden).length;
    const filtering = shown < rows.length;
    for (const listing of document.querySelectorAll(".listing")) {
      listing.hidden = filtering && !listing.querySelector("tr[data-reach]:not([hidden])");
    }
    found.textContent = found.dataset.words.replace("{shown}", shown).replace("{all}", rows.length);
  };
  filters.addEventListener("input", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", () => setTimeout(filter));
  filters.hidden = !rows.length;
  filter();

  // --- passages: what a reader can copy and choose
  const passages = [...document.querySelectorAll("[data-pick]")];
  const told = (passage) => {
    const { kind, title: question, place } = passage.dataset;
    const words = flat(passage.querySelector("[data-text]").textContent).replace(/^“|”$/g, "");
    const link = passage.querySelector("a[href*='#page=']")?.getAttribute("href") ?? "";
    return { kind, question, words, place, link };
  };
  const source = (one) => [`“${title}”`, one.place].filter(Boolean).join(", ");
  const text = (one) => (one.kind === "ask" ? `${one.question}: ${one.words}` : `“${one.words}” (${source(one)}${one.link ? `; ${one.link}` : ""})`);
  const chosen = new Set();
  const basket = document.querySelector("#basket");
  const said = JSON.parse(basket.dataset.said);
  const count = basket.querySelector(".chosen");
  const tell = () => {
    const size = chosen.size;
    basket.hidden = !size;
    count.textContent = size === 1 ? count.dataset.one : count.dataset.many.replace("{n}", size);
  };
  const write = async (words, done) => {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const box = document.createElement("textarea");
      box.value = words;
      document.body.append(box);
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    say(done);
  };
  const button = (words, label) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.setAttribute("aria-label", label);
    return made;
  };
  for (const passage of passages) {
    const one = told(passage);
    const short = `${one.words.slice(0, 60)}${one.words.length > 60 ? "…" : ""}`;
    const tools = document.createElement("span");
    tools.className = "tools";
    const copy = button(said.copy, said.copy_what.replace("{words}", () => short));
    copy.addEventListener("click", () => write(text(one), said.copied));
    const choose = button(said.choose, said.choose_what.replace("{words}", () => short));
    choose.setAttribute("aria-pressed", "false");
    choose.addEventListener("click", () => {
      const is = !chosen.has(passage);
      if (is) chosen.add(passage); else chosen.delete(passage);
      choose.setAttribute("aria-pressed", String(is));
      choose.textContent = is ? said.chosen : said.choose;
      tell();
    });
    tools.append(copy, choose);
    (passage.querySelector("figcaption") ?? passage.querySelector("td") ?? passage).append(tools);
  }

  // --- saving a choice
  const picked = () => passages.filter((passage) => chosen.has(passage)).map(told);
  const escaped = (words) => words.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }[sign]));
  const cell = (words) => `"${(/^[=+\-@\t\r]/.test(words) ? `'${words}` : words).replace(/"/g, '""')}"`;
  const forms = {
    txt: ["text/plain", (all) => `${all.map(text).join("\r\n\r\n")}\r\n`],
    doc: ["application/msword", (all) => `<html><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>${all.map((one) => `<p>${escaped(text(one))}</p>`).join("")}</body></html>`],
    csv: ["text/csv", (all) => [[said.kind, said.question, said.words, said.document, said.file, said.where], ...all.map((one) => [one.kind, one.question, one.words, title, file, one.place])].map((row) => row.map(cell).join(",")).join("\r\n")],
  };
  const save = (ending) => {
    const [kind, make] = forms[ending];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", make(picked())], { type: `${kind};charset=utf-8` }));
    link.download = `chosen-passages.${ending}`;
    link.click();
    URL.revokeObjectURL(link.href);
    say(said.saved);
  };
  const clear = () => {
    for (const pressed of document.querySelectorAll("[aria-pressed='true']")) pressed.click();
    say(said.nothing);
  };
  basket.addEventListener("click", (event) => {
    const how = event.target.closest("button")?.dataset.save;
    if (how === "copy") write(picked().map(text).join("\n\n"), said.copied);
    else if (how === "clear") clear();
    else if (how) save(how);
  });

  // --- everything is open on paper, and where a link leads
  const follow = () => {
    const at = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    at?.querySelector("details")?.setAttribute("open", "");
    if (at?.matches("tr[data-reach]")) at.hidden = false;
  };
  addEventListener("hashchange", follow);
  follow();
})();
