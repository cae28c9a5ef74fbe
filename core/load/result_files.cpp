#include "load/result_files.hpp"

#include "base/text.hpp"
#include "load/faults.hpp"
#include "load/number_style.hpp"
#include "plan/plan_keys.hpp"

namespace rapporteur::load {

void read_result_files(YamlReader& yaml, const YAML::Node& results, Plan& plan) {
  for (const YAML::Node& item : yaml.items(results)) {
    if (!yaml.check_keys(item, "results", key_names("results"))) {
      continue;
    }
    ResultFile file;
    file.name = yaml.required_scalar(item["file"], "file", item).value_or("");
    file.agency = yaml.scalar(item["agency"], "agency").value_or("");
    file.period = yaml.scalar(item["period"], "period").value_or("");
    if (!file.period.empty() && plan.find_period(file.period) == nullptr) {
      std::vector<std::string> ids;
      for (const Period& period : plan.periods) {
        ids.push_back(period.id);
      }
      yaml.refuse(item["period"], "period", joined(ids), nearest(file.period, ids));
    }
    file.numbers = item["numbers"] ? read_number_style(yaml, item["numbers"]) : plan.numbers;
    file.origin = yaml.place(item);
    plan.result_files.push_back(std::move(file));
  }
}

}  // namespace rapporteur::load
