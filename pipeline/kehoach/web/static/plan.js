"use strict";
const planPage = (() => {
  const { $, all, typing } = kehoach;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const pages = $("pages");
  const source = $("source");
  const inText = () => !pages || $("view-text").checked;
  const marks = (id) => all(`[data-of="${id}"]`);
  const valueOf = (id) => document.querySelector(`.record [data-entry="${id}"]`);

  const show = (element, block = "center") => {
    for (let up = element.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block, inline: "nearest" });
  };
  const flash = (elements) => elements.forEach((element) => {
    element.classList.remove("flash");
    void element.getBoundingClientRect();
    element.classList.add("flash");
  });

  function tab(name) {
    all("[role=tab]").forEach((button) => {
      const on = button.id === `tab-${name}`;
      button.setAttribute("aria-selected", on);
      button.tabIndex = on ? 0 : -1;
      $(button.getAttribute("aria-controls")).hidden = !on;
    });
    document.dispatchEvent(new CustomEvent("tab", { detail: name }));
  }
  function toPlace(id) {
    let place = $((inText() ? "t-" : "b-") + id);
    if (!place && pages && $((inText() ? "b-" : "t-") + id)) {
      (inText() ? $("view-pages") : $("view-text")).checked = true;
      view();
      place = $((inText() ? "t-" : "b-") + id);
    }
    if (!place) return false;
    const target = place.getClientRects().length ? place : place.nextElementSibling || place;
    show(target);
    all(".chosen-place").forEach((mark) => mark.classList.remove("chosen-place"));
    const shown = marks(id).filter((mark) => Boolean(mark.closest("#text")) === inText());
    shown.forEach((mark) => mark.classList.add("chosen-place"));
    flash(shown);
    return true;
  }
  function toValue(id) {
    const value = valueOf(id);
    if (!value) return false;
    const panel = value.closest("[role=tabpanel]");
    if (panel && panel.hidden) tab(panel.id.replace("panel-", ""));
    if ($("sift").value) { $("sift").value = ""; sift(); }
    show(value);
    flash([value]);
    document.dispatchEvent(new CustomEvent("chosen", { detail: value }));
    return true;
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    if (link.dataset.path) {
      const value = document.querySelector(`[data-at="${CSS.escape(link.dataset.path)}"]`);
      if (value && toValue(value.dataset.entry)) { toPlace(value.dataset.entry); event.preventDefault(); }
      return;
    }
    const done = link.dataset.go ? toPlace(link.dataset.go) : link.dataset.of ? toValue(link.dataset.of) : false;
    if (done) event.preventDefault();
  });
  document.addEventListener("pointerover", (event) => {
    all(".near").forEach((element) => element.classList.remove("near"));
    const value = event.target.closest("[data-entry]");
    const mark = event.target.closest("[data-of]");
    if (value) marks(value.dataset.entry).forEach((element) => element.classList.add("near"));
    if (mark && valueOf(mark.dataset.of)) valueOf(mark.dataset.of).classList.add("near");
  });

  // Tabs
  const tabs = all("[role=tab]");
  tabs.forEach((button, at) => {
    button.addEventListener("click", () => tab(button.id.replace("tab-", "")));
    button.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(at + step + tabs.length) % tabs.length];
      next.focus();
      next.click();
    });
  });

  // Zoom and pan. Sharper pictures are asked for when they are needed.
  let zoom = 1;
  function setZoom(wanted, at = null) {
    if (!pages) return;
    const before = zoom;
    zoom = Math.max(0.4, Math.min(4, wanted));
    const box = source.getBoundingClientRect();
    const x = at ? at.clientX - box.left : box.width / 2;
    const y = at ? at.clientY - box.top : box.height / 2;
    const left = (source.scrollLeft + x) * zoom / before - x;
    const top = (source.scrollTop + y) * zoom / before - y;
    pages.style.setProperty("--zoom", zoom);
    pages.classList.toggle("zoomed", zoom > 1);
    $("zoom-now").textContent = `${Math.round(zoom * 100)}%`;
    source.scrollTo({ left, top, behavior: "instant" });
    if (zoom * source.clientWidth * devicePixelRatio > 1200) {
      all("img", pages).forEach((image) => { image.src = image.src.replace("width=1100", "width=1900"); });
    }
  }
  all("[data-zoom]").forEach((button) => button.addEventListener("click", () => {
    const step = Number(button.dataset.zoom);
    setZoom(step ? zoom * (step > 0 ? 1.25 : 0.8) : 1);
  }));
  source.addEventListener("wheel", (event) => {
    if (!event.ctrlKey || !pages) return;
    event.preventDefault();
    setZoom(zoom * Math.exp(-event.deltaY / 300), event);
  }, { passive: false });
  let grip = null;
  source.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button || !pages || pages.classList.contains("drawing") || inText()) return;
    if (event.target.closest("button, label, summary, input")) return;
    grip = { x: event.clientX, y: event.clientY, left: source.scrollLeft, top: source.scrollTop, moved: false };
  });
  addEventListener("pointermove", (event) => {
    if (!grip) return;
    if (Math.hypot(event.clientX - grip.x, event.clientY - grip.y) > 4) { grip.moved = true; source.classList.add("panning"); }
    if (grip.moved) source.scrollTo({ left: grip.left - event.clientX + grip.x, top: grip.top - event.clientY + grip.y, behavior: "instant" });
  });
  addEventListener("pointerup", () => {
    if (grip && grip.moved) addEventListener("click", (event) => { event.preventDefault(); event.stopPropagation(); }, { capture: true, once: true });
    setTimeout(() => source.classList.remove("panning"));
    grip = null;
  });

  function view() { document.body.classList.toggle("show-text", inText()); }
  all("input[name=view]").forEach((input) => input.addEventListener("change", view));
  view();
  all("[data-show]").forEach((input) => input.addEventListener("change", () => {
    all(`.boxes .k-${input.dataset.show}, .text a.k-${input.dataset.show}`).forEach((mark) => mark.classList.toggle("unmarked", !input.checked));
    const list = $(`list-${input.dataset.show}`);
    if (list) list.hidden = !input.checked;
  }));

  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  function sift() {
    const words = plain($("sift").value).split(/\s+/).filter(Boolean);
    all("#panel-facts li.entry").forEach((element) => {
      const text = plain(element.textContent);
      element.hidden = !words.every((word) => text.includes(word));
    });
  }
  $("sift").addEventListener("input", sift);
  document.addEventListener("keydown", (event) => {
    if (typing(event)) return;
    if (event.key === "+" || event.key === "=") setZoom(zoom * 1.25);
    if (event.key === "-") setZoom(zoom * 0.8);
  });
  const check = new URLSearchParams(location.search).get("check");
  if (check || location.hash === "#audit") {
    tab("audit");
    const found = check ? all(`[data-check="${CSS.escape(check)}"]`) : [];
    if (found.length) { show(found[0]); flash(found); if (found[0].dataset.entry) toPlace(found[0].dataset.entry); }
  }
  return { toPlace, toValue, tab, flash, show, pages };
})();
