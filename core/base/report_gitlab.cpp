// GitLab's code quality report: findings beside the changed lines of a merge request.
#include <map>

#include "base/files.hpp"
#include "base/json.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"

namespace rapporteur {
namespace {

std::string_view severity_name(const Diagnostic& diagnostic) {
  const Severity severity = severity_of(diagnostic);
  const bool is_fault = kind_of(diagnostic) != Kind::finding;
  return is_fault                        ? "blocker"
         : severity == Severity::error   ? "major"
         : severity == Severity::warning ? "minor"
                                         : "info";
}

}  // namespace

std::string report_gitlab(const Diagnostics& diagnostics, std::string_view language) {
  json::Value list = json::array();
  std::map<std::string, int> alike;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    const Rendered words = render(diagnostic, language);
    const Origin& origin = diagnostic.origin;
    // In English, so that one finding has one fingerprint whoever reads it.
    const std::string what = diagnostic.id + "\n" + origin.file + "\n" + origin.sheet + "\n" +
                             origin.text + "\n" + render(diagnostic, "en").message;
    json::Value entry = json::object();
    entry.set("description",
              json::string(words.message + (words.remedy.empty() ? "" : " " + words.remedy)));
    entry.set("check_name", json::string(diagnostic.id));
    entry.set("fingerprint", json::string(sha256(what + "\n" + std::to_string(alike[what]++))));
    entry.set("severity", json::string(severity_name(diagnostic)));
    json::Value& location = entry.set("location", json::object());
    // GitLab wants a file and a line of each; what concerns no file stands at the first plan's
    // door.
    location.set("path", json::string(origin.file.empty() ? "plan.yaml" : origin.file));
    json::Value& lines = location.set("lines", json::object());
    lines.set("begin", json::number(origin.part.empty() && origin.row > 0 ? origin.row : 1));
    list.push(std::move(entry));
  }
  return json::write(list);
}

}  // namespace rapporteur
