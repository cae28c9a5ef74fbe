// The guide to the plan folder: every key, table and column, in Markdown.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::exchange {

/// In French or English; generated from plan/plan_keys.cpp and plan/schema_*.cpp, with the prose of
/// messages/guide.yaml. Stands in docs/plan-guide.<language>.md.
[[nodiscard]] std::string plan_guide(std::string_view language);

}  // namespace rapporteur::exchange
