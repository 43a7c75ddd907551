"""What is done to the page before its own script runs, to see how it takes it."""

import json

# The first machine that judges hangs at a file of that name, whatever is in it.
HANGS = "卡住"
_IN_THE_MACHINE = f"""
const posted = self.postMessage.bind(self);
self.postMessage = (told, ...more) => {{
  posted(told, ...more);
  if (told.kind === "at" && told.name.includes("{HANGS}")) for (;;) {{}}
}};
"""
HANGING = f"""
const spoiled = {json.dumps(_IN_THE_MACHINE)};
let first = true;
const isMachine = (part) => typeof part === "string" && part.includes("importScripts");
window.Blob = new Proxy(window.Blob, {{ construct(Made, [parts = [], ...more]) {{
  const spoils = first && parts.some(isMachine);
  first = first && !spoils;
  return new Made(spoils ? [spoiled, ...parts] : parts, ...more);
}} }});
"""
# A browser from before the page's time.
OLD = "delete window.DecompressionStream;"
# What the page saves is kept for the test instead: name and content.
KEPT = """
window.saved = [];
const blobs = new Map(), address = URL.createObjectURL.bind(URL);
URL.createObjectURL = (blob) => { const made = address(blob); blobs.set(made, blob); return made; };
HTMLAnchorElement.prototype.click = function () {
  const kept = { name: this.download, content: null };
  window.saved.push(kept);
  blobs.get(this.href).arrayBuffer().then((bytes) => {
    let text = "";
    for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
    kept.content = btoa(text);
  });
};
"""
