#include "preview/answers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "base/files.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "preview/page.hpp"

namespace rapporteur::preview {

namespace {

constexpr std::array resolutions{96, 144, 192};  ///< dots an inch: common screens

Answer not_found() {
  return {.status = 404, .body = "not found"};
}

/// The whole text as a number, or -1.
int number_of(std::string_view text) {
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= 0 ? number : -1;
}

/// "12.txt" -> 12 for the ending ".txt"; -1 when it ends otherwise.
int number_before(std::string_view text, std::string_view ending) {
  return text.ends_with(ending) ? number_of(text.substr(0, text.size() - ending.size())) : -1;
}

std::shared_ptr<const Shown> document(const Snapshot& snapshot, int number) {
  for (const auto& shown : {snapshot.shown, snapshot.previous}) {
    if (shown && shown->number == number) {
      return shown;
    }
  }
  return nullptr;
}

Answer picture(const Shown& shown, int page, int dots) {
  const bool is_offered = std::ranges::find(resolutions, dots) != resolutions.end();
  const auto bytes = is_offered ? shown.pages->png(page, dots) : nullptr;
  return bytes ? Answer{.type = "image/png", .body = *bytes, .is_for_good = true} : not_found();
}

Answer page(const Snapshot& snapshot, const std::vector<std::string>& parts) {
  const auto shown = parts.size() > 2 ? document(snapshot, number_of(parts[1])) : nullptr;
  if (!shown) {
    return not_found();
  }
  if (parts.size() == 4) {
    return picture(*shown, number_of(parts[2]), number_before(parts[3], ".png"));
  }
  const int number = number_before(parts[2], ".txt");
  if (number < 1 || number > shown->pages->count()) {
    return not_found();
  }
  return {.body = shown->pages->text(number), .is_for_good = true};
}

Answer ready_file(const Snapshot& snapshot, int number) {
  if (number < 0 || number >= static_cast<int>(snapshot.files.size())) {
    return not_found();
  }
  const ReadyFile& file = snapshot.files[static_cast<std::size_t>(number)];
  auto bytes = read_file(file.path);
  if (!bytes) {
    return not_found();
  }
  return {.type = "application/octet-stream", .body = std::move(*bytes), .download = file.name};
}

Answer json_answer(std::string text) {
  return text.empty() ? not_found()
                      : Answer{.type = "application/json; charset=utf-8", .body = std::move(text)};
}

}  // namespace

Answer answer_read(const Session& session, std::string_view what, std::string_view language) {
  if (const auto asset = assets().find(what); asset != assets().end()) {
    return {.type = asset->second.type, .body = asset->second.text};
  }
  const auto snapshot = session.snapshot();
  const std::vector<std::string> parts = split(what, '/');
  if (parts[0] == "pages") {
    return page(*snapshot, parts);
  }
  if (parts.size() != 2) {
    return not_found();
  }
  const int number = number_of(parts[1]);
  if (parts[0] == "documents") {
    const auto shown = document(*snapshot, number_before(parts[1], ".pdf"));
    return shown ? Answer{.type = "application/pdf", .body = shown->pages->bytes()} : not_found();
  }
  if (parts[0] == "figures") {
    const bool is_shown = snapshot->shown && snapshot->shown->number == number;
    return is_shown ? json_answer(snapshot->figures.in(language)) : not_found();
  }
  if (parts[0] == "excerpts") {
    return json_answer(session.excerpt(number));
  }
  return parts[0] == "files" ? ready_file(*snapshot, number) : not_found();
}

Answer answer_order(Session& session, std::string_view what, std::string_view body) {
  json::Problem problem;
  const auto order = json::parse(body, problem);
  if (!order || !order->is(json::Type::object)) {
    return {.status = 400, .body = "not understood"};
  }
  if (what == "build") {
    session.build();
  } else if (what == "choice") {
    session.choose(
        {std::string(order->string_at("format")), std::string(order->string_at("language"))});
  } else {
    return not_found();
  }
  return {.status = 204};
}

}  // namespace rapporteur::preview
