// What the page needs a script for: dropping files, news of progress, counting words, frames as tall as their text.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);

  // Files: checked for size before they are sent, because a server can only refuse them after.
  const form = byId("hand-in");
  if (form) {
    const input = byId("files"), drop = byId("drop"), problem = byId("files-problem");
    const limit = Number(form.dataset.limit);
    const isTooLarge = () => [...input.files].reduce((sum, file) => sum + file.size, 0) > limit;
    const judge = () => { problem.textContent = isTooLarge() ? byId("too-large").textContent : ""; };
    input.addEventListener("change", judge);
    form.addEventListener("submit", (event) => {
      judge();
      if (isTooLarge()) { event.preventDefault(); input.focus(); return; }
      byId("read").disabled = true;
    });
    addEventListener("pageshow", () => { byId("read").disabled = false; });
    const stay = (event) => { event.preventDefault(); drop.classList.toggle("over", event.type === "dragover"); };
    for (const name of ["dragenter", "dragover", "dragleave"]) document.addEventListener(name, stay);
    document.addEventListener("drop", (event) => {
      stay(event);
      const files = event.dataTransfer.files;
      if (!files.length) { problem.textContent = byId("no-files").textContent; return; }
      input.files = files;
      judge();
      if (!isTooLarge() && files.length === 1) form.requestSubmit();
      else byId("read").focus();
    });
  }

  // News: small steps are written into the list; a new state fetches the list anew.
  const jobs = byId("jobs");
  if (jobs) {
    const item = (id) => jobs.querySelector(`[data-job="${CSS.escape(id)}"]`);
    const over = (state) => ["done", "failed", "stopped"].includes(state);
    let said = {}, fetching = false, again = false;

    const replace = async (list, isHeld = () => false) => {
      const answer = await fetch(list.dataset.from);
      if (!answer.ok) return;
      const text = await answer.text();
      if (isHeld() || list.shown === text) return; // a tick made meanwhile is not taken away
      list.shown = text;
      const key = document.activeElement && document.activeElement.dataset.key;
      const had = list.contains(document.activeElement);
      list.replaceChildren(...new DOMParser().parseFromString(text, "text/html").body.children);
      list.closest("section").hidden = !list.children.length;
      if (had) (list.querySelector(`[data-key="${CSS.escape(key || "")}"]`) || byId("at-work-title")).focus();
    };
    const refresh = async () => {
      if (fetching) { again = true; return; }
      fetching = true;
      try { await replace(jobs); await replace(byId("history"), () => byId("history").querySelector(":checked, details[open]")); }
      catch { /* the server is gone: the stream says so */ }
      fetching = false;
      if (again) { again = false; refresh(); }
    };
    const announce = (text) => { byId("news").textContent = text; };
    const tell = (news) => {
      let fresh = jobs.children.length !== news.length;
      for (const job of news) {
        const row = item(job.id);
        if (!row || row.dataset.over !== (over(job.state) ? "1" : "0")) { fresh = true; }
        else if (!over(job.state)) {
          row.querySelector(".far").textContent = job.text;
          const bar = row.querySelector("progress");
          if (job.total) { bar.max = job.total; bar.value = job.done; }
        }
        const quarter = `${job.state} ${job.total ? Math.floor(4 * job.done / job.total) : 0}`;
        if (row && said[job.id] !== quarter) { said[job.id] = quarter; announce(`${row.querySelector("strong").textContent}: ${job.text}`); }
      }
      if (fresh) refresh();
    };
    const lost = byId("lost");
    let waiting = 0;
    const listen = () => {
      const source = new EventSource(jobs.dataset.news);
      source.onopen = () => { clearTimeout(waiting); waiting = 0; lost.hidden = true; };
      source.onmessage = (event) => tell(JSON.parse(event.data));
      source.onerror = () => {
        if (source.readyState === EventSource.CLOSED) { lost.hidden = false; return; }
        waiting = waiting || setTimeout(() => { lost.hidden = false; }, 2500);
      };
      addEventListener("pagehide", () => source.close());
    };
    listen();
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  }

  // Answers: counted while somebody types, as the server counts them; copied whole.
  const counting = { words: (text) => text.split(/\s+/).filter(Boolean).length, characters: (text) => text.replace(/\r?\n/g, "\r\n").length };
  for (const area of document.querySelectorAll("textarea[data-counted]")) {
    const counts = byId(area.dataset.counted).querySelectorAll("[data-unit]");
    area.addEventListener("input", () => {
      for (const one of counts) {
        const { unit, most, form, over } = one.dataset;
        const count = counting[unit](area.value), isOver = Number(most) > 0 && count > Number(most);
        one.textContent = (isOver ? over : "") + form.replace("#", count.toLocaleString(document.documentElement.lang));
        one.classList.toggle("over", isOver);
      }
    });
  }
  for (const button of document.querySelectorAll("[data-copies]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(byId(button.dataset.copies).value);
      const label = button.textContent;
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = label; }, 1500);
    });
  }

  // Frames: as tall as the report in them, so that there is one scroll bar.
  for (const frame of document.querySelectorAll("iframe[data-grow]")) {
    const grow = () => {
      const inside = frame.contentDocument;
      if (!inside || !inside.documentElement) return;
      const height = Math.ceil(inside.body.getBoundingClientRect().height) + 4;
      if (Math.abs(frame.offsetHeight - height) > 2) frame.style.height = `${height}px`;
    };
    const watch = () => {
      if (!frame.contentDocument || !frame.contentDocument.body) return;
      new ResizeObserver(grow).observe(frame.contentDocument.body);
      grow();
    };
    frame.addEventListener("load", watch);
    if (frame.contentDocument && frame.contentDocument.readyState === "complete") watch();
  }
})();
