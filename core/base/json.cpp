#include "base/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace rapporteur::json {
namespace {

void write_string(std::string_view text, std::string& out) {
  out.push_back('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

void write_line(const Value& value, std::string& out) {
  switch (value.type) {
    case Type::null:
      out += "null";
      return;
    case Type::boolean:
      out += value.is_true ? "true" : "false";
      return;
    case Type::number:
      out += value.text;
      return;
    case Type::string:
      write_string(value.text, out);
      return;
    case Type::array: {
      out.push_back('[');
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        out += i == 0 ? "" : ", ";
        write_line(value.items[i], out);
      }
      out.push_back(']');
      return;
    }
    case Type::object: {
      out.push_back('{');
      for (std::size_t i = 0; i < value.members.size(); ++i) {
        out += i == 0 ? "" : ", ";
        write_string(value.members[i].name, out);
        out += ": ";
        write_line(value.members[i].value, out);
      }
      out.push_back('}');
      return;
    }
  }
}

class Writer {
 public:
  Writer(int rows_at, std::size_t width) : rows_at_(rows_at), width_(width) {}

  void write(const Value& value, int level, std::size_t used) {
    const bool is_leaf = value.items.empty() && value.members.empty();
    if (is_leaf || level >= rows_at_) {
      write_line(value, out_);
      return;
    }
    // The document itself is never one line.
    if (std::string line; level > 0 && fits(value, line, used)) {
      out_ += line;
      return;
    }
    const bool is_array = value.is(Type::array);
    out_.push_back(is_array ? '[' : '{');
    const std::size_t count = is_array ? value.items.size() : value.members.size();
    const std::string indent(2 * (static_cast<std::size_t>(level) + 1), ' ');
    for (std::size_t i = 0; i < count; ++i) {
      out_ += (i == 0 ? "\n" : ",\n") + indent;
      std::string name;
      if (!is_array) {
        write_string(value.members[i].name, name);
        name += ": ";
      }
      out_ += name;
      write(is_array ? value.items[i] : value.members[i].value, level + 1,
            indent.size() + code_points(name));
    }
    out_ += "\n" + std::string(2 * static_cast<std::size_t>(level), ' ');
    out_.push_back(is_array ? ']' : '}');
  }

  std::string out_;

 private:
  bool fits(const Value& value, std::string& line, std::size_t used) const {
    // A comma may follow. What holds many values is not tried: it would be written once a level.
    if (value.items.size() + value.members.size() > width_ / 3) {
      return false;
    }
    write_line(value, line);
    return used + code_points(line) + 1 <= width_;
  }

  int rows_at_;
  std::size_t width_;
};

}  // namespace

const Value* Value::find(std::string_view name) const {
  const auto found = std::ranges::find(members, name, &Member::name);
  return found == members.end() ? nullptr : &found->value;
}

std::string_view Value::string_at(std::string_view name) const {
  const Value* const found = find(name);
  return found != nullptr && found->is(Type::string) ? std::string_view(found->text) : "";
}

Value& Value::set(std::string name, Value value) {
  return members.emplace_back(Member{std::move(name), std::move(value)}).value;
}

Value& Value::push(Value value) {
  return items.emplace_back(std::move(value));
}

Value object() {
  Value value;
  value.type = Type::object;
  return value;
}

Value array() {
  Value value;
  value.type = Type::array;
  return value;
}

Value string(std::string_view text) {
  Value value;
  value.type = Type::string;
  value.text = text;
  return value;
}

Value number(std::int64_t number) {
  Value value;
  value.type = Type::number;
  value.text = std::to_string(number);
  return value;
}

Value boolean(bool is_true) {
  Value value;
  value.type = Type::boolean;
  value.is_true = is_true;
  return value;
}

Value strings(const std::vector<std::string>& texts) {
  Value list = array();
  for (const std::string& text : texts) {
    list.push(string(text));
  }
  return list;
}

bool same(const Value& a, const Value& b) {
  return a.type == b.type && a.is_true == b.is_true && a.text == b.text &&
         std::ranges::equal(a.items, b.items, same) &&
         std::ranges::equal(a.members, b.members, [](const Member& x, const Member& y) {
           return x.name == y.name && same(x.value, y.value);
         });
}

std::string write(const Value& value, int rows_at, std::size_t width) {
  Writer writer(rows_at, width);
  writer.write(value, 0, 0);
  return std::move(writer.out_) + "\n";
}

}  // namespace rapporteur::json
