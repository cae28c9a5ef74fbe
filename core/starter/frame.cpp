#include "starter/frame.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rapporteur::starter {
namespace {

constexpr int narrow = 14;
constexpr int wide = 38;

DraftFormat format_of(ColumnType type) {
  switch (type) {
    case ColumnType::id:
    case ColumnType::code:
    case ColumnType::reference:
    case ColumnType::references:
    case ColumnType::period:
      return DraftFormat::text;
    case ColumnType::money:
      return DraftFormat::number;
    case ColumnType::date:
      return DraftFormat::date;
    default:
      return DraftFormat::general;
  }
}

/// Where the values of a reference are listed: those of plan.yaml in place, others in their sheet.
void offer_references(const ColumnSpec& spec, const Frame& frame, DraftColumn& column) {
  if (spec.target == "levels") {
    column.choices = frame.levels;
  } else if (spec.target == "scales") {
    column.choices = frame.scales;
  } else if (spec.type == ColumnType::reference) {
    column.choices_from = split(spec.target, '|').front();
  }
}

}  // namespace

Frame frame_of(const Plan& plan) {
  Frame frame;
  frame.languages = plan.languages;
  for (const Period& period : plan.periods) {
    frame.periods.push_back(period.id);
  }
  for (const Level& level : plan.levels) {
    frame.levels.push_back(level.id);
  }
  for (const Scale& scale : plan.scales) {
    frame.scales.push_back(scale.id);
  }
  frame.currency = plan.currency;
  frame.numbers = plan.numbers;
  return frame;
}

std::string Headed::header() const {
  std::string text(column->name);
  return key.empty() ? text : text + "." + key;
}

std::vector<Headed> headed_columns(const TableSpec& table, const Frame& frame) {
  const bool is_long = accepts_long_form(table) && find_column(table, "period") != nullptr &&
                       find_column(table, "period")->spread == Spread::single;
  std::vector<Headed> columns;
  for (const ColumnSpec& column : table.columns) {
    if (column.spread == Spread::by_language) {
      for (const std::string& language : frame.languages) {
        columns.push_back({&column, language});
      }
    } else if (column.spread == Spread::by_period) {
      for (const std::string& period : frame.periods) {
        if (!is_long) {
          columns.push_back({&column, period});
        }
      }
    } else if (!is_long || column.name != "baseline") {
      columns.push_back({&column, ""});
    }
  }
  return columns;
}

std::vector<std::string> choices_in(const ColumnSpec& column, std::string_view language) {
  std::vector<std::string> choices;
  for (const std::string& choice : split(column.choices, '|')) {
    const std::vector<std::string> names = split(choice, '=');
    choices.push_back(language == "fr" && names.size() > 1 ? names[1] : names[0]);
  }
  return choices;
}

DraftColumn draft_of(const Headed& headed, const Frame& frame) {
  const ColumnSpec& spec = *headed.column;
  const std::string language = frame.languages.empty() ? "en" : frame.languages.front();
  DraftColumn column;
  column.header = headed.header();
  column.format = format_of(spec.type);
  column.decimals = spec.type == ColumnType::money ? minor_digits(frame.currency) : 0;
  column.width =
      spec.type == ColumnType::text && spec.spread == Spread::by_language ? wide : narrow;
  column.width = std::max(column.width, static_cast<int>(column.header.size()) + 2);
  if (spec.type == ColumnType::choice) {
    column.choices = choices_in(spec, language);
  } else if (spec.type == ColumnType::boolean) {
    column.choices = language == "fr" ? std::vector<std::string>{"oui", "non"}
                                      : std::vector<std::string>{"yes", "no"};
  } else if (spec.type == ColumnType::period) {
    column.choices = frame.periods;
  } else if (!spec.target.empty()) {
    offer_references(spec, frame, column);
  }
  return column;
}

std::string_view help_in(const TableSpec& table, std::string_view language) {
  return language == "fr" ? table.help_fr : table.help_en;
}

std::string_view help_in(const ColumnSpec& column, std::string_view language) {
  return language == "fr" ? column.help_fr : column.help_en;
}

}  // namespace rapporteur::starter
