#include "build/ledger.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "base/diagnostic_codec.hpp"
#include "base/files.hpp"
#include "base/hex.hpp"
#include "base/json.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

constexpr const char* folder_name = ".rapporteur";

std::int64_t number_of(const json::Value* value) {
  std::int64_t number = 0;
  if (value != nullptr) {
    std::from_chars(value->text.data(), value->text.data() + value->text.size(), number);
  }
  return number;
}

/// Nothing when there is no such file, or none that can be read: then all is made anew.
std::optional<json::Value> read_json(const fs::path& file) {
  const auto text = read_file(file);
  json::Problem problem;
  return text ? json::parse(*text, problem) : std::nullopt;
}

bool write_json(const fs::path& file, const json::Value& value) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  return !error && write_file(file, json::write(value));
}

json::Value to_json(const Output& output) {
  json::Value one = json::object();
  one.set("name", json::string(output.name));
  one.set("digest", json::string(output.digest));
  if (!output.coming.empty()) {
    one.set("coming", json::string(output.coming));
  }
  one.set("size", json::number(output.stamp.size));
  one.set("written", json::number(output.stamp.written));
  one.set("changed", json::number(output.stamp.changed));
  return one;
}

Output output_of(const json::Value& value) {
  return {std::string(value.string_at("name")),
          std::string(value.string_at("digest")),
          std::string(value.string_at("coming")),
          {number_of(value.find("size")), number_of(value.find("written")),
           number_of(value.find("changed"))}};
}

json::Value to_json(const Edition& edition) {
  json::Value one = json::object();
  one.set("key", json::string(edition.key));
  one.set("told", json::string(to_hex(edition.told)));
  json::Value& digests = one.set("digests", json::object());
  for (const auto& [name, digest] : edition.digests) {
    digests.set(name, json::string(digest));
  }
  return one;
}

std::optional<Edition> edition_of(const json::Value& value) {
  const auto told = from_hex(value.string_at("told"));
  const json::Value* const digests = value.find("digests");
  if (!told || digests == nullptr) {
    return std::nullopt;
  }
  Edition edition{std::string(value.string_at("key")), *told, {}};
  for (const json::Member& digest : digests->members) {
    edition.digests.emplace(digest.name, digest.value.text);
  }
  return edition;
}

json::Value to_json(const Diagnostics& found) {
  return json::string(to_hex(encode(found)));
}

std::optional<Diagnostics> diagnostics_at(const json::Value& value, std::string_view name) {
  const auto bytes = from_hex(value.string_at(name));
  return bytes ? decode_diagnostics(*bytes) : std::nullopt;
}

json::Value to_json(const PlanTarget& target) {
  json::Value one = json::object();
  one.set("name", json::string(target.name));
  one.set("format", json::string(target.format));
  one.set("language", json::string(target.language));
  one.set("key", json::string(target.key));
  one.set("milliseconds", json::number(static_cast<std::int64_t>(target.seconds * 1000)));
  one.set("found", to_json(target.found));
  return one;
}

std::optional<PlanTarget> plan_target_of(const json::Value& value) {
  auto found = diagnostics_at(value, "found");
  if (!found) {
    return std::nullopt;
  }
  return PlanTarget{std::string(value.string_at("name")),
                    std::string(value.string_at("format")),
                    std::string(value.string_at("language")),
                    std::string(value.string_at("key")),
                    std::move(*found),
                    static_cast<double>(number_of(value.find("milliseconds"))) / 1000};
}

fs::path file_of_plan(const fs::path& out, const std::string& plan, const std::string& wish) {
  return out / folder_name / "plans" / (plan.substr(0, 16) + "-" + wish.substr(0, 16) + ".json");
}

}  // namespace

class Ledger::Turn {
 public:
  explicit Turn(int file) : file_(file) {}
  ~Turn() { ::close(file_); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  int file_;
};

Ledger::Ledger(fs::path out) : out_(std::move(out)) {}

std::shared_ptr<Ledger::Turn> Ledger::take_turn() const {
  std::error_code error;
  fs::create_directories(out_ / folder_name, error);
  const int file =
      ::open((out_ / folder_name / "turn").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) {
    return nullptr;
  }
  while (::flock(file, LOCK_EX) != 0 && errno == EINTR) {
  }
  return std::make_shared<Turn>(file);
}

const Edition* find_edition(const TargetRecord& record, const std::string& key) {
  const auto found = std::ranges::find(record.editions, key, &Edition::key);
  return found == record.editions.end() ? nullptr : &*found;
}

std::optional<TargetRecord> Ledger::target(const std::string& name) const {
  const auto read = read_json(out_ / folder_name / "targets" / (name + ".json"));
  const json::Value* const outputs = read ? read->find("outputs") : nullptr;
  const json::Value* const editions = read ? read->find("editions") : nullptr;
  if (outputs == nullptr || editions == nullptr) {
    return std::nullopt;
  }
  TargetRecord record{name, {}, {}};
  for (const json::Value& output : outputs->items) {
    record.outputs.push_back(output_of(output));
  }
  for (const json::Value& value : editions->items) {
    auto edition = edition_of(value);
    if (!edition) {
      return std::nullopt;
    }
    record.editions.push_back(std::move(*edition));
  }
  return record;
}

bool Ledger::keep(const TargetRecord& record) const {
  json::Value value = json::object();
  json::Value& outputs = value.set("outputs", json::array());
  for (const Output& output : record.outputs) {
    outputs.push(to_json(output));
  }
  json::Value& editions = value.set("editions", json::array());
  for (const Edition& edition : record.editions) {
    editions.push(to_json(edition));
  }
  return write_json(out_ / folder_name / "targets" / (record.name + ".json"), value);
}

bool Ledger::stands(const Edition& edition, const TargetRecord& record,
                    const std::vector<std::string>& names) const {
  return std::ranges::all_of(names, [&](const std::string& name) {
    const auto output = std::ranges::find(record.outputs, name, &Output::name);
    const auto digest = edition.digests.find(name);
    return output != record.outputs.end() && digest != edition.digests.end() &&
           output->digest == digest->second && state(name, &record) == OutputState::same;
  });
}

std::optional<PlanRecord> Ledger::plan(const std::string& plan, const std::string& wish) const {
  const auto read = read_json(file_of_plan(out_, plan, wish));
  const json::Value* const reads = read ? read->find("reads") : nullptr;
  const json::Value* const targets = read ? read->find("targets") : nullptr;
  const json::Value* const prints = read ? read->find("fingerprint") : nullptr;
  if (reads == nullptr || targets == nullptr || prints == nullptr ||
      read->string_at("plan") != plan || read->string_at("wish") != wish) {
    return std::nullopt;
  }
  auto known_reads = reads_of(*reads);
  auto found = diagnostics_at(*read, "found");
  if (!known_reads || !found) {
    return std::nullopt;
  }
  PlanRecord record{plan,
                    wish,
                    {},
                    std::move(*known_reads),
                    std::string(read->string_at("name")),
                    std::move(*found),
                    {}};
  for (const json::Member& print : prints->members) {
    record.fingerprint.emplace_back(print.name, print.value.text);
  }
  for (const json::Value& target : targets->items) {
    auto known = plan_target_of(target);
    if (!known) {
      return std::nullopt;
    }
    record.targets.push_back(std::move(*known));
  }
  return record;
}

bool Ledger::knows(const std::string& plan) const {
  std::error_code error;
  for (fs::directory_iterator entry(out_ / folder_name / "plans", error), end;
       !error && entry != end; entry.increment(error)) {
    if (entry->path().filename().string().starts_with(plan.substr(0, 16))) {
      return true;
    }
  }
  return false;
}

bool Ledger::keep(const PlanRecord& record) const {
  json::Value value = json::object();
  value.set("plan", json::string(record.plan));
  value.set("wish", json::string(record.wish));
  value.set("name", json::string(record.name));
  json::Value& prints = value.set("fingerprint", json::object());
  for (const auto& [name, print] : record.fingerprint) {
    prints.set(name, json::string(print));
  }
  value.set("found", to_json(record.found));
  json::Value& targets = value.set("targets", json::array());
  for (const PlanTarget& target : record.targets) {
    targets.push(to_json(target));
  }
  value.set("reads", build::to_json(record.reads));
  return write_json(file_of_plan(out_, record.plan, record.wish), value);
}

OutputState Ledger::state(const std::string& name, const TargetRecord* record) const {
  const fs::path file = out_ / name;
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) {
    return OutputState::missing;
  }
  if (record == nullptr) {
    return OutputState::foreign;
  }
  const auto known = std::ranges::find(record->outputs, name, &Output::name);
  if (known == record->outputs.end()) {
    return OutputState::foreign;
  }
  if (stamp_of(file) == known->stamp) {
    return OutputState::same;
  }
  const auto bytes = read_file(file);
  const std::string digest = bytes ? sha256(*bytes) : "";
  const bool is_ours = !digest.empty() && (digest == known->digest || digest == known->coming);
  return is_ours ? OutputState::same : OutputState::changed;
}

}  // namespace rapporteur::build
