// The discrepancy report in a real browser. Runs with the folder of reports and that of the packages as
// REPORTS and NUMERATE_BROWSER; `tests/browser.rs` sees to both.
"use strict";

const assert = require("node:assert/strict");
const { after, before, describe, test } = require("node:test");
const { createRequire } = require("node:module");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const packages = createRequire(path.join(process.env.NUMERATE_BROWSER, "package.json"));
const { chromium } = packages("playwright-core");
const axe = packages("axe-core");

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const WIDE = { width: 1200, height: 900 };
const NARROW = { width: 360, height: 740 };

const url = (name) => pathToFileURL(path.join(process.env.REPORTS, `${name}.html`)).href;

/** Every launch has a profile folder of its own, which is gone afterwards. */
let browser;
before(async () => { browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS }); });
after(async () => { await browser?.close(); });

/** Opens a report, has a look, and sees to it that the page neither complained nor asked for anything. */
const opened = async (name, options, look) => {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => { complaints.push(dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => { if (request.url().split("#")[0] !== url(name)) complaints.push(request.url()); });
  await page.goto(url(name));
  await look(page);
  await context.close();
  assert.deepEqual(complaints, []);
};

const shown = (page, selector) => page.locator(selector).filter({ visible: true }).count();

/** What a person with other senses, or without a mouse, would stumble over. */
const barriers = async (page) => {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => window.axe.run());
  return found.violations.map(({ id, impact, nodes }) => `${impact}: ${id} at ${nodes[0].target} and ${nodes.length - 1} more`);
};

for (const name of ["stories", "odd", "nothing", "broken"]) {
  describe(`the report on ${name}`, () => {
    for (const [look, options] of [
      ["light", { colorScheme: "light" }], ["dark", { colorScheme: "dark" }], ["narrow", { viewport: NARROW }],
    ]) {
      test(`is open to everybody, ${look}`, () =>
        opened(name, options, async (page) => assert.deepEqual(await barriers(page), [])));
    }

    test("fits a telephone", () => opened(name, { viewport: NARROW }, async (page) => {
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    }));

    test("is whole on paper and without a script", () => opened(name, { javaScriptEnabled: false }, async (page) => {
      await page.emulateMedia({ media: "print" });
      assert.equal(await shown(page, "h1"), 1);
      assert.equal(await shown(page, ".dispute"), await page.locator(".dispute").count());
      assert.equal(await shown(page, ".claims tbody tr"), await page.locator(".claims tbody tr").count());
      assert.equal(await shown(page, "#filters"), 0);
    }));
  });
}

test("fields show what they are asked for", () => opened("stories", {}, async (page) => {
  const all = await page.locator(".dispute").count();
  const claims = await page.locator(".claims tbody tr").count();
  assert.ok(all > 5 && claims > 50);
  for (const field of ["severity", "kind", "party", "draft"]) {
    const select = page.locator(`select[name=${field}]`);
    const value = await page.locator(".dispute").last().getAttribute(`data-${field}`).then((values) => values.split(" ")[0]);
    await select.selectOption(value);
    const left = await shown(page, ".dispute");
    assert.ok(left > 0 && left < all, `${field}: ${left}`);
    const fitting = await page.locator(".dispute").evaluateAll(
      (disputes, [field, value]) => disputes.filter((one) => one.dataset[field].split(" ").includes(value)).length,
      [field, value],
    );
    assert.equal(left, fitting);
    const rows = await shown(page, ".claims tbody tr");
    assert.equal(rows < claims, field === "party" || field === "draft");
    assert.equal(await page.textContent("#shown"), `${left} of ${all} disputes, ${rows} of ${claims} claims shown`);
    await page.locator("#filters button").click();
    assert.equal(await shown(page, ".dispute"), all);
  }
}));

test("a cell of the matrix shows the disputes of its two parties", () => opened("stories", {}, async (page) => {
  const link = page.locator("[data-pair]").first();
  const count = Number(await link.textContent());
  await link.focus();
  await page.keyboard.press("Enter");
  assert.equal(await shown(page, ".dispute"), count);
}));

test("claims are sorted by the keyboard too", () => opened("stories", {}, async (page) => {
  const heading = page.locator(".claims thead th").nth(2);
  const keys = () => page.locator(".claims tbody tr").evaluateAll(
    (rows) => rows.map((row) => row.cells[2].dataset.key).filter((key) => key !== undefined).map(Number),
  );
  await heading.locator("button").focus();
  await page.keyboard.press("Enter");
  assert.equal(await heading.getAttribute("aria-sort"), "ascending");
  const up = await keys();
  assert.deepEqual(up, [...up].sort((one, other) => one - other));
  await page.keyboard.press("Enter");
  assert.equal(await heading.getAttribute("aria-sort"), "descending");
  assert.deepEqual(await keys(), [...up].sort((one, other) => other - one));
}));

test("a report of 5,000 claims opens in less than two seconds", async () => {
  const times = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await opened("many", {}, async (page) => {
      assert.equal(await page.locator(".claims tbody tr").count(), 5000);
      times.push(await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd));
    });
  }
  // The machine may be busy with something else, but hardly three times.
  assert.ok(Math.min(...times) < 2000, `${times} ms`);
});
