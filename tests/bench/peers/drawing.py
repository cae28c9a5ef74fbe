"""Small documents drawn as DOCX and as ODT with the same look, for every template engine at once.

A document is a list of parts: headings, paragraphs, items, a table, a contents list, and marks where
a list begins and ends. How an engine writes its tags is in engines.py.
"""
import zipfile
from xml.sax.saxutils import escape

ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "style": "style", "text": "text", "table": "table",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible", "manifest": "manifest",
        "meta": "meta", "draw": "drawing", "form": "form", "number": "datastyle"}.items()
) + (' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" '
     'office:version="1.3"')
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
FONT = "Carlito"
EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(path, parts):
    with zipfile.ZipFile(path, "w") as out:
        for name, text in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = kind
            out.writestr(info, text)


class Docx:
    """Part by part into WordprocessingML."""
    suffix = "docx"

    def __init__(self):
        self.body = []

    def paragraph(self, text, style="Standard"):
        return (f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
                f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>')

    def add(self, text, style="Standard"):
        self.body.append(self.paragraph(text, style))

    def heading(self, text, level):
        self.add(text, f"Heading{level}")

    def item(self, text):
        self.add(text, "Item")

    def contents(self, entries):
        """entries: (text, page); what a word processor saved with the template."""
        def mark(kind):
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        start = (mark("begin") + '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" '
                 '</w:instrText></w:r>' + mark("separate"))
        lines = []
        for i, (text, page) in enumerate(entries):
            lines.append('<w:p><w:pPr><w:pStyle w:val="Contents1"/></w:pPr>'
                         + (start if i == 0 else "")
                         + f'<w:r><w:t>{escape(text)}</w:t></w:r><w:r><w:tab/></w:r>'
                         f'<w:r><w:t>{page}</w:t></w:r>'
                         + (mark("end") if i + 1 == len(entries) else "") + '</w:p>')
        self.body.append("".join(lines))

    def table(self, widths, head, rows):
        """widths in cm; rows: those that the template draws."""
        def cells(texts, style):
            return "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{int(w * 567)}" w:type="dxa"/></w:tcPr>'
                f'{self.paragraph(text, style)}</w:tc>' for text, w in zip(texts, widths))
        border = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>' for side in
                         ("top", "left", "bottom", "right", "insideH", "insideV"))
        grid = "".join(f'<w:gridCol w:w="{int(w * 567)}"/>' for w in widths)
        self.body.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{int(sum(widths) * 567)}" w:type="dxa"/>'
            f'<w:tblBorders>{border}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
            f'<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>'
            + cells(head, "TableHead") + '</w:tr>'
            + "".join('<w:tr><w:trPr><w:cantSplit/></w:trPr>' + cells(row, "Cell") + '</w:tr>'
                      for row in rows) + '</w:tbl>')
        self.add("")

    def save(self, path):
        def style(name, shown, size, more="", based='<w:basedOn w:val="Standard"/>', run=""):
            return (f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>'
                    f'{based}<w:pPr>{more}</w:pPr><w:rPr>{run}<w:sz w:val="{size * 2}"/></w:rPr>'
                    '</w:style>')
        spacing = '<w:spacing w:before="{}" w:after="{}"/>'
        styles = (
            f'{XML}<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" '
            f'w:hAnsi="{FONT}" w:cs="{FONT}"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
            '</w:docDefaults>'
            + style("Standard", "Normal", 11, spacing.format(0, 120), "")
            + style("Heading1", "heading 1", 16, '<w:keepNext/>' + spacing.format(240, 120)
                    + '<w:outlineLvl w:val="0"/>', run='<w:b/>')
            + style("Heading2", "heading 2", 13, '<w:keepNext/>' + spacing.format(200, 80)
                    + '<w:outlineLvl w:val="1"/>', run='<w:b/>')
            + style("Item", "List Bullet", 11, '<w:numPr><w:numId w:val="1"/></w:numPr>'
                    + spacing.format(0, 60) + '<w:ind w:left="567" w:hanging="283"/>')
            + style("Contents1", "toc 1", 11, '<w:tabs><w:tab w:val="right" w:leader="dot" '
                    'w:pos="9638"/></w:tabs>' + spacing.format(0, 0))
            + style("Contents2", "toc 2", 11, '<w:tabs><w:tab w:val="right" w:leader="dot" '
                    'w:pos="9638"/></w:tabs>' + spacing.format(0, 0))
            + style("Cell", "Cell", 9, spacing.format(0, 0))
            + style("TableHead", "Table Head", 9, spacing.format(0, 0), run='<w:b/>')
            + '</w:styles>')
        document = (
            f'{XML}<w:document {WORD}><w:body>' + "".join(self.body)
            + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" '
            'w:bottom="1134" w:left="1134" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
            '</w:body></w:document>')
        numbering = (
            f'{XML}<w:numbering {WORD}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
            '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind '
            'w:left="567" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1">'
            '<w:abstractNumId w:val="0"/></w:num></w:numbering>')
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        packages = "http://schemas.openxmlformats.org/package/2006"
        pack(path, {
            "[Content_Types].xml":
                f'{XML}<Types xmlns="{packages}/content-types"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
                'Extension="xml" ContentType="application/xml"/>'
                + "".join(f'<Override PartName="/word/{part}.xml" ContentType="{kind}.{name}+xml"/>'
                          for part, name in (("document", "document.main"), ("styles", "styles"),
                                             ("numbering", "numbering"))) + '</Types>',
            "_rels/.rels":
                f'{XML}<Relationships xmlns="{packages}/relationships"><Relationship Id="rId1" '
                f'Type="{base}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels":
                f'{XML}<Relationships xmlns="{packages}/relationships">'
                + "".join(f'<Relationship Id="rId{i}" Type="{base}/{name}" Target="{name}.xml"/>'
                          for i, name in enumerate(("styles", "numbering"), 1))
                + '</Relationships>',
            "word/document.xml": document, "word/styles.xml": styles,
            "word/numbering.xml": numbering})


class Odt:
    """The same parts in OpenDocument."""
    suffix = "odt"
    names = {"Standard": "Standard", "Heading1": "Heading_20_1", "Heading2": "Heading_20_2",
             "Item": "List_20_Bullet", "Cell": "Cell", "TableHead": "TableHead"}

    def __init__(self, inline=escape):
        self.body = []
        self.inline = inline  # text with tags → markup

    def paragraph(self, text, style="Standard"):
        name = self.names[style]
        if style.startswith("Heading"):
            return (f'<text:h text:style-name="{name}" text:outline-level="{style[-1]}">'
                    f'{self.inline(text)}</text:h>')
        return f'<text:p text:style-name="{name}">{self.inline(text)}</text:p>'

    def add(self, text, style="Standard"):
        self.body.append(self.paragraph(text, style))

    def heading(self, text, level):
        self.add(text, f"Heading{level}")

    def item(self, text):
        self.add(text, "Item")

    def contents(self, entries):
        template = "".join(
            f'<text:table-of-content-entry-template text:outline-level="{level}" '
            f'text:style-name="Contents_20_{level}"><text:index-entry-text/>'
            '<text:index-entry-tab-stop style:type="right" style:leader-char="."/>'
            '<text:index-entry-page-number/></text:table-of-content-entry-template>'
            for level in (1, 2))
        lines = "".join(f'<text:p text:style-name="Contents_20_1">{escape(text)}<text:tab/>{page}'
                        '</text:p>' for text, page in entries)
        self.body.append(
            '<text:table-of-content text:name="Contents"><text:table-of-content-source '
            f'text:outline-level="2">{template}</text:table-of-content-source><text:index-body>'
            f'{lines}</text:index-body></text:table-of-content>')

    def table(self, widths, head, rows):
        def cells(texts, style):
            return "".join('<table:table-cell table:style-name="cell" office:value-type="string">'
                           f'{self.paragraph(text, style)}</table:table-cell>' for text in texts)
        columns = "".join(f'<table:table-column table:style-name="w{int(w * 100)}"/>'
                          for w in widths)
        self.widths = widths
        self.body.append(
            f'<table:table table:name="Rows" table:style-name="table">{columns}'
            '<table:table-header-rows><table:table-row table:style-name="row">'
            + cells(head, "TableHead") + '</table:table-row></table:table-header-rows>'
            + "".join('<table:table-row table:style-name="row">' + cells(row, "Cell")
                      + '</table:table-row>' for row in rows) + '</table:table>')
        self.add("")

    widths = ()

    def save(self, path):
        def style(name, size, more="", level="", weight=""):
            outline = f'style:default-outline-level="{level}" ' if level else ""
            parent = '' if name == "Standard" else 'style:parent-style-name="Standard" '
            bold = 'fo:font-weight="bold" ' if weight else ""
            return (f'<style:style style:name="{name}" style:display-name="'
                    f'{name.replace("_20_", " ")}" style:family="paragraph" {parent}{outline}>'
                    f'<style:paragraph-properties {more}/><style:text-properties {bold}'
                    f'fo:font-size="{size}pt"/></style:style>')

        def contents(level):
            return (f'<style:style style:name="Contents_20_{level}" style:display-name="Contents '
                    f'{level}" style:family="paragraph" style:parent-style-name="Standard">'
                    '<style:paragraph-properties fo:margin-bottom="0cm"><style:tab-stops>'
                    '<style:tab-stop style:position="17cm" style:type="right" '
                    'style:leader-style="dotted" style:leader-text="."/></style:tab-stops>'
                    '</style:paragraph-properties></style:style>')
        named = (
            '<style:default-style style:family="paragraph"><style:text-properties '
            f'style:font-name="{FONT}" fo:font-size="11pt" fo:language="en" fo:country="GB"/>'
            '</style:default-style>'
            + style("Standard", 11, 'fo:margin-bottom="0.21cm"')
            + style("Heading_20_1", 16, 'fo:margin-top="0.42cm" fo:margin-bottom="0.21cm" '
                    'fo:keep-with-next="always"', 1, "bold")
            + style("Heading_20_2", 13, 'fo:margin-top="0.35cm" fo:margin-bottom="0.14cm" '
                    'fo:keep-with-next="always"', 2, "bold")
            + style("List_20_Bullet", 11, 'fo:margin-left="1cm" fo:text-indent="-0.5cm" '
                    'fo:margin-bottom="0.1cm"')
            + style("Cell", 9, 'fo:margin-bottom="0cm"')
            + style("TableHead", 9, 'fo:margin-bottom="0cm"', weight="bold")
            + contents(1) + contents(2))
        automatic = (
            f'<style:style style:name="table" style:family="table"><style:table-properties '
            f'style:width="{sum(self.widths)}cm" table:align="left"/></style:style>'
            '<style:style style:name="row" style:family="table-row"><style:table-row-properties '
            'fo:keep-together="always"/></style:style><style:style style:name="cell" '
            'style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid '
            '#808080" fo:padding="0.05cm"/></style:style>'
            + "".join(f'<style:style style:name="w{int(w * 100)}" style:family="table-column">'
                      f'<style:table-column-properties style:column-width="{w}cm"/></style:style>'
                      for w in sorted(set(self.widths))))
        faces = (f'<office:font-face-decls><style:font-face style:name="{FONT}" '
                 f'svg:font-family="{FONT}"/></office:font-face-decls>')
        pack(path, {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml":
                f'{XML}<manifest:manifest {ODF} manifest:version="1.3"><manifest:file-entry '
                'manifest:full-path="/" manifest:media-type='
                '"application/vnd.oasis.opendocument.text"/>'
                + "".join(f'<manifest:file-entry manifest:full-path="{name}.xml" '
                          'manifest:media-type="text/xml"/>' for name in ("content", "styles", "meta"))
                + '</manifest:manifest>',
            "meta.xml": f'{XML}<office:document-meta {ODF}><office:meta/></office:document-meta>',
            "content.xml":
                f'{XML}<office:document-content {ODF}>{faces}<office:automatic-styles>{automatic}'
                '</office:automatic-styles><office:body><office:text>' + "".join(self.body)
                + '</office:text></office:body></office:document-content>',
            "styles.xml":
                f'{XML}<office:document-styles {ODF}>{faces}<office:styles>{named}</office:styles>'
                '<office:automatic-styles><style:page-layout style:name="page">'
                '<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
                'fo:margin="2cm"/></style:page-layout></office:automatic-styles>'
                '<office:master-styles><style:master-page style:name="Standard" '
                'style:page-layout-name="page"/></office:master-styles>'
                '</office:document-styles>'})
