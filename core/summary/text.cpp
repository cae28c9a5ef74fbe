#include "base/messages.hpp"
#include "summary/render.hpp"

namespace rapporteur::summary {

std::string write_text(const Account& account) {
  std::string text;
  const auto line = [&](const std::string& name, const std::string& state,
                        const std::string& more) {
    text +=
        name + ": " + ui_text("summary_state", {{"state", state}}, account.language) + more + "\n";
  };
  const auto tell = [&](const std::vector<Finding>& found) {
    for (const Finding& one : found) {
      text += one.exit == 0 ? ""
                            : "  [" + one.id + "] " + one.place + (one.place.empty() ? "" : ": ") +
                                  one.message + "\n";
    }
  };
  for (const Plan& plan : account.plans) {
    for (const Target& target : plan.targets) {
      line(target.name, target.state,
           " (" + seconds_text(target.milliseconds, account.language) + ")");
      tell(target.found);
    }
    if (plan.targets.empty()) {
      line(plan.name, "failed", "");
    }
    tell(plan.found);
  }
  tell(account.found);
  return text;
}

}  // namespace rapporteur::summary
