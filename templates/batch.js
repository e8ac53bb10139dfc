"use strict";
(() => {
  const table = document.querySelector(".documents");
  if (!table) return;
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells].filter((head) => !("fixed" in head.dataset));
  const given = [...body.rows];
  const texts = given.map((row) => row.textContent.toLowerCase());
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const keys = new Map();
  const controls = document.querySelector(".controls");
  const search = document.querySelector("#search");
  const selects = [...controls.querySelectorAll("select")];
  const count = document.querySelector(".count");
  const more = document.querySelector(".more");
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.k ?? cell.textContent.trim();
  };
  const columnKeys = (column) => {
    if (!keys.has(column)) {
      const found = given.map((row) => key(row, column));
      const numeric = found.every((key) => key === "" || !Number.isNaN(Number(key)));
      keys.set(column, numeric ? found.map((key) => (key === "" ? null : Number(key))) : found.map((key) => key || null));
    }
    return keys.get(column);
  };
  const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));
  const step = 50;
  let order = given.map((_, index) => index);
  let limit = step;
  // Only the first rows are laid out: a table of a thousand is slow to lay out, not to sort.
  const draw = () => {
    body.replaceChildren(...order.slice(0, limit).map((index) => given[index]));
    const shown = Math.min(limit, order.length);
    const words = order.length < given.length ? count.dataset.fitting : count.dataset.words;
    count.textContent = words.replace("{shown}", shown).replace("{fitting}", order.length).replace("{all}", given.length);
    more.hidden = order.length <= limit;
  };
  const fitting = () => {
    const wanted = search.value.trim().toLowerCase();
    const chosen = selects.filter((select) => select.value).map((select) => [Number(select.dataset.column), select.value]);
    return given.map((_, index) => index).filter((index) =>
      (!wanted || texts[index].includes(wanted)) && chosen.every(([column, value]) => key(given[index], column) === value));
  };
  const arrange = () => {
    const head = heads.find((each) => each.getAttribute("aria-sort") !== "none");
    order = fitting();
    if (head) {
      const column = columnKeys(head.cellIndex);
      const sign = head.getAttribute("aria-sort") === "ascending" ? 1 : -1;
      order.sort((a, b) => {
        const left = column[a], right = column[b];
        if (left === null || right === null) return (left === null) - (right === null) || a - b;
        return sign * compare(left, right) || a - b;
      });
    }
    limit = step;
    draw();
  };
  const turn = (head) => {
    const next = { none: "ascending", ascending: "descending", descending: "none" }[head.getAttribute("aria-sort")];
    for (const each of heads) each.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", next);
    arrange();
  };
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => turn(head));
  }
  search.addEventListener("input", arrange);
  for (const select of selects) select.addEventListener("change", arrange);
  document.querySelector("#reset").addEventListener("click", () => {
    search.value = "";
    for (const select of selects) select.value = "";
    for (const each of heads) each.setAttribute("aria-sort", "none");
    arrange();
  });
  const showAll = () => {
    limit = order.length;
    draw();
  };
  more.querySelector("#next").addEventListener("click", () => {
    limit += step;
    draw();
  });
  more.querySelector("#all").addEventListener("click", showAll);
  let before = step;
  addEventListener("beforeprint", () => {
    before = limit;
    showAll();
  });
  addEventListener("afterprint", () => {
    limit = before;
    draw();
  });
  controls.hidden = false;
  draw();
})();
