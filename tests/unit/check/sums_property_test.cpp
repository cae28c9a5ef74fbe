// Sums of made-up plans: what is altered is named, and nothing else.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "check/check.hpp"
#include "plan_draft.hpp"

namespace rapporteur {
namespace {

using test::PlanDraft;

struct Line {
  std::string node;
  std::vector<std::int64_t> amounts = {0, 0, 0};
  std::vector<bool> has = {true, true, true};
  std::int64_t total = 0;
};

/// A plan of some axes with some activities, all of whose totals agree.
class MadeUp {
 public:
  explicit MadeUp(unsigned seed) : random_(seed) {
    const int axes = between(1, 4);
    for (int axis = 0; axis < axes; ++axis) {
      const std::string id = "A" + std::to_string(axis);
      nodes_ += id + ";;\n";
      axes_.push_back(id);
      const int activities = between(1, 6);
      for (int i = 0; i < activities; ++i) {
        Line line;
        line.node = id + "." + std::to_string(i);
        nodes_ += line.node + ";" + id + ";\n";
        for (std::size_t year = 0; year < line.amounts.size(); ++year) {
          line.has[year] = between(0, 3) != 0;
          line.amounts[year] = line.has[year] ? between(1, 900000) * scale() : 0;
        }
        if (std::ranges::none_of(line.has, [](bool has) { return has; })) {
          line.has[0] = true;
          line.amounts[0] = between(1, 900000);
        }
        for (const std::int64_t amount : line.amounts) {
          line.total += amount;
        }
        lines_.push_back(line);
      }
    }
  }

  int between(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }

  /// Which totals are declared.
  struct Declared {
    bool rows = true;
    bool axes = true;
    bool axis_years = false;
    bool years = false;
  };

  [[nodiscard]] PlanDraft draft(const Declared& declared) const {
    PlanDraft draft;
    draft.nodes(nodes_);
    std::string lines;
    for (const Line& line : lines_) {
      lines += "l" + line.node + ";" + line.node + ";";
      for (std::size_t year = 0; year < line.amounts.size(); ++year) {
        lines += ";" + (line.has[year] ? std::to_string(line.amounts[year]) : "");
      }
      lines += ";" + (declared.rows ? std::to_string(line.total) : "") + "\n";
    }
    draft.lines(lines);
    std::string totals;
    int id = 0;
    const auto total = [&](const std::string& node, int year) {
      std::int64_t sum = 0;
      for (const Line& line : lines_) {
        if (node.empty() || line.node.starts_with(node + ".")) {
          sum += year < 0 ? line.total : line.amounts[static_cast<std::size_t>(year)];
        }
      }
      totals += "t" + std::to_string(id++) + ";" + node + ";" +
                (year < 0 ? "" : "201" + std::to_string(year + 1)) + ";" + std::to_string(sum) +
                ";\n";
    };
    for (const std::string& axis : axes_) {
      if (declared.axes) {
        total(axis, -1);
      }
      for (int year = 0; declared.axis_years && year < 3; ++year) {
        total(axis, year);
      }
    }
    for (int year = 0; declared.years && year < 3; ++year) {
      total("", year);
    }
    total("", -1);
    draft.totals(totals);
    return draft;
  }

  [[nodiscard]] std::size_t lines() const { return lines_.size(); }

  /// Alters one amount that is there, by enough to be no rounding; tells which.
  std::pair<std::size_t, std::size_t> alter(PlanDraft& draft) {
    const auto line = static_cast<std::size_t>(between(0, static_cast<int>(lines_.size()) - 1));
    auto& amounts = draft.plan.budget_lines[line].amounts;
    auto amount = amounts.begin();
    std::advance(amount, between(0, static_cast<int>(amounts.size()) - 1));
    std::int64_t change = 0;
    while (change >= -9 && change <= 9) {
      change = between(-500, 5000) * scale();
      change = std::max(change, -amount->second.value.minor);
    }
    amount->second.value.minor += change;
    const std::size_t year = static_cast<std::size_t>(amount->first.back() - '1');
    return {line, year};
  }

 private:
  std::int64_t scale() { return between(0, 1) == 0 ? 1 : 1000; }

  std::mt19937 random_;
  std::string nodes_;
  std::vector<std::string> axes_;
  std::vector<Line> lines_;
};

std::vector<Diagnostic> errors(const PlanDraft& draft) {
  Diagnostics diagnostics;
  check_plan(draft.plan, diagnostics);
  std::vector<Diagnostic> found;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    if (severity_of(diagnostic) == Severity::error || diagnostic.id == "rounding") {
      found.push_back(diagnostic);
    }
  }
  return found;
}

constexpr int plans = 400;

TEST_CASE("sums: a plan that adds up gives no finding") {
  for (unsigned seed = 0; seed < plans; ++seed) {
    MadeUp made(seed);
    for (const bool rows : {false, true}) {
      for (const bool years : {false, true}) {
        CAPTURE(seed);
        CHECK(errors(made.draft({rows, seed % 2 == 0, seed % 3 == 0, years})).empty());
      }
    }
  }
}

TEST_CASE("sums: with totals of rows, an altered amount names its row") {
  for (unsigned seed = 0; seed < plans; ++seed) {
    CAPTURE(seed);
    MadeUp made(seed);
    PlanDraft draft = made.draft({true, seed % 2 == 0, false, false});
    const std::size_t line = made.alter(draft).first;
    const auto found = errors(draft);
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == "sum-row");
    CHECK(found[0].origin.file == "budget_lines.csv");
    CHECK(found[0].origin.row == static_cast<int>(line) + 2);
  }
}

TEST_CASE("sums: with totals of rows and columns, an altered amount names its cell") {
  for (unsigned seed = 0; seed < plans; ++seed) {
    CAPTURE(seed);
    MadeUp made(seed);
    // Columns of the whole, of each axis, or both.
    const unsigned kind = seed % 3;
    PlanDraft draft = made.draft({true, seed % 2 == 0, kind != 0, kind != 1});
    const auto [line, year] = made.alter(draft);
    const auto found = errors(draft);
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == "sum-cell");
    CHECK(found[0].origin.file == "budget_lines.csv");
    CHECK(found[0].origin.row == static_cast<int>(line) + 2);
    CHECK(found[0].origin.column == static_cast<int>(year) + 4);
  }
}

TEST_CASE("sums: an altered total of a row or of a column names itself") {
  for (unsigned seed = 0; seed < plans; ++seed) {
    CAPTURE(seed);
    MadeUp made(seed);
    PlanDraft draft = made.draft({true, true, true, true});
    if (seed % 2 == 0) {
      auto& line = draft.plan.budget_lines[seed / 2 % made.lines()];
      line.declared->value.minor += 12345;
      const auto found = errors(draft);
      REQUIRE(found.size() == 1);
      CHECK(found[0].origin == line.declared->origin);
    } else {
      auto& total = draft.plan.declared_totals[seed / 2 % draft.plan.declared_totals.size()];
      total.amount.value.minor += 12345;
      const auto found = errors(draft);
      REQUIRE(found.size() == 1);
      CHECK(found[0].origin == total.amount.origin);
    }
  }
}

}  // namespace
}  // namespace rapporteur
