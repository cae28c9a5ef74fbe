#include <algorithm>
#include <map>
#include <utility>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "base/workbook.hpp"
#include "build/provenance.hpp"
#include "locale/format.hpp"
#include "review/review.hpp"

namespace rapporteur::review {
namespace {

constexpr std::size_t longest_quote = 160;

std::string or_none(const std::string& text) {
  return text.empty() ? "none" : text;
}

/// Where a touch is told: files of the plan first, then what is no data of the plan.
using Group = std::pair<int, std::string>;

class Report {
 public:
  Report(const Review& review, std::string_view language) : review_(review), language_(language) {}

  std::string text() {
    head();
    std::map<Group, std::vector<const Item*>> groups;
    for (const Item& item : review_.items) {
      groups[group_of(item.touches.front())].push_back(&item);
    }
    for (auto& [group, items] : groups) {
      std::stable_sort(items.begin(), items.end(), [](const Item* a, const Item* b) {
        const Origin& left = a->touches.front().value.origin;
        const Origin& right = b->touches.front().value.origin;
        return std::tie(left.sheet, left.row, left.column) <
               std::tie(right.sheet, right.row, right.column);
      });
      out_ += "\n" + heading(group) + "\n";
      std::string last;
      for (const Item* item : items) {
        const std::string place = place_of(item->touches.front());
        if (place != last) {
          add("  ", place);
        }
        last = place;
        remark(*item);
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(std::string_view key, const Arguments& args = {}) const {
    return ui_text(key, args, language_);
  }

  /// Each line of a text with its indent.
  void add(std::string_view indent, std::string_view text) {
    for (const std::string& line : split(text, '\n')) {
      (out_ += indent) += line + "\n";
    }
  }

  void head() {
    std::int64_t comments = 0;
    for (const Item& item : review_.items) {
      comments += item.remark.kind == RemarkKind::comment ? 1 : 0;
    }
    const auto changes = static_cast<std::int64_t>(review_.items.size()) - comments;
    add("", say("review_head", {{"document", review_.document},
                                {"plan", review_.plan},
                                {"format", review_.format},
                                {"language", review_.language}}));
    add("",
        say("review_counts",
            {{"comments", comments}, {"changes", changes}, {"formatting", review_.formatting}}));
    if (review_.plan_changed) {
      add("", say("review_changed"));
    }
  }

  static Group group_of(const Touch& touch) {
    switch (touch.source) {
      case Source::cell:
      case Source::text:
        return {0, touch.value.origin.file};
      case Source::computed:
        return {0, touch.value.formula->cells.empty() ? "" : touch.value.formula->cells[0].file};
      case Source::words:
      case Source::format:
        return {1, "format"};
      case Source::drawn:
        return {2, touch.value.origin.file};
      case Source::unknown:
        break;
    }
    return {3, "unknown"};
  }

  [[nodiscard]] std::string heading(const Group& group) const {
    return group.first == 1   ? say("review_group_format", {{"format", review_.format}})
           : group.first == 2 ? say("review_group_template", {{"file", group.second}})
           : group.first == 3 ? say("review_group_unknown")
                              : group.second;
  }

  [[nodiscard]] std::string place_of(const Touch& touch) const {
    const template_::PrintedFigure& value = touch.value;
    const std::string slot = value.slot.empty() ? "" : " – " + value.slot;
    switch (touch.source) {
      case Source::cell:
        return say("review_cell", {{"sheet", or_none(value.origin.sheet)},
                                   {"cell", cell_name(value.origin.row, value.origin.column)},
                                   {"row", std::to_string(value.origin.row)},
                                   {"column", or_none(value.origin.column_name)}}) +
               slot;
      case Source::text: {
        const bool is_one = touch.last_row <= value.origin.row;
        const std::string first = std::to_string(value.origin.row);
        return say("review_lines",
                   {{"count", std::string(is_one ? "one" : "many")},
                    {"rows", is_one ? first : first + "–" + std::to_string(touch.last_row)}}) +
               slot;
      }
      case Source::computed:
        return build::provenance(value, language_) + slot;
      case Source::words:
        return say("review_word", {{"slot", value.slot}, {"language", review_.language}});
      case Source::format:
        return say("review_made", {{"slot", value.slot}});
      case Source::drawn:
      case Source::unknown:
        break;
    }
    return say("review_quote", {{"text", shortened(trimmed(value.printed), longest_quote)}});
  }

  void remark(const Item& item) {
    add("    ", who(item) + what(item));
    if (item.remark.kind == RemarkKind::comment) {
      add("      ", item.remark.text);
      for (const Reply& reply : item.remark.replies) {
        add("      ", say("review_reply", {{"author", name(reply.author)}, {"text", reply.text}}));
      }
    }
    for (std::size_t i = 1; i < item.touches.size(); ++i) {
      const Touch& touch = item.touches[i];
      const Group group = group_of(touch);
      std::string place = group.first == 2 ? heading(group) : place_of(touch);
      if (group.first == 0 && touch.source != Source::computed) {
        place = group.second + ", " + place;
      }
      add("      ", say("review_also", {{"place", place}}));
    }
    if (!item.touches.front().now.empty()) {
      add("      ",
          say("review_now", {{"text", shortened(item.touches.front().now, longest_quote)}}));
    }
  }

  [[nodiscard]] std::string name(const std::string& author) const {
    return author.empty() ? say("review_nobody") : author;
  }

  [[nodiscard]] std::string who(const Item& item) const {
    const auto date = parse_date(std::string_view(item.remark.date).substr(0, 10));
    const auto shown =
        date ? locale::format_value({*date, {}, {}}, {}, language_).value_or("") : std::string();
    return say("review_who", {{"author", name(item.remark.author)},
                              {"date", or_none(shown)},
                              {"page", item.page == 0 ? "none" : std::to_string(item.page)}});
  }

  [[nodiscard]] std::string what(const Item& item) const {
    const Remark& remark = item.remark;
    const std::string kind(name_of(remark.kind));
    const std::string& text = remark.kind == RemarkKind::comment ? item.on : remark.removed;
    return say("review_" + kind,
               {{"text", or_none(shortened(trimmed(text), longest_quote))},
                {"added", or_none(shortened(trimmed(remark.added), longest_quote))},
                {"resolved", std::string(remark.resolved ? "yes" : "no")}});
  }

  const Review& review_;
  std::string_view language_;
  std::string out_;
};

}  // namespace

std::string review_text(const Review& review, std::string_view language) {
  return Report(review, language).text();
}

}  // namespace rapporteur::review
