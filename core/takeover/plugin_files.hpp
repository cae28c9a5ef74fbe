// The text files of a format that was made from a form.
#pragma once

#include <string>
#include <vector>

#include "takeover/takeover.hpp"

namespace rapporteur::takeover {

struct Description {
  std::string form;           ///< name of the donor's file
  std::string template_name;  ///< template.docx
  Wishes wishes;
  const Needs& needs;
  const std::vector<Bound>& bound;
};

/// plugin.lua, view.lua, terms.<language>.yaml, SLOTS.md, tests/builds.sh.
[[nodiscard]] std::vector<File> plugin_files(const Description& description);

[[nodiscard]] std::string plugin_lua(const Description& description);
[[nodiscard]] std::string view_lua(const Description& description);
/// What a report writer has to write: every slot and option with its place in the form.
[[nodiscard]] std::string slots_guide(const Description& description);

/// Text in quotes as Lua and YAML read it.
[[nodiscard]] std::string in_quotes(std::string_view text);
/// A comment's text on one line.
[[nodiscard]] std::string one_line(std::string_view text);
/// "indicators", or `["own-name"]` in a table and after a dot.
[[nodiscard]] std::string key(std::string_view name);

}  // namespace rapporteur::takeover
