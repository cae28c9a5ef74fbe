// The view as bytes: what a plugin's child process sends to its parent.
//
// A value = the index of its alternative, its content, its note, its origin. The bytes come from a
// process that ran a stranger's code, so decode() trusts nothing: unknown alternatives, kinds of
// missing out of range, text that is no UTF-8, nesting beyond the limit and bytes left over are
// all refused.
#include "base/origin_codec.hpp"
#include "base/text.hpp"
#include "base/wire.hpp"
#include "view/value.hpp"

namespace rapporteur::view {
namespace {

constexpr int max_depth = 64;

enum class Tag {
  missing,
  boolean,
  integer,
  decimal,
  percent,
  money,
  date,
  text,
  markdown,
  list,
  map,
  qualified,
  image
};

using wire::write;

void write(wire::Writer& out, const Decimal& value) {
  out.integer(value.digits);
  out.integer(value.scale);
}

void write(wire::Writer& out, const Value& value);

void write(wire::Writer& out, const std::optional<Formula>& formula) {
  out.boolean(formula.has_value());
  if (!formula) {
    return;
  }
  out.string(formula->operation);
  out.integer(static_cast<std::int64_t>(formula->cells.size()));
  for (const Cells& group : formula->cells) {
    out.string(group.file);
    out.string(group.sheet);
    out.string(group.column_name);
    out.integer(static_cast<std::int64_t>(group.rows.size()));
    for (const auto& [from, to] : group.rows) {
      out.integer(from);
      out.integer(to);
    }
  }
}

struct WriteData {
  wire::Writer& out;
  void operator()(Missing value) const { out.integer(static_cast<std::int64_t>(value)); }
  void operator()(bool value) const { out.boolean(value); }
  void operator()(std::int64_t value) const { out.integer(value); }
  void operator()(const Decimal& value) const { write(out, value); }
  void operator()(const Percent& value) const { write(out, value.value); }
  void operator()(const Money& value) const {
    out.integer(value.minor);
    out.string(value.currency);
  }
  void operator()(const Date& value) const {
    out.integer(value.year);
    out.integer(value.month);
    out.integer(value.day);
  }
  void operator()(const Text& value) const {
    out.string(value.utf8);
    out.string(value.language);
  }
  void operator()(const Markdown& value) const {
    out.string(value.source);
    out.string(value.language);
    write(out, value.origin);
    out.integer(static_cast<std::int64_t>(value.figures.size()));
    for (const Figure& figure : value.figures) {
      out.string(figure.kind);
      write(out, figure.origin);
      write(out, figure.formula);
    }
  }
  void operator()(const Qualified& value) const {
    write(out, value.value);
    out.boolean(value.is_percent);
    out.boolean(value.is_change);
    out.string(value.before);
    out.string(value.after);
  }
  void operator()(const Image& value) const {
    out.string(value.path);
    out.string(value.alt);
    out.string(value.alt_language);
  }
  void operator()(const List& value) const {
    out.integer(static_cast<std::int64_t>(value.size()));
    for (const Value& item : value) {
      write(out, item);
    }
  }
  void operator()(const Map& value) const {
    out.integer(static_cast<std::int64_t>(value.size()));
    for (const auto& [name, member] : value) {
      out.string(name);
      write(out, member);
    }
  }
};

void write(wire::Writer& out, const Value& value) {
  out.integer(static_cast<std::int64_t>(value.data.index()));
  std::visit(WriteData{out}, value.data);
  out.string(value.note);
  write(out, value.origin);
  write(out, value.formula);
}

// Reads with a sticky fault on top of the reader's own.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : in_(bytes) {}

  Value value(int depth) {
    Value result;
    if (depth > max_depth) {
      ok_ = false;
    }
    const std::int64_t tag = in_.integer();
    if (!ok()) {
      return result;
    }
    result.data = data(tag, depth);
    result.note = text();
    result.origin = origin();
    result.formula = formula();
    return result;
  }
  [[nodiscard]] bool ok() const { return ok_ && in_.ok(); }
  [[nodiscard]] bool complete() const { return ok() && in_.at_end(); }

 private:
  using Data = decltype(Value::data);

  Data data(std::int64_t tag, int depth) {
    switch (static_cast<Tag>(tag)) {
      case Tag::missing:
        return static_cast<Missing>(
            number(0, static_cast<std::int64_t>(Missing::nothing_to_report)));
      case Tag::boolean:
        return in_.boolean();
      case Tag::integer:
        return in_.integer();
      case Tag::decimal:
        return decimal();
      case Tag::percent:
        return Percent{decimal()};
      case Tag::money: {
        const std::int64_t minor = in_.integer();
        return Money{minor, text()};
      }
      case Tag::date: {
        Date date;
        date.year = number(0, 9999);
        date.month = number(0, 12);
        date.day = number(0, 31);
        return date;
      }
      case Tag::text: {
        Text result;
        result.utf8 = text();
        result.language = text();
        return result;
      }
      case Tag::markdown: {
        Markdown result;
        result.source = text();
        result.language = text();
        result.origin = origin();
        const std::size_t figures = in_.count();
        for (std::size_t i = 0; i < figures && ok(); ++i) {
          Figure& figure = result.figures.emplace_back();
          figure.kind = text();
          figure.origin = origin();
          figure.formula = formula();
        }
        return result;
      }
      case Tag::qualified: {
        Qualified result;
        result.value = decimal();
        result.is_percent = in_.boolean();
        result.is_change = in_.boolean();
        result.before = text();
        result.after = text();
        return result;
      }
      case Tag::image: {
        Image result;
        result.path = text();
        result.alt = text();
        result.alt_language = text();
        return result;
      }
      case Tag::list:
        return list(depth);
      case Tag::map:
        return map(depth);
    }
    ok_ = false;
    return Missing::empty;
  }

  List list(int depth) {
    List result;
    const std::size_t count = in_.count();
    for (std::size_t i = 0; i < count && ok(); ++i) {
      result.push_back(value(depth + 1));
    }
    return result;
  }

  Map map(int depth) {
    Map result;
    const std::size_t count = in_.count();
    for (std::size_t i = 0; i < count && ok(); ++i) {
      std::string name = text();
      result.emplace_back(std::move(name), value(depth + 1));
    }
    return result;
  }

  Decimal decimal() {
    const std::int64_t digits = in_.integer();
    return {digits, number(0, 18)};
  }

  int number(std::int64_t lowest, std::int64_t highest) {
    const std::int64_t value = in_.integer();
    if (value < lowest || value > highest) {
      ok_ = false;
      return 0;
    }
    return static_cast<int>(value);
  }

  std::string text() {
    std::string result = in_.string();
    if (first_invalid_utf8(result) != std::string::npos) {
      ok_ = false;
    }
    return result;
  }

  Origin origin() {
    Origin result;
    if (!in_.boolean()) {
      return result;
    }
    for (std::string* part : {&result.file, &result.sheet, &result.column_name, &result.text,
                              &result.part, &result.heading}) {
      *part = text();
    }
    for (int* part :
         {&result.row, &result.column, &result.table, &result.page, &result.paragraph}) {
      *part = number(0, wire::max_place);
    }
    return result;
  }

  std::optional<Formula> formula() {
    if (!in_.boolean()) {
      return std::nullopt;
    }
    Formula result;
    result.operation = text();
    const std::size_t groups = in_.count();
    for (std::size_t i = 0; i < groups && ok(); ++i) {
      Cells& group = result.cells.emplace_back();
      group.file = text();
      group.sheet = text();
      group.column_name = text();
      const std::size_t ranges = in_.count();
      for (std::size_t k = 0; k < ranges && ok(); ++k) {
        const int from = number(0, wire::max_place);
        group.rows.emplace_back(from, number(0, wire::max_place));
      }
    }
    return result;
  }

  wire::Reader in_;
  bool ok_ = true;
};

}  // namespace

std::string encode(const Value& value) {
  wire::Writer out;
  write(out, value);
  return out.take();
}

std::optional<Value> decode(std::string_view bytes) {
  Decoder decoder(bytes);
  Value value = decoder.value(1);
  if (!decoder.complete()) {
    return std::nullopt;
  }
  return value;
}

}  // namespace rapporteur::view
