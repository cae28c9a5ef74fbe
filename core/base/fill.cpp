// Fills as bytes: field after field in the order of the structs.
#include "base/fill.hpp"

#include "base/wire.hpp"

namespace rapporteur {
namespace {

void put(wire::Writer& out, const Run& run) {
  out.string(run.text);
  out.boolean(run.strong);
  out.boolean(run.emphasis);
  out.boolean(run.code);
  out.string(run.link);
  out.string(run.language);
  out.string(run.note);
}

Run get_run(wire::Reader& in) {
  Run run;
  run.text = in.string();
  run.strong = in.boolean();
  run.emphasis = in.boolean();
  run.code = in.boolean();
  run.link = in.string();
  run.language = in.string();
  run.note = in.string();
  return run;
}

void put(wire::Writer& out, const Block& block) {
  out.integer(static_cast<std::int64_t>(block.kind));
  out.integer(block.level);
  out.boolean(block.ordered);
  out.boolean(block.starts_list);
  out.integer(block.number);
  out.integer(static_cast<std::int64_t>(block.runs.size()));
  for (const Run& run : block.runs) {
    put(out, run);
  }
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
  const std::size_t runs = in.count();
  for (std::size_t i = 0; i < runs && in.ok(); ++i) {
    block.runs.push_back(get_run(in));
  }
  return block;
}

}  // namespace

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
