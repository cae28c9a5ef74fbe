// One document to make: everything that is known before an office runs.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "build/build.hpp"
#include "build/pictures.hpp"
#include "build/templates.hpp"
#include "locale/catalogue.hpp"
#include "plan/plan.hpp"
#include "plugin/format.hpp"
#include "template/template.hpp"
#include "view/value.hpp"

namespace rapporteur::build {

struct Target {
  std::string name;  ///< "pan-1325.national-budget.fr"
  std::string language;
  std::string plan_folder;  ///< as given; files of the plan are named from it
  std::string title;
  std::string author;
  const plugin::Declaration* format = nullptr;
  plugin::LimitsByName limits;  ///< those that hold under the plan's options
  std::shared_ptr<const template_::Template> drawn;
  locale::Catalogue terms;
  view::Value view;
  std::shared_ptr<const PlanPictures> pictures;
};

/// Formats as listed, and each drawn template opened once.
class Formats {
 public:
  /// `templates` keeps what was opened for the next list of formats.
  Formats(const plugin::Search& search, Diagnostics& diagnostics,
          std::shared_ptr<Templates> templates = std::make_shared<Templates>());
  [[nodiscard]] const std::vector<plugin::Declaration>& all() const { return declarations_; }
  /// Nothing, with format-unknown and a "did you mean", when there is no such format. What is wrong
  /// with this format, or with one that it extends, is told here; others are no concern of a build.
  [[nodiscard]] const plugin::Declaration* find(const std::string& id, const Origin& asked_at,
                                                Diagnostics& diagnostics) const;
  /// The drawn template of a kind ("odt", "docx", empty = the first there is).
  [[nodiscard]] std::shared_ptr<const template_::Template> drawn(const plugin::Declaration& format,
                                                                 const std::string& kind,
                                                                 Diagnostics& diagnostics);

 private:
  std::vector<plugin::Declaration> declarations_;
  std::vector<plugin::Found> found_;  ///< what was said of each, without the declarations
  std::map<std::filesystem::path, std::shared_ptr<const template_::Template>> opened_;
  std::shared_ptr<Templates> templates_;
};

struct ViewWish {
  bool traced = false;  ///< computed values keep their cells
  plugin::Limits limits = {};
};

/// The view of one plan in one format and language, with all that its document needs but the
/// office. Nothing after a fault of the plan's options, of the format's words or of its plugin.
[[nodiscard]] Result<Target> prepare_target(const Plan& plan, const plugin::Declaration& format,
                                            const std::string& language,
                                            std::shared_ptr<const template_::Template> drawn,
                                            const ViewWish& wish, Diagnostics& diagnostics);

/// A target that was asked for, and what came of it before an office.
struct Attempt {
  std::string name;
  std::string format;
  std::string language;
  Result<Target> target;  ///< nothing after a fault, here or in its plan or format
  Diagnostics found;      ///< of this target alone
  double seconds = 0;
};

/// The views of one plan, loaded and checked. What concerns the plan or a format as a whole is
/// added to `diagnostics`.
[[nodiscard]] std::vector<Attempt> attempt_all(const Plan& plan, const Request& request,
                                               Formats& formats, Diagnostics& diagnostics);

/// The same without those that failed: these are named in `failed`, what was found of them is
/// added.
[[nodiscard]] std::vector<Target> prepare(const Plan& plan, const Request& request,
                                          Formats& formats, std::vector<std::string>& failed,
                                          Diagnostics& diagnostics);
/// Loads and checks it too.
[[nodiscard]] std::vector<Target> prepare(const std::filesystem::path& folder,
                                          const Request& request, Formats& formats,
                                          std::vector<std::string>& failed,
                                          Diagnostics& diagnostics);

}  // namespace rapporteur::build
