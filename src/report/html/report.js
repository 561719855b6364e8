"use strict";
(() => {
  const filters = document.getElementById("filters");
  const disputes = [...document.querySelectorAll(".dispute")];
  const table = document.querySelector("table.claims");
  const rows = table ? [...table.tBodies[0].rows] : [];
  const fields = ["severity", "kind", "party", "draft"];
  /** The two parties whose disputes are asked for, or none. */
  let pair = [];

  /** Whether an element has a value in one of its lists of them; what lists none passes. */
  const has = (element, field, value) =>
    value === "" || !(field in element.dataset) || element.dataset[field].split(" ").includes(value);

  /** Whether a dispute is between two parties or, where both are one, of that one with itself; any is between none. */
  const isBetween = (dispute, [one, other]) => {
    const parties = dispute.dataset.party.split(" ");
    if (one === undefined) return true;
    return one === other ? dispute.dataset.party === one : parties.includes(one) && parties.includes(other);
  };

  const show = () => {
    const wanted = fields.map((field) => [field, filters.elements[field].value]);
    const passes = (element) => wanted.every(([field, value]) => has(element, field, value));
    disputes.forEach((dispute) => { dispute.hidden = !(passes(dispute) && isBetween(dispute, pair)); });
    rows.forEach((row) => { row.hidden = !passes(row); });
    const left = (all) => `${all.filter((one) => !one.hidden).length} of ${all.length}`;
    document.getElementById("shown").textContent = `${left(disputes)} disputes, ${left(rows)} claims shown`;
  };

  const reset = (parties) => {
    filters.reset();
    pair = parties;
    show();
  };

  if (filters) {
    filters.hidden = false;
    filters.addEventListener("change", show);
    filters.querySelector("button").addEventListener("click", () => reset([]));
    document.querySelectorAll("[data-pair]").forEach((link) => {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        reset(link.dataset.pair.split(" "));
        filters.scrollIntoView();
      });
    });
    show();
  }

  /** What a row is sorted by in a column: a number that stands beside the words, or the words. */
  const words = new Intl.Collator("en", { numeric: true });
  const compare = (one, other) => {
    if (typeof one === "number" && typeof other === "number") return one - other;
    if (one === "" || other === "") return (one === "") - (other === "");
    return words.compare(one, other);
  };
  const key = (row, column) => {
    const cell = row.cells[column];
    return "key" in cell.dataset ? Number(cell.dataset.key) : cell.textContent.trim();
  };

  const sort = (column, up) => {
    const keyed = rows.map((row) => [key(row, column), row]);
    keyed.sort(([one], [other]) => (one === "" || other === "" || up ? compare(one, other) : compare(other, one)));
    table.tBodies[0].replaceChildren(...keyed.map(([, row]) => row));
  };

  [...(table ? table.tHead.rows[0].cells : [])].forEach((heading, column, headings) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const up = heading.getAttribute("aria-sort") !== "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", up ? "ascending" : "descending");
      sort(column, up);
    });
  });
})();
