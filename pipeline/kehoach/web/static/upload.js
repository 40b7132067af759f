"use strict";
(() => {
  const { $, ask, toast } = kehoach;
  const drop = $("drop");
  const list = $("sent");
  const words = list.dataset;
  const rows = new Map();
  let timer = 0;

  function row(key) {
    if (!rows.has(key)) {
      const made = document.createElement("li");
      made.innerHTML = '<span class="name"></span><span class="doing"></span><span class="told"></span><span class="links"></span>';
      list.prepend(made);
      rows.set(key, made);
    }
    $("sent-part").hidden = false;
    return rows.get(key);
  }
  function tell(sent, key = sent.id) {
    const made = row(key);
    made.className = `is-${sent.state}`;
    made.querySelector(".name").textContent = sent.name;
    made.querySelector(".doing").textContent = words[sent.state] || sent.state;
    const told = sent.state === "done" ? `${sent.pages} ${words.pages} · ${sent.seconds.toLocaleString("vi")} s` : "";
    made.querySelector(".told").textContent = [told, sent.message, sent.advice].filter(Boolean).join(" – ");
    const links = made.querySelector(".links");
    links.textContent = "";
    for (const plan of (sent.plans || []).slice(0, 8)) {
      const link = document.createElement("a");
      link.href = `/plans/${plan}`;
      link.className = "button small main";
      link.textContent = words.open;
      links.append(link);
    }
    if ((sent.plans || []).length) $("to-library").hidden = false;
  }
  async function look() {
    clearTimeout(timer);
    try {
      const { uploads } = await ask("/api/uploads");
      [...uploads].reverse().forEach((sent) => tell(sent));
      if (uploads.some((sent) => sent.state === "waiting" || sent.state === "reading")) timer = setTimeout(look, 700);
    } catch (error) { toast(error.message, true); timer = setTimeout(look, 5000); }
  }
  async function send(files) {
    for (const file of files) {
      const key = `${file.name}-${Math.random()}`;
      tell({ name: file.name, state: "sending", message: "", plans: [] }, key);
      if (file.size > Number(drop.dataset.limit)) {
        tell({ name: file.name, state: "failed", message: `> ${Math.round(drop.dataset.limit / 1048576)} MB`, plans: [] }, key);
        continue;
      }
      const body = new FormData();
      body.append("files", file);
      try {
        const { uploads } = await ask("/api/uploads", { method: "POST", body });
        rows.get(key).remove();
        rows.delete(key);
        uploads.forEach((sent) => tell(sent));
        look();
      } catch (error) {
        if (error.status === 415) { // told of with the others
          rows.get(key).remove();
          rows.delete(key);
          look();
        } else tell({ name: file.name, state: "failed", message: error.message, plans: [] }, key);
      }
    }
  }
  for (const name of ["dragenter", "dragover"]) document.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) document.addEventListener(name, (event) => { event.preventDefault(); if (name === "drop" || !event.relatedTarget) drop.classList.remove("over"); });
  document.addEventListener("drop", (event) => send([...event.dataTransfer.files]));
  $("files").addEventListener("change", (event) => { send([...event.target.files]); event.target.value = ""; });
  drop.addEventListener("submit", (event) => event.preventDefault());
  look();
})();
