// Drawn templates that outlive a build.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "template/template.hpp"

namespace rapporteur::build {

/// Keeps each template under the bytes of its file: one that did not change is opened once, and
/// what opening it had to tell is told again each time. For one thread.
class Templates {
 public:
  /// Nothing, with its faults, when the template cannot be used. `shown` names the file in them.
  [[nodiscard]] std::shared_ptr<const template_::Template> open(const std::string& shown,
                                                                std::string bytes,
                                                                Diagnostics& diagnostics);

 private:
  struct Kept {
    std::string digest;
    std::shared_ptr<const template_::Template> drawn;
    Diagnostics told;
  };
  std::map<std::string, Kept, std::less<>> kept_;
};

}  // namespace rapporteur::build
