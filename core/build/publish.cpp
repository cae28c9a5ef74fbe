#include "build/publish.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "build/standing.hpp"
#include "build/unwritable.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

Output& output_in(TargetRecord& record, const std::string& name) {
  const auto known = std::ranges::find(record.outputs, name, &Output::name);
  return known != record.outputs.end() ? *known : record.outputs.emplace_back(Output{.name = name});
}

/// Of editions the last few are kept: those of other kinds, periods … that are built by turns.
void add(Edition edition, TargetRecord& record) {
  constexpr std::size_t most = 4;
  std::erase_if(record.editions, [&](const Edition& one) { return one.key == edition.key; });
  record.editions.push_back(std::move(edition));
  if (record.editions.size() > most) {
    record.editions.erase(record.editions.begin());
  }
}

/// True when nothing of someone else's would be lost.
bool is_free(const fs::path& made, const std::string& digest, const fs::path& place,
             const TargetRecord* record, const Ledger& ledger, Diagnostics& diagnostics) {
  const OutputState state = ledger.state(made.filename().string(), record);
  if (state == OutputState::same || state == OutputState::missing) {
    return true;
  }
  const auto there = read_file(place);
  if (there && sha256(*there) == digest) {
    return true;  // what would be written
  }
  diagnostics.add(in_the_way(place, state));
  return false;
}

}  // namespace

bool publish(const Finished& finished, const Ledger& ledger, bool force, Diagnostics& diagnostics) {
  const auto turn = ledger.take_turn();
  const auto known = ledger.target(finished.target);
  TargetRecord record = known.value_or(TargetRecord{.name = finished.target});
  bool is_clear = true;
  for (const fs::path& file : finished.files) {
    const std::string name = file.filename().string();
    const fs::path place = ledger.out() / name;
    const auto bytes = read_file(file);
    const std::string digest = bytes ? sha256(*bytes) : "";
    std::error_code error;
    if (!bytes) {
      diagnostics.add(unwritable(file, std::make_error_code(std::errc::no_such_file_or_directory)));
      is_clear = false;
    } else if (fs::is_directory(place, error)) {
      diagnostics.add(unwritable(place, std::make_error_code(std::errc::is_a_directory)));
      is_clear = false;
    } else if (!force) {
      is_clear =
          is_free(file, digest, place, known ? &*known : nullptr, ledger, diagnostics) && is_clear;
    }
    output_in(record, name).coming = digest;
  }
  if (!is_clear) {
    return false;
  }
  static_cast<void>(ledger.keep(record));  // a build that is killed from here on knows its files
  Edition edition{finished.key, finished.told, {}};
  for (const fs::path& file : finished.files) {
    const std::string name = file.filename().string();
    const fs::path place = ledger.out() / name;
    std::error_code error;
    fs::rename(file, place, error);
    if (error) {
      diagnostics.add(unwritable(place, error));
      return false;
    }
    Output& output = output_in(record, name);
    output.digest = std::exchange(output.coming, {});
    output.stamp = stamp_of(place).value_or(FileStamp{});
    edition.digests[name] = output.digest;
  }
  add(std::move(edition), record);
  static_cast<void>(ledger.keep(record));
  return true;
}

}  // namespace rapporteur::build
