// The program's own thread: Python, the verifier, and nothing that could reach another machine.
//
// It is a classic worker made from a blob: under file:// a browser refuses module workers, but lets
// a classic one import() blobs. The runtime in turn refuses classic workers, which it knows by
// importScripts; without that it works in one.
"use strict";
self.importScripts = () => { throw new TypeError("none"); };
const say = (kind, more = {}, moved = []) => self.postMessage({ kind, ...more }, moved);

function decoded(text) {
  if (Uint8Array.fromBase64) { return Uint8Array.fromBase64(text); }
  const characters = atob(text), bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at += 1) { bytes[at] = characters.charCodeAt(at); }
  return bytes;
}

// Each part arrives in pieces and is unpacked while the next one is on its way.
const parts = new Map();
function part(name) {
  if (!parts.has(name)) {
    const unpacking = new DecompressionStream("gzip");
    parts.set(name, { into: unpacking.writable.getWriter(), out: unpacking.readable });
  }
  return parts.get(name);
}
const answered = (name, type) => new Response(part(name).out, { headers: { "Content-Type": type } });
const bytesOf = async (name) => new Uint8Array(await answered(name, "").arrayBuffer());
async function moduleOf(name) {
  const content = await answered(name, "").arrayBuffer();
  const address = URL.createObjectURL(new Blob([content], { type: "text/javascript" }));
  try { return await import(address); } finally { URL.revokeObjectURL(address); }
}

// The runtime asks for two files by address; they are answered from memory.
const HELD = {
  "pyodide.asm.wasm": ["wasm", "application/wasm"],
  "python_stdlib.zip": ["library", "application/zip"],
};
self.fetch = async (address) => {
  const held = HELD[String(address).split("/").pop()];
  if (!held) { throw new TypeError("本页不联网：" + address); }
  return answered(...held);
};

let python, session;
async function start() {
  const lock = new TextDecoder().decode(await bytesOf("lock"));
  const [{ default: createPyodideModule }, { loadPyodide }] =
    await Promise.all([moduleOf("machine"), moduleOf("loader")]);
  say("step", { step: "runtime" });
  python = await loadPyodide({
    indexURL: "memory://runtime/", packageBaseUrl: "memory://runtime/",
    createPyodideModule, lockFileContents: lock,
    stdout: (line) => say("log", { line }), stderr: (line) => say("log", { line }),
  });
  say("step", { step: "program" });
  const unpack = "import sys, zipfile; zipfile.ZipFile(there).extractall(into); sys.path.insert(0, into)";
  for (const [name, into] of [["program", "/app"], ["given", "/app/given"]]) {
    python.FS.writeFile("/part.zip", await bytesOf(name));
    python.runPython(unpack, { locals: python.toPy({ there: "/part.zip", into }) });
  }
  python.FS.unlink("/part.zip");
  session = python.pyimport("builder.selfcheck.session").begin("/app/given");
  if (session.refused) { throw new Error(session.refused); }
  python.FS.mkdirTree("/inbox");
  say("ready", { memory: python._module.HEAPU8.length });
}

// A file that was moved or saved anew since it was chosen cannot be read any more.
async function readable(files) {
  const found = await Promise.all(files.map(async (one) => {
    try { await one.file.slice(0, 1).arrayBuffer(); return true; } catch { return false; }
  }));
  return [files.filter((_, at) => found[at]), files.filter((_, at) => !found[at])];
}

async function check({ files, order }) {
  const [there, gone] = await readable(files);
  const blobs = there.map((one) => ({ name: one.name, data: one.file }));
  python.FS.mount(python.FS.filesystems.WORKERFS, { blobs }, "/inbox");
  const told = session.check("/inbox", "/outbox", order, (name, output) => say("at", { name, output }));
  python.FS.unmount("/inbox");
  const result = JSON.parse(told);
  const outputs = result.outputs.map((one) => ({
    kind: one.kind, name: one.name, bytes: python.FS.readFile(one.path).buffer,
  }));
  const text = (kind) => new TextDecoder().decode(outputs.find((one) => one.kind === kind).bytes);
  say("done", {
    words: result.words, notes: result.notes, another: result.another, json: text("json"), page: text("page"), outputs,
    gone: gone.map((one) => one.name), memory: python._module.HEAPU8.length,
  }, outputs.map((one) => one.bytes));
}

self.onmessage = async ({ data }) => {
  try {
    if (data.kind === "piece") {
      const { into } = part(data.part);
      into.write(decoded(data.text));
      if (data.last) { into.close(); }
    } else if (data.kind === "check") { await check(data); }
  } catch (error) { say("died", { error: String((error && error.stack) || error) }); }
};
start().catch((error) => say("died", { error: String((error && error.stack) || error) }));
