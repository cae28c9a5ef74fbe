// A summary read back. It may come from anyone: every member's type is checked, the place told.
#include <charconv>
#include <set>

#include "base/json.hpp"
#include "base/text.hpp"
#include "summary/account.hpp"

namespace rapporteur::summary {

namespace {

class Reader {
 public:
  Reader(std::string file, Diagnostics& diagnostics)
      : file_(std::move(file)), diagnostics_(diagnostics) {}
  [[nodiscard]] bool is_sound() const { return is_sound_; }

  void refuse(const json::Value& at, std::string_view member, std::string_view wanted) {
    is_sound_ = false;
    diagnostics_.add({.id = "summary-shape",
                      .origin = {.file = file_, .row = at.line, .column = at.column},
                      .args = {{"member", std::string(member)}, {"wanted", std::string(wanted)}}});
  }

  /// The member when it is there and of this type; else nothing, after a fault.
  const json::Value* need(const json::Value& owner, std::string_view name, json::Type type,
                          std::string_view wanted) {
    const json::Value* const member = owner.find(name);
    if (member == nullptr || !member->is(type)) {
      refuse(member != nullptr ? *member : owner, name, wanted);
      return nullptr;
    }
    return member;
  }
  std::string text(const json::Value& owner, std::string_view name) {
    const auto* member = need(owner, name, json::Type::string, "text");
    return member != nullptr ? strip_unprintable(member->text) : std::string();
  }
  std::int64_t number(const json::Value& owner, std::string_view name) {
    const auto* member = need(owner, name, json::Type::number, "number");
    std::int64_t value = 0;
    if (member != nullptr) {
      const char* const end = member->text.data() + member->text.size();
      const auto [at, error] = std::from_chars(member->text.data(), end, value);
      if (error != std::errc() || at != end || value < 0 || value > most) {
        refuse(*member, name, "number");
        value = 0;
      }
    }
    return value;
  }
  bool yes(const json::Value& owner, std::string_view name) {
    const auto* member = need(owner, name, json::Type::boolean, "yes");
    return member != nullptr && member->is_true;
  }
  std::string one_of(const json::Value& owner, std::string_view name,
                     const std::set<std::string>& words) {
    std::string word = text(owner, name);
    if (is_sound_ && !words.contains(word)) {
      refuse(*owner.find(name), name, "word");
    }
    return word;
  }
  template <class Item>
  std::vector<Item> list(const json::Value& owner, std::string_view name,
                         Item (Reader::*read)(const json::Value&)) {
    std::vector<Item> items;
    const auto* member = need(owner, name, json::Type::array, "list");
    for (std::size_t i = 0; member != nullptr && is_sound_ && i < member->items.size(); ++i) {
      const json::Value& item = member->items[i];
      if (!item.is(json::Type::object)) {
        refuse(item, name, "object");
        break;
      }
      items.push_back((this->*read)(item));
    }
    return items;
  }
  std::vector<std::string> names(const json::Value& owner, std::string_view name) {
    std::vector<std::string> all;
    const auto* member = need(owner, name, json::Type::array, "list");
    for (std::size_t i = 0; member != nullptr && is_sound_ && i < member->items.size(); ++i) {
      if (!member->items[i].is(json::Type::string)) {
        refuse(member->items[i], name, "text");
      }
      all.push_back(strip_unprintable(member->items[i].text));
    }
    return all;
  }

  Finding finding(const json::Value& at) {
    return {.id = text(at, "id"),
            .severity = one_of(at, "severity", {"information", "warning", "error"}),
            .exit = static_cast<int>(std::min<std::int64_t>(number(at, "exit"), 4)),
            .place = text(at, "place"),
            .file = text(at, "file"),
            .row = static_cast<int>(std::min<std::int64_t>(number(at, "row"), 2'000'000'000)),
            .column = static_cast<int>(std::min<std::int64_t>(number(at, "column"), 2'000'000'000)),
            .message = text(at, "message"),
            .cause = text(at, "cause"),
            .remedy = text(at, "remedy")};
  }
  Document document(const json::Value& at) {
    return {.path = text(at, "path"),
            .kind = text(at, "kind"),
            .pages = number(at, "pages"),
            .bytes = number(at, "bytes"),
            .sha256 = text(at, "sha256")};
  }
  Target target(const json::Value& at) {
    return {.name = text(at, "name"),
            .format = text(at, "format"),
            .language = text(at, "language"),
            .state = one_of(at, "state", {"built", "current", "restored", "failed", "stopped"}),
            .milliseconds = number(at, "milliseconds"),
            .why = text(at, "why"),
            .subject = text(at, "subject"),
            .documents = list(at, "documents", &Reader::document),
            .found = list(at, "findings", &Reader::finding)};
  }
  Plan plan(const json::Value& at) {
    return {.folder = text(at, "folder"),
            .name = text(at, "name"),
            .found = list(at, "findings", &Reader::finding),
            .targets = list(at, "targets", &Reader::target)};
  }
  Office office(const json::Value& at) {
    return {.jobs = number(at, "jobs"), .peak_bytes = number(at, "peak_bytes")};
  }

  Account account(const json::Value& root) {
    Account account;
    account.language = one_of(root, "language", {"en", "fr"});
    if (const auto* versions = need(root, "versions", json::Type::object, "object")) {
      for (const json::Member& member : versions->members) {
        account.versions.emplace_back(member.name, text(*versions, member.name));
      }
    }
    if (const auto* shard = root.find("shard")) {
      const auto index = number(*shard, "index");
      const auto of = number(*shard, "of");
      if (is_sound_ && (index < 1 || index > of || of > 10'000)) {
        refuse(*shard, "shard", "number");
      }
      account.shard = build::Shard{static_cast<int>(index), static_cast<int>(of)};
    }
    account.batch = names(root, "batch");
    account.own = names(root, "own");
    account.milliseconds = number(root, "milliseconds");
    account.interrupted = yes(root, "interrupted");
    account.walled = yes(root, "walled");
    account.offices = list(root, "offices", &Reader::office);
    account.found = list(root, "findings", &Reader::finding);
    account.plans = list(root, "plans", &Reader::plan);
    return account;
  }

 private:
  /// A terabyte, or 34 years in milliseconds: the sum over a file of the size that is read fits.
  static constexpr std::int64_t most = std::int64_t{1} << 40;
  std::string file_;
  Diagnostics& diagnostics_;
  bool is_sound_ = true;
};

}  // namespace

std::optional<Account> read_json(const std::string& text, const std::string& file,
                                 Diagnostics& diagnostics) {
  json::Problem problem;
  const auto root =
      first_invalid_utf8(text) == std::string::npos ? json::parse(text, problem) : std::nullopt;
  if (!root) {
    diagnostics.add({.id = "summary-broken",
                     .origin = {.file = file, .row = problem.line, .column = problem.column}});
    return std::nullopt;
  }
  Reader reader(file, diagnostics);
  const json::Value* const version =
      root->is(json::Type::object) ? root->find("rapporteur_summary") : nullptr;
  if (version == nullptr || !version->is(json::Type::number) || version->text != "1") {
    reader.refuse(version != nullptr ? *version : *root, "rapporteur_summary", "version");
    return std::nullopt;
  }
  Account account = reader.account(*root);
  return reader.is_sound() ? std::optional(std::move(account)) : std::nullopt;
}

}  // namespace rapporteur::summary
