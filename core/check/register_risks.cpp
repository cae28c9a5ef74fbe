// The risk register: labels and digits of its scales, and what each risk needs.
#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "check/register_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

constexpr std::array<std::string_view, 2> scaled = {"likelihood", "impact"};

/// What stands in a cell: "Probable - 4 - 3" is {"Probable", {4, 3}}.
struct Rating {
  std::string label;
  std::vector<int> digits;
};

Rating rating_of(std::string_view typed) {
  Rating rating;
  bool in_number = false;
  for (const char c : typed) {
    if (c >= '0' && c <= '9') {
      if (!in_number) {
        rating.digits.push_back(0);
      }
      constexpr int base = 10;
      constexpr int largest = 1000;
      rating.digits.back() = std::min(rating.digits.back() * base + (c - '0'), largest);
      in_number = true;
    } else {
      in_number = false;
      rating.label.push_back(c);
    }
  }
  // Dashes, colons and brackets between label and digit belong to neither.
  std::string words = trimmed(rating.label);
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view sign : {"-", "–", "—", ":", "(", ")", ".", "/", "=", ";", ","}) {
      if (words.ends_with(sign)) {
        words = trimmed(std::string_view(words).substr(0, words.size() - sign.size()));
        cut = true;
      }
      if (words.starts_with(sign)) {
        words = trimmed(std::string_view(words).substr(sign.size()));
        cut = true;
      }
    }
  }
  rating.label = std::move(words);
  return rating;
}

const Scale::Step* step_called(const Scale& scale, const std::string& label) {
  const auto found = std::ranges::find_if(scale.steps, [&](const Scale::Step& step) {
    return std::ranges::any_of(step.label.by_language, [&](const auto& entry) {
      return folded(entry.second) == folded(label);
    });
  });
  return found == scale.steps.end() ? nullptr : &*found;
}

const Scale::Step* step_with(const Scale& scale, int digit) {
  const auto found = std::ranges::find(scale.steps, digit, &Scale::Step::digit);
  return found == scale.steps.end() ? nullptr : &*found;
}

std::string nearest_label(const Scale& scale, const std::string& label) {
  std::vector<std::string> labels;
  for (const Scale::Step& step : scale.steps) {
    for (const auto& [language, text] : step.label.by_language) {
      labels.push_back(text);
    }
  }
  return nearest(label, labels);
}

/// Whether a label is written as in the scale, capitals apart: "Elevée" is not "Élevée".
bool is_spelt(const Scale::Step& step, const std::string& label) {
  const auto plain = [](std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
  };
  return std::ranges::any_of(step.label.by_language, [&](const auto& entry) {
    return plain(entry.second) == plain(label);
  });
}

class Ratings {
 public:
  Ratings(const Scale& scale, std::string_view column, const Table& table,
          std::vector<Finding>& findings)
      : scale_(scale), column_(column), table_(table), findings_(findings) {
    for (const Record& record : table.records) {
      const Rating rating = rating_of(typed_in(record, column));
      for (const Scale::Step& step : scale.steps) {
        for (const auto& [language, label] : step.label.by_language) {
          uses_[language] += folded(label) == folded(rating.label) ? 1 : 0;
        }
      }
      both_ += !rating.label.empty() && !rating.digits.empty() ? 1 : 0;
      all_ += typed_in(record, column).empty() ? 0 : 1;
    }
  }

  void test() {
    for (const Record& record : table_.records) {
      if (const std::string_view typed = typed_in(record, column_); !typed.empty()) {
        test(record, rating_of(typed));
      }
    }
  }

 private:
  void test(const Record& record, const Rating& rating) {
    const Scale::Step* const step =
        rating.label.empty() ? nullptr : step_called(scale_, rating.label);
    const bool has_one = rating.digits.size() == 1;
    if (rating.digits.size() > 1) {
      report("scale-label", record, rating, "several");
    } else if (!rating.label.empty() && step == nullptr) {
      Finding& finding = report("closed-list", record, rating, "scale");
      finding.diagnostic.suggestion = nearest_label(scale_, rating.label);
    } else if (has_one && step_with(scale_, rating.digits[0]) == nullptr) {
      report("scale-label", record, rating, "unknown");
    } else if (has_one && step != nullptr && step->digit != rating.digits[0]) {
      Finding& finding = report("scale-label", record, rating, "differs");
      add_text(finding.diagnostic.args, "meant", step_with(scale_, rating.digits[0])->label, "");
      finding.diagnostic.args.emplace_back("its", std::int64_t{step->digit});
      finding.diagnostic.args.emplace_back("has_its", "yes");
    } else if (step != nullptr && !is_spelt(*step, rating.label)) {
      Finding& finding = report("scale-form", record, rating, "spelling");
      finding.diagnostic.suggestion = nearest_label(scale_, rating.label);
    } else if (step != nullptr && is_foreign(*step, rating.label)) {
      report("scale-form", record, rating, "language");
    } else if (both_ * 2 > all_ && (rating.digits.empty() || rating.label.empty())) {
      report("scale-form", record, rating, rating.digits.empty() ? "label" : "digit");
    }
  }

  /// A label in another language than that of most labels of its column.
  [[nodiscard]] bool is_foreign(const Scale::Step& step, const std::string& label) const {
    std::size_t own = 0;
    std::size_t most = 0;
    for (const auto& [language, text] : step.label.by_language) {
      std::size_t& uses = folded(text) == folded(label) ? own : most;
      uses = std::max(uses, uses_.at(language));
    }
    return own < most;
  }

  Finding& report(const char* id, const Record& record, const Rating& rating, const char* why) {
    Finding finding;
    finding.diagnostic.id = id;
    finding.diagnostic.origin = place_of(record, column_);
    finding.row = record.id;
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("row", name_of_row(record));
    args.emplace_back("why", why);
    args.emplace_back("who_en", name_of_row(record));
    args.emplace_back("who_fr", name_of_row(record));
    args.emplace_back("value", std::string(typed_in(record, column_)));
    args.emplace_back("label", rating.label);
    args.emplace_back("digit", std::int64_t{rating.digits.empty() ? 0 : rating.digits.front()});
    args.emplace_back("column", std::string(column_));
    findings_.push_back(std::move(finding));
    return findings_.back();
  }

  const Scale& scale_;
  std::string_view column_;
  const Table& table_;
  std::vector<Finding>& findings_;
  std::map<std::string, std::size_t> uses_;  ///< labels by language
  std::size_t both_ = 0;
  std::size_t all_ = 0;
};

bool is_empty(const Record& record, std::string_view column) {
  return std::ranges::none_of(record.cells, [&](const Cell& cell) {
    return cell.column->name == column && !trimmed(cell.typed).empty();
  });
}

}  // namespace

void test_risk_scales(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const risks = table_of(subject.plan, "risks");
  if (risks == nullptr) {
    return;
  }
  for (const std::string_view column : scaled) {
    if (const Scale* const scale = subject.plan.find_scale(column)) {
      std::vector<Finding> found;
      Ratings(*scale, column, *risks, found).test();
      for (Finding& finding : found) {
        const auto first = std::ranges::find_if(findings, [&](const Finding& other) {
          return other.diagnostic.id == "scale-form" && other.row == finding.row;
        });
        if (finding.diagnostic.id == "scale-form" && first != findings.end()) {
          add_related(*first, "also", finding.diagnostic.origin,
                      {{"value", finding.diagnostic.origin.text}});
        } else {
          findings.push_back(std::move(finding));
        }
      }
    }
  }
}

/// Every risk has a mitigation and somebody who watches it.
void test_risks(const Subject& subject, std::vector<Finding>& findings) {
  const Table* const risks = table_of(subject.plan, "risks");
  if (risks == nullptr || risks->records.empty()) {
    return;
  }
  Group unwatched;
  Group unanswered;
  for (const Record& record : risks->records) {
    if (is_empty(record, "owner") && is_empty(record, "owner_role")) {
      unwatched.add(record.origin, name_of_row(record));
    }
    if (is_empty(record, "mitigation")) {
      unanswered.add(record.origin, name_of_row(record));
    }
  }
  const auto lacks_all = [&](std::string_view column) {
    return std::ranges::all_of(risks->records,
                               [&](const Record& record) { return is_empty(record, column); });
  };
  const auto report = [&](const Group& group, const char* what) {
    if (group.empty()) {
      return;
    }
    Finding finding = group.finding("risk-incomplete", risks->records.size());
    finding.diagnostic.args.emplace_back("what", what);
    finding.diagnostic.args.emplace_back(
        "more", std::string_view(what) == "owner" && lacks_all("date") && lacks_all("status")
                    ? "yes"
                    : "no");
    findings.push_back(std::move(finding));
  };
  report(unwatched, "owner");
  report(unanswered, "mitigation");
  constexpr std::array<std::string_view, 4> new_risk = {"nouveau_risque", "risque_nouveau",
                                                        "new_risk", "newly_identified_risk"};
  for (const Record& record : risks->records) {
    if (says(folded_words(record.text("title")), new_risk)) {
      Finding finding;
      finding.diagnostic.id = "text-marker";
      finding.diagnostic.origin = place_of(record, "title");
      finding.row = record.id;
      finding.diagnostic.args = {{"row", name_of_row(record)},
                                 {"said", is_empty(record, "is_new") ? "no" : "yes"}};
      findings.push_back(std::move(finding));
    }
  }
}

}  // namespace rapporteur::check
