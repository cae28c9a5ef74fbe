#include "template/template.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "template/document.hpp"
#include "template/paragraph_styles.hpp"
#include "template/runner.hpp"
#include "template/safety.hpp"
#include "template/write.hpp"

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

pugi::xml_document tree_of(const Package& package, std::string_view name) {
  pugi::xml_document tree;
  const std::string xml = package.get(name).value_or("");
  static_cast<void>(tree.load_buffer(xml.data(), xml.size()));
  return tree;
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
  const pugi::xml_document types = tree_of(package, "[Content_Types].xml");
  pugi::xml_document styles;
  for (const pugi::xml_node node : types.document_element().children("Override")) {
    if (is_type(node.attribute("ContentType").value(), "wordprocessingml.styles+xml")) {
      styles = tree_of(package, part_name(node));
    }
  }
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

void add_link_style(Package& package) {
  constexpr const char* part = "word/styles.xml";
  std::string styles = package.get(part).value_or("");
  const std::size_t end = styles.rfind("</w:styles>");
  if (end != std::string::npos) {
    package.set(part, styles.insert(end, link_style_xml));
  }
}

}  // namespace

struct Template::Impl {
  Package package;
  Document document;
};

Template::Template(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;
Template::~Template() = default;

Result<Template> Template::open(std::string file, std::string bytes, Diagnostics& diagnostics) {
  auto impl = std::make_unique<Impl>();
  const std::optional<Markup> markup = admit(file, std::move(bytes), impl->package, diagnostics);
  if (!markup) {
    return std::nullopt;
  }
  impl->document.markup = *markup;
  impl->document.file = std::move(file);
  const std::vector<Source> sources = *markup == Markup::odf
                                          ? odf_sources(impl->package)
                                          : ooxml_sources(impl->package, impl->document);
  read_styles(impl->package, sources, impl->document);
  if (!read_document(impl->document, sources, diagnostics)) {
    return std::nullopt;
  }
  return Template(std::move(impl));
}

Result<Expansion> Template::expand(const ExpandInput& input, Diagnostics& diagnostics) const {
  Runner runner(impl_->document, input, diagnostics);
  runner.check_tags();
  Package package = impl_->package;
  for (const Part& part : impl_->document.parts) {
    package.set(part.name, runner.run(part));
    add_pictures(impl_->document.markup, part.name, runner.take_pictures(), package);
  }
  if (runner.failed()) {
    return std::nullopt;
  }
  if (impl_->document.markup == Markup::ooxml && input.figure_marks == FigureMarks::links) {
    add_link_style(package);
  }
  return Expansion{impl_->document.markup, package.write(), runner.take_fills(),
                   runner.take_marks(), runner.take_figures()};
}

Markup Template::markup() const {
  return impl_->document.markup;
}

}  // namespace rapporteur::template_
