#include "summary/merge.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace rapporteur::summary {

namespace {

struct ByContent {
  static auto all_of(const Finding& one) {
    return std::tie(one.id, one.severity, one.exit, one.place, one.file, one.row, one.column,
                    one.message, one.cause, one.remedy);
  }
  bool operator()(const Finding& a, const Finding& b) const { return all_of(a) < all_of(b); }
};
using Findings = std::set<Finding, ByContent>;

/// Adds what is not `known` yet. Summaries come from anyone: with a search in the list, sixty
/// thousand findings took twelve seconds.
void add_new(std::vector<Finding>& all, Findings& known, const std::vector<Finding>& more) {
  std::ranges::copy_if(more, std::back_inserter(all),
                       [&](const Finding& one) { return known.insert(one).second; });
}

/// A plan, and what is in it already.
struct Joined {
  Plan plan;
  Findings found;
  std::set<std::string> targets;
};

class Merging {
 public:
  explicit Merging(const std::vector<std::string>& files) : files_(files) {}

  void add(const Account& account, const std::string& file) {
    for (const Plan& plan : account.plans) {
      add(plan);
    }
    for (const std::string& name : account.own) {
      own_.insert(name);
      const auto [known, is_new] = maker_.emplace(name, file);
      if (!is_new) {
        found_.add({.id = "shard-twice",
                    .origin = {.file = file},
                    .args = {{"name", name}, {"other", known->second}}});
      }
    }
  }
  void compare(const Account& first, const Account& other, const std::string& file) {
    if (std::set(first.batch.begin(), first.batch.end()) !=
        std::set(other.batch.begin(), other.batch.end())) {
      found_.add({.id = "shard-other-batch",
                  .origin = {.file = file},
                  .args = {{"other", files_.front()}}});
    }
  }
  void tell_missing(const std::vector<std::string>& batch) {
    for (const std::string& name : batch) {
      if (!own_.contains(name)) {
        found_.add({.id = "shard-missing", .args = {{"name", name}}});
      }
    }
  }
  [[nodiscard]] std::vector<Plan> plans() {
    std::vector<Plan> plans;
    for (Joined& joined : plans_) {
      std::ranges::sort(joined.plan.targets, {}, &Target::name);
      plans.push_back(std::move(joined.plan));
    }
    return plans;
  }
  [[nodiscard]] const Diagnostics& found() const { return found_; }

 private:
  void add(const Plan& plan) {
    const auto [number, is_new] = numbers_.emplace(plan.folder, plans_.size());
    if (is_new) {
      plans_.emplace_back();
      plans_.back().plan.folder = plan.folder;
      plans_.back().plan.name = plan.name;
    }
    Joined& joined = plans_[number->second];
    add_new(joined.plan.found, joined.found, plan.found);
    // Made twice, a target is told of by its name in `own`; here the first one stands.
    std::ranges::copy_if(
        plan.targets, std::back_inserter(joined.plan.targets),
        [&](const Target& target) { return joined.targets.insert(target.name).second; });
  }

  const std::vector<std::string>& files_;
  std::vector<Joined> plans_;
  std::map<std::string, std::size_t> numbers_;
  std::map<std::string, std::string> maker_;
  std::set<std::string> own_;
  Diagnostics found_;
};

}  // namespace

Account merge(const std::vector<Account>& accounts, const std::vector<std::string>& files,
              const std::string& language) {
  const Account& first = accounts.front();
  Account joined{.language = language, .versions = first.versions, .batch = first.batch};
  Merging merging(files);
  Findings known;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const Account& account = accounts[i];
    merging.compare(first, account, files[i]);
    merging.add(account, files[i]);
    joined.own.insert(joined.own.end(), account.own.begin(), account.own.end());
    joined.milliseconds = std::max(joined.milliseconds, account.milliseconds);
    joined.interrupted = joined.interrupted || account.interrupted;
    joined.walled = joined.walled && account.walled;
    joined.offices.insert(joined.offices.end(), account.offices.begin(), account.offices.end());
    add_new(joined.found, known, account.found);
  }
  merging.tell_missing(joined.batch);
  add_new(joined.found, known, findings_of(merging.found(), language));
  joined.plans = merging.plans();
  std::ranges::sort(joined.own);
  joined.own.erase(std::unique(joined.own.begin(), joined.own.end()), joined.own.end());
  return joined;
}

}  // namespace rapporteur::summary
