"use strict";
(() => {
  const { $, all, ask, toast, typing } = kehoach;
  const page = planPage;
  const plan = $("content").dataset.plan;
  const words = JSON.parse($("words").textContent);
  const label = (key) => words.fields[key] || key;
  const coded = (key) => words.codes[key] || key;
  let chosen = null;
  let seen = new Map(); // fact -> id of its newest correction that this page has seen
  let said = [];

  // Choosing a value
  const reviewable = () => {
    const found = all("#panel-facts li.entry[data-fact]").filter((entry) => entry.dataset.fact && !entry.hidden && entry.getClientRects().length);
    if (!$("by-doubt").checked) return found;
    return found.sort((a, b) => urgency(b) - urgency(a));
  };
  const urgency = (entry) => (1 - Number(entry.dataset.confidence)) * (words.importance[entry.dataset.fact.replace("document.", "")] || words.importance[entry.dataset.kind] || 1);
  function choose(entry, { place = true, focus = true } = {}) {
    if (chosen) chosen.classList.remove("chosen");
    chosen = entry;
    $("actions").hidden = !entry;
    if (!entry) return;
    entry.classList.add("chosen");
    const name = entry.querySelector(".key, .label, .path, b");
    $("what").textContent = name ? name.textContent : "";
    if (place) page.toPlace(entry.dataset.entry);
    if (focus) { page.show(entry, "nearest"); entry.focus({ preventScroll: true }); }
  }
  document.addEventListener("chosen", (event) => { if (event.detail.dataset.fact) choose(event.detail, { place: false }); });
  $("panel-facts").addEventListener("click", (event) => {
    const entry = event.target.closest("li.entry[data-fact]");
    if (entry && entry.dataset.fact && !event.target.closest("a, button, input")) choose(entry, { focus: false });
    else if (entry && event.target.closest("a.go")) choose(entry, { place: false, focus: false });
  });
  function step(by) {
    const list = reviewable();
    const at = chosen ? list.indexOf(chosen) : -1;
    const next = list[at < 0 ? 0 : Math.max(0, Math.min(list.length - 1, at + by))];
    if (next) choose(next);
  }

  // Saying something about it
  async function refresh(fact) {
    const answer = await fetch(`/plans/${plan}/entries/${encodeURIComponent(fact)}`, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const holder = document.createElement("template");
    holder.innerHTML = await answer.text();
    const fresh = holder.content.querySelector("li.entry");
    const old = document.querySelector(`li.entry[data-fact="${CSS.escape(fact)}"]`);
    if (!old || !fresh) return;
    fresh.id = old.id;
    fresh.dataset.entry = old.dataset.entry;
    all("[data-go]", fresh).forEach((link) => { if (link.closest("[data-entry]") === fresh) link.dataset.go = old.dataset.entry; });
    const was = old === chosen;
    old.replaceWith(fresh);
    page.flash([fresh]);
    if (was) choose(fresh, { place: false });
  }
  async function tell(body, fact) {
    try {
      const made = await ask(`/api/plans/${plan}/corrections`, { method: "POST", body });
      await history();
      if (fact) await refresh(fact);
      return made;
    } catch (error) {
      if (error.status === 409) { await history(); if (fact) await refresh(fact); }
      toast(error.message, true);
      return null;
    }
  }
  const after = (fact) => seen.get(fact) || 0;
  async function confirm() {
    const entry = chosen;
    if (!entry) return;
    if (await tell({ fact: entry.dataset.fact, state: "confirmed", after: after(entry.dataset.fact) }, entry.dataset.fact)) step(1);
  }
  async function reject() {
    if (chosen) await tell({ fact: chosen.dataset.fact, state: "rejected", after: after(chosen.dataset.fact) }, chosen.dataset.fact);
  }
  async function undo(id = null) {
    const mine = id ? said.find((one) => one.id === id) : said.filter((one) => !one.undone_at && one.by === $("who").textContent).pop();
    if (!mine) return;
    try {
      await ask(`/api/corrections/${mine.id}/undo`, { method: "POST" });
      if (mine.state === "added" || mine.field === "evidence" || id && !document.querySelector(`[data-fact="${CSS.escape(mine.fact)}"]`)) { location.reload(); return; }
      await history();
      await refresh(mine.fact);
      toast(`${words.undo}: ${coded(mine.state)}`);
    } catch (error) { toast(error.message, true); }
  }

  // The form
  const dialog = $("editing");
  let form = null; // { fact, fields, last, evidence, adding }
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
    element.append(...children);
    return element;
  }
  const options = (choices, value, empty) => [
    ...(empty ? [make("option", { value: "" }, "–")] : []),
    ...choices.map((code) => make("option", { value: code, selected: code === value }, coded(code))),
  ];
  function unitRow(choices, unit = { name: "", role: "lead" }) {
    const remove = make("button", { type: "button", class: "button small", "aria-label": words.reject }, "✕");
    const row = make("div", { class: "unit" }, make("select", { "aria-label": label("role") }, ...options(choices, unit.role)), make("input", { value: unit.name, maxlength: 300, "aria-label": label("unit") }), remove);
    row.unit = unit;
    remove.addEventListener("click", () => row.remove());
    return row;
  }
  const kinds = {
    line: (f) => make("input", { value: f.value ?? "", maxlength: 500 }),
    text: (f) => make("textarea", { rows: Math.min(8, Math.max(2, Math.ceil(String(f.value ?? "").length / 60))) }, f.value ?? ""),
    number: (f) => make("input", { value: f.value ?? "", inputmode: "decimal", pattern: "-?[0-9]+([.,][0-9]+)?" }),
    whole: (f) => make("input", { value: f.value ?? "", inputmode: "numeric", pattern: "[0-9]+" }),
    day: (f) => make("input", { value: f.value ?? "", placeholder: "YYYY-MM-DD", pattern: "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" }),
    choice: (f) => make("select", {}, ...options(f.choices, f.value, !f.needed)),
    choices: (f) => make("div", { class: "ticks" }, ...f.choices.map((code) => make("label", {}, make("input", { type: "checkbox", value: code, checked: (f.value || []).includes(code) }), " " + coded(code)))),
    lines: (f) => make("textarea", { rows: 6 }, (f.value || []).join("\n")),
    indicators: (f) => make("textarea", { rows: 3 }, (f.value || []).map((one) => one.text).join("\n")),
    due: (f) => make("div", { class: "two" }, kinds.day({ value: f.value && f.value.start }), kinds.day({ value: f.value && f.value.end })),
    units: (f) => {
      const more = make("button", { type: "button", class: "button small" }, "+");
      const box = make("div", { class: "unit-list" }, ...(f.value || []).map((unit) => unitRow(f.choices, unit)), more);
      more.addEventListener("click", () => { const row = unitRow(f.choices); more.before(row); row.querySelector("input").focus(); });
      return box;
    },
  };
  const number = (text) => (text === "" ? null : Number(text.replace(",", ".")));
  const taken = {
    number: (e) => number(e.value.trim()), whole: (e) => number(e.value.trim()),
    choices: (e) => all("input:checked", e).map((tick) => tick.value),
    lines: (e) => e.value.split("\n").map((line) => line.trim()).filter(Boolean),
    indicators: (e, f) => e.value.split("\n").map((line) => line.trim()).filter(Boolean).map((text) => (f.value || []).find((one) => one.text === text) || { text, evidence: [] }),
    due: (e) => { const [start, end] = all("input", e).map((i) => i.value.trim() || null); return start || end ? { start, end } : null; },
    units: (e) => all(".unit", e).map((row) => ({ ...(row.unit.evidence ? { evidence: row.unit.evidence } : { evidence: [] }), name: row.querySelector("input").value.trim(), role: row.querySelector("select").value })).filter((unit) => unit.name),
  };
  const value = (field) => (taken[field.sort] || ((e) => e.value.trim() || null))(field.element, field);
  function fill(fields) {
    const holder = $("editing-fields");
    holder.textContent = "";
    fields.forEach((field) => {
      field.element = (kinds[field.sort] || kinds.line)(field);
      if (field.needed && field.element.matches("input, textarea")) field.element.required = true;
      const group = field.element.matches("input, textarea, select");
      field.element.dataset.key = field.key;
      holder.append(make(group ? "label" : "fieldset", {}, group ? label(field.key) : make("legend", {}, label(field.key)), field.element));
      field.before = JSON.stringify(value(field));
    });
  }
  function open(title) {
    $("editing-wrong").hidden = true;
    $("editing-head").textContent = title;
    $("editing-form").elements.note.value = "";
    $("editing-kind").hidden = !form.adding;
    if ($("editing-draw")) $("editing-draw").hidden = !form.adding;
    dialog.showModal();
    const first = $("editing-fields").querySelector("input, textarea, select");
    if (first) { first.focus(); if (first.select) first.select(); }
  }
  async function edit() {
    if (!chosen) return;
    try {
      form = await ask(`/api/plans/${plan}/facts/${encodeURIComponent(chosen.dataset.fact)}`);
    } catch (error) { toast(error.message, true); return; }
    fill(form.fields);
    open(`${words.correct}: ${form.kind === "document" ? label(form.fields[0].key) : coded(`list:${form.kind}`)}`);
  }
  function add() {
    form = { adding: true, evidence: [], fields: [] };
    pickKind();
    open(words.add);
  }
  function pickKind() {
    form.kind = $("editing-form").elements.kind.value;
    form.fields = words.forms[form.kind].map((field) => ({ ...field, value: field.needed && field.choices.length ? field.choices[0] : null }));
    fill(form.fields);
  }
  $("editing-form").elements.kind.addEventListener("change", pickKind);
  all("[data-close]", dialog).forEach((button) => button.addEventListener("click", () => dialog.close()));
  $("editing-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const changed = form.fields.filter((field) => form.adding || JSON.stringify(value(field)) !== field.before);
    const values = Object.fromEntries(changed.map((field) => [field.key, value(field)]));
    if (!changed.length) { dialog.close(); return; }
    const note = $("editing-form").elements.note.value.trim() || null;
    const body = form.adding
      ? { state: "added", kind: form.kind, values: { ...values, evidence: form.evidence }, note }
      : { fact: form.fact, state: "corrected", values, note, after: form.last };
    try {
      await ask(`/api/plans/${plan}/corrections`, { method: "POST", body });
      dialog.close();
      if (form.adding) { location.reload(); return; }
      await history();
      await refresh(form.fact);
    } catch (error) {
      $("editing-wrong").textContent = error.message;
      $("editing-wrong").hidden = false;
      if (error.status === 409) { await history(); await refresh(form.fact); form.last = after(form.fact); }
    }
  });

  // Drawing a box
  let drawing = null;
  function draw(done) {
    if (!page.pages) return;
    $("view-pages").click();
    drawing = { done };
    page.pages.classList.add("drawing");
    $("drawing").hidden = false;
  }
  function stopDrawing() {
    if (!drawing) return;
    if (drawing.rect) drawing.rect.remove();
    drawing = null;
    page.pages.classList.remove("drawing");
    $("drawing").hidden = true;
  }
  const point = (svg, event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [Math.max(0, Math.min(Number(svg.dataset.width), at.x)), Math.max(0, Math.min(Number(svg.dataset.height), at.y))];
  };
  if (page.pages) {
    page.pages.addEventListener("pointerdown", (event) => {
      const sheet = event.target.closest(".sheet");
      if (!drawing || !sheet) return;
      event.preventDefault();
      const svg = sheet.querySelector("svg");
      drawing.svg = svg;
      drawing.page = Number(sheet.closest("[data-page]").dataset.page);
      drawing.from = point(svg, event);
      drawing.rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      drawing.rect.setAttribute("class", "new");
      svg.append(drawing.rect);
      page.pages.setPointerCapture(event.pointerId);
    });
    page.pages.addEventListener("pointermove", (event) => {
      if (!drawing || !drawing.from) return;
      const [x, y] = point(drawing.svg, event);
      const [x0, y0] = drawing.from;
      drawing.box = [Math.min(x, x0), Math.min(y, y0), Math.max(x, x0), Math.max(y, y0)].map((side) => Math.round(side * 100) / 100);
      drawing.rect.setAttribute("x", drawing.box[0]);
      drawing.rect.setAttribute("y", drawing.box[1]);
      drawing.rect.setAttribute("width", drawing.box[2] - drawing.box[0]);
      drawing.rect.setAttribute("height", drawing.box[3] - drawing.box[1]);
    });
    page.pages.addEventListener("pointerup", () => {
      if (!drawing || !drawing.from) return;
      const { done, page: number, box } = drawing;
      const large = box && box[2] - box[0] > 3 && box[3] - box[1] > 3;
      stopDrawing();
      if (large) done(number, box);
    });
  }
  async function move() {
    const entry = chosen;
    if (!entry) return;
    const fact = await ask(`/api/plans/${plan}/facts/${encodeURIComponent(entry.dataset.fact)}`).catch((error) => toast(error.message, true));
    if (!fact) return;
    draw(async (number, box) => {
      const words_ = fact.evidence.filter((place) => place.start !== null).slice(0, 1);
      const evidence = [{ page: number, box, start: words_.length ? words_[0].start : null, end: words_.length ? words_[0].end : null }];
      if (await tell({ fact: entry.dataset.fact, state: "corrected", values: { evidence }, after: after(entry.dataset.fact) }, null)) {
        sessionStorage.setItem("chosen", entry.dataset.fact);
        location.reload();
      }
    });
  }
  if ($("editing-draw")) $("editing-draw").addEventListener("click", () => {
    dialog.close();
    draw((number, box) => { form.evidence = [{ page: number, box, start: null, end: null }]; dialog.showModal(); });
  });

  // History
  const shown = (one) => (one === null || one === undefined ? "–" : typeof one === "object" ? JSON.stringify(one) : String(one));
  async function history() {
    said = await ask(`/api/plans/${plan}/corrections`).catch(() => said);
    seen = new Map();
    said.filter((one) => !one.undone_at).forEach((one) => seen.set(one.fact, one.id));
    const list = $("said");
    list.textContent = "";
    [...said].reverse().forEach((one) => {
      const item = make("li", { class: one.undone_at ? "undone" : `s-${one.state}` });
      const name = one.field ? label(one.field) : one.fact.startsWith("document.") ? label(one.fact.slice(9)) : coded(`list:${one.kind}`);
      item.append(make("b", {}, `${name} `), make("span", { class: "chip" }, list.dataset[one.state] || one.state));
      if (one.state === "corrected") item.append(make("p", {}, make("del", {}, shown(one.old)), " → ", make("ins", {}, shown(one.new))));
      else if (one.state === "added") item.append(make("p", {}, shown(one.new && (one.new.text || one.new.quote || one.new.name || one.new.form || one.new.number || one.new.heading))));
      if (one.note) item.append(make("p", { class: "meta" }, one.note));
      const line = make("p", { class: "meta" }, `${one.by} · ${new Date(one.at).toLocaleString("vi")}`);
      if (one.undone_at) line.append(` · ${list.dataset.undone}: ${one.undone_by}`);
      else {
        const back = make("button", { type: "button", class: "button small" }, list.dataset.undo);
        back.addEventListener("click", () => undo(one.id));
        line.append(" ", back);
      }
      item.append(line);
      list.append(item);
    });
    if (!said.length) list.append(make("li", { class: "dim" }, list.dataset.empty));
    const facts = all("#panel-facts li.entry[data-fact]").filter((entry) => entry.dataset.fact);
    $("progress").textContent = `${facts.filter((entry) => seen.has(entry.dataset.fact)).length}/${facts.length} ${$("progress").dataset.word}`;
  }

  document.addEventListener("tab", (event) => { $("actions").hidden = !chosen || event.detail !== "facts"; });

  // Keys and buttons
  const acts = { confirm, edit, reject, move, undo: () => undo(), add };
  all("[data-act]").forEach((button) => button.addEventListener("click", () => ready.then(acts[button.dataset.act])));
  all("[data-undo]").forEach((button) => button.matches("button[data-undo]") && button.addEventListener("click", () => ready.then(() => undo(Number(button.dataset.undo)))));
  $("add").addEventListener("click", add);
  $("help").addEventListener("click", () => $("keys").showModal());
  $("by-doubt").addEventListener("change", order);
  function order() {
    document.body.classList.toggle("by-doubt", $("by-doubt").checked);
    choose(null);
    step(0);
  }
  const keys = {
    j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1), c: confirm, e: edit, x: reject, m: move, u: () => undo(), a: add,
    d: () => { $("by-doubt").checked = !$("by-doubt").checked; order(); }, "?": () => $("keys").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawing) { stopDrawing(); return; }
    if (typing(event)) return;
    const entry = event.target.closest("li.entry[data-fact]");
    if (event.key === "Enter" && entry && event.target === entry) { page.toPlace(entry.dataset.entry); return; }
    if (event.key.startsWith("Arrow") && !entry) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); ready.then(act); }
  });
  $("done").addEventListener("click", async () => {
    const button = $("done");
    const review = button.dataset.review === "done" ? "begun" : "done";
    try {
      await ask(`/api/plans/${plan}/review`, { method: "PUT", body: { review } });
      if (review === "done" && new URLSearchParams(location.search).has("queue")) { location.href = "/review"; return; }
      location.reload();
    } catch (error) { toast(error.message, true); }
  });

  // What is asked before the page knows what was said of the plan waits for it, in the order asked.
  const ready = history().then(() => {
    const asked = new URLSearchParams(location.search).get("fact") || sessionStorage.getItem("chosen");
    sessionStorage.removeItem("chosen");
    const entry = asked && document.querySelector(`li.entry[data-fact="${CSS.escape(asked)}"]`);
    if (new URLSearchParams(location.search).has("queue")) { $("by-doubt").checked = true; document.body.classList.add("by-doubt"); }
    if (entry) choose(entry);
  });
})();
