#include "load/headers.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "load/faults.hpp"

namespace rapporteur::load {
namespace {

constexpr ColumnSpec long_period_column = {
    "period",
    ColumnType::period,
    Spread::single,
    Required::yes,
    {},
    {},
    "Period of the row, when the table has one row a period.",
    "Période de la ligne, si le tableau a une ligne par période.",
    "periode|annee"};

std::vector<std::string> names_of(const ColumnSpec& column) {
  std::vector<std::string> names = {std::string(column.name)};
  if (!column.aliases.empty()) {
    for (std::string& alias : split(column.aliases, '|')) {
      names.push_back(std::move(alias));
    }
  }
  return names;
}

class Matcher {
 public:
  Matcher(const TableSpec& table, const Plan& plan, const Origin& row, Diagnostics& diagnostics)
      : table_(table), plan_(plan), row_(row), diagnostics_(diagnostics) {}

  Headers match(const std::vector<std::string>& typed) {
    headers_.is_long = is_long(typed);
    for (std::size_t i = 0; i < typed.size(); ++i) {
      headers_.fields.push_back(match_one(trimmed(typed[i]), static_cast<int>(i) + 1));
    }
    check_twice();
    check_missing();
    return std::move(headers_);
  }

 private:
  [[nodiscard]] bool is_long(const std::vector<std::string>& typed) const {
    return accepts_long_form(table_) && std::ranges::any_of(typed, [](const std::string& header) {
             return is_called(long_period_column, folded(header));
           });
  }

  Header match_one(const std::string& typed, int field) {
    Header header;
    header.typed = typed;
    header.is_unnamed = typed.empty();
    if (typed.empty() || typed.starts_with('#') || typed.starts_with('_')) {
      return header;
    }
    const std::size_t dot = typed.find('.');
    const std::string base = folded(typed.substr(0, dot));
    const std::string suffix =
        dot == std::string::npos ? "" : folded(std::string_view(typed).substr(dot + 1));
    if (dot == std::string::npos) {
      match_bare(base, header, field);
    } else {
      match_suffix(base, suffix, header, field);
    }
    return header;
  }

  /// The column of that name and spread; a name goes before an alias.
  [[nodiscard]] const ColumnSpec* find(const std::string& base, Spread spread) const {
    const ColumnSpec* by_alias = nullptr;
    for (const ColumnSpec& column : table_.columns) {
      if (column.spread != spread) {
        continue;
      }
      if (column.name == base) {
        return &column;
      }
      if (by_alias == nullptr && is_called(column, base)) {
        by_alias = &column;
      }
    }
    return by_alias;
  }

  void match_bare(const std::string& base, Header& header, int field) {
    const ColumnSpec* const by_period = find(base, Spread::by_period);
    if (const ColumnSpec* const single = find(base, Spread::single);
        single != nullptr && !(by_period != nullptr && headers_.is_long)) {
      header.column = single;
    } else if (const ColumnSpec* const texts = find(base, Spread::by_language); texts != nullptr) {
      header.column = texts;
      header.key = plan_.languages.empty() ? "" : plan_.languages.front();
    } else if (headers_.is_long && by_period != nullptr) {
      header.column = by_period;
    } else if (headers_.is_long && is_called(long_period_column, base)) {
      header.column = &long_period_column;
    } else if (by_period != nullptr) {
      unknown_period(*by_period, header, field);
    } else {
      unknown(header, field);
    }
  }

  void match_suffix(const std::string& base, const std::string& suffix, Header& header, int field) {
    const ColumnSpec* const texts = find(base, Spread::by_language);
    const ColumnSpec* const by_period = find(base, Spread::by_period);
    if (texts != nullptr) {
      if (std::ranges::find(plan_.languages, suffix) == plan_.languages.end()) {
        unknown_language(*texts, header, field);
        return;
      }
      header.column = texts;
      header.key = suffix;
    } else if (by_period != nullptr) {
      const auto period = std::ranges::find_if(
          plan_.periods, [&](const Period& p) { return folded(p.id) == suffix; });
      if (period == plan_.periods.end() || headers_.is_long) {
        unknown_period(*by_period, header, field);
        return;
      }
      header.column = by_period;
      header.key = period->id;
    } else {
      unknown(header, field);
    }
  }

  [[nodiscard]] Origin place(const Header& header, int field) const {
    Origin origin = row_;
    origin.column = field;
    origin.column_name = header.typed;
    return origin;
  }

  /// Every header that could have been meant, with the suffixes of this plan.
  [[nodiscard]] std::vector<std::string> candidates() const {
    std::vector<std::string> names;
    for (const ColumnSpec& column : table_.columns) {
      for (const std::string& name : names_of(column)) {
        if (column.spread == Spread::single || headers_.is_long) {
          names.push_back(name);
        }
        if (column.spread == Spread::by_language) {
          for (const std::string& language : plan_.languages) {
            names.push_back(name + "." + language);
          }
        } else if (column.spread == Spread::by_period && !headers_.is_long) {
          for (const Period& period : plan_.periods) {
            names.push_back(name + "." + period.id);
          }
        }
      }
    }
    return names;
  }

  void unknown(const Header& header, int field) {
    const std::string suggestion = nearest(header.typed, candidates());
    if (!suggestion.empty()) {
      suggested_.push_back(folded(split(suggestion, '.').front()));
    }
    report(diagnostics_, "column-unknown", place(header, field),
           {{"column", header.typed}, {"table", std::string(table_.name)}}, suggestion);
  }

  void unknown_language(const ColumnSpec& column, const Header& header, int field) {
    std::vector<std::string> known;
    for (const std::string& language : plan_.languages) {
      known.push_back(std::string(column.name) + "." + language);
    }
    suggested_.emplace_back(column.name);
    report(diagnostics_, "column-language", place(header, field),
           {{"column", header.typed}, {"known", joined(known)}},
           nearest(header.typed, candidates()));
  }

  void unknown_period(const ColumnSpec& column, const Header& header, int field) {
    std::vector<std::string> known;
    for (const Period& period : plan_.periods) {
      known.push_back(std::string(column.name) + "." + period.id);
    }
    report(diagnostics_, "column-period", place(header, field),
           {{"column", header.typed}, {"known", joined(known)}},
           nearest(header.typed, candidates()));
  }

  void check_twice() {
    for (std::size_t i = 0; i < headers_.fields.size(); ++i) {
      Header& header = headers_.fields[i];
      if (header.column == nullptr) {
        continue;
      }
      const auto before = std::ranges::find_if(
          headers_.fields.begin(), headers_.fields.begin() + static_cast<std::ptrdiff_t>(i),
          [&](const Header& other) {
            return other.column == header.column && other.key == header.key;
          });
      if (before != headers_.fields.begin() + static_cast<std::ptrdiff_t>(i)) {
        report(diagnostics_, "column-twice", place(header, static_cast<int>(i) + 1),
               {{"column", header.typed}, {"other", before->typed}});
        header.column = nullptr;
      }
    }
  }

  void check_missing() {
    for (const ColumnSpec& column : table_.columns) {
      const bool is_suspect = std::ranges::any_of(
          suggested_, [&](const std::string& name) { return is_called(column, name); });
      // A misspelt header is one cause: it is not reported as missing as well.
      if (column.required == Required::yes && headers_.find(column.name) == nullptr &&
          !is_suspect) {
        report(diagnostics_, "column-missing", row_,
               {{"column", std::string(column.name)},
                {"table", std::string(table_.name)},
                {"help_en", std::string(column.help_en)},
                {"help_fr", std::string(column.help_fr)}});
      }
    }
  }

  const TableSpec& table_;
  const Plan& plan_;
  const Origin& row_;
  Diagnostics& diagnostics_;
  Headers headers_;
  std::vector<std::string> suggested_;
};

}  // namespace

const Header* Headers::find(std::string_view column) const {
  const auto found = std::ranges::find_if(fields, [&](const Header& header) {
    return header.column != nullptr && header.column->name == column;
  });
  return found == fields.end() ? nullptr : &*found;
}

const ColumnSpec& long_period() {
  return long_period_column;
}

Headers match_headers(const std::vector<std::string>& typed, const TableSpec& table,
                      const Plan& plan, const Origin& row, Diagnostics& diagnostics) {
  return Matcher(table, plan, row, diagnostics).match(typed);
}

}  // namespace rapporteur::load
