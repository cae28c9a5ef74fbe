// ODT: changes are kept apart from the text, under text:tracked-changes, and the text points to
// them.
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/text.hpp"
#include "package/xml.hpp"
#include "review/gatherer.hpp"

namespace rapporteur::review {
namespace {

using Node = pugi::xml_node;

/// What the office works out by itself: page numbers, numbers of captions, references.
bool is_computed(std::string_view name) {
  static const std::set<std::string_view> names{"text:page-number",
                                                "text:page-count",
                                                "text:page-continuation",
                                                "text:sequence",
                                                "text:sequence-ref",
                                                "text:bookmark-ref",
                                                "text:reference-ref",
                                                "text:note-ref",
                                                "text:note-citation",
                                                "text:date",
                                                "text:time",
                                                "text:chapter",
                                                "text:file-name",
                                                "text:title",
                                                "text:subject",
                                                "text:initial-creator",
                                                "text:creator",
                                                "text:creation-date",
                                                "text:modification-date",
                                                "text:print-date",
                                                "text:description",
                                                "text:keywords",
                                                "text:user-defined",
                                                "text:index-body"};
  return names.contains(name);
}

/// What holds no text of the document.
bool is_skipped(std::string_view name) {
  static const std::set<std::string_view> names{"office:forms",
                                                "text:sequence-decls",
                                                "text:table-of-content-source",
                                                "svg:title",
                                                "svg:desc",
                                                "office:automatic-styles",
                                                "office:styles",
                                                "office:font-face-decls",
                                                "office:scripts",
                                                "office:binary-data",
                                                "table:covered-table-cell",
                                                "text:tracked-changes"};
  return names.contains(name);
}

class Walker {
 public:
  Walker(Gatherer& gatherer, Document& document, Node root)
      : gatherer_(gatherer), document_(document) {
    static_cast<void>(root.find_node([this](const Node& node) {
      if (std::string_view(node.name()) == "office:annotation-end") {
        ends_.insert(node.attribute("office:name").value());
      }
      return false;
    }));
  }

  /// The changes that the text below will point to.
  void learn(Node tracked) {
    for (const Node region : tracked.children("text:changed-region")) {
      const Node what = region.first_child();
      const Node who = what.child("office:change-info");
      const std::string_view name = what.name();
      if (name == "text:format-change") {
        ++document_.formatting;
        continue;
      }
      const char* const id = region.attribute("text:id") ? "text:id" : "xml:id";
      regions_[region.attribute(id).value()] = {
          {name == "text:deletion" ? RemarkKind::deletion : RemarkKind::insertion,
           strip_unprintable(who.child("dc:creator").text().get()),
           who.child("dc:date").text().get(),
           {}},
          what};
    }
  }

  void children(Node parent) {
    for (const Node node : parent.children()) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        if (in_paragraph_ > 0) {
          gatherer_.text(node.value());
        }
      } else if (node.type() == pugi::node_element) {
        element(node);
      }
    }
  }

 private:
  struct Region {
    Change change;
    Node what;
  };

  void element(Node node) {
    const std::string_view name = node.name();
    if (is_skipped(name) || is_computed(name)) {
      if (name == "text:tracked-changes") {
        learn(node);
      } else if (name == "text:index-body") {
        children(node.child("text:index-title"));
      }
    } else if (name == "text:p" || name == "text:h") {
      ++in_paragraph_;
      children(node);
      --in_paragraph_;
      gatherer_.end_paragraph(inserted_ > 0);
    } else if (name == "text:s" || name == "text:tab" || name == "text:line-break") {
      gatherer_.text(" ");
    } else if (name == "text:change-start" || name == "text:change-end") {
      edge(node, name == "text:change-start");
    } else if (name == "text:change") {
      deletion(node);
    } else if (name == "office:annotation") {
      comment(node);
    } else if (name == "office:annotation-end") {
      const auto open = comments_.find(node.attribute("office:name").value());
      if (open != comments_.end()) {
        gatherer_.end_comment(open->second);
      }
    } else if (name == "text:note") {
      story(node.child("text:note-body"), Stream::notes);
    } else if (name == "draw:text-box" || name == "draw:custom-shape") {
      story(node, Stream::body);
    } else if (name == "table:table-cell") {
      gatherer_.begin_cell();
      children(node);
      gatherer_.end_cell();
    } else if (name == "table:table-row") {
      gatherer_.begin_row(false);
      children(node);
    } else if (name.starts_with("style:header") || name.starts_with("style:footer")) {
      story(node, Stream::margins);
    } else {
      children(node);
    }
  }

  void story(Node node, Stream stream) {
    gatherer_.begin_story(stream);
    children(node);
    gatherer_.end_story();
  }

  void edge(Node node, bool starts) {
    const auto region = regions_.find(node.attribute("text:change-id").value());
    if (region == regions_.end() || region->second.change.kind != RemarkKind::insertion) {
      return;
    }
    if (starts) {
      gatherer_.begin_change(region->second.change);
      ++inserted_;
    } else if (inserted_ > 0) {
      gatherer_.end_change();
      --inserted_;
    }
  }

  // What was deleted goes back to where it was; each region once, or a file could unfold without
  // end.
  void deletion(Node node) {
    const auto region = regions_.find(node.attribute("text:change-id").value());
    if (region == regions_.end() || region->second.change.kind != RemarkKind::deletion) {
      return;
    }
    const Region deleted = region->second;
    regions_.erase(region);
    gatherer_.begin_change(deleted.change);
    bool is_first = true;
    for (const Node paragraph : deleted.what.children()) {
      const std::string_view name = paragraph.name();
      if (name != "text:p" && name != "text:h") {
        continue;
      }
      if (!is_first) {
        gatherer_.end_paragraph(false);
      }
      is_first = false;
      children(paragraph);
    }
    gatherer_.end_change();
  }

  void comment(Node node) {
    Remark remark;
    remark.author = strip_unprintable(node.child("dc:creator").text().get());
    remark.date = node.child("dc:date").text().get();
    remark.resolved = node.attribute("loext:resolved").as_bool();
    remark.text = words(node);
    const std::string name = node.attribute("office:name").value();
    const std::string parent = node.attribute("loext:parent-name").value();
    if (const auto answered = comments_.find(parent);
        !parent.empty() && answered != comments_.end()) {
      document_.remarks[answered->second].replies.push_back(
          {remark.author, remark.date, remark.text});
      comments_.emplace(name, answered->second);
      return;
    }
    const std::size_t number = gatherer_.add_comment(std::move(remark));
    if (!name.empty()) {
      comments_.emplace(name, number);
    }
    if (ends_.contains(name)) {
      gatherer_.begin_comment(number);
    } else {
      gatherer_.point_comment(number);
    }
  }

  static std::string words(Node annotation) {
    std::string text;
    const auto gather = [&text](const auto& self, Node parent) -> void {
      for (const Node node : parent.children()) {
        if (node.type() == pugi::node_pcdata) {
          text += node.value();
        } else if (node.name() == std::string_view("text:s")) {
          text += ' ';
        } else {
          self(self, node);
        }
      }
    };
    const auto paragraphs = [&](const auto& self, Node parent) -> void {
      for (const Node node : parent.children()) {
        if (node.name() == std::string_view("text:p")) {
          text += text.empty() ? "" : "\n";
          gather(gather, node);
        } else if (node.name() != std::string_view("dc:creator") &&
                   node.name() != std::string_view("dc:date") &&
                   node.name() != std::string_view("meta:creator-initials")) {
          self(self, node);
        }
      }
    };
    paragraphs(paragraphs, annotation);
    return trimmed(strip_unprintable(text));
  }

  Gatherer& gatherer_;
  Document& document_;
  std::map<std::string, Region> regions_;
  std::map<std::string, std::size_t> comments_;
  std::set<std::string> ends_;  ///< names of comments that span text
  int inserted_ = 0;
  int in_paragraph_ = 0;
};

}  // namespace

package::XmlFault read_odt(const package::Package& package, Marks marks, Document& document,
                           std::string& part) {
  document.markup = template_::Markup::odf;
  Gatherer gatherer(document, marks);
  for (const char* name : {"content.xml", "styles.xml"}) {
    part = name;
    if (!package.contains(name)) {
      continue;
    }
    const package::ParsedXml xml = package::parse_xml(package.get(name).value_or(""));
    if (!xml.tree) {
      return xml.fault;
    }
    const Node root = xml.tree->document_element();
    Walker walker(gatherer, document, root);
    if (part == "content.xml") {
      gatherer.begin_story(Stream::body);
      walker.children(root.child("office:body").child("office:text"));
      gatherer.end_story();
    } else {
      gatherer.begin_story(Stream::margins);
      walker.children(root.child("office:master-styles"));
      gatherer.end_story();
    }
  }
  gatherer.finish();
  return package::XmlFault::none;
}

}  // namespace rapporteur::review
