// The catalogue of messages: core/messages/*.yaml, embedded in the binary.
//
// Each entry: id: {kind, severity, en: {message, cause, remedy, related: {key: text}}, fr: {…}}. A
// rule of check has `help` too; `example`, lines to be shown as they are, where it helps. Texts are
// ICU MessageFormat patterns: {name} is replaced, {n, plural, one {…} other {…}} works. Write
// typographic apostrophes (’): a straight one before a brace quotes it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace rapporteur {

/// A diagnostic in words. `cause` and `remedy` may be empty; `related` is parallel to the
/// diagnostic's.
struct Rendered {
  std::string message;
  std::string cause;
  std::string remedy;
  std::vector<std::string> related;
};

/// Renders in `language` ("fr" or "en"; anything else is English).
[[nodiscard]] Rendered render(const Diagnostic& diagnostic, std::string_view language);

/// The patterns of an id, unfilled.
struct MessageTexts {
  std::string help;
  std::string message;
  std::string cause;
  std::string remedy;
  std::string example;  ///< lines as they are, no pattern
};
/// Nothing on an unknown id.
[[nodiscard]] std::optional<MessageTexts> texts_of(std::string_view id, std::string_view language);

/// What a finding's rule looks for, in one sentence; empty when its entry has no help (faults).
[[nodiscard]] std::string help_of(std::string_view id, std::string_view language);

/// A text that is no diagnostic (progress, headings of reports, help), from the entry `ui` of the
/// catalogue. Throws std::logic_error on an unknown key.
[[nodiscard]] std::string ui_text(std::string_view key, const Arguments& args,
                                  std::string_view language);

/// The texts of `ui` whose key begins with `prefix`, by what follows it, as they stand in the
/// catalogue: for a page that fills {names} in itself.
[[nodiscard]] std::map<std::string, std::string> ui_patterns(std::string_view prefix,
                                                             std::string_view language);

/// All ids, sorted: for tests and for the manual.
[[nodiscard]] std::vector<std::string> message_ids();

/// Empty when every entry has both languages, the same arguments and the same related keys in both;
/// else one line per fault. A test calls it.
[[nodiscard]] std::vector<std::string> catalogue_faults();

}  // namespace rapporteur
