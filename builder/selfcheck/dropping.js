"use strict";
// What was dropped can be asked for only while the event is told, all of it at once.
function droppedItems(transfer) {
  const placeOf = (item) => {
    // Chromium refuses entries to a page that was opened from a disk, but not handles; others know
    // entries alone.
    if (item.getAsFileSystemHandle) { return item.getAsFileSystemHandle().catch(() => null); }
    return item.webkitGetAsEntry ? item.webkitGetAsEntry() : null;
  };
  return Array.from(transfer.items || []).filter((item) => item.kind === "file")
    .map((item) => ({ file: item.getAsFile(), place: placeOf(item) }));
}

// The files by themselves and, by folder, all files below it; or the folder that cannot be read.
async function filesOf(items, count) {
  const fileOf = (one) => (one.getFile ? one.getFile() : new Promise((done, failed) => { one.file(done, failed); }));
  const isFolder = (one) => one !== null && (one.kind === "directory" || one.isDirectory === true);
  async function* inside(folder) {
    if (folder.values) { yield* folder.values(); return; }
    const reader = folder.createReader();
    for (;;) {
      const some = await new Promise((done, failed) => { reader.readEntries(done, failed); });
      if (!some.length) { return; }
      yield* some;
    }
  }
  async function below(folder, path, found) {
    for await (const one of inside(folder)) {
      const name = `${path}/${one.name}`;
      if (isFolder(one)) { await below(one, name, found); continue; }
      found.push({ name, file: await fileOf(one) });
      if (found.length % 200 === 0) { count(found.length); }
    }
  }
  const files = [], folders = [];
  for (const { file, place } of items) {
    const there = await place;
    if (!isFolder(there)) { if (file) { files.push({ name: file.name, file }); } continue; }
    const found = [];
    try { await below(there, there.name, found); } catch (error) { return { files, folders, unread: { name: there.name, error } }; }
    folders.push({ name: there.name, files: found });
  }
  return { files, folders, unread: null };
}
