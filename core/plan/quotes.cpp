#include "plan/quotes.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "plan/progress.hpp"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 6> kinds = {"baseline", "milestone", "target",
                                                   "actual",   "annual",    "cumulative"};

std::string join(const std::vector<std::string>& parts, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) {
    text.append(i == from ? "" : ".").append(parts[i]);
  }
  return text;
}

bool is_kind(const std::string& word) {
  return std::ranges::find(kinds, word) != kinds.end();
}

struct Subject {
  const Indicator* indicator = nullptr;
  const std::vector<Measure>* measures = nullptr;
};

class Resolver {
 public:
  explicit Resolver(const Plan& plan) : plan_(plan) {}

  std::variant<Quoted, Unquotable> resolve(std::string_view path) {
    const std::vector<std::string> parts = split(path, '.');
    if (parts.size() > 1 && parts[0] == "fact") {
      return fact(parts);
    }
    if (parts.size() > 2 && parts[0] == "indicator") {
      return indicator(parts);
    }
    return Unquotable{"path", std::string(path), {"fact.NAME", "indicator.CODE.actual"}};
  }

 private:
  std::variant<Quoted, Unquotable> fact(const std::vector<std::string>& parts) {
    const auto named = [&](const std::string& name) {
      return std::ranges::find(plan_.facts, name, &Fact::name);
    };
    const std::string whole = join(parts, 1, parts.size());
    if (const auto found = named(whole); found != plan_.facts.end()) {
      return Quoted{found->value, nullptr, found->origin};
    }
    if (parts.back() == "unit") {
      const auto found = named(join(parts, 1, parts.size() - 1));
      if (found != plan_.facts.end()) {
        return Quoted{found->unit, nullptr, found->origin};
      }
    }
    Unquotable unknown{"fact", whole, {}};
    for (const Fact& fact : plan_.facts) {
      unknown.known.push_back(fact.name);
    }
    return unknown;
  }

  std::variant<Quoted, Unquotable> indicator(const std::vector<std::string>& parts) {
    // A code may hold points: kind and period are looked for from the end.
    const bool has_period = !is_kind(parts.back());
    const std::size_t at = parts.size() - (has_period ? 2 : 1);
    if (at < 2 || !is_kind(parts[at])) {
      return Unquotable{"kind", parts.back(), {kinds.begin(), kinds.end()}};
    }
    std::string period = has_period ? parts.back() : plan_.reporting_period;
    if (has_period && plan_.find_period(period) == nullptr) {
      Unquotable unknown{"period", period, {}};
      for (const Period& one : plan_.periods) {
        unknown.known.push_back(one.id);
      }
      return unknown;
    }
    const std::string name = join(parts, 1, at);
    const std::vector<Subject> subjects = subjects_of(name);
    if (subjects.size() != 1) {
      Unquotable unknown{subjects.empty() ? "indicator" : "ambiguous", name, {}};
      for (const Indicator& one : plan_.indicators) {
        unknown.known.push_back(one.code.empty() ? one.id : one.code);
      }
      return unknown;
    }
    return value(subjects.front(), parts[at], period, has_period);
  }

  std::vector<Subject> subjects_of(const std::string& name) const {
    std::vector<Subject> subjects;
    for (const Indicator& one : plan_.indicators) {
      if (one.id == name) {
        return {{&one, &one.measures}};
      }
      if (one.code == name) {
        subjects.push_back({&one, &one.measures});
      }
    }
    for (const Series& one : plan_.series) {
      if (subjects.empty() && one.id == name) {
        subjects.push_back({&plan_.indicators[one.indicator], &one.measures});
      }
    }
    return subjects;
  }

  Quoted value(const Subject& subject, const std::string& kind, const std::string& period,
               bool has_period) const {
    Quoted quoted;
    quoted.value = IndicatorValue{};
    quoted.scale = plan_.find_scale(subject.indicator->scale);
    if (kind == "annual" || kind == "cumulative") {
      const auto reached = (kind == "annual" ? annual : cumulative)(
          plan_, *subject.indicator, *subject.measures, Measured::actual, period, {});
      if (reached) {
        IndicatorValue number;
        number.data = reached->value;
        number.is_percent = subject.indicator->type == ValueType::percent;
        quoted.value = number;
      }
      return quoted;
    }
    const Measured measured = kind == "baseline"    ? Measured::baseline
                              : kind == "milestone" ? Measured::milestone
                              : kind == "target"    ? Measured::target
                                                    : Measured::actual;
    const Measure* measure = find_measure(*subject.measures, measured, period);
    if (measure == nullptr && !has_period) {
      measure = find_measure(*subject.measures, measured, {});
    }
    if (measure == nullptr && !has_period && measured == Measured::baseline) {
      const auto any = std::ranges::find(*subject.measures, measured, &Measure::kind);
      measure = any == subject.measures->end() ? nullptr : &*any;
    }
    if (measure != nullptr) {
      quoted.value = measure->value;
      quoted.origin = measure->origin;
    }
    return quoted;
  }

  const Plan& plan_;
};

}  // namespace

std::vector<Quote> find_quotes(std::string_view text) {
  std::vector<Quote> quotes;
  for (std::size_t begin = text.find("{{"); begin != std::string_view::npos;
       begin = text.find("{{", begin)) {
    const std::size_t close = text.find("}}", begin + 2);
    const std::size_t line = text.find('\n', begin + 2);
    if (close == std::string_view::npos || line < close) {
      begin += 2;  // braces of its author's own
      continue;
    }
    quotes.push_back({begin, close + 2, trimmed(text.substr(begin + 2, close - begin - 2))});
    begin = close + 2;
  }
  return quotes;
}

std::vector<Quote> find_cell_quotes(std::string_view text) {
  if (text.find("{{") == std::string_view::npos) {
    return {};
  }
  std::vector<Quote> quotes = find_quotes(text);
  std::erase_if(quotes, [](const Quote& quote) {
    return !quote.path.starts_with("fact.") && !quote.path.starts_with("indicator.");
  });
  return quotes;
}

std::variant<Quoted, Unquotable> resolve_quote(const Plan& plan, std::string_view path) {
  return Resolver(plan).resolve(path);
}

}  // namespace rapporteur
