#include "template/annotate.hpp"

#include <algorithm>
#include <sstream>

#include "base/text.hpp"
#include "template/annotate_spot.hpp"
#include "template/safety.hpp"
#include "template/sources.hpp"

namespace rapporteur::template_ {
namespace {

constexpr const char* author = "rapporteur";
constexpr const char* initials = "R";
constexpr const char* comments_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr const char* comments_relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";

std::string printed(const pugi::xml_document& tree) {
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw);
  return out.str();
}

/// As tree_of, but every space stays: what is written back must be what was read.
pugi::xml_document exact_tree(const Package& package, const std::string& name) {
  pugi::xml_document tree;
  const std::string xml = package.get(name).value_or("");
  static_cast<void>(tree.load_buffer(
      xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_comments));
  return tree;
}

class Annotator {
 public:
  Annotator(Package& package, Markup markup, const std::vector<Source>& sources)
      : package_(package), markup_(markup), body_name_(sources.front().name) {
    body_ = exact_tree(package_, body_name_);
    collect(body_);
  }

  void add(const Comment& comment) {
    pugi::xml_node paragraph = paragraph_of(comment);
    const bool is_there = static_cast<bool>(paragraph);
    if (!is_there && !open_.empty()) {
      paragraph = open_.front();
    }
    if (!paragraph) {
      return;  // a body without a paragraph: no editor makes one
    }
    const Spot spot = spot_of(markup_, paragraph, is_there ? comment.needle : "");
    if (markup_ == Markup::odf) {
      odf_comment(spot, comment.text);
    } else {
      ooxml_comment(spot, comment.text);
    }
  }

  void finish() {
    if (markup_ == Markup::odf) {
      pugi::xml_node root = body_.document_element();
      declare(root, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    } else if (comments_.document_element()) {
      package_.set(comments_name_, printed(comments_));
    }
    package_.set(body_name_, printed(body_));
  }

 private:
  // The paragraphs of the body, numbered as in the file; those that can take a comment are open.
  void collect(pugi::xml_node parent, bool is_open = true) {
    for (const pugi::xml_node node : parent.children()) {
      const bool opens = is_open && role_of(markup_, node.name()) != Role::story &&
                         std::string_view(node.name()) != "mc:Fallback";
      if (is_paragraph(markup_, node)) {
        paragraphs_.push_back(opens ? node : pugi::xml_node());
        if (opens) {
          open_.push_back(node);
        }
      }
      collect(node, opens);
    }
  }

  [[nodiscard]] pugi::xml_node paragraph_of(const Comment& comment) const {
    const auto number = static_cast<std::size_t>(comment.origin.paragraph);
    return number >= 1 && number <= paragraphs_.size() ? paragraphs_[number - 1] : pugi::xml_node();
  }

  static void declare(pugi::xml_node root, const char* name, const char* uri) {
    if (!root.attribute(name)) {
      root.append_attribute(name) = uri;
    }
  }

  void odf_comment(const Spot& spot, const std::string& text) {
    pugi::xml_node paragraph = spot.paragraph;
    pugi::xml_node note =
        spot.before ? spot.before.parent().insert_child_before("office:annotation", spot.before)
                    : paragraph.append_child("office:annotation");
    note.append_child("dc:creator").text() = author;
    for (const std::string& line : split(text, '\n')) {
      note.append_child("text:p").text() = strip_unprintable(line).c_str();
    }
  }

  void ooxml_comment(const Spot& spot, const std::string& text) {
    if (!comments_.document_element()) {
      open_comments();
    }
    const std::string id = std::to_string(next_id_++);
    pugi::xml_node comment = comments_.document_element().append_child("w:comment");
    comment.append_attribute("w:id") = id.c_str();
    comment.append_attribute("w:author") = author;
    comment.append_attribute("w:initials") = initials;
    for (const std::string& line : split(text, '\n')) {
      pugi::xml_node words = comment.append_child("w:p").append_child("w:r").append_child("w:t");
      words.append_attribute("xml:space") = "preserve";
      words.text() = strip_unprintable(line).c_str();
    }
    mark(spot, id);
  }

  // The range from the run where the tag begins to the one where it ends, and the mark behind it.
  static void mark(const Spot& spot, const std::string& id) {
    pugi::xml_node start;
    pugi::xml_node end;
    if (spot.before && spot.last) {
      start = spot.before.parent().insert_child_before("w:commentRangeStart", spot.before);
      end = spot.last.parent().insert_child_after("w:commentRangeEnd", spot.last);
    } else {
      const pugi::xml_node properties = spot.paragraph.child("w:pPr");
      pugi::xml_node paragraph = spot.paragraph;
      start = properties ? paragraph.insert_child_after("w:commentRangeStart", properties)
                         : paragraph.prepend_child("w:commentRangeStart");
      end = paragraph.append_child("w:commentRangeEnd");
    }
    start.append_attribute("w:id") = id.c_str();
    end.append_attribute("w:id") = id.c_str();
    end.parent()
        .insert_child_after("w:r", end)
        .append_child("w:commentReference")
        .append_attribute("w:id") = id.c_str();
  }

  // The part that holds comments: that of the template, or a new one with its relation and type.
  void open_comments() {
    const std::size_t slash = body_name_.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : body_name_.substr(0, slash + 1);
    const std::string relations_name =
        folder + "_rels/" + body_name_.substr(folder.size()) + ".rels";
    pugi::xml_document relations = exact_tree(package_, relations_name);
    for (const pugi::xml_node one : relations.document_element().children()) {
      const std::string_view target = one.attribute("Target").value();
      if (std::string_view(one.attribute("Type").value()) == comments_relation) {
        comments_name_ =
            target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target);
      }
    }
    if (!comments_name_.empty()) {
      comments_ = exact_tree(package_, comments_name_);
    } else {
      comments_name_ = folder + "comments.xml";
      relate(relations, relations_name);
    }
    if (!comments_.document_element()) {
      comments_.append_child("w:comments").append_attribute("xmlns:w") =
          body_.document_element().attribute("xmlns:w").as_string(
              "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    }
    for (const pugi::xml_node one : comments_.document_element().children("w:comment")) {
      next_id_ = std::max(next_id_, one.attribute("w:id").as_int() + 1);
    }
  }

  void relate(pugi::xml_document& relations, const std::string& relations_name) {
    if (!relations.document_element()) {
      relations.append_child("Relationships").append_attribute("xmlns") =
          "http://schemas.openxmlformats.org/package/2006/relationships";
    }
    pugi::xml_node relation = relations.document_element().append_child("Relationship");
    relation.append_attribute("Id") = "rIdRapporteurComments";
    relation.append_attribute("Type") = comments_relation;
    relation.append_attribute("Target") = "comments.xml";
    package_.set(relations_name, printed(relations));
    pugi::xml_document types = exact_tree(package_, "[Content_Types].xml");
    pugi::xml_node type = types.document_element().append_child("Override");
    type.append_attribute("PartName") = ("/" + comments_name_).c_str();
    type.append_attribute("ContentType") = comments_type;
    package_.set("[Content_Types].xml", printed(types));
  }

  Package& package_;
  Markup markup_;
  std::string body_name_;
  pugi::xml_document body_;
  std::vector<pugi::xml_node> paragraphs_;
  std::vector<pugi::xml_node> open_;
  pugi::xml_document comments_;
  std::string comments_name_;
  int next_id_ = 0;
};

}  // namespace

std::optional<std::string> annotate(const std::string& file, const std::string& bytes,
                                    const std::vector<Comment>& comments,
                                    Diagnostics& diagnostics) {
  Package package;
  const std::optional<Markup> markup = admit(file, bytes, package, diagnostics);
  if (!markup) {
    return std::nullopt;
  }
  Document document;
  document.markup = *markup;
  const std::vector<Source> sources = read_sources(package, document);
  Annotator annotator(package, *markup, sources);
  for (const Comment& comment : comments) {
    annotator.add(comment);
  }
  annotator.finish();
  return package.write();
}

}  // namespace rapporteur::template_
