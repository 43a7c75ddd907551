/* Written so that any browser understands it: what is too old is told, and nothing more is tried. */
window.selfcheck = { state: "loading", readyMs: 0, boots: 0, runs: 0, last: null, errors: [], patience: 60000 };
(function () {
  var missing = [];
  function need(name, there) { if (!there) { missing.push(name); } }
  need("Worker", typeof Worker === "function");
  need("Promise", typeof Promise === "function");
  need("Blob", typeof Blob === "function" && typeof Blob.prototype.stream === "function");
  need("DecompressionStream", typeof DecompressionStream === "function");
  need("BigInt64Array", typeof BigInt64Array === "function");
  need("WebAssembly", typeof WebAssembly === "object" && !!WebAssembly.Exception);
  if (missing.length) {
    var state = document.getElementById("state");
    state.className = "wrong";
    state.innerHTML = "这个浏览器太旧，不能在本页核验。请用新版的 Edge、谷歌浏览器（Chrome 97 以上）或火狐（Firefox 113 以上）打开本页；"
      + "360、QQ、搜狗等浏览器请升级到新版并切换到“极速模式”。文件没有问题，不用改动。";
    document.getElementById("bar").style.display = "none";
    document.getElementById("drop").style.display = "none";
    window.selfcheck.state = "old";
    window.selfcheck.errors.push("old browser: " + missing.join(", "));
  }
}());
