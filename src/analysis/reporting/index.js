// Choosing districts, two side by side, language, search, sorting. Every sentence comes finished in the data; without this
// script the list, the findings and the links stand in the page.
(() => {
  const root = document.documentElement, $ = (s, of = document) => of.querySelector(s), $$ = (s, of = document) => [...of.querySelectorAll(s)];
  root.classList.add("scripted");
  const data = $("#data"), cards = JSON.parse(data.textContent), body = $("#tabel").tBodies[0], rows = [...body.rows];
  const rowOf = Object.fromEntries(rows.map((row) => [row.dataset.code, row]));
  const nameOf = (code) => $("th a", rowOf[code]).textContent;
  let first = data.dataset.district; // whose card is shown while none is asked for
  const input = $("#cari"), province = $("#provinsi"), beside = $("#banding"), count = $("#jumlah b");
  const element = (tag, text = "", of = {}) => Object.assign(document.createElement(tag), { textContent: text }, of);
  const written = (into, text) => text.split("**").forEach((part, n) => part && into.append(n % 2 ? element("strong", part) : part));
  const chosen = () => [...new Set(location.hash.match(/\d\d\.\d\d/g) || [])].filter((code) => code in cards).slice(0, 2);
  const address = (codes) => "#" + codes.join("+") + (root.lang === "en" ? "&en" : "");

  const bar = (share, [label, statement], scale) => {
    const box = element("div", "", { className: "bar" }), line = element("div", "", { className: "line" });
    line.setAttribute("aria-hidden", "true");
    const part = (kind, width) => {
      const piece = element("span", "", { className: kind });
      piece.style.width = (100 * width) / scale + "%";
      if (width > 0) line.append(piece);
    };
    if (share === null) part("unknown", 100);
    else { part("covered", Math.min(share, 100)); part("gap", Math.max(100 - share, 0)); part("surplus", Math.max(share - 100, 0)); }
    box.append(element("p", label, { className: "label" }), line, element("p", statement));
    return box;
  };
  const drawn = (code, scale) => {
    const card = $("#kosong").content.cloneNode(true), held = cards[code], told = held[root.lang], row = rowOf[code];
    $(".eyebrow", card).append(code + " · ", ...$(".small", row).cloneNode(true).childNodes);
    $("h2", card).textContent = nameOf(code);
    written($(".message", card), told.m);
    told.b.forEach((words, n) => $(".bars", card).append(bar(held.r[n][0], words, scale)));
    $(".key", card).hidden = held.r.every(([share]) => share === null);
    told.k.forEach((claim) => $(".claims ul", card).append(element("li", claim)));
    $(".claims", card).hidden = !told.k.length;
    written($(".cost p", card), told.c);
    held.n.filter((other) => other in cards).forEach((other) => {
      const item = element("li");
      item.append(element("a", nameOf(other), { href: address([other]) }));
      $(".alike ul", card).append(item);
    });
    $(".alike", card).hidden = !held.n.length;
    const made = $$(`.made-list li[data-code="${code}"] .files`);
    $(".made", card).append(...made.map((links) => links.cloneNode(true)));
    $(".unmade", card).hidden = made.length > 0;
    return card;
  };
  const show = (focus) => {
    const asked = chosen(), codes = asked.length ? asked : [first].filter((code) => code in cards);
    const shares = codes.flatMap((code) => cards[code].r.map(([share]) => share ?? 0));
    const scale = Math.max(100, ...shares);
    $("#dua").replaceChildren(...codes.map((code) => drawn(code, scale)));
    $("#dua").className = codes.length > 1 ? "two" : "";
    beside.value = codes[1] || "";
    rows.forEach((row) => {
      if (codes.includes(row.dataset.code)) $("a", row).setAttribute("aria-current", "true");
      else $("a", row).removeAttribute("aria-current");
    });
    document.title = (asked.length ? asked.map(nameOf).join(" · ") + " · " : "") + $(`h1 [lang="${root.lang}"]`).textContent;
    if (focus && asked.length) {
      const isNarrow = matchMedia("(max-width: 62rem)").matches;
      $("#dua h2").focus({ preventScroll: isNarrow });
      if (isNarrow) $("#dua .card").scrollIntoView();
    }
  };

  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !((!province.value || row.dataset.province === province.value) && words.every((w) => row.dataset.search.includes(w)));
      shown += !row.hidden;
    }
    count.textContent = shown;
    $$(".tiles a").forEach((a) => a.classList.toggle("chosen", a.getAttribute("href") === "#p" + province.value));
  };
  const speak = (language) => {
    root.lang = language;
    $$("[data-language]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.language === language)));
    $$("[data-id]").forEach((e) => { e.textContent = e.dataset[language]; });
    rows.forEach((row) => { $("a", row).href = address([row.dataset.code]); });
    show(false);
  };
  const go = (focus) => {
    const found = location.hash.match(/^#p(\d\d)/);
    if (found) {
      province.value = found[1]; input.value = ""; filter();
      first = (rows.find((row) => !row.hidden) || rowOf[first]).dataset.code;
      if (focus) $(".rows").focus();
    }
    const [asked] = chosen();
    if (asked && rowOf[asked].hidden) { province.value = rowOf[asked].dataset.province; input.value = ""; filter(); }
    const language = /&en\b/.test(location.hash) ? "en" : location.hash.length > 1 && !found ? "id" : root.lang;
    if (language !== root.lang) speak(language);
    show(focus);
  };

  const groups = {};
  const byName = (a, b) => $("th", a).dataset.value.localeCompare($("th", b).dataset.value, "id");
  for (const row of [...rows].sort(byName)) (groups[row.dataset.province] ||= []).push(row);
  for (const option of $$("#provinsi option[value]:not([value=''])")) {
    const group = element("optgroup", "", { label: option.textContent });
    for (const row of groups[option.value] || []) group.append(element("option", $("th", row).dataset.value, { value: row.dataset.code }));
    beside.append(group);
  }
  beside.addEventListener("change", () => {
    const [own] = chosen().length ? chosen() : [first];
    history.replaceState(null, "", address([own, beside.value].filter(Boolean)));
    show(false); // by keyboard a choice changes with every letter: the focus stays
  });
  input.addEventListener("input", () => { if (input.value) province.value = ""; filter(); });
  province.addEventListener("change", () => { input.value = ""; filter(); });
  $(".find").addEventListener("submit", (event) => {
    event.preventDefault();
    const found = [...body.rows].find((row) => !row.hidden);
    if (found) location.hash = address([found.dataset.code]);
  });
  $$("[data-language]").forEach((b) => b.addEventListener("click", () => {
    speak(b.dataset.language);
    history.replaceState(null, "", address(chosen()));
  }));
  $(".beside").addEventListener("submit", (event) => event.preventDefault());

  const heads = [...$("#tabel").tHead.rows[0].cells];
  $$("[data-column]").forEach((button) => button.addEventListener("click", () => {
    const column = Number(button.dataset.column), head = heads[column], numeric = column > 0;
    const down = (head.getAttribute("aria-sort") || (numeric ? "ascending" : "descending")) === "ascending";
    heads.forEach((h) => h.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = (row) => row.cells[column].dataset.value, sign = down ? -1 : 1;
    body.append(...[...rows].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === "" || y === "") return (x === "") - (y === "");
      return sign * (numeric ? x - y : x.localeCompare(y, "id"));
    }));
  }));

  province.value = data.dataset.province;
  filter();
  window.addEventListener("hashchange", () => go(true));
  go(chosen().length > 0);
})();
