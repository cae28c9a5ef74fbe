// A drawn template (ODT or DOCX): opened once, checked, then expanded with a view.
//
// open(): zip sanity, no macros, no encryption, no external links, no entities; every tag with its
// place in the drawn document; all faults in one run. expand(): structure in the template's own
// markup (each, if, cols, merge), simple values inside repeats written; the rest becomes tokens.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/fill.hpp"
#include "base/picture.hpp"
#include "base/result.hpp"
#include "locale/catalogue.hpp"
#include "locale/format.hpp"
#include "template/figures.hpp"
#include "view/value.hpp"

namespace rapporteur::template_ {

enum class Markup { odf, ooxml };

/// Gives the file of a picture; nothing, after a finding, when it cannot be printed. `place` =
/// where the view has it from, else the slot.
using FindPicture = std::function<std::optional<Picture>(
    const view::Image& image, const Origin& place, Diagnostics& diagnostics)>;

struct ExpandInput {
  const view::Value& view;  ///< the root map
  const locale::Catalogue& terms;
  const locale::Formats& formats;
  std::string_view language;             ///< "fr", "en"
  std::string_view nonce;                ///< makes this job's tokens unlike any data; [0-9a-f]+
  FindPicture find_picture = nullptr;    ///< none = every picture is missing
  std::vector<std::string> limits = {};  ///< that a {{limit NAME}} may name
  FigureMarks figure_marks = FigureMarks::none;
  FigureComment comment = nullptr;  ///< needed for FigureMarks::comments
};

/// Where a section with a limit begins in the expanded document.
struct LimitMark {
  std::string bookmark;
  std::string limit;  ///< the name in {{limit NAME}}
  Origin origin;      ///< of that tag
};

/// The document to be opened by the office.
struct Expansion {
  Markup markup = Markup::odf;
  std::string package;  ///< the zip
  std::vector<Fill> fills;
  std::vector<LimitMark> marks;
  std::vector<PrintedFigure> figures;  ///< those that are marked
};

class Template {
 public:
  /// `file` is the name for diagnostics. Faults: template-* (see core/messages/template.yaml).
  [[nodiscard]] static Result<Template> open(std::string file, std::string bytes,
                                             Diagnostics& diagnostics);
  Template(Template&&) noexcept;
  Template& operator=(Template&&) noexcept;
  ~Template();

  /// Unknown fields, values of the wrong shape: faults, all of them, and no expansion.
  [[nodiscard]] Result<Expansion> expand(const ExpandInput& input, Diagnostics& diagnostics) const;
  [[nodiscard]] Markup markup() const;

 private:
  struct Impl;
  explicit Template(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::template_
