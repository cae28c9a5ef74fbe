// SARIF 2.1.0 and GitHub's workflow annotations: findings where code is reviewed.
#include <fmt/format.h>

#include <set>
#include <sstream>

#include "base/json_object.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"

namespace rapporteur {
namespace {

std::string_view level_of(Severity severity, std::string_view information) {
  return severity == Severity::error     ? "error"
         : severity == Severity::warning ? "warning"
                                         : information;
}

JsonObject text_object(const std::string& text) {
  auto object = new_object();
  object->set("text", text);
  return object;
}

/// A place in a file that has lines; a place in a drawn document is told by its words alone.
JsonObject location_of(const Origin& origin, std::string_view language) {
  auto location = new_object();
  auto physical = new_object();
  auto artifact = new_object();
  artifact->set("uri", origin.file);
  physical->set("artifactLocation", artifact);
  if (origin.part.empty() && origin.row > 0) {
    auto region = new_object();
    region->set("startLine", origin.row);
    physical->set("region", region);
  }
  location->set("physicalLocation", physical);
  location->set("message", text_object(place_text(origin, language)));
  return location;
}

JsonObject rule_of(const std::string& id, std::string_view language) {
  auto rule = new_object();
  rule->set("id", id);
  if (const std::string help = help_of(id, language); !help.empty()) {
    rule->set("shortDescription", text_object(help));
  }
  return rule;
}

JsonObject result_of(const Diagnostic& diagnostic, std::string_view language) {
  const Rendered rendered = render(diagnostic, language);
  auto result = new_object();
  result->set("ruleId", diagnostic.id);
  result->set("level", std::string(level_of(severity_of(diagnostic), "note")));
  std::string message = rendered.message;
  for (const std::string& more : {rendered.cause, rendered.remedy}) {
    message += more.empty() ? "" : "\n" + more;
  }
  result->set("message", text_object(message));
  Poco::JSON::Array locations;
  if (!diagnostic.origin.file.empty()) {
    locations.add(location_of(diagnostic.origin, language));
  }
  result->set("locations", locations);
  Poco::JSON::Array related;
  for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
    auto location = location_of(diagnostic.related[i].origin, language);
    location->set("message", text_object(rendered.related[i]));
    related.add(location);
  }
  if (related.size() > 0) {
    result->set("relatedLocations", related);
  }
  return result;
}

/// What GitHub reads as part of its own syntax.
std::string escaped(std::string_view text, bool in_property) {
  std::string out;
  for (const char c : text) {
    const bool is_mark =
        c == '%' || c == '\r' || c == '\n' || (in_property && (c == ':' || c == ','));
    out += is_mark ? fmt::format("%{:02X}", static_cast<unsigned>(c)) : std::string(1, c);
  }
  return out;
}

}  // namespace

std::string report_sarif(const Diagnostics& diagnostics, std::string_view language) {
  Poco::JSON::Array results;
  std::set<std::string> ids;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    results.add(result_of(diagnostic, language));
    ids.insert(diagnostic.id);
  }
  Poco::JSON::Array rules;
  for (const std::string& id : ids) {
    rules.add(rule_of(id, language));
  }
  auto driver = new_object();
  driver->set("name", "rapporteur");
  driver->set("rules", rules);
  auto tool = new_object();
  tool->set("driver", driver);
  auto run = new_object();
  run->set("tool", tool);
  run->set("columnKind", "unicodeCodePoints");
  run->set("results", results);
  Poco::JSON::Array runs;
  runs.add(run);
  auto root = new_object();
  root->set("version", "2.1.0");
  root->set("runs", runs);
  std::ostringstream out;
  root->stringify(out, 1);
  out << "\n";
  return out.str();
}

std::string report_github(const Diagnostics& diagnostics, std::string_view language) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    const Rendered rendered = render(diagnostic, language);
    std::string message = rendered.message;
    for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
      message += "\n-> " + rendered.related[i] + " (" +
                 place_text(diagnostic.related[i].origin, language) + ")";
    }
    message += rendered.remedy.empty() ? "" : "\n" + rendered.remedy;
    text += fmt::format("::{} title={}", level_of(severity_of(diagnostic), "notice"),
                        escaped(diagnostic.id, true));
    if (!diagnostic.origin.file.empty()) {
      text += ",file=" + escaped(diagnostic.origin.file, true);
      if (diagnostic.origin.part.empty() && diagnostic.origin.row > 0) {
        text += fmt::format(",line={}", diagnostic.origin.row);
      }
    }
    text += "::" + escaped(message, false) + "\n";
  }
  return text;
}

}  // namespace rapporteur
