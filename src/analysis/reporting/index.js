// Language, search, province and sorting. Everything is in the page without this script too.
(() => {
  const root = document.documentElement, $ = (s) => document.querySelector(s), $$ = (s) => [...document.querySelectorAll(s)];
  root.classList.add("scripted");

  const speak = (language) => {
    root.lang = language;
    $$("[data-language]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.language === language)));
    $$("[data-id]").forEach((e) => { e.textContent = e.dataset[language]; });
    const title = $(`h1 [lang="${language}"]`);
    if (title) document.title = title.textContent;
  };
  $$("[data-language]").forEach((b) => b.addEventListener("click", () => speak(b.dataset.language)));

  const table = $("#tabel");
  if (!table) return;
  const body = table.tBodies[0], rows = [...body.rows], input = $("#cari"), select = $("#provinsi"), count = $("#jumlah b");

  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = (!select.value || row.dataset.province === select.value) && words.every((w) => row.dataset.search.includes(w));
      row.hidden = !fits;
      shown += fits;
    }
    count.textContent = shown;
  };
  const choose = (code) => {
    $$(".province").forEach((p) => p.classList.toggle("chosen", p.id === "p" + code));
    $$(".tiles.nation a").forEach((a) => a.classList.toggle("chosen", a.getAttribute("href") === "#p" + code));
  };
  const first = $(".province");
  choose(first ? first.id.slice(1) : "");
  input.addEventListener("input", filter);
  select.addEventListener("change", () => { filter(); if (select.value) choose(select.value); });
  $(".find").addEventListener("submit", (e) => e.preventDefault());
  $$(".tiles.nation a").forEach((a) => a.addEventListener("click", (e) => {
    e.preventDefault();
    select.value = a.getAttribute("href").slice(2);
    choose(select.value);
    filter();
  }));

  const heads = [...table.tHead.rows[0].cells];
  const numeric = (column) => heads[column].classList.contains("right");
  const sort = (column, down) => {
    const key = (row) => row.cells[column].dataset.value;
    const compare = numeric(column) ? (a, b) => a - b : (a, b) => a.localeCompare(b, "id", { numeric: true });
    rows.sort((a, b) => {
      const x = key(a), y = key(b);
      if (x === "" || y === "") return (x === "") - (y === ""); // missing comes last, either way
      return down ? compare(y, x) : compare(x, y);
    });
    body.append(...rows);
    heads.forEach((h) => h.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
  };
  $$("[data-column]").forEach((b) => b.addEventListener("click", () => {
    const column = Number(b.dataset.column), was = heads[column].getAttribute("aria-sort");
    sort(column, was ? was === "ascending" : numeric(column));
  }));
})();
