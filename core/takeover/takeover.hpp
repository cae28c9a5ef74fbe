// A donor's blank form, saved by Word or Writer, as the start of a format: the form with tags in
// its empty places, and the Lua that gives each tag its value.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "takeover/binding.hpp"

namespace rapporteur::takeover {

struct Wishes {
  std::string id;                      ///< of the format: a–z, 0–9 and -
  std::vector<std::string> languages;  ///< fr, en or both; comments are in the first
  int api = 0;  ///< version of the Lua interface that the format is written for
};

struct File {
  std::string path;  ///< in the format's folder
  std::string bytes;
};

struct Takeover {
  std::vector<File> files;   ///< the template and the plugin
  std::vector<Bound> bound;  ///< every place, in the order of the form
};

/// Takes over the form `file`, whose bytes these are. Faults: those of a template
/// (Template::open), takeover-nothing-to-fill. The result has passed Template::open.
[[nodiscard]] Result<Takeover> take_over(const std::string& file, std::string bytes,
                                         const Wishes& wishes, Diagnostics& diagnostics);

/// A blank form to begin with, a DOCX in this language: cover, summary, framework, work plan,
/// budget, risks.
[[nodiscard]] std::string blank_form(const std::string& language);

}  // namespace rapporteur::takeover
