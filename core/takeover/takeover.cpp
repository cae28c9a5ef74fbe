#include "takeover/takeover.hpp"

#include <algorithm>
#include <sstream>
#include <tuple>

#include "base/text.hpp"
#include "package/xml.hpp"
#include "takeover/edit.hpp"
#include "takeover/finder.hpp"
#include "takeover/heading_styles.hpp"
#include "takeover/marks.hpp"
#include "takeover/plugin_files.hpp"
#include "template/safety.hpp"
#include "template/template.hpp"

namespace rapporteur::takeover {
namespace {

using template_::Markup;
using template_::Package;

struct Part {
  std::string name;
  std::string place;
  std::unique_ptr<pugi::xml_document> tree;
};

std::unique_ptr<pugi::xml_document> tree_of(const Package& package, const std::string& name) {
  const std::optional<std::string> xml = package.get(name);
  return xml ? package::parse_xml(*xml).tree : nullptr;
}

constexpr const char* styles_place = "styles";  // no text of the form in it

std::string place_of(std::string_view type) {
  if (type.ends_with(".document.main+xml") || type.ends_with(".template.main+xml")) {
    return "body";
  }
  if (type.ends_with(".header+xml")) {
    return "header";
  }
  return type.ends_with(".footer+xml") ? "footer" : "";
}

// Parts with text of the form, the body first; styles are read into `looks`.
std::vector<Part> ooxml_parts(const Package& package, Looks& looks) {
  std::vector<Part> parts;
  const auto types = tree_of(package, "[Content_Types].xml");
  if (!types) {
    return parts;
  }
  for (const pugi::xml_node node : types->document_element().children("Override")) {
    const std::string_view type = node.attribute("ContentType").value();
    std::string name = node.attribute("PartName").value();
    name.erase(0, name.starts_with('/') ? 1 : 0);
    std::string place = place_of(type);
    if (type.ends_with("wordprocessingml.styles+xml")) {
      place = styles_place;
    }
    if (place.empty()) {
      continue;
    }
    auto tree = tree_of(package, name);
    if (tree && place == styles_place) {
      looks.read(tree->document_element());
    }
    if (tree) {
      parts.push_back({std::move(name), std::move(place), std::move(tree)});
    }
  }
  std::stable_partition(parts.begin(), parts.end(),
                        [](const Part& part) { return part.place == "body"; });
  return parts;
}

std::vector<Part> odf_parts(const Package& package, Looks& looks) {
  std::vector<Part> parts;
  auto styles = tree_of(package, "styles.xml");
  auto content = tree_of(package, "content.xml");
  if (styles) {
    looks.read(styles->document_element());
  }
  if (content) {
    looks.read(content->document_element());
    parts.push_back({"content.xml", "body", std::move(content)});
  }
  if (styles) {
    parts.push_back({"styles.xml", "header", std::move(styles)});
  }
  return parts;
}

// A form is a document, also where it was saved as a template (.dotx, .ott).
void make_document(Package& package, Markup markup) {
  const std::string name = markup == Markup::ooxml ? "[Content_Types].xml" : "mimetype";
  std::string text = package.get(name).value_or("");
  const std::string old =
      markup == Markup::ooxml ? "wordprocessingml.template.main+xml" : "opendocument.text-template";
  const std::string now =
      markup == Markup::ooxml ? "wordprocessingml.document.main+xml" : "opendocument.text";
  if (const std::size_t at = text.find(old); at != std::string::npos) {
    package.set(name, text.replace(at, old.size(), now));
  }
}

std::string written(const pugi::xml_document& tree) {
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

// Places in the order in which a reader meets them.
void sort_by_place(std::vector<Bound>& bound) {
  const auto key = [](const Bound& one) {
    const bool is_body = one.place.part == "body" || one.place.part == "text box";
    return std::tuple(!is_body, is_body ? one.order : 0);
  };
  std::stable_sort(bound.begin(), bound.end(),
                   [&](const Bound& a, const Bound& b) { return key(a) < key(b); });
}

}  // namespace

Result<Takeover> take_over(const std::string& file, std::string bytes, const Wishes& wishes,
                           Diagnostics& diagnostics) {
  Package package;
  const std::optional<Markup> markup =
      template_::admit(file, std::move(bytes), package, diagnostics);
  if (!markup) {
    return std::nullopt;
  }
  Looks looks(*markup);
  std::vector<Part> parts =
      *markup == Markup::odf ? odf_parts(package, looks) : ooxml_parts(package, looks);
  Finder finder;
  for (Part& part : parts) {
    if (part.name.ends_with("styles.xml")) {
      add_heading_styles(*markup, part.tree->document_element());
    }
    if (part.place == styles_place) {
      continue;
    }
    mark_fields(*markup, *part.tree);
    finder.read(read_outline(*markup, *part.tree, part.place, looks), "");
  }
  const Form form = finder.take();
  Binding binding = bind(form);
  apply(*markup, form, binding);
  for (const Part& part : parts) {
    package.set(part.name, written(*part.tree));
  }
  make_document(package, *markup);
  if (form.answers.empty() && form.tables.empty()) {
    diagnostics.add({.id = "takeover-nothing-to-fill", .origin = {.file = file}});
  }
  const std::string name = *markup == Markup::odf ? "template.odt" : "template.docx";
  std::string drawn = package.write();
  if (!template_::Template::open(file, drawn, diagnostics)) {
    return std::nullopt;
  }
  Takeover result;
  sort_by_place(binding.bound);
  result.files = plugin_files({file, name, wishes, binding.needs, binding.bound});
  result.files.push_back({name, std::move(drawn)});
  result.bound = std::move(binding.bound);
  return result;
}

}  // namespace rapporteur::takeover
