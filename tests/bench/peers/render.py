"""One engine of Debian's Python packages, called as render.mjs is."""
import json
import sys
from pathlib import Path

engine, template, out, *documents = sys.argv[1:]
for i, name in enumerate(documents):
    data = json.loads(Path(name).read_text(encoding="utf-8"))
    if engine == "docxtpl":
        from docxtpl import DocxTemplate
        document = DocxTemplate(template)
        document.render(data)
        document.save(f"{out}/{i}.docx")
    else:
        from relatorio.templates.opendocument import Template
        result = Template(source=None, filepath=template).generate(**data).render()
        Path(f"{out}/{i}.odt").write_bytes(result.getvalue())
