// The few things that a page cannot do by itself: take dropped files, follow long work, ask for
// the parts of the page that changed, and check a text while it is written. Nothing comes from
// elsewhere, and nothing that a file holds is ever put into the page as markup but by the server.
"use strict";

const AT_ONCE = 3, EVERY = 1000, HIDDEN_EVERY = 5000, SENDING_EVERY = 300, PAUSE = 500, FIRST = 150, SOON = 1500, FEW = 8, MANY = 40, HEAD_START = 2000;
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

// --- what changed elsewhere: another page, long work, the command line ---
let revision = document.body.dataset.revision, asking = false;

async function refresh() {
  const answer = await fetch(location.href, { headers: { "X-Part": "1" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  revision = fresh.body.dataset.revision;
  for (const part of $$("[data-live]")) {
    const other = $(`[data-live="${part.dataset.live}"]`, fresh);
    // What a person is writing in stays as it is, and where files are on their way.
    if (!other || $("[aria-busy=true]", part) || (part.contains(document.activeElement) && document.activeElement.matches("input,textarea,select"))) continue;
    if (part.innerHTML === other.innerHTML) continue;
    const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
    const open = $$("details[open][id]", part).map((one) => one.id);
    part.innerHTML = other.innerHTML;
    for (const id of open) { const one = document.getElementById(id); if (one) one.open = true; }
    if (focused) document.getElementById(focused)?.focus();
    prepare(part);
  }
}

async function look() {
  if (!asking && document.body.dataset.revision !== undefined) {
    asking = true;
    try {
      const answer = await fetch("/state");
      if (answer.status === 403 || answer.redirected) { gone("请重新打开工作台：它已经重新开始，或者你已退出。"); }
      else if (answer.ok) {
        $("#gone").hidden = true;
        if ((await answer.json()).revision !== revision) await refresh();
      }
    } catch { gone("工作台没有回答：可能已经结束。再双击一次“工作台”就会打开；没有做完的事接着做。"); }
    asking = false;
  }
  // Somebody who has just dropped files waits for the first results.
  setTimeout(look, document.hidden ? HIDDEN_EVERY : $("[aria-busy=true]") ? SENDING_EVERY : EVERY);
}

function gone(words) {
  const note = $("#gone");
  if (note.hidden || note.textContent !== words) { note.textContent = words; note.hidden = false; }
}

// --- files that are dropped or chosen ---
async function walk(entry, path, found) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    found.push([path + file.name, file]);
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return;
    for (const one of some) await walk(one, `${path}${entry.name}/`, found);
  }
}

async function dropped(transfer) {
  const found = [], entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => [file.name, file]);
  for (const entry of entries) await walk(entry, "", found);
  return found;
}

async function send(zone, files) {
  const status = $(".sent", zone), to = zone.dataset.to, failed = [];
  if (!files.length) return;
  if (zone.dataset.one !== undefined) files = files.slice(0, 1);
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const batch = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  const waiting = files.map((one, place) => [place, ...one]);
  let done = 0, taken = 0;
  zone.setAttribute("aria-busy", "true");
  // Of many files the first few are judged before the others come, which would slow them.
  const others = files.length > MANY ? new Promise((go) => setTimeout(go, HEAD_START)) : undefined;
  async function next() {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const [place, name, file] = one;
      if (place >= FEW) await others;
      const query = new URLSearchParams({ to, batch, place, name });
      try {
        const answer = await fetch(`/upload?${query}`, { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" } });
        if (!answer.ok) failed.push(`${name}：${await answer.text()}`);
      } catch { failed.push(`${name}：没有送到`); }
      done += 1;
      status.textContent = `已送 ${done} / ${files.length} 个文件`;
    }
  }
  // What has come is taken in while the rest is still on its way.
  let early = 0;
  function take() {
    early = setTimeout(take, taken ? SOON : FIRST);
    if (done === taken) return;
    taken = done;
    fetch(zone.dataset.then, { method: "POST", body: new URLSearchParams({ batch }), redirect: "manual" }).catch(() => {});
  }
  if (zone.dataset.soon !== undefined) early = setTimeout(take, FIRST);
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  clearTimeout(early);
  const body = new URLSearchParams({ batch, whole: "1" });
  const answer = await fetch(zone.dataset.then, { method: "POST", body });
  zone.removeAttribute("aria-busy");
  status.textContent = failed.length
    ? `送到 ${files.length - failed.length} 个；没有送到 ${failed.length} 个：${failed.slice(0, 5).join("；")}`
    : `已送到 ${files.length} 个文件。`;
  if (answer.redirected && new URL(answer.url).pathname !== location.pathname) location.href = answer.url;
  else await refresh();
}

function zones(root) {
  for (const zone of $$(".drop[data-to]", root)) {
    zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", async (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      await send(zone, await dropped(event.dataTransfer));
    });
    for (const field of $$("input[type=file]", zone)) {
      field.addEventListener("change", async () => {
        await send(zone, [...field.files].map((file) => [file.webkitRelativePath || file.name, file]));
        field.value = "";
      });
    }
    for (const button of $$("button[data-choose]", zone)) {
      button.addEventListener("click", () => $(button.dataset.choose, zone).click());
    }
  }
}

// --- a text that is checked while it is written ---
function checks(root) {
  for (const area of $$("textarea[data-check]", root)) {
    const told = $(area.dataset.told);
    let timer, last = area.value;
    area.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        if (area.value === last) return;
        last = area.value;
        const answer = await fetch(area.dataset.check, { method: "POST", body: new URLSearchParams({ text: last, file: area.dataset.file }) });
        if (answer.ok && area.value === last) {
          told.innerHTML = new DOMParser().parseFromString(await answer.text(), "text/html").body.innerHTML;
          jumps(told, area);
        }
      }, PAUSE);
    });
    jumps(told, area);
  }
}

// Of a form that is checked while it is filled in, what is said of each field comes anew.
function checked(root) {
  for (const form of $$("form[data-check]", root)) {
    let timer;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const said = new URLSearchParams(new FormData(form)).toString();
        const answer = await fetch(form.dataset.check, { method: "POST", body: new URLSearchParams(said) });
        if (!answer.ok || said !== new URLSearchParams(new FormData(form)).toString()) return;
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of $$("[data-fresh]", form)) {
          const other = fresh.getElementById(part.id);
          if (!other || part.innerHTML === other.innerHTML) continue;
          part.innerHTML = other.innerHTML;
          const field = document.getElementById(part.dataset.fresh);
          if (field) field.setAttribute("aria-invalid", String(part.children.length > 0));
        }
      }, PAUSE);
    });
  }
}

function jumps(told, area) {
  for (const button of $$("button[data-line]", told)) {
    button.addEventListener("click", () => {
      const lines = area.value.split("\n"), line = Number(button.dataset.line);
      const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
      area.focus();
      area.setSelectionRange(from, from + (lines[line - 1] || "").length);
      area.scrollTop = ((line - 5) / lines.length) * area.scrollHeight;
    });
  }
}

function prepare(root) {
  zones(root);
  checks(root);
  checked(root);
  for (const field of $$("form[data-at-once] select", root)) field.addEventListener("change", () => field.form.requestSubmit());
  for (const form of $$("form[data-sure]", root)) {
    form.addEventListener("submit", (event) => { if (!confirm(form.dataset.sure)) event.preventDefault(); });
  }
}

for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input,textarea,select");
  if (event.altKey && event.key >= "1" && event.key <= "9") { const link = $$("header nav a")[Number(event.key) - 1]; if (link) { event.preventDefault(); link.click(); } }
  if (event.key === "/" && !typing) { const field = $("input[type=search]"); if (field) { event.preventDefault(); field.focus(); } }
});
prepare(document);
look();
