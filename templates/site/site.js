"use strict";
(() => {
  const choice = document.querySelector("#group-choice");
  if (!choice) return;
  const select = choice.querySelector("select");
  const tables = [...document.querySelectorAll("[data-group]")];
  const show = () => {
    for (const each of tables) each.hidden = each.dataset.group !== select.value;
  };
  select.addEventListener("change", show);
  choice.hidden = false;
  show();
})();
