// What people drop or choose: files by themselves, folders with all below them, each file as
// { name, file }, the name being its path from what was dropped.
"use strict";
const dropping = (() => {
  const plain = (list) => Array.from(list, (file) => ({ name: file.name, file }));

  async function belowHandle(handle, before, found, count) {
    for await (const one of handle.values()) {
      const name = `${before}/${one.name}`;
      if (one.kind === "file") { found.push({ name, file: await one.getFile() }); count(found.length); }
      else { await belowHandle(one, name, found, count); }
    }
  }
  async function belowEntry(entry, found, count) {
    if (entry.isFile) {
      const file = await new Promise((done, failed) => { entry.file(done, failed); });
      found.push({ name: entry.fullPath.replace(/^\/+/, ""), file });
      count(found.length);
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, failed) => { reader.readEntries(done, failed); });
      if (!some.length) { return; }
      for (const one of some) { await belowEntry(one, found, count); }
    }
  }
  // Chromium reads folders for a page under file:// by handles only, Firefox by entries only.
  async function folderOf({ handle, entry }, count) {
    const found = [], there = handle ? await handle : null;
    if (there) { await belowHandle(there, there.name, found, count); }
    else { await belowEntry(entry, found, count); }
    return { name: entry.name, files: found };
  }

  // The files and folders of a drop, and the names of folders that the browser does not let us read.
  function dropped(data, count) {
    const files = [], asked = [], folders = [], unread = [];
    // What was dropped can be asked for only now, before anything is waited for.
    for (const item of Array.from(data.items || [])) {
      const entry = item.webkitGetAsEntry && item.webkitGetAsEntry();
      if (entry && entry.isDirectory) {
        const handle = item.getAsFileSystemHandle && item.getAsFileSystemHandle().catch(() => null);
        asked.push({ handle, entry });
      } else if (item.kind === "file") { files.push(...plain([item.getAsFile()].filter(Boolean))); }
    }
    if (!files.length && !asked.length) { files.push(...plain(data.files)); }
    return (async () => {
      for (const one of asked) {
        try { folders.push(await folderOf(one, count)); } catch { unread.push(one.entry.name); }
      }
      return { files, folders, unread };
    })();
  }

  // A folder that was chosen in a field.
  function folder(list) {
    const files = Array.from(list, (file) => ({ name: file.webkitRelativePath || file.name, file }));
    return files.length ? [{ name: files[0].name.split("/")[0], files }] : [];
  }

  // Files of one name from several folders keep apart.
  function named(files) {
    const taken = new Set();
    return files.map((one) => {
      const dot = one.name.lastIndexOf(".");
      const [stem, ending] = dot > 0 ? [one.name.slice(0, dot), one.name.slice(dot)] : [one.name, ""];
      let name = one.name, number = 1;
      while (taken.has(name)) { number += 1; name = `${stem}（${number}）${ending}`; }
      taken.add(name);
      return { name, file: one.file };
    });
  }
  return { plain, folder, dropped, named };
})();
