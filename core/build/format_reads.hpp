// What a document depends on beside its plan and the installation: formats, words, templates.
#pragma once

#include <vector>

#include "build/reads.hpp"
#include "plugin/format.hpp"

namespace rapporteur::build {

/// The folders of these formats, of those that they extend and of what they share, their templates,
/// and the names in the folders that were searched: a new format there may come before another.
void add_formats(const std::vector<const plugin::Declaration*>& formats,
                 const plugin::Search& search, Digests& digests, Reads& reads);

}  // namespace rapporteur::build
