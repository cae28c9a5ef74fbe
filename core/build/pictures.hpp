// The pictures of a plan, read when a document shows them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/picture.hpp"
#include "plan/plan.hpp"
#include "view/value.hpp"

namespace rapporteur::build {

class PlanPictures {
 public:
  explicit PlanPictures(const Plan& plan);
  /// To cross a process border.
  [[nodiscard]] std::string encode() const;
  [[nodiscard]] static std::shared_ptr<const PlanPictures> decode(std::string_view bytes);

  /// The file, without what its camera noted. Findings: media-missing, picture-outside (nothing out
  /// of the plan folder is read), picture-unfit (no PNG or JPEG, broken, too large: nothing is
  /// printed), picture-turned, picture-undescribed (printed all the same). Their place is the cell
  /// that names the file, else `place`. May be called from several threads.
  [[nodiscard]] std::optional<Picture> find(const view::Image& image, const Origin& place,
                                            Diagnostics& diagnostics) const;
  /// Every file that find() was asked for, there or not.
  [[nodiscard]] std::set<std::string> asked() const;

 private:
  PlanPictures() = default;
  std::filesystem::path folder_;
  mutable std::mutex mutex_;
  mutable std::set<std::string> asked_;
  std::map<std::string, Origin, std::less<>> cells_;  ///< path → the first cell that names it
};

}  // namespace rapporteur::build
