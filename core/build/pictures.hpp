// The pictures of a plan, read when a document shows them.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/picture.hpp"
#include "plan/plan.hpp"
#include "view/value.hpp"

namespace rapporteur::build {

class PlanPictures {
 public:
  explicit PlanPictures(const Plan& plan);

  /// The file, without what its camera noted. Findings: media-missing, picture-outside (nothing out
  /// of the plan folder is read), picture-unfit (no PNG or JPEG, broken, too large: nothing is
  /// printed), picture-turned, picture-undescribed (printed all the same). Their place is the cell
  /// that names the file, else `place`. May be called from several threads.
  [[nodiscard]] std::optional<Picture> find(const view::Image& image, const Origin& place,
                                            Diagnostics& diagnostics) const;

 private:
  std::filesystem::path folder_;
  std::map<std::string, Origin, std::less<>> cells_;  ///< path → the first cell that names it
};

}  // namespace rapporteur::build
