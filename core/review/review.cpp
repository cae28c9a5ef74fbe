#include "review/review.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "base/text.hpp"
#include "build/layout.hpp"
#include "build/provenance.hpp"
#include "build/target.hpp"
#include "review/match.hpp"
#include "review/target.hpp"
#include "review/touch.hpp"

namespace rapporteur::review {

namespace {

/// The report as it would print today.
struct Today {
  std::string format;
  std::string language;
  std::string template_file;
  Printed printed;
};

std::optional<Document> read_document(const Request& request, Diagnostics& diagnostics) {
  constexpr std::size_t most = std::size_t{64} << 20;
  const std::string name = shown(request.document);
  auto bytes = read_file(request.document, most);
  if (!bytes) {
    diagnostics.add({.id = "review-unreadable", .origin = {.file = name}});
    return std::nullopt;
  }
  return open_document(name, std::move(*bytes), diagnostics);
}

std::optional<Today> print_today(const Request& request, const std::optional<BuiltName>& name,
                                 const Document& document, const Plan& plan,
                                 Diagnostics& diagnostics) {
  build::Formats formats(plugin::with_plan(request.search, plan.folder), diagnostics);
  const auto choice = choose(request, name, document, plan, formats, diagnostics);
  if (!choice) {
    return std::nullopt;
  }
  const plugin::Declaration* format = formats.find(choice->format, {}, diagnostics);
  if (format == nullptr) {
    return std::nullopt;
  }
  if (std::ranges::find(format->languages, choice->language) == format->languages.end()) {
    diagnostics.add({.id = "review-not-ours", .origin = {.file = shown(request.document)}});
    return std::nullopt;
  }
  const auto drawn = formats.drawn(*format, request.template_kind, diagnostics);
  if (!drawn) {
    return std::nullopt;
  }
  Diagnostics said;  // what a build says of this report is no news here, unless it stops us
  const auto target =
      build::prepare_target(plan, *format, choice->language, drawn, {.traced = true}, said);
  auto expansion =
      target ? build::expand(*target, {.figure_marks = template_::FigureMarks::values}, said)
             : std::nullopt;
  if (!expansion) {
    diagnostics.append(said);
    return std::nullopt;
  }
  for (template_::PrintedFigure& figure : expansion->figures) {
    figure = build::in_plan(std::move(figure), target->plan_folder);
  }
  const auto kind = drawn->markup() == template_::Markup::odf ? "odt" : "docx";
  return Today{format->id, choice->language, shown(format->templates.at(kind)),
               read_printed(std::move(*expansion))};
}

std::string quoted(const Document& document, const Remark& remark) {
  std::string on;
  for (const Spot& spot : remark.spots) {
    const std::string_view text = document.paragraphs[spot.paragraph].text;
    const std::string_view part = text.substr(spot.from, spot.to - spot.from);
    on += on.empty() || part.empty() ? "" : " … ";
    on += part;
  }
  return trimmed(on);
}

Item item_of(const Document& document, const Remark& remark, const std::vector<Match>& matches,
             const Today& today) {
  Item item{remark, quoted(document, remark), 0, {}};
  template_::PrintedFigure drawn;
  drawn.origin.file = today.template_file;
  for (const Spot& spot : remark.spots) {
    const Paragraph& paragraph = document.paragraphs[spot.paragraph];
    item.page = item.page == 0 ? paragraph.page : item.page;
    drawn.printed = paragraph.text;
    const auto touches =
        touches_of(remark, spot, paragraph, matches[spot.paragraph], today.printed, drawn);
    item.touches.insert(item.touches.end(), touches.begin(), touches.end());
  }
  item.touches = merged(std::move(item.touches));
  if (item.touches.empty()) {
    item.touches.push_back({Source::unknown, drawn, 0, {}});
  }
  return item;
}

/// Does the report of today print values that the reviewed one does not have?
bool has_changed(const std::vector<Match>& matches, const Document& document,
                 const Printed& printed) {
  std::vector<bool> found(printed.paragraphs.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i].is_same) {
      found[*matches[i].printed] = true;
    } else if (matches[i].printed && !ink_of(document.paragraphs[i].text).empty()) {
      return true;
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const PrintedParagraph& paragraph = printed.paragraphs[i];
    if (!found[i] && paragraph.stream == Stream::body && !paragraph.spans.empty() &&
        !ink_of(paragraph.text).empty()) {
      return true;
    }
  }
  return false;
}

/// Hardly a paragraph of today's report is in it: it is another document.
bool is_other(const std::vector<Match>& matches, const Printed& printed) {
  constexpr std::size_t few = 20;  // of a hundred
  std::size_t told = 0;
  std::size_t same = 0;
  for (const PrintedParagraph& paragraph : printed.paragraphs) {
    told += ink_of(paragraph.text).empty() ? 0 : 1;
  }
  for (const Match& match : matches) {
    same += match.is_same && !ink_of(printed.paragraphs[*match.printed].text).empty() ? 1 : 0;
  }
  return same * 100 < told * few;
}

}  // namespace

Result<Review> review(const Request& request, Diagnostics& diagnostics) {
  const auto document = read_document(request, diagnostics);
  if (!document) {
    return std::nullopt;
  }
  const auto name = built_name(request.document.filename().string());
  const auto folder = find_plan(request, name, diagnostics);
  if (!folder) {
    return std::nullopt;
  }
  Diagnostics said;
  const auto plan = load_plan(*folder, said, request.load);
  if (!plan) {
    diagnostics.append(said);
    return std::nullopt;
  }
  const auto today = print_today(request, name, *document, *plan, diagnostics);
  if (!today) {
    return std::nullopt;
  }
  std::vector<bool> wanted(document->paragraphs.size());
  for (const Remark& remark : document->remarks) {
    for (const Spot& spot : remark.spots) {
      wanted[spot.paragraph] = true;
    }
  }
  const std::vector<Match> matches = match(document->paragraphs, today->printed.paragraphs, wanted);
  if (is_other(matches, today->printed)) {
    diagnostics.add(
        {.id = "review-other-document",
         .origin = {.file = shown(request.document)},
         .args = {
             {"plan", plan->folder}, {"format", today->format}, {"language", today->language}}});
    return std::nullopt;
  }
  Review review{.document = shown(request.document),
                .plan = plan->folder,
                .format = today->format,
                .language = today->language,
                .template_file = today->template_file,
                .items = {},
                .formatting = document->formatting,
                .plan_changed = has_changed(matches, *document, today->printed)};
  for (const Remark& remark : document->remarks) {
    review.items.push_back(item_of(*document, remark, matches, *today));
  }
  return review;
}

}  // namespace rapporteur::review
