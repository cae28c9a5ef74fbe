"""Is a finished document right? Its markers, tags that are left, and the contents list."""
import re
import subprocess
import zipfile


def texts_of(document):
    part = "word/document.xml" if document.suffix == ".docx" else "content.xml"
    xml = zipfile.ZipFile(document).read(part).decode("utf-8")
    return re.sub(r"<[^>]+>", "", re.sub(r"</(w:p|text:p|text:h)>", "\n", xml)), xml


def pages_of(pdf):
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True,
                          text=True).stdout
    return text.split("\f")[:-1]


def contents_right(pages, headings):
    """(right, all): entries of the list whose page is that of the heading."""
    told, found = {}, {}
    for number, page in enumerate(pages, 1):
        for line in page.splitlines():
            words = line.strip()
            entry = re.match(r"^(.*?)[ .…]{2,}(\d+)$", words)
            if entry and entry[1].strip() in headings:
                told[entry[1].strip()] = int(entry[2])
            elif words in headings:
                found[words] = number
    right = sum(1 for heading in headings if heading in found
                and told.get(heading) == found[heading])
    return right, len(headings)


def check(document, pdf, scenario, tags):
    """What is wrong, in words; empty = nothing. And the pages."""
    text, xml = texts_of(document)
    wrong = []
    missing = sum(1 for marker in scenario.markers if marker not in text)
    if missing:
        wrong.append(f"{missing:,} of {len(scenario.markers):,} values missing")
    # relatorio's marks are attributes, the others' stand in the text
    left = len(re.findall(tags, xml if "relatorio" in tags else text))
    if left:
        wrong.append(f"{left} tags left")
    pages = pages_of(pdf)
    printed = "\n".join(pages)
    lost = sum(1 for marker in scenario.markers if marker not in printed)
    if lost and not missing:
        wrong.append(f"{lost:,} values not in the PDF")
    if scenario.headings:
        right, count = contents_right(pages, set(scenario.headings))
        if right < count:
            wrong.append(f"contents: {right} of {count} pages right")
    return "; ".join(wrong), len(pages)
