// Work that can be done in any order, spread over the processors.
#pragma once

#include <cstddef>
#include <functional>

namespace rapporteur::check {

/// Calls `work` once with each number below `count`, from several threads; returns when all is
/// done. What `work` throws is thrown here. It may share only what it reads.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace rapporteur::check
