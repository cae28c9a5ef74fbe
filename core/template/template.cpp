#include "template/template.hpp"

#include "template/document.hpp"
#include "template/long_tables.hpp"
#include "template/runner.hpp"
#include "template/safety.hpp"
#include "template/sources.hpp"
#include "template/write.hpp"

namespace rapporteur::template_ {
namespace {

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
  const std::vector<Source> sources = read_sources(impl->package, impl->document);
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
    package.set(part.name, part_long_tables(impl_->document.markup, runner.run(part)));
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
