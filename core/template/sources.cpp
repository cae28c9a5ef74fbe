#include "template/sources.hpp"

#include <algorithm>

#include "template/paragraph_styles.hpp"

namespace rapporteur::template_ {
namespace {

constexpr std::string_view main_types[] = {".document.main+xml", ".template.main+xml"};

bool is_type(std::string_view type, std::string_view end) {
  return type.ends_with(end);
}

// The place of an OOXML part by its content type; empty = holds no text of the author's.
std::string place_of(std::string_view type) {
  if (std::any_of(std::begin(main_types), std::end(main_types),
                  [&](std::string_view end) { return is_type(type, end); })) {
    return "body";
  }
  if (is_type(type, ".header+xml")) {
    return "header";
  }
  if (is_type(type, ".footer+xml")) {
    return "footer";
  }
  return is_type(type, ".footnotes+xml") || is_type(type, ".endnotes+xml") ? "footnote" : "";
}

std::string part_name(pugi::xml_node entry) {
  const std::string name = entry.attribute("PartName").value();
  return name.substr(name.starts_with('/') ? 1 : 0);
}

std::vector<Source> ooxml_sources(const Package& package, Document& document) {
  std::vector<Source> sources;
  const pugi::xml_document types = tree_of(package, "[Content_Types].xml");
  for (const pugi::xml_node node : types.document_element().children("Override")) {
    const std::string type = node.attribute("ContentType").value();
    const std::string name = part_name(node);
    if (is_type(type, "wordprocessingml.styles+xml")) {
      const pugi::xml_document styles = tree_of(package, name);
      for (const pugi::xml_node style : styles.document_element().children("w:style")) {
        const std::string_view style_name = style.child("w:name").attribute("w:val").value();
        if (style_name.starts_with("heading ") || style_name.starts_with("Heading ") ||
            style.child("w:pPr").child("w:outlineLvl")) {
          document.heading_styles.emplace(style.attribute("w:styleId").value());
        }
      }
    } else if (std::string place = place_of(type); !place.empty() && package.contains(name)) {
      sources.push_back({name, std::move(place), package.get(name).value_or("")});
    }
  }
  document.heading_styles.erase("");  // else every paragraph without a style would be a heading
  // The body first, whatever the order in the package: its faults are told first.
  std::stable_partition(sources.begin(), sources.end(),
                        [](const Source& source) { return source.place == "body"; });
  return sources;
}

void read_styles(const Package& package, const std::vector<Source>& sources, Document& out) {
  if (out.markup == Markup::odf) {
    const pugi::xml_document styles = tree_of(package, "styles.xml");
    out.table_look = text_table_look(out.markup, styles.document_element(), {});
    out.letters = ParagraphStyles(out.markup, styles.document_element()).letters();
    return;
  }
  const pugi::xml_document document = tree_of(package, sources.empty() ? "" : sources.front().name);
  const pugi::xml_document styles = tree_of(package, styles_name(package, out.markup));
  out.table_look =
      text_table_look(out.markup, styles.document_element(), document.document_element());
  out.letters = ParagraphStyles(out.markup, styles.document_element()).letters();
}

std::vector<Source> odf_sources(const Package& package) {
  std::vector<Source> sources{{"content.xml", "body", package.get("content.xml").value_or("")}};
  if (package.contains("styles.xml")) {
    sources.push_back({"styles.xml", "header", package.get("styles.xml").value_or("")});
  }
  return sources;
}

}  // namespace

pugi::xml_document tree_of(const Package& package, std::string_view name) {
  pugi::xml_document tree;
  const std::string xml = package.get(name).value_or("");
  static_cast<void>(tree.load_buffer(xml.data(), xml.size()));
  return tree;
}

std::string styles_name(const Package& package, Markup markup) {
  if (markup == Markup::odf) {
    return "styles.xml";
  }
  const pugi::xml_document types = tree_of(package, "[Content_Types].xml");
  for (const pugi::xml_node node : types.document_element().children("Override")) {
    if (is_type(node.attribute("ContentType").value(), "wordprocessingml.styles+xml")) {
      return part_name(node);
    }
  }
  return {};
}

std::vector<Source> read_sources(const Package& package, Document& document) {
  std::vector<Source> sources =
      document.markup == Markup::odf ? odf_sources(package) : ooxml_sources(package, document);
  read_styles(package, sources, document);
  return sources;
}

}  // namespace rapporteur::template_
