// DOCX, as Word, LibreOffice and others write changes and comments.
#include <map>
#include <string>

#include "package/xml.hpp"
#include "review/comments.hpp"
#include "review/fields.hpp"
#include "review/gatherer.hpp"

namespace rapporteur::review {
namespace {

using Node = pugi::xml_node;

std::string_view value_of(Node node, const char* attribute) {
  return node.attribute(attribute).value();
}

class Walker {
 public:
  Walker(Gatherer& gatherer, Document& document, const std::map<std::string, std::size_t>& comments)
      : gatherer_(gatherer), document_(document), comments_(comments) {}

  void children(Node parent) {
    for (const Node node : parent.children()) {
      if (node.type() == pugi::node_element) {
        element(node);
      }
    }
  }

 private:
  void element(Node node) {
    const std::string_view name = node.name();
    if (name == "w:p") {
      paragraph(node);
    } else if (name == "w:t" || name == "w:delText") {
      text(node.text().get());
    } else if (name == "w:br" || name == "w:cr" || name == "w:tab") {
      text(" ");
    } else if (name == "w:noBreakHyphen") {
      text("\u2011");
    } else if (name == "w:ins" || name == "w:moveTo") {
      changed(node, RemarkKind::insertion, name == "w:moveTo" ? to_ : std::string());
    } else if (name == "w:del" || name == "w:moveFrom") {
      changed(node, RemarkKind::deletion, name == "w:moveFrom" ? from_ : std::string());
    } else if (name.starts_with("w:moveFromRange")) {
      from_ = value_of(node, "w:name");
    } else if (name.starts_with("w:moveToRange")) {
      to_ = value_of(node, "w:name");
    } else if (name.starts_with("w:comment")) {
      comment(name, std::string(value_of(node, "w:id")));
    } else if (name == "w:fldChar") {
      field(value_of(node, "w:fldCharType"));
    } else if (name == "w:instrText" || name == "w:delInstrText") {
      fields_.instruction(node.text().get());
    } else if (name == "w:fldSimple") {
      if (!is_computed_field(value_of(node, "w:instr"))) {
        children(node);
      }
    } else if (name == "w:lastRenderedPageBreak") {
      gatherer_.next_page();
    } else if (name == "mc:AlternateContent") {
      const Node choice = node.child("mc:Choice");
      children(choice ? choice : node.child("mc:Fallback"));
    } else if (name == "w:txbxContent") {
      gatherer_.begin_story(Stream::body);
      children(node);
      gatherer_.end_story();
    } else if (name == "w:tr") {
      const Node looks = node.child("w:trPr");
      gatherer_.begin_row(looks.child("w:ins") || looks.child("w:del"));
      children(node);
      gatherer_.begin_row(false);
    } else if (name == "w:tc") {
      cell(node);
    } else if (name.ends_with("Pr")) {
      looks(node);
    } else {
      children(node);
    }
  }

  void text(std::string_view words) {
    if (!fields_.is_computed()) {
      gatherer_.text(words);
    }
  }

  void paragraph(Node node) {
    children(node);
    gatherer_.end_paragraph(node.child("w:pPr").child("w:rPr").child("w:ins"));
  }

  // What a cell above covers has no text of its own.
  void cell(Node node) {
    const Node merge = node.child("w:tcPr").child("w:vMerge");
    if (merge && value_of(merge, "w:val") != "restart") {
      return;
    }
    gatherer_.begin_cell();
    children(node);
    gatherer_.end_cell();
  }

  void looks(Node node) {
    for (const Node child : node.children()) {
      document_.formatting += std::string_view(child.name()).ends_with("PrChange") ? 1 : 0;
    }
  }

  void changed(Node node, RemarkKind kind, std::string move) {
    gatherer_.begin_change({kind, std::string(value_of(node, "w:author")),
                            std::string(value_of(node, "w:date")), std::move(move)});
    children(node);
    gatherer_.end_change();
  }

  void comment(std::string_view name, const std::string& id) {
    const auto known = comments_.find(id);
    if (known == comments_.end()) {
      return;
    }
    if (name == "w:commentRangeStart") {
      gatherer_.begin_comment(known->second);
    } else if (name == "w:commentRangeEnd") {
      gatherer_.end_comment(known->second);
    } else if (name == "w:commentReference") {
      gatherer_.point_comment(known->second);
    }
  }

  void field(std::string_view type) {
    if (type == "begin") {
      fields_.begin();
    } else if (type == "separate") {
      fields_.separate();
    } else {
      fields_.end();
    }
  }

  Gatherer& gatherer_;
  Document& document_;
  const std::map<std::string, std::size_t>& comments_;
  Fields fields_;
  std::string from_;  ///< the move whose old place this is
  std::string to_;
};

/// The stories of a part: its notes, or the one that it is.
void read_part(Node root, Stream stream, Gatherer& gatherer, Document& document,
               const std::map<std::string, std::size_t>& comments) {
  const bool has_notes = stream == Stream::notes;
  for (const Node story : has_notes ? root.children() : root.parent().children()) {
    const std::string_view type = value_of(story, "w:type");
    if (has_notes && !type.empty() && type != "normal") {
      continue;  // the line above the notes
    }
    gatherer.begin_story(stream);
    Walker(gatherer, document, comments).children(story);
    gatherer.end_story();
  }
}

}  // namespace

package::XmlFault read_docx(const package::Package& package, Marks marks, Document& document,
                            std::string& part) {
  document.markup = template_::Markup::ooxml;
  Gatherer gatherer(document, marks);
  std::map<std::string, std::size_t> comments;
  if (marks == Marks::dropped) {
    const auto fault = read_docx_comments(package, gatherer, comments, part);
    if (fault != package::XmlFault::none) {
      return fault;
    }
  }
  if (package.get("docProps/app.xml").value_or("").find("Microsoft") != std::string::npos) {
    gatherer.know_pages();
  }
  const auto stream_of = [](std::string_view name) -> std::optional<Stream> {
    if (name == "word/document.xml") {
      return Stream::body;
    }
    if (name == "word/footnotes.xml" || name == "word/endnotes.xml") {
      return Stream::notes;
    }
    const bool is_margin = name.starts_with("word/header") || name.starts_with("word/footer");
    return is_margin && name.ends_with(".xml") ? std::optional(Stream::margins) : std::nullopt;
  };
  for (const Stream stream : {Stream::body, Stream::notes, Stream::margins}) {
    for (const std::string& name : package.names()) {
      if (stream_of(name) != stream) {
        continue;
      }
      part = name;
      const package::ParsedXml xml = package::parse_xml(package.get(name).value_or(""));
      if (!xml.tree) {
        return xml.fault;
      }
      read_part(xml.tree->document_element(), stream, gatherer, document, comments);
    }
  }
  gatherer.finish();
  return package::XmlFault::none;
}

}  // namespace rapporteur::review
