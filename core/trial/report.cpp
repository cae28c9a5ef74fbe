#include "trial/report.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "base/json.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"

namespace rapporteur::trial {
namespace {

std::int64_t failures(const std::vector<Outcome>& outcomes) {
  return std::count_if(outcomes.begin(), outcomes.end(),
                       [](const Outcome& outcome) { return !outcome.passed; });
}

/// The difference, then what was said on the way.
std::string details(const Outcome& outcome, std::string_view language) {
  return outcome.difference + rapporteur::report_text(outcome.diagnostics, language);
}

}  // namespace

std::string report_text(const std::vector<Outcome>& outcomes, std::string_view language) {
  std::string text;
  for (const Outcome& outcome : outcomes) {
    const char* state =
        outcome.written ? "test_written" : (outcome.passed ? "test_passed" : "test_failed");
    text += ui_text(state, {{"x", outcome.name}}, language) + "\n";
    if (!outcome.passed) {
      text += place_text(outcome.place, language) + "\n" + details(outcome, language);
    }
  }
  const std::int64_t failed = failures(outcomes);
  return text +
         ui_text(
             "test_counts",
             {{"passed", static_cast<std::int64_t>(outcomes.size()) - failed}, {"failed", failed}},
             language) +
         "\n";
}

std::string report_json(const std::vector<Outcome>& outcomes, std::string_view language) {
  json::Value root = json::object();
  json::Value tests = json::array();
  for (const Outcome& outcome : outcomes) {
    json::Value test = json::object();
    test.set("name", json::string(outcome.name));
    test.set("passed", json::boolean(outcome.passed));
    test.set("file", json::string(outcome.place.file));
    test.set("line", json::number(outcome.place.row));
    if (!outcome.passed) {
      test.set("difference", json::string(outcome.difference));
      test.set("messages", json::string(rapporteur::report_text(outcome.diagnostics, language)));
    }
    tests.push(std::move(test));
  }
  const std::int64_t failed = failures(outcomes);
  root.set("tests", std::move(tests));
  root.set("passed", json::number(static_cast<std::int64_t>(outcomes.size()) - failed));
  root.set("failed", json::number(failed));
  return json::write(root);
}

std::string report_junit(const std::vector<Outcome>& outcomes, std::string_view format,
                         std::string_view language) {
  pugi::xml_document document;
  pugi::xml_node suite = document.append_child("testsuite");
  suite.append_attribute("name") = std::string(format).c_str();
  suite.append_attribute("tests") = static_cast<unsigned int>(outcomes.size());
  suite.append_attribute("failures") = static_cast<unsigned int>(failures(outcomes));
  for (const Outcome& outcome : outcomes) {
    pugi::xml_node test = suite.append_child("testcase");
    test.append_attribute("classname") = std::string(format).c_str();
    test.append_attribute("name") = outcome.name.c_str();
    test.append_attribute("time") = static_cast<double>(outcome.took.count()) / 1000;
    if (!outcome.passed) {
      pugi::xml_node failure = test.append_child("failure");
      failure.append_attribute("message") = place_text(outcome.place, language).c_str();
      failure.text() = details(outcome, language).c_str();
    }
  }
  std::ostringstream out;
  document.save(out, "  ");
  return out.str();
}

}  // namespace rapporteur::trial
