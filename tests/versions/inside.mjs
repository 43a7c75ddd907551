// Runs pytest with the Python in an unpacked npm package "pyodide", on a tree of this machine.
//   node inside.mjs RUNTIME TREE PACKAGES[:PACKAGES…] words for pytest…
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, tree, folders, ...words] = process.argv.slice(2);
const packages = folders.split(":").map((folder, number) => [`/packages/${number}`, folder]);
const { loadPyodide } = await import(pathToFileURL(join(runtime, "pyodide.mjs")));
const python = await loadPyodide({
  indexURL: `${runtime}/`,
  stdout: console.log,
  stderr: console.error,
});
for (const [place, root] of [["/tree", tree], ...packages]) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
python.globals.set("words", python.toPy(words));
python.globals.set("packages", python.toPy(packages.map(([place]) => place)));
process.exitCode = python.runPython(`
import os, sys, time
from xml.parsers import expat

os.chdir("/tree")
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
sys.dont_write_bytecode = True
# No processor's time is known in here, only the clock's: how long a file may take is for 3.11 to say.
time.process_time = lambda: 0.0
sys.path[:0] = ["/tree", *packages]
import pytest
from hypothesis import HealthCheck, settings

print("Python", sys.version.split()[0], expat.EXPAT_VERSION, flush=True)
# The tests' own conftest starts programs and knows which are installed; here there are none.
settings.register_profile(
    "inside", deadline=None, max_examples=4, derandomize=True, suppress_health_check=list(HealthCheck)
)
settings.load_profile("inside")
int(pytest.main(["-p", "no:cacheprovider", "--noconftest", "--capture=sys", "-o", "addopts=", "-q", *words]))
`);
