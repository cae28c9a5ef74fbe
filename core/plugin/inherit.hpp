// A format that extends another: what plugin.lua returns, completed by what the base returns.
#pragma once

#include "view/value.hpp"

namespace rapporteur::plugin {

/// `own` with what it does not say taken from `base`: the fields name, languages, fonts, tables
/// whole; options by name, and each option field by field (so that a default can be changed alone);
/// formats and limits by name. Templates and the view are not taken here: they are files, and stay
/// where they are. What is no table is left as it is, for the reader to complain of.
[[nodiscard]] view::Value inherit(view::Value own, const view::Value& base);

}  // namespace rapporteur::plugin
