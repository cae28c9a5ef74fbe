// Fills as bytes: field after field in the order of the structs.
#include "base/fill.hpp"

#include <algorithm>

#include "base/wire.hpp"

namespace rapporteur {
namespace {

void put(wire::Writer& out, const std::vector<Run>& runs);

void put(wire::Writer& out, const Run& run) {
  out.string(run.text);
  out.boolean(run.strong);
  out.boolean(run.emphasis);
  out.boolean(run.code);
  out.boolean(run.struck);
  out.boolean(run.symbol);
  out.string(run.link);
  out.string(run.language);
  out.string(run.comment);
  out.integer(run.note_number);
  put(out, run.note);
}

void put(wire::Writer& out, const std::vector<Run>& runs) {
  out.integer(static_cast<std::int64_t>(runs.size()));
  for (const Run& run : runs) {
    put(out, run);
  }
}

// `depth` 0 = text, 1 = its notes; there are no notes of notes.
std::vector<Run> get_runs(wire::Reader& in, int depth, bool& valid) {
  std::vector<Run> runs;
  const std::size_t count = in.count();
  valid = valid && (count == 0 || depth <= 1);
  for (std::size_t i = 0; i < count && valid && in.ok(); ++i) {
    Run& run = runs.emplace_back();
    run.text = in.string();
    run.strong = in.boolean();
    run.emphasis = in.boolean();
    run.code = in.boolean();
    run.struck = in.boolean();
    run.symbol = in.boolean();
    run.link = in.string();
    run.language = in.string();
    run.comment = in.string();
    run.note_number = in.integer();
    run.note = get_runs(in, depth + 1, valid);
  }
  return runs;
}

void put(wire::Writer& out, const Block& block) {
  out.integer(static_cast<std::int64_t>(block.kind));
  out.integer(block.level);
  out.boolean(block.ordered);
  out.boolean(block.starts_list);
  out.integer(block.number);
  out.integer(static_cast<std::int64_t>(block.task));
  out.boolean(block.labelled);
  out.boolean(block.after_table);
  put(out, block.runs);
}

// A number in range, or the reader's message is broken.
int get_int(wire::Reader& in, int least, int most, bool& valid) {
  const std::int64_t value = in.integer();
  if (value < least || value > most) {
    valid = false;
    return least;
  }
  return static_cast<int>(value);
}

Block get_block(wire::Reader& in, bool& valid) {
  Block block;
  block.kind = static_cast<BlockKind>(get_int(in, 0, static_cast<int>(BlockKind::quote), valid));
  block.level = get_int(in, 0, 1000, valid);
  block.ordered = in.boolean();
  block.starts_list = in.boolean();
  block.number = get_int(in, 0, 1'000'000'000, valid);
  block.task = static_cast<Task>(get_int(in, 0, static_cast<int>(Task::done), valid));
  block.labelled = in.boolean();
  block.after_table = in.boolean();
  block.runs = get_runs(in, 0, valid);
  return block;
}

bool uses_symbols(const Run& run) {
  return run.symbol || std::ranges::any_of(run.note, [](const Run& note) { return note.symbol; });
}

bool uses_symbols(const Block& block) {
  return block.task != Task::none ||
         std::ranges::any_of(block.runs, [](const Run& run) { return uses_symbols(run); });
}

}  // namespace

bool uses_symbols(const std::vector<Fill>& fills) {
  return std::ranges::any_of(fills, [](const Fill& fill) {
    return std::ranges::any_of(fill.blocks, [](const Block& block) { return uses_symbols(block); });
  });
}

std::string encode(const std::vector<Fill>& fills) {
  wire::Writer out;
  out.integer(static_cast<std::int64_t>(fills.size()));
  for (const Fill& fill : fills) {
    out.string(fill.token);
    out.boolean(fill.is_inline);
    out.integer(static_cast<std::int64_t>(fill.blocks.size()));
    for (const Block& block : fill.blocks) {
      put(out, block);
    }
  }
  return out.take();
}

std::optional<std::vector<Fill>> decode_fills(std::string_view bytes) {
  wire::Reader in(bytes);
  std::vector<Fill> fills;
  bool valid = true;
  const std::size_t count = in.count();
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    Fill fill;
    fill.token = in.string();
    fill.is_inline = in.boolean();
    const std::size_t blocks = in.count();
    for (std::size_t block = 0; block < blocks && in.ok(); ++block) {
      fill.blocks.push_back(get_block(in, valid));
    }
    fills.push_back(std::move(fill));
  }
  if (!valid || !in.ok() || !in.at_end()) {
    return std::nullopt;
  }
  return fills;
}

}  // namespace rapporteur
