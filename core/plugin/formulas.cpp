#include "plugin/formulas.hpp"

#include "plugin/session.hpp"

namespace rapporteur::plugin {

Made::Made(lua_State* lua)
    : traced_(session_of(lua).job != nullptr && session_of(lua).job->context.traced) {}

void Made::from(const view::Value& value) {
  if (!traced_) {
    return;
  }
  if (value.formula) {
    view::add_cells(cells_, value.formula->cells);
  } else {
    view::add_cell(cells_, value.origin);
  }
}

void Made::from(const Origin& cell) {
  if (traced_) {
    view::add_cell(cells_, cell);
  }
}

void Made::from(const Sum& sum) {
  for (const Origin* const cell : sum.cells) {
    from(*cell);
  }
}

std::optional<view::Formula> Made::by(const char* operation) const {
  return cells_.empty() ? std::nullopt : std::optional(view::Formula{operation, cells_});
}

}  // namespace rapporteur::plugin
