"""How each engine writes its tags. A template says value("r", "title") and lists by name; the scope
is the stack of lists that are open, outermost first, each (list, name of its item)."""
from xml.sax.saxutils import escape, quoteattr


class Engine:
    drawing = "docx"
    tags = r"\{\{|\}\}"  # what is left of a tag in a finished document
    own_row = False      # marks of a list of rows stand in rows of their own
    own_paragraph = True

    def value(self, scope, name):
        return "{{" + (scope[-1][1] + "." if scope else "") + name + "}}"

    def open(self, scope, where):
        raise NotImplementedError

    def close(self, scope, where):
        raise NotImplementedError

    @staticmethod
    def path(scope):
        outer = scope[-2][1] + "." if len(scope) > 1 else ""
        return outer + scope[-1][0]


class Rapporteur(Engine):
    drawing = "odt"

    def open(self, scope, where):
        return f"{{{{#each {self.path(scope)} as {scope[-1][1]}}}}}"

    def close(self, scope, where):
        return "{{/each}}"


class Mustache(Engine):
    """docxtemplater and easy-template-x."""
    tags = r"\{[#/]?[a-z0-9_]+\}"

    def value(self, scope, name):
        return "{" + name + "}"

    def open(self, scope, where):
        return "{#" + scope[-1][0] + "}"

    def close(self, scope, where):
        return "{/" + scope[-1][0] + "}"


class DocxTemplates(Engine):
    tags = r"\+\+\+"
    own_row = True

    def value(self, scope, name):
        return f"+++INS {'$' + scope[-1][1] + '.' if scope else ''}{name}+++"

    def open(self, scope, where):
        outer = "$" if len(scope) > 1 else ""
        return f"+++FOR {scope[-1][1]} IN {outer}{self.path(scope)}+++"

    def close(self, scope, where):
        return f"+++END-FOR {scope[-1][1]}+++"


class Carbone(Engine):
    tags = r"\{[dc]\."
    own_row = "end"

    @staticmethod
    def where(scope, last):
        return "d." + "".join(f"{name}[{last if level + 1 == len(scope) else 'i'}]."
                              for level, (name, _) in enumerate(scope))

    def value(self, scope, name):
        return "{" + self.where(scope, "i") + name + "}"

    def open(self, scope, where):
        return ""

    def close(self, scope, where):
        return "{" + self.where(scope, "i+1").rstrip(".") + "}"


class Docxtpl(Engine):
    tags = r"\{\{|\}\}|\{%|%\}"
    own_row = True

    def value(self, scope, name):
        return "{{ " + (scope[-1][1] + "." if scope else "") + name + " }}"

    def open(self, scope, where):
        return f"{{%{'tr' if where == 'row' else 'p'} for {scope[-1][1]} in {self.path(scope)} %}}"

    def close(self, scope, where):
        return f"{{%{'tr' if where == 'row' else 'p'} endfor %}}"


class Relatorio(Engine):
    drawing = "odt"
    tags = r"relatorio://|text:placeholder"
    own_row = True

    def value(self, scope, name):
        return "\ue000" + (scope[-1][1] + "." if scope else "") + name + "\ue001"

    def open(self, scope, where):
        return f"\ue000for each=\"{scope[-1][1]} in {self.path(scope)}\"\ue001"

    def close(self, scope, where):
        return "\ue000/for\ue001"

    @staticmethod
    def inline(text):
        """Values are place-holders, lists are links."""
        out = ""
        for i, piece in enumerate(text.replace("\ue001", "\ue000").split("\ue000")):
            if i % 2 == 0:
                out += escape(piece)
            elif piece.startswith(("for ", "/for")):
                out += f"<text:a xlink:type=\"simple\" xlink:href={quoteattr('relatorio://' + piece)}>x</text:a>"
            else:
                out += ('<text:placeholder text:placeholder-type="text">'
                        f'&lt;{escape(piece)}&gt;</text:placeholder>')
        return out


ENGINES = {"rapporteur": Rapporteur(), "docxtemplater": Mustache(), "easy-template-x": Mustache(),
           "docx-templates": DocxTemplates(), "carbone": Carbone(), "docxtpl": Docxtpl(),
           "relatorio": Relatorio()}
