"""rapporteur and its peers over the same content: wall and processor time, memory, and what is wrong
in the result. scripts/bench calls it.

  compare.py --pairs N [--write FILE] [--only SCENARIO] [--peer ENGINE]

Ours and the peers run in turns as whole processes, each with an office of its own: cold, with a fresh
profile. A ratio is the median of those of its pairs, a peer's run beside ours of the same round.
"""
import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import correct
import scenarios
from engines import ENGINES

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
OURS = os.environ.get("RAPPORTEUR", str(ROOT / "build/bin/rapporteur"))
NPM = ("docxtemplater", "easy-template-x", "docx-templates", "carbone")
PYTHON = "/usr/bin/python3"
DEADLINE = 900  # s, of one run


def available(engine):
    if engine in NPM:
        return (HERE / "node_modules" / engine).exists() and shutil.which("node")
    return subprocess.run([PYTHON, "-c", f"import {engine}"], capture_output=True,
                          check=False).returncode == 0


def version(engine):
    if engine in NPM:
        import json
        return json.loads((HERE / "node_modules" / engine / "package.json").read_text())["version"]
    return subprocess.run(["dpkg-query", "-W", "-f", "${Version}", f"python3-{engine}"],
                          capture_output=True, text=True, check=False).stdout.split("-")[0]


class Cost:
    """Wall and processor seconds, MB of the largest process."""

    def __init__(self, wall=0.0, cpu=0.0, memory=0.0):
        self.wall, self.cpu, self.memory = wall, cpu, memory

    def __add__(self, other):
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.memory, other.memory))


def run(command):
    start = time.monotonic()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen([str(word) for word in command], stdout=told, stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            told.seek(0)
            sys.exit(f"{' '.join(str(w) for w in command)[:300]}\n"
                     + told.read().decode(errors="replace")[-3000:])
    return Cost(time.monotonic() - start, usage.ru_utime + usage.ru_stime,
                usage.ru_maxrss / 1024)


def office(out, documents):
    """soffice --convert-to pdf, one process for all documents, with a private profile."""
    with tempfile.TemporaryDirectory() as profile:
        return run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless",
                    "--convert-to", "pdf", "--outdir", out, *documents])


def run_ours(folder, out, scenario):
    plans = [folder / f"plan-{i}" for i in range(scenario.copies)]
    cost = run([OURS, "build", *plans, "--to", "docx,pdf", "--out", out])
    first = sorted(out.glob("*.docx"), key=lambda path: (len(path.name), path.name))[0]
    return cost, first, first.with_suffix(".pdf")


def run_peer(engine, folder, out, scenario):
    kind = ENGINES[engine].drawing
    program = ["node", HERE / "render.mjs"] if engine in NPM else [PYTHON, HERE / "render.py"]
    data = [folder / f"data-{i}.json" for i in range(scenario.copies)]
    cost = run([*program, engine, folder / f"{engine}.{kind}", out, *data])
    documents = [out / f"{i}.{kind}" for i in range(scenario.copies)]
    return cost + office(out, documents), documents[0], documents[0].with_suffix(".pdf")


def once(engine, folder, scenario):
    """One run; its cost, what is wrong with the first document, its pages."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        out = Path(out)
        if engine == "rapporteur":
            cost, document, pdf = run_ours(folder, out, scenario)
        else:
            cost, document, pdf = run_peer(engine, folder, out, scenario)
        wrong, pages = correct.check(document, pdf, scenario, ENGINES[engine].tags)
        return cost, wrong, pages


def quartiles(values):
    if len(values) < 3:
        return min(values), statistics.median(values), max(values)
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high


class Row:
    def __init__(self, scenario, peer):
        self.scenario, self.peer = scenario, peer
        self.ours, self.theirs = [], []
        self.wrong, self.our_wrong = "", ""
        self.pages, self.our_pages = 0, 0

    def ratio(self):
        return statistics.median(t.wall / o.wall for o, t in zip(self.ours, self.theirs))


def measure(scenario, folder, peers, pairs):
    """Rounds: ours, then every peer; each peer makes a pair with ours of its round."""
    rows = [Row(scenario, peer) for peer in peers]
    for _ in range(pairs):
        ours, our_wrong, our_pages = once("rapporteur", folder, scenario)
        for row in rows:
            row.our_wrong, row.our_pages = row.our_wrong or our_wrong, our_pages
            theirs, row.wrong, row.pages = once(row.peer, folder, scenario)
            row.ours.append(ours)
            row.theirs.append(theirs)
    for row in rows:
        print(f"compare scenario={scenario.name} peer={row.peer} pairs={pairs} "
              f"ours_s={statistics.median(c.wall for c in row.ours):.2f} "
              f"peer_s={statistics.median(c.wall for c in row.theirs):.2f} "
              f"ratio={row.ratio():.2f} limit=1 ours={row.our_wrong or 'right'} "
              f"peer={row.wrong or 'right'}", flush=True)
    return rows


def load():
    return " ".join(f"{value:.2f}" for value in os.getloadavg())


def spread(values, digits=2):
    low, middle, high = quartiles(values)
    return f"{middle:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


def machine():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return f"{os.cpu_count()} cores of {line.split(':')[1].strip()}"
    return f"{os.cpu_count()} cores, {platform.machine()}"


def table(rows):
    lines = ["| Engine | Wall s | CPU s | Largest process MB | Peer ÷ ours | Result |",
             "|---|---|---|---|---|---|"]
    ours = rows[0].ours
    def line(name, costs, ratio, wrong, pages):
        lines.append(f"| {name} | {spread([c.wall for c in costs])} | "
                     f"{spread([c.cpu for c in costs])} | {max(c.memory for c in costs):.0f} | "
                     f"{ratio} | {wrong or 'right'}, {pages} pages |")
    line("**rapporteur**", ours, "1", rows[0].our_wrong, rows[0].our_pages)
    for row in sorted(rows, key=Row.ratio):
        line(row.peer, row.theirs, f"{row.ratio():.2f}", row.wrong, row.pages)
    return "\n".join(lines)


def write(path, results, pairs, loads, seconds, skipped):
    """Puts the tables between the marks of the page."""
    start, end = "<!-- scripts/bench --write: from here -->", "<!-- to here -->"
    text = Path(path).read_text(encoding="utf-8")
    body = [f"{date.today().isoformat()}, {machine()}, {pairs} pairs for each peer, "
            f"{seconds / 60:.0f} minutes. Load average before: {loads[0]}; after: {loads[1]}.", ""]
    if skipped:
        body += [f"Not measured, since not installed: {', '.join(skipped)}.", ""]
    for rows in results:
        body += [f"### {rows[0].scenario.says[0].upper()}{rows[0].scenario.says[1:]}", "",
                 table(rows), ""]
    before, rest = text.split(start)
    Path(path).write_text(before + start + "\n\n" + "\n".join(body) + "\n" + end
                          + rest.split(end)[1], encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--write")
    parser.add_argument("--only", action="append")
    parser.add_argument("--peer", action="append")
    wish = parser.parse_args()
    peers = [name for name in ENGINES if name != "rapporteur" and (not wish.peer or name in wish.peer)]
    skipped = [name for name in peers if not available(name)]
    peers = [name for name in peers if name not in skipped]
    for name in skipped:
        print(f"SKIPPED {name}: not installed; scripts/bench installs it where it may", flush=True)
    if not peers:
        return 0
    for name in peers:
        print(f"peer {name} {version(name)}", flush=True)
    start, loads, results = time.monotonic(), [load()], []
    print(f"load before: {loads[0]}", flush=True)
    with tempfile.TemporaryDirectory(prefix="rapporteur-bench-") as folder:
        folder = Path(folder)
        makers = {"table-200": lambda: scenarios.table_scenario(200, folder),
                  "table-2000": lambda: scenarios.table_scenario(2000, folder),
                  "form": lambda: scenarios.form_scenario(folder, office),
                  "narrative": lambda: scenarios.narrative_scenario(folder),
                  "batch": lambda: scenarios.batch_scenario(folder)}
        for name, maker in makers.items():
            if wish.only and name not in wish.only:
                continue
            scenario = maker()
            scenario.write(folder / name, peers)
            results.append(measure(scenario, folder / name, peers, wish.pairs))
            if wish.write:  # after each, so that a run that is stopped leaves what it has
                write(wish.write, results, wish.pairs, [loads[0], load()],
                      time.monotonic() - start, skipped)
    print(f"load after: {load()}", flush=True)
    slow = [row for rows in results for row in rows if row.ratio() <= 1]
    bad = [rows[0] for rows in results if rows[0].our_wrong]
    for row in slow:
        print(f"BROKEN {row.scenario.name}: {row.peer} is faster (ratio {row.ratio():.2f})")
    for row in bad:
        print(f"BROKEN {row.scenario.name}: ours is not right: {row.our_wrong}")
    return 1 if slow or bad else 0


if __name__ == "__main__":
    sys.exit(main())
