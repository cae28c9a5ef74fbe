// A comparison in words.
#include <algorithm>
#include <array>

#include "base/messages.hpp"
#include "base/report.hpp"
#include "base/text.hpp"
#include "exchange/difference.hpp"
#include "exchange/side_text.hpp"

namespace rapporteur::exchange {
namespace {

constexpr std::size_t longest_label = 70;

class Report {
 public:
  Report(const Comparison& comparison, std::string_view language)
      : comparison_(comparison),
        language_(language),
        values_in_(language_of(*comparison.after, language)) {}

  std::string text() {
    head();
    if (comparison_.empty()) {
      out_ += say("diff_same") + "\n";
      return std::move(out_);
    }
    section("plan.yaml");
    for (const TableSpec& spec : schema()) {
      section(spec.name);
    }
    texts();
    stale_rows();
    summary();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(std::string_view key, const Arguments& args = {}) const {
    return ui_text(key, args, language_);
  }

  void head() {
    const auto name = [](const Plan& plan) {
      return plan.origin.file.ends_with("plan.yaml") ? plan.folder : plan.origin.file;
    };
    out_ += say("diff_head",
                {{"before", name(*comparison_.before)}, {"after", name(*comparison_.after)}}) +
            "\n";
    if (comparison_.other_period) {
      const auto period = [&](const Plan& plan) {
        return plan.reporting_period.empty() ? say("diff_nothing") : plan.reporting_period;
      };
      out_ += say("diff_period", {{"before", period(*comparison_.before)},
                                  {"after", period(*comparison_.after)}}) +
              "\n";
    }
    out_ += "\n";
  }

  /// All that differs in one table: changed cells by row, new rows, dropped rows.
  void section(std::string_view table) {
    std::string body;
    const std::string* last = nullptr;
    for (const Change& change : comparison_.changes) {
      if (change.table != table) {
        continue;
      }
      if (!change.row.empty() && (last == nullptr || *last != change.row)) {
        body += "  " + named(change.row, change.label) + "\n";
      }
      last = &change.row;
      body += changed(change);
    }
    for (const RowChange& row : comparison_.rows) {
      if (row.table == table) {
        body += "  " +
                say(row.is_new ? "diff_row_new" : "diff_row_dropped",
                    {{"row", named(row.row, row.label)}, {"place", place(row.origin)}}) +
                "\n";
      }
    }
    if (!body.empty()) {
      out_ += heading(table) + "\n" + body + "\n";
    }
  }

  [[nodiscard]] std::string heading(std::string_view table) const {
    const TableSpec* const spec = find_table(table);
    if (spec == nullptr) {
      return std::string(table);
    }
    std::string help(language_ == "fr" ? spec->help_fr : spec->help_en);
    if (help.ends_with('.')) {
      help.pop_back();
    }
    return std::string(table) + " – " + help;
  }

  [[nodiscard]] std::string named(const std::string& row, const LocalText& label) const {
    const std::string_view title = label.in(language_).text;
    return title.empty()
               ? row
               : say("diff_row", {{"row", row}, {"title", shortened(title, longest_label)}});
  }

  [[nodiscard]] std::string place(const Origin& origin) const {
    return place_text(origin, language_);
  }

  [[nodiscard]] std::string changed(const Change& change) const {
    const std::string indent = change.row.empty() ? "  " : "    ";
    const SideTexts sides = side_texts(change, values_in_, say("diff_nothing"));
    std::string line =
        indent + say("diff_change",
                     {{"column", change.column}, {"before", sides.before}, {"after", sides.after}});
    std::string difference = difference_of(change, values_in_);
    if (is_in_points(change)) {
      difference = say("diff_points", {{"x", difference}});
    }
    const std::string percent = percent_of(change, values_in_);
    if (!difference.empty()) {
      line += " (" + difference + (percent.empty() ? "" : "; " + percent) + ")";
    }
    line += "\n";
    if (change.table == "plan.yaml") {
      return line;  // the head names both files
    }
    const bool has_before = !std::holds_alternative<std::monostate>(change.before.value);
    const bool has_after = !std::holds_alternative<std::monostate>(change.after.value);
    const std::string before = has_before ? place(change.before.origin) : "";
    const std::string after = has_after ? place(change.after.origin) : "";
    return line + indent + "  " + before + (has_before && has_after ? " → " : "") + after + "\n";
  }

  void texts() {
    std::string body;
    for (const TextChange& change : comparison_.texts) {
      body += text_line(change);
      for (const Mention& mention : change.mentions) {
        body += "    " +
                say(mention.is_unchanged ? "diff_mention_unchanged" : "diff_mention",
                    {{"line", std::to_string(mention.line)},
                     {"year", comparison_.old_year},
                     {"text", shortened(from_year(mention), longest_label)}}) +
                "\n";
      }
    }
    if (!body.empty()) {
      out_ += say("diff_texts") + "\n" + body + "\n";
    }
  }

  /// The paragraph from a few words before the year on.
  [[nodiscard]] static std::string from_year(const Mention& mention) {
    constexpr std::size_t lead = 30;  // bytes
    if (mention.at <= lead) {
      return mention.text;
    }
    const std::size_t space = mention.text.find(' ', mention.at - lead);
    return "…" + mention.text.substr(std::min(space + 1, mention.at));
  }

  [[nodiscard]] std::string text_line(const TextChange& change) const {
    static constexpr std::array<const char*, 4> keys = {"diff_text_changed", "diff_text_new",
                                                        "diff_text_dropped", "diff_text_stale"};
    return "  " +
           say(keys.at(static_cast<std::size_t>(change.state)),
               {{"slot", change.slot},
                {"language", change.language},
                {"same", std::int64_t{change.same}},
                {"of", std::int64_t{change.paragraphs}},
                {"place", place(change.origin)}}) +
           "\n";
  }

  void stale_rows() {
    std::string body;
    for (const StaleRows& stale : comparison_.stale) {
      std::string rows;
      for (const std::string& row : stale.rows) {
        rows += (rows.empty() ? "" : ", ") + row;
      }
      body += "  " +
              say("diff_stale_rows", {{"table", stale.table},
                                      {"same", static_cast<std::int64_t>(stale.rows.size())},
                                      {"of", static_cast<std::int64_t>(stale.of)},
                                      {"rows", rows}}) +
              "\n";
    }
    if (!body.empty()) {
      out_ += say("diff_stale") + "\n" + body + "\n";
    }
  }

  void summary() {
    std::int64_t added = 0;
    for (const RowChange& row : comparison_.rows) {
      added += row.is_new ? 1 : 0;
    }
    std::int64_t figures = 0;
    for (const Change& change : comparison_.changes) {
      figures += change.difference ? 1 : 0;
    }
    std::int64_t stale = 0;
    for (const TextChange& change : comparison_.texts) {
      stale += change.state == TextState::unchanged ? 1 : 0;
    }
    const auto all = static_cast<std::int64_t>(comparison_.changes.size());
    out_ += say("diff_summary",
                {{"figures", figures},
                 {"others", all - figures},
                 {"added", added},
                 {"dropped", static_cast<std::int64_t>(comparison_.rows.size()) - added},
                 {"texts", static_cast<std::int64_t>(comparison_.texts.size()) - stale},
                 {"stale", stale}}) +
            "\n";
  }

  const Comparison& comparison_;
  std::string_view language_;
  std::string values_in_;
  std::string out_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison, std::string_view language) {
  return Report(comparison, language).text();
}

}  // namespace rapporteur::exchange
