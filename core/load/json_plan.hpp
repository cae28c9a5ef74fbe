// A plan from the JSON document that `rapporteur export` writes.
#pragma once

#include <filesystem>
#include <string>

#include "base/diagnostic.hpp"
#include "load/folder.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// By its name: a file argument that is such a document.
[[nodiscard]] bool is_json_plan(const std::filesystem::path& path);

/// Reads the document `name` of `folder` into `plan`: settings, tables, narratives, all by the
/// readers of a plan folder. False when its settings cannot be used (see read_plan_yaml). Faults:
/// json-broken, json-not-a-plan, json-version, json-table-unknown, json-shape, table-twice and
/// those of the parts.
bool read_json_plan(Folder& folder, const std::string& name, Plan& plan, Diagnostics& diagnostics);
/// The same from its text, valid UTF-8; `file` is what it is called.
bool read_json_text(const std::string& text, const std::string& file, Plan& plan,
                    Diagnostics& diagnostics);

}  // namespace rapporteur::load
