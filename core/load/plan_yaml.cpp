#include "load/plan_yaml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/text.hpp"
#include "load/faults.hpp"
#include "load/number_style.hpp"
#include "load/numbers.hpp"
#include "load/result_files.hpp"
#include "load/yaml.hpp"
#include "plan/plan_keys.hpp"

namespace rapporteur::load {
namespace {

bool is_language(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) &&
         std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_currency(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// A name that may stand in a file name and in a header: letters, digits, - and _.
bool is_name(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

/// The parts of plan.yaml, one function each.
class PlanYaml {
 public:
  PlanYaml(YamlReader& yaml, const YAML::Node& root, Plan& plan, const Diagnostics& diagnostics)
      : yaml_(yaml), root_(root), plan_(plan), diagnostics_(diagnostics) {}

  /// False when a fault stands in what the tables are judged by.
  bool read() {
    const std::size_t before = diagnostics_.all().size();
    if (!yaml_.check_keys(root_, "plan.yaml", key_names("plan.yaml"))) {
      return false;
    }
    read_languages();
    read_currency();
    read_periods();
    read_levels();
    read_scales();
    plan_.numbers = read_number_style(yaml_, root_["numbers"]);
    read_dates();
    read_missing();
    const bool is_usable = !touches_tables(before);
    read_identity();
    read_formats();
    read_severity();
    read_accepted();
    read_result_files(yaml_, root_["results"], plan_);
    return is_usable;
  }

 private:
  /// True when one of the faults from `first` on is in what the tables are judged by. A key that is
  /// unknown or double is, when it is (or looks like a misspelling of) such a one.
  [[nodiscard]] bool touches_tables(std::size_t first) const {
    constexpr std::array<std::string_view, 8> keys = {"languages", "currency", "periods", "levels",
                                                      "scales",    "numbers",  "missing", "dates"};
    const std::vector<Diagnostic>& all = diagnostics_.all();
    return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                       [&](const Diagnostic& diagnostic) {
                         if (diagnostic.id == "plan-key-unknown") {
                           return std::ranges::find(keys, diagnostic.suggestion) != keys.end();
                         }
                         return diagnostic.id != "plan-key-twice" ||
                                std::ranges::find(keys, diagnostic.origin.text) != keys.end();
                       });
  }

  void read_languages() {
    const std::vector<YAML::Node> items = yaml_.items(root_["languages"]);
    for (const YAML::Node& item : items) {
      const auto language = yaml_.scalar(item, "languages");
      if (language && !is_language(*language)) {
        yaml_.refuse(item, "languages", "fr, en");
      } else if (language &&
                 std::ranges::find(plan_.languages, *language) == plan_.languages.end()) {
        plan_.languages.push_back(*language);
      }
    }
    if (items.empty()) {
      yaml_.add("plan-key-missing", root_, {{"key", "languages"}});
    }
    yaml_.set_languages(plan_.languages);
  }

  void read_identity() {
    if (const auto version = yaml_.required_scalar(root_["rapporteur"], "rapporteur", root_);
        version && *version != "1") {
      yaml_.add("plan-version", root_["rapporteur"], {{"version", *version}});
    }
    if (const auto id = yaml_.required_scalar(root_["id"], "id", root_)) {
      plan_.id = *id;
      if (!is_name(*id)) {
        yaml_.refuse(root_["id"], "id", "a–z, A–Z, 0–9, -, _");
      }
    }
    if (!root_["title"] || root_["title"].IsNull()) {
      yaml_.add("plan-key-missing", root_, {{"key", "title"}});
    }
    plan_.title = yaml_.local_text(root_["title"], "title");
    plan_.kind = yaml_.local_text(root_["kind"], "kind");
    plan_.country = yaml_.local_text(root_["country"], "country");
    plan_.issuer = yaml_.local_text(root_["issuer"], "issuer");
    for (const YAML::Node& item : yaml_.items(root_["references"])) {
      plan_.references.push_back(yaml_.local_text(item, "references"));
    }
    plan_.date = yaml_.date(root_["date"], "date");
  }

  void read_currency() {
    if (const auto currency = yaml_.scalar(root_["currency"], "currency")) {
      plan_.currency = *currency;
      if (!is_currency(*currency)) {
        yaml_.refuse(root_["currency"], "currency", "XOF, USD, EUR…");
      }
    }
  }

  void read_periods() {
    if (const YAML::Node span = root_["period"];
        span && !span.IsNull() && yaml_.check_keys(span, "period", key_names("period"))) {
      plan_.start = yaml_.date(span["start"], "start");
      plan_.end = yaml_.date(span["end"], "end");
    }
    for (const YAML::Node& item : yaml_.items(root_["periods"])) {
      read_period(item);
    }
    check_parts();
    if (const auto reporting = yaml_.scalar(root_["reporting_period"], "reporting_period")) {
      plan_.reporting_period = *reporting;
      if (plan_.find_period(*reporting) == nullptr) {
        refuse_period(root_["reporting_period"], "reporting_period");
      }
    }
  }

  void read_period(const YAML::Node& item) {
    Period period;
    if (item.IsScalar()) {
      period.id = item.Scalar();
      for (const std::string& language : plan_.languages) {
        period.label.by_language.emplace(language, period.id);
      }
    } else if (yaml_.check_keys(item, "periods", key_names("periods"))) {
      period.id = yaml_.required_scalar(item["id"], "id", item).value_or("");
      period.label = yaml_.local_text(item["label"], "label");
      period.start = yaml_.date(item["start"], "start");
      period.end = yaml_.date(item["end"], "end");
      for (const YAML::Node& part : yaml_.items(item["parts"])) {
        period.parts.push_back(yaml_.scalar(part, "parts").value_or(""));
        part_nodes_.push_back(part);
      }
    }
    if (period.id.empty()) {
      return;
    }
    if (!is_name(period.id)) {
      yaml_.refuse(item.IsScalar() ? item : item["id"], "id", "a–z, A–Z, 0–9, -, _");
    } else if (plan_.find_period(period.id) != nullptr) {
      yaml_.add("plan-key-twice", item, {{"key", period.id}});
    } else {
      plan_.periods.push_back(std::move(period));
    }
  }

  /// Parts must be periods, and no period a part of itself, at any depth.
  void check_parts() {
    for (const YAML::Node& part : part_nodes_) {
      if (part.IsScalar() && plan_.find_period(part.Scalar()) == nullptr) {
        refuse_period(part, "parts");
      }
    }
    for (Period& period : plan_.periods) {
      std::set<std::string> open;
      if (!parts_end(period, open)) {
        yaml_.add("plan-period-cycle", root_["periods"], {{"period", period.id}});
        period.parts.clear();
      }
    }
  }

  bool parts_end(const Period& period, std::set<std::string>& open) {
    if (!open.insert(period.id).second) {
      return false;
    }
    for (const std::string& part : period.parts) {
      const Period* const next = plan_.find_period(part);
      if (next != nullptr && !parts_end(*next, open)) {
        return false;
      }
    }
    open.erase(period.id);
    return true;
  }

  void refuse_period(const YAML::Node& node, std::string_view key) {
    std::vector<std::string> ids;
    for (const Period& period : plan_.periods) {
      ids.push_back(period.id);
    }
    yaml_.refuse(node, key, joined(ids), nearest(node.IsScalar() ? node.Scalar() : "", ids));
  }

  void read_levels() {
    for (const YAML::Node& item : yaml_.items(root_["levels"])) {
      Level level;
      if (!yaml_.check_keys(item, "levels", key_names("levels"))) {
        continue;
      }
      level.id = yaml_.required_scalar(item["id"], "id", item).value_or("");
      level.label = yaml_.local_text(item["label"], "label");
      level.numbering = yaml_.scalar(item["numbering"], "numbering").value_or("1");
      const std::vector<std::string> known = key_choices("levels", "numbering");
      if (std::ranges::find(known, level.numbering) == known.end()) {
        yaml_.refuse(item["numbering"], "numbering", "1, I, A, a, none",
                     nearest(level.numbering, known));
      }
      if (std::ranges::find(plan_.levels, level.id, &Level::id) != plan_.levels.end()) {
        yaml_.add("plan-key-twice", item["id"], {{"key", level.id}});
      } else if (!level.id.empty()) {
        plan_.levels.push_back(std::move(level));
      }
    }
  }

  void read_scales() {
    for (const YAML::Node& item : yaml_.items(root_["scales"])) {
      Scale scale;
      if (!yaml_.check_keys(item, "scales", key_names("scales"))) {
        continue;
      }
      scale.id = yaml_.required_scalar(item["id"], "id", item).value_or("");
      for (const YAML::Node& step : yaml_.items(item["steps"])) {
        if (!yaml_.check_keys(step, "steps", key_names("steps"))) {
          continue;
        }
        const std::string digit = yaml_.required_scalar(step["digit"], "digit", step).value_or("0");
        Scale::Step read;
        const auto [end, error] =
            std::from_chars(digit.data(), digit.data() + digit.size(), read.digit);
        if (error != std::errc() || end != digit.data() + digit.size()) {
          yaml_.refuse(step["digit"], "digit", "0, 1, 2…");
        }
        read.label = yaml_.local_text(step["label"], "label");
        scale.steps.push_back(std::move(read));
      }
      plan_.scales.push_back(std::move(scale));
    }
  }

  void read_dates() {
    const auto style = yaml_.scalar(root_["dates"], "dates");
    if (style == "dmy") {
      plan_.dates = DateStyle::day_month_year;
    } else if (style && *style != "iso") {
      yaml_.refuse(root_["dates"], "dates", "iso, dmy");
    }
  }

  void read_missing() {
    const YAML::Node missing = root_["missing"];
    if (!missing || missing.IsNull() || !yaml_.check_map(missing, "missing")) {
      return;
    }
    const std::vector<std::string> kinds = key_choices("plan.yaml", "missing");
    for (const auto& item : missing) {
      const auto kind = yaml_.scalar(item.second, "missing");
      const auto known = missing_named(kind.value_or(""));
      if (kind && known && *known != Missing::empty) {
        plan_.missing.emplace(trimmed(item.first.Scalar()), *known);
      } else if (item.second.IsScalar() || item.second.IsNull()) {
        yaml_.refuse(item.second, item.first.Scalar(),
                     "not_applicable, not_measured, no_data, pending, nothing_to_report",
                     nearest(kind.value_or(""), kinds));
      }
    }
  }

  void read_formats() {
    const YAML::Node formats = root_["formats"];
    if (!formats || formats.IsNull() || !yaml_.check_map(formats, "formats")) {
      return;
    }
    for (const auto& format : formats) {
      FormatOptions& options = plan_.formats[format.first.Scalar()];
      if (format.second.IsNull() || !yaml_.check_map(format.second, format.first.Scalar())) {
        continue;
      }
      for (const auto& option : format.second) {
        if (const auto value = yaml_.scalar(option.second, option.first.Scalar())) {
          options.values.emplace(option.first.Scalar(),
                                 Sourced<std::string>{*value, yaml_.place(option.second)});
        }
      }
    }
  }

  void read_severity() {
    const YAML::Node severity = root_["severity"];
    if (!severity || severity.IsNull() || !yaml_.check_map(severity, "severity")) {
      return;
    }
    const std::vector<std::string> known = key_choices("plan.yaml", "severity");
    for (const auto& item : severity) {
      // YAML 1.1 reads a bare `off` as false; here it stays the word that was typed.
      const auto level = yaml_.scalar(item.second, item.first.Scalar());
      if (level && std::ranges::find(known, *level) != known.end()) {
        plan_.severity.emplace(item.first.Scalar(),
                               Sourced<std::string>{*level, yaml_.place(item.first)});
      } else {
        yaml_.refuse(item.second, item.first.Scalar(), "error, warning, info, off",
                     nearest(level.value_or(""), known));
      }
    }
  }

  void read_accepted() {
    for (const YAML::Node& item : yaml_.items(root_["accepted"])) {
      if (!yaml_.check_keys(item, "accepted", key_names("accepted"))) {
        continue;
      }
      Accepted accepted;
      accepted.origin = yaml_.place(item);
      accepted.rule = yaml_.required_scalar(item["rule"], "rule", item).value_or("");
      accepted.row = yaml_.scalar(item["row"], "row").value_or("");
      accepted.column = yaml_.scalar(item["column"], "column").value_or("");
      accepted.reason = yaml_.required_scalar(item["reason"], "reason", item).value_or("");
      for (const YAML::Node& value : yaml_.items(item["values"])) {
        const auto typed = yaml_.scalar(value, "values");
        const auto money = parse_money(typed.value_or(""), plan_.numbers, plan_.currency);
        if (const auto* amount = std::get_if<Money>(&money)) {
          accepted.values.push_back(amount->minor);
        } else {
          yaml_.refuse(value, "values", example_of(plan_.numbers, 0));
        }
      }
      plan_.accepted.push_back(std::move(accepted));
    }
  }

  YamlReader& yaml_;
  const YAML::Node& root_;
  Plan& plan_;
  const Diagnostics& diagnostics_;
  std::vector<YAML::Node> part_nodes_;
};

}  // namespace

bool read_plan_yaml(const std::string& text, const std::string& file, Plan& plan,
                    Diagnostics& diagnostics) {
  YamlReader yaml(file, diagnostics);
  plan.origin.file = file;
  plan.origin.row = 1;
  const auto root = yaml.parse(text);
  return root && PlanYaml(yaml, *root, plan, diagnostics).read();
}

}  // namespace rapporteur::load
