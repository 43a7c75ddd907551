// Compiles the Python files of an archive by the runtime in a folder: compile.mjs RUNTIME IN OUT
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , runtime, given, made] = process.argv;
const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: runtime });
python.FS.writeFile("/in.zip", readFileSync(given));
python.runPython(`
import importlib.util, marshal, zipfile

source, target = zipfile.ZipFile("/in.zip"), zipfile.ZipFile("/out.zip", "w")
for name in source.namelist():
    content = source.read(name)
    if name.endswith(".py"):
        # Nobody reads its help there; whether the source is newer is never asked.
        code = compile(content, "/" + name, "exec", dont_inherit=True, optimize=2)
        content = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
        content += marshal.dumps(code)
        name += "c"
    target.writestr(zipfile.ZipInfo(name), content)
target.close()
`);
writeFileSync(made, python.FS.readFile("/out.zip"));
