// Drives one browser for `driving.py`: a line of JSON in, {do, ...}, is a line of JSON out,
// {value} or {error}. puppeteer-core speaks to Chromium and to Firefox alike, as distributions
// ship them; nothing is downloaded. The network is off but where an address of this machine is
// visited, and whatever a page asks for is noted.
"use strict";
const puppeteer = require("puppeteer-core");
const lines = require("node:readline").createInterface({ input: process.stdin });

// Nothing listens there: what gets past "offline" goes nowhere either.
const NOWHERE = { host: "127.0.0.1", port: 9 };
const FIREFOX = {
  "network.proxy.type": 1,
  "network.proxy.http": NOWHERE.host, "network.proxy.http_port": NOWHERE.port,
  "network.proxy.ssl": NOWHERE.host, "network.proxy.ssl_port": NOWHERE.port,
  "network.proxy.no_proxies_on": "",
};
const CHROMIUM = ["--no-sandbox", `--proxy-server=${NOWHERE.host}:${NOWHERE.port}`];

let browser, kind, page, asked, broken;

async function element(selector) {
  const found = await page.$(selector);
  if (found === null) throw new Error(`nothing is ${selector}`);
  return found;
}

const DOES = {
  async launch({ program, executable, dark }) {
    const own = program === "firefox"
      ? { extraPrefsFirefox: { ...FIREFOX, "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1 } }
      : { pipe: true, args: CHROMIUM };
    kind = program;
    browser = await puppeteer.launch({
      browser: program === "firefox" ? "firefox" : "chrome", executablePath: executable, headless: true, ...own,
    });
    return { process: browser.process().pid, version: await browser.version() };
  },
  // `before` runs before the page's own script does.
  async open({ url, before, width, height, dark, offline }) {
    if (page) await page.close();
    page = await browser.newPage();
    await page.bringToFront();
    asked = []; broken = [];
    page.on("request", (request) => asked.push(request.url().slice(0, 200)));
    page.on("pageerror", (error) => broken.push(String(error && error.message)));
    await page.setViewport({ width, height });
    await page.setOfflineMode(offline);
    if (kind === "chromium") {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    }
    if (before) await page.evaluateOnNewDocument(before);
    await page.goto(url, { waitUntil: "domcontentloaded" });
  },
  async click({ selector }) { await (await element(selector)).click(); },
  async type({ selector, text }) { await (await element(selector)).type(text); },
  async agree() { page.on("dialog", (dialog) => dialog.accept()); },
  async evaluate({ script }) { return (await page.evaluate(script)) ?? null; },
  async choose({ selector, paths }) { await (await element(selector)).uploadFile(...paths); },
  // What the system's file manager does; only the protocol of Chromium can do it.
  async drag({ selector, paths }) {
    const { x, y, width, height } = await (await element(selector)).boundingBox();
    const session = await page.createCDPSession();
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await session.send("Input.dispatchDragEvent", { type, x: x + width / 2, y: y + height / 2, data });
    }
    await session.detach();
  },
  async press({ key }) { await page.keyboard.press(key); },
  async pressed_for_files({ key }) {
    const chooser = page.waitForFileChooser({ timeout: 60000 }).then(() => true, () => false);
    // Answered only after the browser has been told to hand its choosers over.
    await page.evaluate("document.hasFocus()");
    await page.keyboard.press(key);
    return chooser;
  },
  async screenshot({ path, whole }) { await page.screenshot({ path, fullPage: whole }); },
  async print({ path }) { await page.pdf({ path, format: "A4" }); },
  async seen() { return { asked, broken }; },
};

lines.on("line", async (line) => {
  const { do: what, ...how } = JSON.parse(line);
  let answer;
  try { answer = { value: (await DOES[what](how)) ?? null }; } catch (error) { answer = { error: String(error && error.stack || error) }; }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
lines.on("close", async () => { if (browser) await browser.close(); process.exit(0); });
