#include "base/messages.hpp"
#include "base/text.hpp"
#include "summary/render.hpp"

namespace rapporteur::summary {

namespace {

/// In a cell of a table: one line, nothing that Markdown or HTML would read.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : escaped(text)) {
    if (c == '\n' || c == '\r') {
      out += ' ';
      continue;
    }
    if (std::string_view("|\\`*_[]").find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
  }
  return out;
}

}  // namespace

std::string write_markdown(const Account& account) {
  const auto say = [&](const std::string& key) {
    return ui_text("summary_" + key, {{"state", std::string("title")}}, account.language);
  };
  std::string text = "## " + say("title") + "\n\n| " + say("report") + " | " + say("language") +
                     " | " + say("state") + " | " + say("pages") + " | " + say("time") +
                     " |\n|---|---|---|--:|--:|\n";
  for (const Plan& plan : account.plans) {
    for (const Target& target : plan.targets) {
      const std::string pages =
          target.documents.empty() ? "" : std::to_string(target.documents.front().pages);
      text += "| " + cell(target.name) + " | " + cell(target.language) + " | " +
              ui_text("summary_state", {{"state", target.state}}, account.language) + " | " +
              pages + " | " + seconds_text(target.milliseconds, account.language) + " |\n";
    }
    if (plan.targets.empty()) {
      text += "| " + cell(plan.name) + " |  | " +
              ui_text("summary_state", {{"state", std::string("failed")}}, account.language) +
              " |  |  |\n";
    }
  }
  const auto found = all_found(account);
  if (!found.empty()) {
    text += "\n### " + say("findings") + "\n\n";
  }
  for (const Finding& one : found) {
    text += "- **" + ui_text(one.severity, {}, account.language) + "** `" + one.id + "` " +
            cell(one.place) + (one.place.empty() ? "" : " – ") + cell(one.message) + "\n";
  }
  return text;
}

}  // namespace rapporteur::summary
