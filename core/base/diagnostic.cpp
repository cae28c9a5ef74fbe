#include "base/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace rapporteur {

namespace {

constexpr std::size_t most_of_one_id = 5'000;

auto place(const Origin& o) {
  return std::tie(o.file, o.sheet, o.paragraph, o.part, o.row, o.table, o.column, o.column_name,
                  o.text, o.heading);
}

bool same(const Diagnostic& a, const Diagnostic& b) {
  return a.id == b.id && a.origin == b.origin && a.args == b.args && a.suggestion == b.suggestion;
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) {
  std::size_t& count = counts_[diagnostic.id];
  if (count < most_of_one_id) {
    ++count;
    items_.push_back(std::move(diagnostic));
  } else if (count == most_of_one_id) {
    ++count;
    add({.id = "told-too-often",
         .args = {{"id", diagnostic.id}, {"count", static_cast<std::int64_t>(most_of_one_id)}}});
  }
}

void Diagnostics::append(const Diagnostics& other) {
  for (const Diagnostic& diagnostic : other.items_) {
    add(diagnostic);
  }
}

bool Diagnostics::has_fault() const {
  return std::ranges::any_of(items_, [](const auto& d) { return kind_of(d) != Kind::finding; });
}

bool Diagnostics::has(Severity at_least) const {
  return std::ranges::any_of(items_, [&](const auto& d) { return severity_of(d) >= at_least; });
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> result = items_;
  std::ranges::stable_sort(result, [](const Diagnostic& a, const Diagnostic& b) {
    if (place(a.origin) != place(b.origin)) {
      return place(a.origin) < place(b.origin);
    }
    return a.id < b.id;
  });
  // Not std::ranges::unique: clang-tidy 14 cannot read its result in this library.
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

int exit_code_for_faults(const Diagnostics& diagnostics) {
  int code = 0;
  for (const Diagnostic& d : diagnostics.all()) {
    switch (kind_of(d)) {
      case Kind::finding:
        break;
      case Kind::plan:
        code = std::max(code, 1);
        break;
      case Kind::usage:
        code = std::max(code, 2);
        break;
      case Kind::template_:
      case Kind::plugin:
        code = std::max(code, 3);
        break;
      case Kind::office:
        code = std::max(code, 4);
        break;
    }
  }
  return code;
}

}  // namespace rapporteur
