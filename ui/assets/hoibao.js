/* What the page does by itself: chips and cards, the article view, keys, thumbs, copy, light and dark. */
(() => {
  "use strict";
  const words = window.hoibaoWords;
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const smooth = () => (calm.matches ? "auto" : "smooth");
  const bridge = () => window.hoibaoBridge;
  const make = (html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return holder.content.firstElementChild;
  };
  const safe = (text) => {
    const holder = document.createElement("span");
    holder.textContent = text;
    return holder.innerHTML;
  };

  /* ---- light and dark ---- */
  const THEME = "hoibao-theme";
  const wanted = () => localStorage.getItem(THEME) || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const paint = () => document.body.classList.toggle("dark", wanted() === "dark");
  const switchTheme = () => {
    localStorage.setItem(THEME, wanted() === "dark" ? "light" : "dark");
    paint();
  };

  /* ---- chips and cards ---- */
  const turnOf = (element) => element.closest(".hb-turn");
  const currentTurn = () => {
    const focused = document.activeElement && turnOf(document.activeElement);
    if (focused) return focused;
    const turns = $$(".hb-turn");
    const middle = innerHeight / 2;
    const distance = (turn) => {
      const box = turn.getBoundingClientRect();
      return box.top > middle ? box.top - middle : box.bottom < middle ? middle - box.bottom : 0;
    };
    return turns.sort((a, b) => distance(a) - distance(b))[0];
  };
  const activate = (turn, number) => {
    $$(".is-active", turn).forEach((one) => one.classList.remove("is-active"));
    $$(`[data-chip="${number}"], [data-card="${number}"]`, turn).forEach((one) => one.classList.add("is-active"));
  };
  const toCard = (turn, number) => {
    const card = turn && $(`[data-card="${number}"]`, turn);
    if (!card) return;
    activate(turn, number);
    card.scrollIntoView({ block: "nearest", behavior: smooth() });
    card.focus({ preventScroll: true });
  };
  const toChip = (turn, number) => {
    const chip = turn && $(`[data-chip="${number}"]`, turn);
    if (!chip) return;
    activate(turn, number);
    chip.scrollIntoView({ block: "nearest", behavior: smooth() });
    chip.focus({ preventScroll: true });
  };

  /* ---- the article view ---- */
  let opener = null;
  const behind = () => $$(".gradio-container > :not(#hb-article)");
  const closeArticle = () => {
    const view = $("#hb-article");
    if (!view) return;
    view.remove();
    document.body.classList.remove("hb-reading");
    behind().forEach((one) => (one.inert = false));
    if (opener && opener.isConnected) opener.focus();
  };
  const openArticle = async (card, focusOn = null) => {
    const cards = $$("[data-card]", turnOf(card));
    const { source, start, end } = card.dataset;
    const quoted = (one) => ({ ...one.dataset, quote: $("mark", one).textContent });
    const marks = cards.filter((one) => one.dataset.source === source).map(quoted);
    activate(turnOf(card), card.dataset.card);
    await showArticle({ source, start, end, quote: $("mark", card).textContent, marks }, cards, cards.indexOf(card), focusOn);
  };
  const readArticle = (source) => showArticle({ source, start: 0, end: 0, quote: "", marks: [] }, [], 0, null);
  const showArticle = async (wanted, cards, at, focusOn) => {
    const html = await bridge().server.article(wanted);
    if (!$("#hb-article")) opener = document.activeElement;
    closeArticleQuietly();
    const steps =
      cards.length > 1
        ? `<button type="button" class="hb-tool" data-step="-1" ${at > 0 ? "" : "disabled"}>‹ ${safe(words.previous)}</button>` +
          `<span>${at + 1}/${cards.length}</span>` +
          `<button type="button" class="hb-tool" data-step="1" ${at < cards.length - 1 ? "" : "disabled"}>${safe(words.following)} ›</button>`
        : "";
    const view = make(
      `<div id="hb-article" role="dialog" aria-modal="true" aria-label="${safe(words.article)}"><div class="hb-veil" data-do="close"></div>` +
        `<div class="hb-paper"><div class="hb-bar">${steps}` +
        `<button type="button" class="hb-tool hb-close" data-do="close">${safe(words.close)} ✕</button></div><div class="hb-scroll" tabindex="0">${html}</div></div></div>`,
    );
    view.addEventListener("click", (event) => {
      const step = event.target.closest("[data-step]");
      if (step) openArticle(cards[at + Number(step.dataset.step)], step.dataset.step);
    });
    const gutter = innerWidth - document.documentElement.clientWidth;
    if (gutter > 0) document.body.style.setProperty("--hb-gutter", `${gutter}px`);
    $(".gradio-container").append(view);
    document.body.classList.add("hb-reading");
    behind().forEach((one) => (one.inert = true));
    const current = $("mark.is-current", view);
    if (current) current.scrollIntoView({ block: "center" });
    const button = focusOn && $(`[data-step="${focusOn}"]:not(:disabled)`, view);
    (button || $(".hb-close", view)).focus({ preventScroll: true });
  };
  const closeArticleQuietly = () => {
    const view = $("#hb-article");
    if (view) view.remove();
  };
  const trap = (event) => {
    const view = $("#hb-article");
    if (!view || event.key !== "Tab") return;
    const stops = $$("button:not(:disabled), a[href], summary, [tabindex='0']", view);
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (document.activeElement === edge || !view.contains(document.activeElement)) {
      event.preventDefault();
      (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
    }
  };

  /* ---- thumbs ---- */
  const vote = async (button) => {
    const turn = turnOf(button);
    const value = button.getAttribute("aria-pressed") === "true" ? 0 : Number(button.dataset.vote);
    $$("[data-vote]", turn).forEach((one) => one.setAttribute("aria-pressed", String(Number(one.dataset.vote) === value)));
    const old = $(".hb-reason", turn);
    if (old) old.remove();
    await bridge().server.vote({ id: turn.dataset.turn, vote: value });
    if (value === -1) askReason(turn);
  };
  const askReason = (turn) => {
    const id = `why-${turn.dataset.turn}`;
    const box = make(
      `<div class="hb-reason"><label for="${id}">${safe(words.why)}</label><textarea id="${id}" rows="2" maxlength="1000"></textarea>` +
        `<button type="button" class="hb-tool">${safe(words.send_reason)}</button></div>`,
    );
    $("button", box).addEventListener("click", async () => {
      await bridge().server.vote({ id: turn.dataset.turn, vote: -1, reason: $("textarea", box).value });
      box.replaceWith(make(`<p class="hb-reason" role="status">${safe(words.thanks)}</p>`));
    });
    $(".hb-tools", turn).after(box);
    $("textarea", box).focus();
  };

  /* ---- conversations ---- */
  const rename = (row) => {
    const button = $(".hb-open", row);
    const field = make(`<input class="hb-rename" maxlength="80">`);
    field.value = button.firstChild.textContent;
    field.setAttribute("aria-label", $("[data-do=rename]", row).getAttribute("aria-label"));
    button.hidden = true;
    button.after(field);
    let done = false;
    const end = (keep) => {
      if (done) return;
      done = true;
      if (keep && field.value.trim()) bridge().trigger("rename", { id: row.dataset.conversation, title: field.value });
      field.remove();
      button.hidden = false;
    };
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") end(true);
      if (event.key === "Escape") end(false);
    });
    field.addEventListener("blur", () => end(true));
    field.select();
  };
  const remove = (button) => {
    if (button.classList.contains("is-sure")) {
      bridge().trigger("delete", { id: button.closest("[data-conversation]").dataset.conversation });
      return;
    }
    const sign = button.textContent;
    button.classList.add("is-sure");
    button.textContent = words.sure_delete;
    const back = () => {
      button.classList.remove("is-sure");
      button.textContent = sign;
    };
    button.addEventListener("blur", back, { once: true });
  };
  const save = (name, data, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([data], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const exported = async () => {
    const { name, text } = await bridge().server.export(here());
    save(name, text, "text/markdown;charset=utf-8");
  };
  const original = async (button) => {
    const { name, data } = await bridge().server.original(button.dataset.source);
    if (name) save(name, Uint8Array.from(atob(data), (c) => c.charCodeAt(0)), "application/octet-stream");
    else button.replaceWith(make(`<span>${safe(words.file_gone)}</span>`));
  };
  const here = () => decodeURIComponent(location.hash.startsWith("#c=") ? location.hash.slice(3) : "");
  const copy = async (button) => {
    const text = $(".hb-plain", turnOf(button)).textContent;
    await navigator.clipboard.writeText(text);
    const label = button.textContent;
    button.textContent = words.copied;
    setTimeout(() => (button.textContent = label), 1500);
  };

  /* ---- the library ---- */
  const shelf = () => window.hoibaoLibrary;
  const chosen = () => $$("[data-choose]:checked").map((one) => one.dataset.choose);
  const send = async (files) => {
    const said = $(".hb-sent");
    if (!files.length) return;
    said.textContent = words.sending.replace("{n}", files.length);
    const sent = [];
    let failed = "";
    for (const file of files) {
      try {
        const { path } = await shelf().upload(file);
        sent.push({ path, name: file.name });
      } catch (error) {
        failed = /large|size|413/i.test(String(error)) ? words.too_big : words.send_failed;
      }
    }
    said.textContent = failed;
    if (sent.length) shelf().trigger("sent", { files: sent });
  };
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-choose]")) $(".hb-remove").disabled = !chosen().length;
    if (event.target.matches("[data-files]")) {
      send([...event.target.files]);
      event.target.value = "";
    }
  });
  for (const kind of ["dragover", "dragleave", "drop"])
    document.addEventListener(kind, (event) => {
      const zone = event.target.closest?.("[data-drop]");
      if (kind !== "dragleave" && event.dataTransfer?.types.includes("Files")) event.preventDefault();
      $$("[data-drop]").forEach((one) => one.classList.toggle("is-over", one === zone && kind === "dragover"));
      if (zone && kind === "drop") send([...event.dataTransfer.files]);
    });

  /* ---- finding while one types ---- */
  const later = {};
  document.addEventListener("input", (event) => {
    const box = event.target.closest("#hb-search, #hb-find");
    if (!box) return;
    clearTimeout(later[box.id]);
    const text = event.target.value;
    later[box.id] = setTimeout(() => (box.id === "hb-find" ? bridge() : shelf()).trigger("find", { text }), 200);
  });

  /* ---- moving about ---- */
  const room = (index) => $$("#hb-rooms > .tab-wrapper button[role=tab], #hb-rooms button[role=tab]")[index]?.click();
  const ask = (question) => {
    room(0);
    bridge().trigger("ask", { question });
  };
  const deeds = {
    theme: switchTheme,
    menu: () => {
      if (!$("#hb-chat")?.offsetParent) room(0);
      document.body.classList.toggle("hb-menu-open");
    },
    close: closeArticle,
    library: () => room(1),
    export: exported,
    original: (button) => original(button),
    copy: (button) => copy(button),
    edit: () => {
      bridge().trigger("edit", {});
      $("#hb-box textarea")?.focus();
    },
    remove: () => shelf().trigger("choose", { sources: chosen() }),
    undo: () => shelf().trigger("undo", {}),
    confirm: () => shelf().trigger("confirm", {}),
    keep: () => bridge().trigger("keep", {}),
    retry: () => bridge().trigger("retry", {}),
    rename: (button) => rename(button.closest("[data-conversation]")),
    delete: (button) => remove(button),
    open: (button) => {
      document.body.classList.remove("hb-menu-open");
      bridge().trigger("open", { id: button.closest("[data-conversation]").dataset.conversation });
    },
  };
  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest(selector);
    const chip = at("[data-chip]"), back = at("[data-back]"), open = at("[data-open]");
    const sort = at("[data-sort]"), offset = at("[data-offset]"), read = at("[data-read]");
    const thumb = at("[data-vote]"), question = at("[data-ask]"), deed = at("[data-do]");
    if (chip) toCard(turnOf(chip), chip.dataset.chip);
    else if (back) toChip(turnOf(back), back.dataset.back);
    else if (open) openArticle(open.closest("[data-card]"));
    else if (sort) shelf().trigger("sort", { by: sort.dataset.sort });
    else if (offset) shelf().trigger("turn", { offset: offset.dataset.offset });
    else if (read) readArticle(read.dataset.read);
    else if (thumb) vote(thumb);
    else if (question) ask(question.dataset.ask);
    else if (deed) deeds[deed.dataset.do]?.(deed);
    else if (document.body.classList.contains("hb-menu-open") && !at("#hb-side")) document.body.classList.remove("hb-menu-open");
  });
  document.addEventListener("keydown", (event) => {
    trap(event);
    if (event.key === "Escape") {
      if ($("#hb-article")) closeArticle();
      else if (busy) $("#hb-stop")?.click();
      else if (document.activeElement?.dataset?.card) toChip(turnOf(document.activeElement), document.activeElement.dataset.card);
      else document.activeElement?.blur();
      document.body.classList.remove("hb-menu-open");
      return;
    }
    const typing = event.target.closest("input, textarea, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || $("#hb-article")) return;
    if (/^[1-9]$/.test(event.key)) {
      const focused = document.activeElement;
      if (focused?.dataset?.card === event.key) toChip(turnOf(focused), event.key);
      else toCard(currentTurn(), event.key);
    } else if (event.key === "/") {
      event.preventDefault();
      $("#hb-box textarea")?.focus();
    }
  });

  /* ---- when Gradio has drawn something new ---- */
  const examples = async (holder) => {
    while (holder.isConnected && !holder.children.length) {
      const html = await bridge().server.examples("");
      if (html) holder.innerHTML = html;
      else await new Promise((later) => setTimeout(later, 1500));
    }
  };
  let busy = false;
  const shown = (live) => {
    const working = $(".is-working", live);
    if (working && !busy) {
      $("#hb-box textarea")?.blur();
      requestAnimationFrame(() => working.scrollIntoView({ block: "start", behavior: smooth() }));
    }
    busy = Boolean(working);
    const placed = $("[data-conversation]", live);
    if (placed && placed.dataset.conversation !== here())
      history.replaceState(null, "", placed.dataset.conversation ? `#c=${placed.dataset.conversation}` : location.pathname);
    const holder = $(".hb-examples", live);
    if (holder && !holder.children.length) examples(holder);
  };
  window.hoibao = { shown };

  /* ---- the server is gone: say so, and come back with it (Gradio is silent here) ---- */
  let gone = false;
  const check = async () => {
    try {
      if (!(await fetch("healthz", { cache: "no-store" })).ok) throw new Error("not well");
      if (gone) location.reload();
    } catch {
      if (!gone) document.body.prepend(make(`<p class="hb-lost" role="alert"><b>${safe(words.lost_title)}.</b> ${safe(words.lost)}</p>`));
      gone = true;
      setTimeout(check, 2000);
    }
  };
  document.addEventListener("click", (event) => event.target.closest("button") && !gone && check());
  document.addEventListener("keydown", (event) => event.key === "Enter" && event.target.closest("#hb-box") && !gone && check());

  /* ---- Gradio's own notes come in English ---- */
  const speak = () => {
    for (const text of $$(".toast-text")) {
      const lost = /connection/i.test(text.textContent);
      if (lost || /busy|error/i.test(text.textContent)) {
        const title = $(".toast-title", text.parentElement);
        if (title) title.textContent = lost ? words.lost_title : words.failed_title;
        text.textContent = lost ? words.lost : words.failed;
      }
    }
  };

  paint();
  const begin = () => {
    paint();
    document.documentElement.lang = "vi";
    new MutationObserver(() => {
      if (document.body.classList.contains("dark") !== (wanted() === "dark")) paint();
    }).observe(document.body, { attributes: true, attributeFilter: ["class"] });
    new MutationObserver(() => $(".toast-text") && speak()).observe(document.body, { childList: true, subtree: true });
    const started = setInterval(() => {
      if (!bridge() || !$("#hb-live")) return;
      clearInterval(started);
      shown($("#hb-live"));
    }, 50);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
