#include "build/shards.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace rapporteur::build {

namespace {

constexpr int most_shards = 10'000;

/// -1 when it is no whole number.
int whole(const std::string& text) {
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && at == end ? number : -1;
}

std::optional<Shard> checked(int index, int of) {
  return index >= 1 && index <= of && of <= most_shards ? std::optional(Shard{index, of})
                                                        : std::nullopt;
}

/// What variables say; `told` are those that are set, for the fault.
class Surroundings {
 public:
  explicit Surroundings(const Variables& variables) : variables_(variables) {}
  /// -1 when it is not set, or no number.
  int number(const std::string& name) {
    const auto text = variables_(name);
    told_ += text ? (told_.empty() ? "" : ", ") + name + "=" + *text : "";
    return text ? whole(*text) : -1;
  }
  [[nodiscard]] bool is_set(const std::string& name) const { return variables_(name).has_value(); }
  [[nodiscard]] const std::string& told() const { return told_; }

 private:
  const Variables& variables_;
  std::string told_;
};

std::optional<Shard> of_surroundings(Surroundings& around) {
  if (around.is_set("CI_NODE_INDEX")) {
    const int index = around.number("CI_NODE_INDEX");
    return checked(index, around.number("CI_NODE_TOTAL"));
  }
  if (around.is_set("SLURM_ARRAY_TASK_ID")) {
    const int id = around.number("SLURM_ARRAY_TASK_ID");
    const int first = around.number("SLURM_ARRAY_TASK_MIN");
    const int count = around.number("SLURM_ARRAY_TASK_COUNT");
    const int step = std::max(1, around.number("SLURM_ARRAY_TASK_STEP"));
    // An array of listed numbers (1,5,6) has no step: which part an id stands for is unknown.
    if (id < 0 || first < 0 || (id - first) % step != 0) {
      return std::nullopt;
    }
    return checked((id - first) / step + 1, count);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Shard> read_shard(const std::string& text, const Variables& variables,
                                Diagnostics& diagnostics) {
  const auto slash = text.find('/');
  const std::string first = text.substr(0, slash);
  const int of = slash == std::string::npos ? -1 : whole(text.substr(slash + 1));
  if (first != "auto") {
    const auto shard = checked(whole(first), of);
    if (!shard) {
      diagnostics.add({.id = "shard-malformed", .args = {{"text", text}}});
    }
    return shard;
  }
  Surroundings around(variables);
  std::optional<Shard> shard;
  if (slash == std::string::npos) {
    shard = of_surroundings(around);
  } else if (const int index = around.number("JOB_COMPLETION_INDEX"); index >= 0) {
    shard = checked(index + 1, of);
  }
  if (!shard) {
    diagnostics.add(
        {.id = "shard-unknown",
         .args = {{"text", text}, {"told", around.told().empty() ? "none" : around.told()}}});
  }
  return shard;
}

std::vector<int> deal(const Roster& roster, const std::vector<std::int64_t>& costs, int shards) {
  std::map<std::string, std::int64_t> cost_of_name;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    cost_of_name[roster[i].name] += costs[i];
  }
  std::vector<std::pair<std::string, std::int64_t>> names(cost_of_name.begin(), cost_of_name.end());
  // By name already: equal costs keep that order.
  std::ranges::stable_sort(names, std::greater{}, [](const auto& one) { return one.second; });
  std::vector<std::int64_t> loads(static_cast<std::size_t>(shards), 0);
  std::map<std::string, int> shard_of;
  for (const auto& [name, cost] : names) {
    const auto least = std::ranges::min_element(loads);
    *least += cost;
    shard_of[name] = static_cast<int>(least - loads.begin());
  }
  std::vector<int> dealt;
  std::ranges::transform(roster, std::back_inserter(dealt),
                         [&](const Entry& entry) { return shard_of[entry.name]; });
  return dealt;
}

void restrict_to(Request& request, const Roster& roster, const std::vector<int>& dealt,
                 const Shard& shard) {
  std::vector<std::filesystem::path> plans;
  std::set<std::size_t> taken;
  std::set<std::string> names;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    if (dealt[i] + 1 != shard.index) {
      continue;
    }
    names.insert(roster[i].name);
    if (taken.insert(roster[i].plan).second) {
      plans.push_back(request.plans[roster[i].plan]);
    }
  }
  request.plans = std::move(plans);
  request.only = std::move(names);
}

}  // namespace rapporteur::build
