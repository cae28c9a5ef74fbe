// Where rules of two topics see one fault in one cell, the one that says more about it speaks.
#pragma once

#include <vector>

#include "check/rule.hpp"

namespace rapporteur::check {

/// Drops "has the same text as" where the same cell is told as a repeated row or a slipped text,
/// and other consequences of what one finding says better; their places become related ones.
void drop_overlaps(std::vector<Finding>& findings);

}  // namespace rapporteur::check
