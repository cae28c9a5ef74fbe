#include "review/match.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>

#include "base/text.hpp"

namespace rapporteur::review {
namespace {

/// Steps of comparing after which a document is taken to be too unlike: no review needs them.
constexpr std::size_t most_steps = 60'000'000;
constexpr double alike_in_gap = 0.4;
constexpr double alike_anywhere = 0.6;

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};
struct Gap {
  Range reviewed;
  Range printed;
};

/// The paragraphs of one stream on either side: their numbers, and their texts as small numbers.
struct Side {
  std::vector<std::size_t> paragraphs;
  std::vector<int> keys;  ///< 0 = an empty text
};

class Matcher {
 public:
  Matcher(const std::vector<Paragraph>& reviewed, const std::vector<PrintedParagraph>& printed,
          const std::vector<bool>& wanted)
      : reviewed_(reviewed), printed_(printed), wanted_(wanted), matches_(reviewed.size()) {}

  std::vector<Match> run() {
    for (const Stream stream : {Stream::body, Stream::notes, Stream::margins}) {
      const Side left = side(reviewed_, stream);
      const Side right = side(printed_, stream);
      std::vector<Gap> open{{{0, left.keys.size()}, {0, right.keys.size()}}};
      while (!open.empty()) {
        const Gap gap = open.back();
        open.pop_back();
        pair_equal(left, right, gap, open);
      }
    }
    for (const auto& [left, right] : gaps_) {
      search(left, right);
    }
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      if (wanted_[i] && !matches_[i].printed) {
        search_everywhere(i);
      }
    }
    return std::move(matches_);
  }

 private:
  template <class T>
  Side side(const std::vector<T>& paragraphs, Stream stream) {
    Side out;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      if (paragraphs[i].stream == stream) {
        const std::string ink = ink_of(paragraphs[i].text);
        out.paragraphs.push_back(i);
        out.keys.push_back(
            ink.empty() ? 0
                        : known_.emplace(ink, static_cast<int>(known_.size()) + 1).first->second);
      }
    }
    return out;
  }

  void pair(const Side& left, const Side& right, std::size_t l, std::size_t r) {
    matches_[left.paragraphs[l]] = {right.paragraphs[r], true};
  }

  void pair_equal(const Side& left, const Side& right, Gap gap, std::vector<Gap>& open) {
    auto& [l, r] = gap;
    steps_ += l.size() + r.size();
    while (l.size() > 0 && r.size() > 0 && left.keys[l.begin] == right.keys[r.begin]) {
      pair(left, right, l.begin++, r.begin++);
    }
    while (l.size() > 0 && r.size() > 0 && left.keys[l.end - 1] == right.keys[r.end - 1]) {
      pair(left, right, --l.end, --r.end);
    }
    if (l.size() == 0) {
      return;
    }
    const auto anchors = steps_ > most_steps ? Anchors{} : anchors_of(left, right, gap);
    if (anchors.empty()) {
      gaps_.emplace_back(numbers(left, l), numbers(right, r));
      return;
    }
    std::size_t from_l = l.begin;
    std::size_t from_r = r.begin;
    for (const auto& [at_l, at_r] : anchors) {
      pair(left, right, at_l, at_r);
      open.push_back({{from_l, at_l}, {from_r, at_r}});
      from_l = at_l + 1;
      from_r = at_r + 1;
    }
    open.push_back({{from_l, l.end}, {from_r, r.end}});
  }

  using Anchors = std::vector<std::pair<std::size_t, std::size_t>>;

  /// Texts that stand once on either side of the gap, as many as can be paired in order.
  static Anchors anchors_of(const Side& left, const Side& right, const Gap& gap) {
    struct Once {
      std::array<std::size_t, 2> count{};
      std::array<std::size_t, 2> at{};
    };
    std::unordered_map<int, Once> found;
    for (std::size_t i = gap.reviewed.begin; i < gap.reviewed.end; ++i) {
      Once& once = found[left.keys[i]];
      ++once.count[0];
      once.at[0] = i;
    }
    for (std::size_t i = gap.printed.begin; i < gap.printed.end; ++i) {
      Once& once = found[right.keys[i]];
      ++once.count[1];
      once.at[1] = i;
    }
    Anchors pairs;
    for (const auto& [key, once] : found) {
      if (key != 0 && once.count[0] == 1 && once.count[1] == 1) {
        pairs.emplace_back(once.at[0], once.at[1]);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    return longest_rising(pairs);
  }

  static Anchors longest_rising(const Anchors& pairs) {
    std::vector<std::size_t> ends;                        // of the best run of each length
    std::vector<std::size_t> before(pairs.size(), npos);  // the one before in its run
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto at = std::lower_bound(
          ends.begin(), ends.end(), pairs[i].second,
          [&](std::size_t end, std::size_t value) { return pairs[end].second < value; });
      before[i] = at == ends.begin() ? npos : *(at - 1);
      if (at == ends.end()) {
        ends.push_back(i);
      } else {
        *at = i;
      }
    }
    Anchors rising;
    for (std::size_t i = ends.empty() ? npos : ends.back(); i != npos; i = before[i]) {
      rising.push_back(pairs[i]);
    }
    std::reverse(rising.begin(), rising.end());
    return rising;
  }

  using Numbers = std::vector<std::size_t>;
  static Numbers numbers(const Side& side, Range range) {
    return {side.paragraphs.begin() + static_cast<std::ptrdiff_t>(range.begin),
            side.paragraphs.begin() + static_cast<std::ptrdiff_t>(range.end)};
  }

  // --- what differs ---------------------------------------------------------------------------

  using Words = std::map<std::string, int>;

  static Words words_of(std::string_view text) {
    Words words;
    std::string word;
    for (const char byte : std::string(text) + ' ') {
      const auto code = static_cast<unsigned char>(byte);
      if (code >= 0x80 || std::isalnum(code) != 0) {
        word += byte;
      } else if (!word.empty()) {
        ++words[word];
        word.clear();
      }
    }
    return words;
  }

  /// The share of words that two texts have in common: 0 to 1.
  double alike(const Words& a, std::size_t printed) {
    auto known = words_.find(printed);
    if (known == words_.end()) {
      known = words_.emplace(printed, words_of(printed_[printed].text)).first;
    }
    const Words& b = known->second;
    steps_ += a.size();
    int common = 0;
    int all = 0;
    for (const auto& [word, count] : a) {
      const auto other = b.find(word);
      common += other == b.end() ? 0 : std::min(count, other->second);
      all += count;
    }
    for (const auto& [word, count] : b) {
      all += count;
    }
    return all == 0 ? 0 : 2.0 * common / all;
  }

  std::optional<std::size_t> nearest_of(std::size_t number, const Numbers& candidates,
                                        double at_least) {
    const Words words = words_of(reviewed_[number].text);
    std::optional<std::size_t> best;
    double most = at_least;
    for (const std::size_t candidate : candidates) {
      if (steps_ > most_steps) {
        break;
      }
      if (const double share = alike(words, candidate); share > most) {
        most = share;
        best = candidate;
      }
    }
    return best;
  }

  void search(const Numbers& left, const Numbers& right) {
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (!wanted_[left[i]]) {
        continue;
      }
      auto found = nearest_of(left[i], right, alike_in_gap);
      if (!found && left.size() == right.size()) {
        found = right[i];
      }
      matches_[left[i]] = {found, false};
    }
  }

  void search_everywhere(std::size_t number) {
    Numbers all(printed_.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i] = i;
    }
    matches_[number] = {nearest_of(number, all, alike_anywhere), false};
  }

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  const std::vector<Paragraph>& reviewed_;
  const std::vector<PrintedParagraph>& printed_;
  const std::vector<bool>& wanted_;
  std::vector<Match> matches_;
  std::unordered_map<std::string, int> known_;
  std::vector<std::pair<Numbers, Numbers>> gaps_;
  std::map<std::size_t, Words> words_;
  std::size_t steps_ = 0;
};

}  // namespace

std::vector<Match> match(const std::vector<Paragraph>& reviewed,
                         const std::vector<PrintedParagraph>& printed,
                         const std::vector<bool>& wanted) {
  return Matcher(reviewed, printed, wanted).run();
}

}  // namespace rapporteur::review
