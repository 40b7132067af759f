"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const inText = () => !pages || $("view-text").checked;
  const pages = $("pages");
  let from = null;

  const marks = (id) => all(`[data-of="${id}"]`);
  const show = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
  };
  const flash = (elements) => elements.forEach((element) => {
    element.classList.remove("flash");
    void element.getBoundingClientRect();
    element.classList.add("flash");
  });

  function toPlace(id, link) {
    let place = $((inText() ? "t-" : "b-") + id);
    if (!place && pages && $((inText() ? "b-" : "t-") + id)) { // a stamp is on the page only
      (inText() ? $("view-pages") : $("view-text")).checked = true;
      place = $((inText() ? "t-" : "b-") + id);
    }
    if (!place) return false;
    from = link;
    show(place.getClientRects().length ? place : place.nextElementSibling || place);
    flash(marks(id).filter((mark) => Boolean(mark.closest("#text")) === inText()));
    if (!inText()) place.focus({ preventScroll: true });
    return true;
  }
  function toValue(id, link) {
    const value = $(id);
    if (!value) return false;
    from = link;
    if ($("search").value) { $("search").value = ""; sift(); }
    show(value);
    flash([value]);
    const next = value.querySelector("a.go, a");
    (next || value).focus({ preventScroll: true });
    return true;
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    const done = link.dataset.go ? toPlace(link.dataset.go, link) : link.dataset.of ? toValue(link.dataset.of, link) : false;
    if (done) event.preventDefault();
  });

  // The counterpart of what the pointer is on.
  document.addEventListener("pointerover", (event) => {
    all(".near").forEach((element) => element.classList.remove("near"));
    const value = event.target.closest("[data-entry]");
    const mark = event.target.closest("[data-of]");
    if (value) marks(value.dataset.entry).forEach((element) => element.classList.add("near"));
    if (mark && $(mark.dataset.of)) $(mark.dataset.of).classList.add("near");
  });

  // j and k walk through the values, Esc goes back to where a jump began.
  const shown = (element) => !element.hidden && element.getClientRects().length > 0;
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input[type=search]") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && from) { const back = from; from = null; show(back); back.focus({ preventScroll: true }); }
    if (event.key !== "j" && event.key !== "k") return;
    const links = all(".record a.go").filter(shown);
    const current = document.activeElement;
    let at = links.indexOf(current);
    if (at < 0 && current && current.dataset && current.dataset.of) at = links.findIndex((link) => link.dataset.go === current.dataset.of);
    const next = links[event.key === "j" ? at + 1 : Math.max(at, 1) - 1];
    if (!next) return;
    toPlace(next.dataset.go, next);
    show(next);
    next.focus({ preventScroll: true });
  });

  all("[data-zoom]:not(.pages)").forEach((button) => button.addEventListener("click", () => {
    pages.dataset.zoom = Math.max(-2, Math.min(3, Number(pages.dataset.zoom) + Number(button.dataset.zoom)));
  }));

  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const entries = all("li.entry").map((element) => [element, plain(element.textContent)]);
  function sift() {
    const words = plain($("search").value).split(/\s+/).filter(Boolean);
    entries.forEach(([element, text]) => { element.hidden = !words.every((word) => text.includes(word)); });
  }
  $("search").addEventListener("input", sift);
  all("input[name=language]").forEach((input) => input.addEventListener("change", () => {
    const language = $("lang-en").checked ? "en" : "vi";
    document.documentElement.lang = language;
    $("search").placeholder = $("search").dataset[language];
  }));
})();
