#include "summary/merge.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::summary {

namespace {

void add_new(std::vector<Finding>& all, const std::vector<Finding>& more) {
  for (const Finding& one : more) {
    if (std::ranges::find(all, one) == all.end()) {
      all.push_back(one);
    }
  }
}

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
  [[nodiscard]] std::vector<Plan> plans() { return std::move(plans_); }
  [[nodiscard]] const Diagnostics& found() const { return found_; }

 private:
  void add(const Plan& plan) {
    const auto [number, is_new] = numbers_.emplace(plan.folder, plans_.size());
    if (is_new) {
      plans_.push_back({.folder = plan.folder, .name = plan.name, .found = {}, .targets = {}});
    }
    Plan& joined = plans_[number->second];
    add_new(joined.found, plan.found);
    for (const Target& target : plan.targets) {
      // Made twice, it is told of by its name in `own`; here the first one stands.
      const bool is_there =
          std::ranges::find(joined.targets, target.name, &Target::name) != joined.targets.end();
      if (!is_there) {
        joined.targets.push_back(target);
      }
    }
    std::ranges::sort(joined.targets, {}, &Target::name);
  }

  const std::vector<std::string>& files_;
  std::vector<Plan> plans_;
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
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const Account& account = accounts[i];
    merging.compare(first, account, files[i]);
    merging.add(account, files[i]);
    joined.own.insert(joined.own.end(), account.own.begin(), account.own.end());
    joined.milliseconds = std::max(joined.milliseconds, account.milliseconds);
    joined.interrupted = joined.interrupted || account.interrupted;
    joined.walled = joined.walled && account.walled;
    joined.offices.insert(joined.offices.end(), account.offices.begin(), account.offices.end());
    add_new(joined.found, account.found);
  }
  merging.tell_missing(joined.batch);
  add_new(joined.found, findings_of(merging.found(), language));
  joined.plans = merging.plans();
  std::ranges::sort(joined.own);
  joined.own.erase(std::unique(joined.own.begin(), joined.own.end()), joined.own.end());
  return joined;
}

}  // namespace rapporteur::summary
