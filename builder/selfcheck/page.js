"use strict";
(() => {
  if (window.selfcheck.state === "old") { return; }
  const told = window.selfcheck;
  const $ = (id) => document.getElementById(id);
  // The start of the program gets no more than this, a file no more than told.patience.
  const START = 120000, MOST_STOPS = 50;
  const LISTING = "listing", ALL_FOLDERS = "所交文件夹";
  const given = $("given") ? JSON.parse($("given").textContent) : null;
  const began = performance.now();
  const tell = (words, wrong = false) => {
    $("state").textContent = words; $("state").classList.toggle("wrong", wrong);
  };
  const progress = (done, all) => {
    $("bar").hidden = done === null;
    if (all) { $("bar").max = all; $("bar").value = done; } else { $("bar").removeAttribute("value"); }
  };

  // ---- What the page says of itself.
  function introduce() {
    if (!given) { tell("这是底页，还没有放进方案，不能核验。请用 builder selfcheck 生成自查页。", true); return false; }
    const names = given.awards.map((award) => award.title);
    $("award").textContent = (given.office ? `${given.office}　` : "")
      + (names.length > 2 ? `${names[0]} 等 ${names.length} 个方案` : names.join("、"));
    document.title = `交件前自查 · ${names.length > 1 ? `${names.length} 个方案` : names[0]}`;
    const list = document.createElement("ul");
    given.awards.forEach((award) => {
      const item = document.createElement("li");
      item.textContent = `${award.title}（${award.edition}）`;
      list.append(item);
    });
    $("awards").append(Object.assign(document.createElement("p"), { textContent: "只核验由下列方案生成的评分表和申报材料：" }), list);
    $("made").textContent = `本页由 builder ${given.version} 于 ${given.made} 生成。`;
    return true;
  }

  // ---- The worker: started with the parts of the program, ended when it takes too long.
  let worker = null, ready = false, watch = 0;
  const pieces = [];
  function patience(milliseconds, why) {
    clearTimeout(watch);
    watch = milliseconds ? setTimeout(() => lost("time", why), milliseconds) : 0;
  }
  function end() {
    patience(0);
    if (worker) { worker.terminate(); }
    worker = null; ready = false;
  }
  function boot() {
    end();
    const source = new Blob([$("worker").textContent], { type: "text/javascript" });
    const address = URL.createObjectURL(source);
    const mine = worker = new Worker(address);
    told.boots += 1;
    mine.onmessage = (event) => { if (mine === worker) { hear(event.data); } };
    mine.onerror = (event) => { if (mine === worker) { lost("died", event.message || "worker"); } };
    patience(START, "start");
    // One piece at a time, so that the page answers in between.
    let sent = 0;
    const send = () => {
      if (mine !== worker) { return; }
      const piece = pieces[sent];
      mine.postMessage({ kind: "piece", ...piece });
      sent += 1;
      if (!ready) { progress(sent, pieces.length + 8); }
      if (sent < pieces.length) { setTimeout(send, 0); }
    };
    send();
  }
  function hear(data) {
    if (data.kind === "log") { return; }
    if (data.kind === "step") {
      if (!run) { tell(data.step === "runtime" ? "正在启动核验程序……" : "正在装入方案……"); progress(null, 0); $("bar").hidden = false; }
    } else if (data.kind === "ready") {
      patience(0); ready = true; told.memory = data.memory;
      if (told.boots === 1) { told.readyMs = Math.round(performance.now() - began); }
      if (run) { order(); } else { told.state = "ready"; tell("准备好了，请放入文件。"); progress(null); }
    } else if (data.kind === "at") {
      patience(told.patience, data.name); at(data);
    } else if (data.kind === "done") { patience(0); done(data); }
    else if (data.kind === "died") { lost("died", data.error); }
  }
  function lost(why, error) {
    patience(0);
    told.errors.push(`${why}: ${error}`);
    if (!ready) { fail("核验程序没有启动。请换用新版的 Edge 或 Chrome 打开本页；电脑内存不足时，先关闭别的程序。"); return; }
    if (!run || run.stopped.length >= MOST_STOPS || !stop(why)) {
      fail("核验没有完成。请重新打开本页，一份一份放入，找出是哪一份文件。"); return;
    }
    tell(run.now.name ? `核验“${run.now.name}”时程序停下了，正在重新启动，接着核验其余文件……` : "核验程序停下了，正在重新启动，逐个查看文件……");
    boot();
  }
  function fail(words) {
    end(); run = null; told.state = "failed"; tell(words, true); progress(null);
  }

  // ---- One run over what was dropped; after a stop it begins anew without the file at fault.
  let held = { files: [], folder: "", evidence: [] }, run = null;
  // What is under way can be called off only with its worker; one that still starts is of use.
  function interrupt() {
    if (run && ready) { end(); }
    run = null;
  }
  function rest() {
    if (!worker) { boot(); }
    told.state = ready ? "ready" : "loading";
    tell(ready ? "准备好了，请放入文件。" : "正在准备……");
  }
  function begin(notes) {
    const files = [...held.files, ...held.evidence];
    if (!files.length) { rest(); return; }
    run = { files, notes, stopped: [], careful: false, now: { name: "", output: LISTING }, seen: 0, asked: performance.now() };
    told.state = "busy"; told.last = null;
    $("outputs").hidden = true; $("report").hidden = true;
    if (ready) { order(); return; }
    tell("文件已放入，程序准备好就开始核验……");
    if (!worker) { boot(); }
  }
  function order() {
    run.now = { name: "", output: LISTING }; run.seen = 0;
    tell("正在查看放入的文件……"); progress(0, 0); $("bar").hidden = false;
    patience(told.patience, "listing");
    worker.postMessage({ kind: "check", files: run.files, order: JSON.stringify({
      files: held.files.map((one) => one.name), evidence: held.folder,
      stopped: run.stopped, careful: run.careful,
    }) });
  }
  function at(data) {
    run.now = data;
    if (data.output === LISTING) { return; }
    run.seen += 1;
    tell(data.output ? `正在把意见写进“${data.name}”……` : `正在核验第 ${run.seen} 个文件：${data.name}`);
  }
  function stop(why) {
    const { name, output } = run.now;
    if (name) { run.stopped.push([name, output, why]); return true; }
    // Nobody said at which file: from now on each is told of while it is listed.
    if (run.careful) { return false; }
    run.careful = true;
    return true;
  }
  function done(data) {
    const seconds = (performance.now() - run.asked) / 1000;
    const { notes } = run;
    run = null; told.runs += 1; told.memory = data.memory;
    told.last = { json: data.json, seconds }; told.state = "done";
    document.body.classList.add("done");
    progress(null);
    tell(`${data.words}用时 ${seconds.toFixed(1)} 秒。改好后再放入，就会重新核验。`);
    remark([
      ...notes, ...data.another.map(stranger),
      ...(data.gone.length ? [`有 ${data.gone.length} 个文件读不到（${data.gone.slice(0, 3).join("、")}）：放入以后保存过、移动过，或者正被别的程序占用。请重新放入。`] : []),
      ...data.notes,
    ]);
    offer(data.outputs);
    show(data.page);
  }
  function stranger(one) {
    const other = given.others[one.scheme];
    if (other) { return `“${one.path}”是“${other}”的材料，不是本页的奖项。文件没有坏，请用那个奖项的自查页核验，或看看是不是放错了文件。`; }
    const own = given.awards.some((award) => award.id === one.scheme);
    return own ? `“${one.path}”是同一奖项另一个版本的材料，本页没有那一版。请向主办单位要与它同一版的自查页，或改用现行的表。`
      : `“${one.path}”是别的奖项（${one.scheme}）的材料，本页不认识。请用那个奖项的自查页核验，或看看是不是放错了文件。`;
  }
  function remark(lines) {
    $("notes").replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
    $("notes").hidden = !lines.length;
  }

  // ---- What is saved and shown.
  const LABELS = { page: "保存结果网页", json: "保存结果数据（JSON）", all: "全部存成一个压缩包" };
  function save(name, content) {
    const address = URL.createObjectURL(new Blob([content]));
    const link = Object.assign(document.createElement("a"), { href: address, download: name });
    document.body.append(link); link.click(); link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }
  function button(words, main, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words, onclick: act });
    made.classList.toggle("main", main);
    return made;
  }
  function offer(outputs) {
    const rank = ["all", "marked", "page", "json"];
    const sorted = [...outputs].sort((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind));
    const marked = outputs.filter((one) => one.kind === "marked");
    const shown = sorted.filter((one) => one.kind !== "marked" || marked.length <= 6);
    $("outputs").replaceChildren(
      ...shown.map((one) => button(LABELS[one.kind] || `保存 ${one.name}`, one.kind === "all", () => save(one.name, one.bytes))),
      button("打印结果", false, () => $("report").contentWindow.postMessage("print", "*")),
    );
    $("outputs").hidden = false;
  }
  // The results page stays as it is; shown here it also says how high it is, and prints on request.
  const SHOWN = "<script>(() => { const say = () => parent.postMessage({ height: document.body.scrollHeight }, '*');"
    + "new ResizeObserver(say).observe(document.body); addEventListener('message', (e) => { if (e.data === 'print') { print(); } }); })();<" + "/script>";
  function show(page) {
    $("report").hidden = false;
    $("report").srcdoc = page + SHOWN;
  }
  addEventListener("message", (event) => {
    if (event.source === $("report").contentWindow && event.data && event.data.height > 0) {
      $("report").style.height = `${Math.ceil(event.data.height)}px`;
    }
  });

  // ---- What is dropped or chosen: files by themselves, folders with all below them.
  function take(files, folders, notes = []) {
    remark(notes);
    if (!files.length && !folders.length) { return; }
    if (files.length) { held.files = dropping.named(files); }
    if (folders.length) {
      const many = folders.length > 1;
      held.folder = many ? ALL_FOLDERS : folders[0].name;
      const before = many ? `${ALL_FOLDERS}/` : "";
      held.evidence = folders.flatMap((folder) => folder.files.map((one) => ({ name: before + one.name, file: one.file })));
    }
    if (!held.evidence.length) { held.folder = ""; }
    remember();
    interrupt();
    begin(notes);
  }
  function remember() {
    const words = [];
    if (held.files.length) { words.push(`材料：${held.files.slice(0, 4).map((one) => one.name).join("、")}${held.files.length > 4 ? ` 等 ${held.files.length} 个` : ""}`); }
    if (held.folder) { words.push(`证据文件夹：${held.folder}（${held.evidence.length} 个文件）`); }
    $("held").hidden = !words.length;
    $("held").replaceChildren(`已放入　${words.join("　")}`, button("清空", false, () => {
      held = { files: [], folder: "", evidence: [] };
      remember();
      if (run) { interrupt(); rest(); }
      $("pick").focus();
    }));
  }
  $("pick").addEventListener("change", () => {
    const files = dropping.plain($("pick").files);
    $("pick").value = "";
    take(files, []);
  });
  $("pick-folder").addEventListener("change", () => {
    const folders = dropping.folder($("pick-folder").files);
    $("pick-folder").value = "";
    take([], folders);
  });
  ["dragenter", "dragover"].forEach((name) => document.addEventListener(name, (event) => {
    event.preventDefault(); $("drop").classList.add("over");
  }));
  ["dragleave", "drop"].forEach((name) => document.addEventListener(name, (event) => {
    event.preventDefault(); $("drop").classList.remove("over");
  }));
  let before = Promise.resolve();
  document.addEventListener("drop", (event) => {
    const count = (number) => { if (number % 200 === 0) { tell(`正在看文件夹里的文件：${number} 个……`); } };
    const asked = dropping.dropped(event.dataTransfer, count);
    // A folder that takes long to read is taken before what was dropped after it.
    before = before.then(() => asked).then(({ files, folders, unread }) => {
      const empty = folders.filter((one) => !one.files.length).map((one) => one.name);
      take(files, folders.filter((one) => one.files.length), [
        ...unread.map((name) => `这个浏览器不让网页读拖进来的文件夹“${name}”。请点“选择证据文件夹”来选它。`),
        ...empty.map((name) => `文件夹“${name}”是空的。`),
      ]);
    });
  });

  // ---- The parts stand behind this script; once all are there, the program starts.
  document.addEventListener("DOMContentLoaded", () => {
    if (!introduce()) { told.state = "failed"; $("bar").hidden = true; $("drop").hidden = true; return; }
    document.querySelectorAll("script[data-part]").forEach((element) => {
      pieces.push({ part: element.dataset.part, last: "last" in element.dataset, text: element.textContent });
      element.remove();
    });
    boot();
  });
})();
