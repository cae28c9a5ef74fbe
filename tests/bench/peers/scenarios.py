"""The inputs of the comparison, made here: no real document. One seed, so each run has the same.

For each scenario: what is printed (markers that must stand in the finished document), the data for
the peers as JSON, a plan and a format for rapporteur, a template for every engine.
"""
import csv
import json
import random
import re
import subprocess
from pathlib import Path

from drawing import Docx, Odt
from engines import ENGINES, Relatorio

WORDS = ("the plan of each region says who does what with which means and by when so that women "
         "and men take part in peace and security at every level of public life and local "
         "committees follow results with simple indicators that are measured twice a year").split()
COLUMNS = ("id", "title", "source", "category", "y2024", "y2025", "y2026", "total")
WIDTHS = (1.6, 4.6, 2.2, 2.2, 1.6, 1.6, 1.6, 1.6)
HEAD = ("Code", "Activity", "Source", "Category", "2024", "2025", "2026", "Total")
PLAN = """rapporteur: 1
id: {id}
title: {{ en: Bench }}
languages: [en]
currency: EUR
periods: [2024, 2025, 2026]
levels:
  - {{ id: activity, label: {{ en: Activity }}, numbering: none }}
numbers: {{ group: none, decimal: "." }}
formats: {{ bench: {{}} }}
"""
PLUGIN = """return {
  id = "bench", version = "1.0.0", api = 1, name = { en = "Bench" }, languages = { "en" },
  templates = { odt = "bench.odt" }, fonts = { "Carlito" }, view = "view",
}
"""


def prose(chance, least, most):
    words = [chance.choice(WORDS) for _ in range(chance.randint(least, most))]
    return " ".join(words).capitalize() + "."


def write_csv(path, head, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, delimiter=";", lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def write_plan(folder, name, view, template):
    """A plan with the format that travels with it."""
    formats = folder / "formats" / "bench"
    formats.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(PLAN.format(id=name), encoding="utf-8")
    (formats / "plugin.lua").write_text(PLUGIN, encoding="utf-8")
    (formats / "view.lua").write_text('local r = require "rapporteur"\n' + view, encoding="utf-8")
    (formats / "terms.en.yaml").write_text("{}\n", encoding="utf-8")
    template.save(formats / "bench.odt")


def new_drawing(engine):
    if engine.drawing == "docx":
        return Docx()
    return Odt(engine.inline) if isinstance(engine, Relatorio) else Odt()


# --- (a) a logframe table of so many rows by eight columns ---

def table_rows(count, seed=1):
    chance = random.Random(seed)
    rows = []
    for i in range(count):
        amounts = [chance.randint(100, 99_999) for _ in range(3)]
        rows.append({
            "id": f"L{i:05d}", "title": prose(chance, 3, 9), "source": chance.choice(
                ("State", "Partners", "Regions")), "category": chance.choice(("Goods", "Staff")),
            "y2024": str(amounts[0]), "y2025": str(amounts[1]), "y2026": str(amounts[2]),
            "total": str(sum(amounts))})
    return rows


def table_template(engine):
    drawn = new_drawing(engine)
    drawn.heading("Logframe", 1)
    scope = [("rows", "r")]
    row = [engine.value(scope, name) for name in COLUMNS]
    start, end = engine.open(scope, "row"), engine.close(scope, "row")
    blank = [""] * (len(COLUMNS) - 1)
    if engine.own_row is True:
        rows = [[start] + blank, row, [end] + blank]
    elif engine.own_row == "end":
        rows = [row, [end] + blank]
    else:
        rows = [[start + row[0]] + row[1:-1] + [row[-1] + end]]
    drawn.table(WIDTHS, HEAD, rows)
    return drawn


TABLE_VIEW = """
return function(plan)
  local rows = {}
  for i, line in ipairs(plan.tables.budget_lines) do
    rows[i] = { id = line.id, title = line.title, source = line.source, category = line.category,
      y2024 = line.amount["2024"], y2025 = line.amount["2025"], y2026 = line.amount["2026"],
      total = line.total }
  end
  return { rows = rows }
end
"""


def table_plan(folder, rows):
    drawn = table_template(ENGINES["rapporteur"])
    write_plan(folder, folder.name, TABLE_VIEW, drawn)
    write_csv(folder / "tables/nodes.csv", ("id", "level", "parent", "title.en"),
              [("A", "activity", "", "Activity")])
    write_csv(folder / "tables/budget_lines.csv",
              ("id", "node", "kind", "title.en", "source", "category", "amount.2024",
               "amount.2025", "amount.2026", "total"),
              [(r["id"], "A", "amount", r["title"], r["source"], r["category"], r["y2024"],
                r["y2025"], r["y2026"], r["total"]) for r in rows])


# --- (b) 500 placeholders in 50 pages, with a contents list ---

def form_values(seed=2):
    """Most are a few words; every tenth is a paragraph, as in a form that was filled in."""
    chance = random.Random(seed)
    return {f"v{i}": f"V{i:04d} " + prose(chance, *((60, 120) if i % 10 == 3 else (2, 6)))
            for i in range(500)}


def form_template(engine, entries):
    chance = random.Random(3)
    drawn = new_drawing(engine)
    drawn.heading("Contents", 1)
    drawn.contents(entries)
    for section in range(50):
        drawn.heading(f"Section S{section:02d} of the form", 1)
        for line in range(10):
            tag = engine.value([], f"v{section * 10 + line}")
            drawn.add(f"{prose(chance, 30, 45)} {tag} {prose(chance, 8, 20)}")
    return drawn


FORM_VIEW = """
return function(plan)
  local view = {}
  for _, row in ipairs(plan.tables.strategies) do
    view[row.id] = row.text
  end
  return view
end
"""


# --- (c) a narrative of 60 pages: headings, paragraphs, lists, a contents list ---

def narrative(seed=4):
    chance = random.Random(seed)
    chapters = []
    for c in range(12):
        sections = []
        for s in range(5):
            sections.append({
                "heading": f"Topic T{c:02d}{s} of the report", "lead": prose(chance, 60, 100),
                "points": [{"text": prose(chance, 8, 20)} for _ in range(5)],
                "body": prose(chance, 120, 160), "detail": prose(chance, 120, 160),
                "end": prose(chance, 60, 120)})
        chapters.append({"name": f"Chapter C{c:02d} of the report", "sections": sections})
    return chapters


def narrative_template(engine):
    drawn = new_drawing(engine)
    drawn.heading("Contents", 1)
    drawn.contents([("Update this list", 1)])
    if engine is ENGINES["rapporteur"]:
        drawn.add("{{text}}")
        return drawn
    outer = [("chapters", "c")]
    inner = outer + [("sections", "s")]
    items = inner + [("points", "t")]

    def mark(text):
        if text:
            drawn.add(text)
    mark(engine.open(outer, "p"))
    drawn.heading(engine.value(outer, "name"), 1)
    mark(engine.open(inner, "p"))
    drawn.heading(engine.value(inner, "heading"), 2)
    drawn.add(engine.value(inner, "lead"))
    mark(engine.open(items, "p"))
    drawn.item(engine.value(items, "text"))
    mark(engine.close(items, "p"))
    for name in ("body", "detail", "end"):
        drawn.add(engine.value(inner, name))
    mark(engine.close(inner, "p"))
    mark(engine.close(outer, "p"))
    return drawn


def markdown(chapters):
    lines = []
    for chapter in chapters:
        lines += [f"# {chapter['name']}", ""]
        for section in chapter["sections"]:
            lines += [f"## {section['heading']}", "", section["lead"], ""]
            lines += [f"- {item['text']}" for item in section["points"]] + [""]
            for name in ("body", "detail", "end"):
                lines += [section[name], ""]
    return "\n".join(lines)


NARRATIVE_VIEW = "return function(plan) return { text = plan.narratives.report } end\n"


class Scenario:
    def __init__(self, name, says, data, template, markers, headings=(), copies=1):
        self.name, self.says = name, says
        self.data = data          # one value a document
        self.template = template  # engine → drawing
        self.markers = markers    # texts that must stand in each document, once each
        self.headings = headings  # of the contents list
        self.copies = copies

    def write(self, folder, engines):
        """Everything under `folder`: NAME/<engine>.docx|odt, data-*.json."""
        folder.mkdir(parents=True, exist_ok=True)
        for i, data in enumerate(self.data):
            (folder / f"data-{i}.json").write_text(json.dumps(data), encoding="utf-8")
        for name in engines:
            engine = ENGINES[name]
            self.template(engine).save(folder / f"{name}.{engine.drawing}")


def table_scenario(count, folder):
    rows = table_rows(count)
    scenario = Scenario(f"table-{count}", f"table, {count:,} × 8", [{"rows": rows}], table_template,
                        [row["id"] for row in rows])
    table_plan(folder / scenario.name / "plan-0", rows)
    return scenario


def saved_entries(folder, office):
    """The contents list as the template's author last saw it: pages of the unfilled template."""
    headings = [f"Section S{i:02d} of the form" for i in range(50)]
    folder.mkdir(parents=True, exist_ok=True)
    form_template(ENGINES["docxtemplater"], [(text, 1) for text in headings]).save(
        folder / "unfilled.docx")
    office(folder, [folder / "unfilled.docx"])
    text = subprocess.run(["pdftotext", "-layout", folder / "unfilled.pdf", "-"], check=True,
                          capture_output=True, text=True).stdout
    pages = {}
    for number, page in enumerate(text.split("\f"), 1):
        for heading in re.findall(r"^ *(Section S\d\d of the form) *$", page, re.M):
            pages[heading] = number
    return [(heading, pages[heading]) for heading in headings]


def form_scenario(folder, office):
    values = form_values()
    entries = saved_entries(folder / "form", office)
    scenario = Scenario("form", "500 placeholders, 50 pages, contents", [values],
                        lambda engine: form_template(engine, entries),
                        [text.split()[0] for text in values.values()], [e[0] for e in entries])
    plan = folder / "form" / "plan-0"
    write_plan(plan, "form", FORM_VIEW, scenario.template(ENGINES["rapporteur"]))
    write_csv(plan / "tables/strategies.csv", ("id", "title.en", "text.en"),
              [(name, name, text) for name, text in values.items()])
    return scenario


def narrative_scenario(folder):
    chapters = narrative()
    headings = [c["name"] for c in chapters] + [s["heading"] for c in chapters
                                                for s in c["sections"]]
    scenario = Scenario("narrative", "narrative, 60 pages, contents", [{"chapters": chapters}],
                        narrative_template, headings, headings)
    plan = folder / "narrative" / "plan-0"
    write_plan(plan, "narrative", NARRATIVE_VIEW, narrative_template(ENGINES["rapporteur"]))
    (plan / "narrative").mkdir(exist_ok=True)
    (plan / "narrative/report.en.md").write_text(markdown(chapters), encoding="utf-8")
    return scenario


def batch_scenario(folder, copies=20, count=200):
    tables = [table_rows(count, seed) for seed in range(copies)]
    scenario = Scenario("batch", f"batch of {copies} tables, {count} × 8",
                        [{"rows": rows} for rows in tables], table_template,
                        [row["id"] for row in tables[0]], copies=copies)
    for i, rows in enumerate(tables):
        table_plan(folder / "batch" / f"plan-{i}", rows)
    return scenario


def write_long_table(folder, count):
    """Called by the test of long tables."""
    table_plan(Path(folder), table_rows(count))
