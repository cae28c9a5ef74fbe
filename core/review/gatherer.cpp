#include "review/gatherer.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"

namespace rapporteur::review {
namespace {

/// Of all the text that one remark quotes; what is longer helps nobody find the place.
constexpr std::size_t longest_quote = 20'000;

bool is_blank(std::string_view text) {
  return trimmed(text).empty();
}

void quote(std::string& to, std::string_view words) {
  if (to.size() < longest_quote) {
    to += words;
  }
}

bool stands_before(const Remark& a, const Remark& b) {
  if (a.spots.empty() || b.spots.empty()) {
    return a.spots.size() > b.spots.size();
  }
  const auto key = [](const Spot& spot) { return std::tie(spot.paragraph, spot.from); };
  return key(a.spots.front()) < key(b.spots.front());
}

/// Does `second` put something in where `first` took something out, or the other way round?
bool is_replaced(const Remark& first, const Remark& second) {
  const bool kinds = (first.kind == RemarkKind::deletion && second.kind == RemarkKind::insertion) ||
                     (first.kind == RemarkKind::insertion && second.kind == RemarkKind::deletion);
  if (!kinds || first.author != second.author || first.spots.empty() || second.spots.empty()) {
    return false;
  }
  const Spot& end = first.spots.back();
  const Spot& start = second.spots.front();
  return end.paragraph == start.paragraph && end.to == start.from;
}

}  // namespace

void Gatherer::text(std::string_view words) {
  std::string clean;
  if (marks_ == Marks::dropped) {
    clean = strip_unprintable(words);
    words = clean;
  }
  std::string spaced(words);
  std::ranges::replace_if(
      spaced, [](char sign) { return sign == '\n' || sign == '\r' || sign == '\t'; }, ' ');
  if (spaced.empty() || stories_.empty()) {
    return;
  }
  if (story().text.empty()) {
    story().page = page_;
  }
  if (changes_.empty()) {
    running_.clear();
    story().text += spaced;
    return;
  }
  changed_text(changes_.back(), spaced);
}

void Gatherer::changed_text(const Change& change, std::string_view words) {
  const auto inserts = [](const Change& one) { return one.kind == RemarkKind::insertion; };
  const bool is_new = std::ranges::any_of(changes_, inserts);
  if (is_new && !inserts(change)) {
    return;  // what someone put in and another took out again was never ours
  }
  const std::size_t number = remark_of(change);
  Remark& remark = document_.remarks[number];
  const std::size_t at = story().text.size();
  if (is_new) {
    quote(remark.added, words);
  } else {
    quote(remark.removed, words);
    story().text += words;
  }
  if (!story().pending.empty() && story().pending.back().remark == number &&
      story().pending.back().to == at) {
    story().pending.back().to = story().text.size();
  } else {
    story().pending.push_back({number, at, story().text.size()});
  }
}

std::size_t Gatherer::remark_of(const Change& change) {
  if (!change.move.empty()) {
    const auto known = moves_.find(change.move);
    if (known != moves_.end()) {
      return known->second;
    }
  } else if (const auto running = running_.find(change.kind);
             running != running_.end() &&
             document_.remarks[running->second].author == change.author) {
    return running->second;
  }
  const std::size_t number = document_.remarks.size();
  const RemarkKind kind = change.move.empty() ? change.kind : RemarkKind::move;
  document_.remarks.push_back({.kind = kind, .author = change.author, .date = change.date});
  if (change.move.empty()) {
    running_[change.kind] = number;
  } else {
    moves_[change.move] = number;
  }
  return number;
}

void Gatherer::end_paragraph(bool end_is_inserted) {
  if (!end_is_inserted) {
    flush();
  } else if (!changes_.empty() || !running_.empty()) {
    for (const auto& [kind, number] : running_) {
      if (kind == RemarkKind::insertion) {
        quote(document_.remarks[number].added, "\n");
      }
    }
  }
}

void Gatherer::end_block() {
  if (!story().text.empty() || !story().pending.empty()) {
    flush();
  }
}

void Gatherer::flush() {
  Story& one = story();
  for (auto& [comment, from] : one.comments) {
    one.pending.push_back({comment, from, one.text.size()});
    from = 0;
  }
  if (is_blank(one.text) && one.cells == 0) {
    // Nothing of ours: what was done here was done behind the paragraph above.
    for (const Pending& pending : one.pending) {
      if (document_.paragraphs.empty()) {
        homeless_.push_back({pending.remark, 0, 0});
      } else if (document_.remarks[pending.remark].spots.empty()) {
        const std::size_t above = document_.paragraphs.size() - 1;
        const std::size_t end = document_.paragraphs[above].text.size();
        document_.remarks[pending.remark].spots.push_back({above, end, end});
      }
    }
  } else {
    const std::size_t number = document_.paragraphs.size();
    one.pending.insert(one.pending.begin(), homeless_.begin(), homeless_.end());
    homeless_.clear();
    for (const Pending& pending : one.pending) {
      document_.remarks[pending.remark].spots.push_back({number, pending.from, pending.to});
    }
    document_.paragraphs.push_back(
        {one.stream, std::move(one.text), one.cells > 0, one.page == 0 ? page_ : one.page});
  }
  one.text.clear();
  one.pending.clear();
  one.page = 0;
}

void Gatherer::begin_story(Stream stream) {
  stories_.push_back({.stream = stream, .text = {}, .pending = {}, .comments = {}});
}

void Gatherer::end_story() {
  end_block();
  stories_.pop_back();
}

void Gatherer::begin_cell() {
  end_block();
  if (!row_is_one_) {
    running_.clear();
  }
  ++story().cells;
}

void Gatherer::end_cell() {
  end_block();
  --story().cells;
}

void Gatherer::begin_row(bool is_one_change) {
  running_.clear();
  row_is_one_ = is_one_change;
}

std::size_t Gatherer::add_comment(Remark comment) {
  document_.remarks.push_back(std::move(comment));
  return document_.remarks.size() - 1;
}

void Gatherer::begin_comment(std::size_t comment) {
  story().comments.emplace(comment, story().text.size());
  pointed_[comment] = true;
}

void Gatherer::end_comment(std::size_t comment) {
  const auto open = story().comments.find(comment);
  if (open != story().comments.end()) {
    story().pending.push_back({comment, open->second, story().text.size()});
    story().comments.erase(open);
  }
}

void Gatherer::point_comment(std::size_t comment) {
  if (!pointed_[comment]) {
    story().pending.push_back({comment, story().text.size(), story().text.size()});
    pointed_[comment] = true;
  }
}

void Gatherer::finish() {
  auto& remarks = document_.remarks;
  for (Remark& remark : remarks) {
    remark.added.erase(remark.added.find_last_not_of('\n') + 1);
    // A range that merely touches the edge of a paragraph does not mean it.
    const bool has_text =
        std::ranges::any_of(remark.spots, [](const Spot& spot) { return spot.to > spot.from; });
    if (has_text && remark.kind == RemarkKind::comment) {
      std::erase_if(remark.spots, [](const Spot& spot) { return spot.to == spot.from; });
    }
  }
  std::stable_sort(remarks.begin(), remarks.end(), stands_before);
  std::vector<Remark> joined;
  for (Remark& remark : remarks) {
    if (!joined.empty() && is_replaced(joined.back(), remark)) {
      Remark& first = joined.back();
      first.kind = RemarkKind::replacement;
      first.added += remark.added;
      first.removed += remark.removed;
      std::erase_if(first.spots, [](const Spot& spot) { return spot.to == spot.from; });
      std::ranges::copy_if(remark.spots, std::back_inserter(first.spots),
                           [](const Spot& spot) { return spot.to > spot.from; });
    } else {
      joined.push_back(std::move(remark));
    }
  }
  remarks = std::move(joined);
}

}  // namespace rapporteur::review
