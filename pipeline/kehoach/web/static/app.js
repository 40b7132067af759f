"use strict";
const kehoach = (() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const token = document.querySelector("meta[name=kehoach-token]").content;
  let fading = 0;

  function toast(text, bad = false) {
    const place = $("toast");
    place.textContent = text;
    place.className = bad ? "shown bad" : "shown";
    clearTimeout(fading);
    fading = setTimeout(() => { place.className = ""; }, bad ? 9000 : 3500);
  }

  // One request to the interface; what went wrong comes as an Error with the answer's words.
  async function ask(path, { method = "GET", body = null } = {}) {
    const headers = { accept: "application/json", "x-kehoach-token": token };
    const form = body instanceof FormData;
    if (body && !form) headers["content-type"] = "application/json";
    const answer = await fetch(path, { method, headers, body: body && !form ? JSON.stringify(body) : body });
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      const error = new Error([told.message || answer.statusText, told.advice].filter(Boolean).join(" – "));
      error.status = answer.status;
      throw error;
    }
    return told;
  }

  const typing = (event) => event.ctrlKey || event.metaKey || event.altKey
    || event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, dialog[open]");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || typing(event)) return;
    const field = all("[data-hotkey='/']").find((element) => element.getClientRects().length);
    if (field) { event.preventDefault(); field.focus(); field.select(); }
  });
  document.addEventListener("click", (event) => {
    all("details.menu[open], details.who[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  all("select[data-go]").forEach((choice) => choice.addEventListener("change", () => { location.href = choice.value; }));

  const comparing = $("comparing");
  if (comparing) {
    const ticks = all("input[name=ids]", comparing);
    const tell = () => {
      const chosen = ticks.filter((tick) => tick.checked).length;
      $("compare-chosen").disabled = chosen < 2 || chosen > 5;
    };
    comparing.addEventListener("change", tell);
    tell();
  }
  return { $, all, toast, ask, typing };
})();
