// The text of one paragraph, in both markups.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/fill.hpp"
#include "template/template.hpp"

namespace rapporteur::trial {

/// What paragraphs refer to: fills by token, notes of a DOCX by id; and the notes met so far.
struct Inline {
  template_::Markup markup = template_::Markup::odf;
  std::map<std::string, const Fill*, std::less<>> fills;
  std::map<std::string, pugi::xml_node, std::less<>> docx_notes;
  std::vector<std::string> notes;  ///< met and not yet printed
  std::size_t noted = 0;           ///< met in all

  /// "[^1]"; the note's text waits in `notes`.
  std::string add_note(const std::string& text);
};

/// Text with the content of inline fills; tokens of other fills are left in it.
[[nodiscard]] std::string paragraph_text(Inline& in, pugi::xml_node paragraph);
[[nodiscard]] std::string runs_text(Inline& in, const std::vector<Run>& runs);
/// The fill whose token stands in `text` and takes the place of the whole paragraph, or null.
[[nodiscard]] const Fill* block_fill(const Inline& in, std::string_view text);

}  // namespace rapporteur::trial
