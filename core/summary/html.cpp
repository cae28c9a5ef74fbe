// The index page of a batch: one table a plan, a row a report, its first page beside it.
#include <Poco/Base64Encoder.h>
#include <Poco/URI.h>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "pdf/pdf_pages.hpp"
#include "summary/page_style.hpp"
#include "summary/render.hpp"

namespace rapporteur::summary {

namespace fs = std::filesystem;

namespace {

constexpr int dots = 40;  ///< an inch: a page is read as a picture, not as text

std::string base64(const std::string& bytes) {
  std::ostringstream out;
  Poco::Base64Encoder encoder(out);
  encoder.rdbuf()->setLineLength(0);
  encoder << bytes;
  encoder.close();
  return out.str();
}

class Page {
 public:
  Page(const Account& account, const fs::path& file)
      : account_(account), folder_(fs::absolute(file).parent_path()) {}

  [[nodiscard]] std::string text() const {
    const std::string title = escaped(say("title"));
    std::string page = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<header><h1>{}</h1>\n{}"
        "</header>\n<main>\n",
        account_.language, title, page_style, title, head());
    page += findings(account_.found, true);
    for (const Plan& plan : account_.plans) {
      page += section(plan);
    }
    return page + "</main>\n</body>\n</html>\n";
  }

 private:
  [[nodiscard]] std::string say(const std::string& key, const Arguments& arguments = {}) const {
    return ui_text("summary_" + key, arguments, account_.language);
  }
  [[nodiscard]] std::string state(const std::string& name) const {
    return badge(name, say("state", {{"state", name}}));
  }
  [[nodiscard]] static std::string badge(const std::string& state, const std::string& words) {
    return fmt::format("<span class=\"state {}\">{}</span>", state, escaped(words));
  }

  [[nodiscard]] std::string head() const {
    std::string items;
    for (const char* name : {"built", "current", "restored", "failed", "stopped"}) {
      std::int64_t count = 0;
      for (const Plan& plan : account_.plans) {
        count += std::ranges::count(plan.targets, name, &Target::state);
        count += std::string_view(name) == "failed" && plan.targets.empty() ? 1 : 0;
      }
      if (count > 0) {
        items += fmt::format(
            "<li><strong>{}</strong> {}</li>\n", count,
            badge(name, say("counted", {{"state", std::string(name)}, {"count", count}})));
      }
    }
    return "<ul class=\"counts\">\n" + items + "<li>" +
           escaped(say("took", {{"x", seconds_text(account_.milliseconds, account_.language)}})) +
           "</li>\n" + offices() + "</ul>\n";
  }

  [[nodiscard]] std::string offices() const {
    std::int64_t most = 0;
    for (const Office& office : account_.offices) {
      most = std::max(most, office.peak_bytes);
    }
    return account_.offices.empty()
               ? std::string()
               : "<li>" +
                     escaped(say("offices",
                                 {{"count", static_cast<std::int64_t>(account_.offices.size())},
                                  {"x", most >> 20U}})) +
                     "</li>\n";
  }

  [[nodiscard]] std::string findings(const std::vector<Finding>& found, bool is_open) const {
    if (found.empty()) {
      return {};
    }
    std::string items;
    for (const Finding& one : found) {
      items += fmt::format(
          "<li class=\"{0}\"><b>{1}</b> <code>{2}</code> <span class=\"place\">{3}</span><br>{4}",
          one.severity, escaped(ui_text(one.severity, {}, account_.language)), escaped(one.id),
          escaped(one.place), escaped(one.message));
      for (const std::string& more : {one.cause, one.remedy}) {
        items += more.empty() ? "" : "<br><span class=\"more\">" + escaped(more) + "</span>";
      }
      items += "</li>\n";
    }
    const auto many = [&](std::string_view severity) {
      return std::int64_t{std::ranges::count(found, severity, &Finding::severity)};
    };
    return fmt::format(
        "<details{}><summary>{}</summary>\n<ul class=\"findings\">\n{}</ul>\n"
        "</details>\n",
        is_open ? " open" : "",
        escaped(ui_text("counts",
                        {{"errors", many("error")},
                         {"warnings", many("warning")},
                         {"notes", many("information")}},
                        account_.language)),
        items);
  }

  [[nodiscard]] std::string section(const Plan& plan) const {
    const bool has_fault =
        std::ranges::any_of(plan.found, [](const Finding& one) { return one.exit != 0; });
    std::string text = fmt::format("<section>\n<h2>{}</h2>\n<p class=\"folder\">{}</p>\n",
                                   escaped(plan.name), escaped(plan.folder));
    if (plan.targets.empty()) {
      text += "<p>" + state(has_fault ? "failed" : "stopped") + "</p>\n";
    } else {
      std::string heads;
      for (const char* key : {"page", "report", "language", "state", "documents", "time"}) {
        heads +=
            "<th scope=\"col\">" + escaped(say(key, {{"state", std::string("title")}})) + "</th>";
      }
      text += fmt::format("<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n", heads);
      for (const Target& target : plan.targets) {
        text += row(target);
      }
      text += "</tbody>\n</table>\n";
    }
    return text + findings(plan.found, has_fault) + "</section>\n";
  }

  [[nodiscard]] std::string row(const Target& target) const {
    std::string links;
    std::string picture;
    for (const Document& document : target.documents) {
      links += fmt::format("<li><a href=\"{}\">{}</a> <span class=\"more\">{}, {}</span></li>\n",
                           link(document.path), escaped(upper(document.kind)),
                           escaped(ui_text("pages", {{"x", document.pages}}, account_.language)),
                           escaped(say("kilobytes", {{"x", (document.bytes + 1023) / 1024}})));
      picture = document.kind == "pdf" ? first_page(document, target) : picture;
    }
    const bool is_failed = target.state == "failed";
    return fmt::format(
        "<tr><td class=\"picture\">{}</td><th scope=\"row\">{}{}</th><td>{}</td><td>{}</td><td><ul "
        "class=\"documents\">{}</ul></td><td class=\"number\">{}</td></tr>\n",
        picture, escaped(target.format), findings(target.found, is_failed),
        escaped(target.language), state(target.state), links,
        escaped(seconds_text(target.milliseconds, account_.language)));
  }

  [[nodiscard]] static std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
  }

  /// A path, whatever a summary says: it never becomes the address of another scheme.
  [[nodiscard]] std::string link(const std::string& path) const {
    std::string encoded;
    Poco::URI::encode(fs::absolute(path).lexically_relative(folder_).generic_string(),
                      "?#%:", encoded);
    return escaped("./" + encoded);
  }

  /// Empty when the file is not the one that the summary tells of.
  [[nodiscard]] std::string first_page(const Document& document, const Target& target) const {
    auto bytes = read_file(document.path);
    if (!bytes || sha256(*bytes) != document.sha256) {
      return {};
    }
    const auto pages = pdf::PdfPages::open(std::move(*bytes));
    const auto png = pages ? pages->png(1, dots) : nullptr;
    return png ? fmt::format("<a href=\"{}\"><img alt=\"{}\" src=\"data:image/png;base64,{}\"></a>",
                             link(document.path), escaped(say("first_page", {{"x", target.name}})),
                             base64(*png))
               : std::string();
  }

  const Account& account_;
  fs::path folder_;
};

}  // namespace

std::string write_html(const Account& account, const fs::path& page) {
  return Page(account, page).text();
}

}  // namespace rapporteur::summary
