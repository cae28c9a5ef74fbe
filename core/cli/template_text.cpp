#include "cli/template_text.hpp"

#include <Poco/JSON/Parser.h>

#include <sstream>

#include "base/json_object.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"
#include "base/text.hpp"

namespace rapporteur::cli {

namespace {

using template_::SurveyTag;

/// Part, heading, table, row, column: the line above the tags that stand there.
std::string place_line(const Origin& origin, const std::string& language) {
  Origin place = origin;
  place.file.clear();
  place.text.clear();
  const std::string text = place_text(place, language);
  return text.starts_with(", ") ? text.substr(2) : text;
}

std::string tag_line(const SurveyTag& tag, const std::string& language) {
  constexpr std::size_t width = 34;
  const std::string binding = ui_text("binding_" + tag.binding, {{"path", tag.path}}, language);
  std::string line = "  " + tag.text;
  const std::size_t used = code_points(tag.text);
  line += std::string(used < width ? width - used : 1, ' ') + binding;
  if (!tag.type.empty()) {
    line += ", " + tag.type;
  }
  if (!tag.example.empty()) {
    line += ui_text(tag.type == "list" ? "survey_items" : "survey_example", {{"x", tag.example}},
                    language);
  }
  return line + "\n";
}

JsonObject tag_object(const SurveyTag& tag) {
  auto object = new_object();
  const auto text = [&](const char* key, const std::string& value) {
    if (!value.empty()) {
      object->set(key, value);
    }
  };
  const auto number = [&](const char* key, int value) {
    if (value != 0) {
      object->set(key, value);
    }
  };
  text("tag", tag.text);
  text("binding", tag.binding);
  text("path", tag.path);
  text("type", tag.type);
  text("example", tag.example);
  text("part", tag.origin.part);
  text("heading", tag.origin.heading);
  number("table", tag.origin.table);
  number("row", tag.origin.row);
  number("column", tag.origin.column);
  number("paragraph", tag.origin.paragraph);
  text("text", tag.origin.text);
  return object;
}

Poco::JSON::Array array_of(const std::vector<std::string>& texts) {
  Poco::JSON::Array array;
  for (const std::string& text : texts) {
    array.add(text);
  }
  return array;
}

}  // namespace

std::string survey_text(const SurveyHead& head, const template_::Survey& survey,
                        const std::string& language) {
  std::string text = ui_text("survey_head",
                             {{"file", head.file},
                              {"kind", survey.markup == template_::Markup::odf ? "ODT" : "DOCX"},
                              {"tags", static_cast<std::int64_t>(survey.tags.size())},
                              {"looks", static_cast<std::int64_t>(survey.looks.size())}},
                             language) +
                     "\n";
  text += ui_text(head.format.empty() ? "survey_no_format"
                  : head.plan.empty() ? "survey_starter"
                                      : "survey_plan",
                  {{"format", head.format}, {"plan", head.plan}}, language) +
          "\n";
  std::string place;
  for (const SurveyTag& tag : survey.tags) {
    if (std::string here = place_line(tag.origin, language); here != place) {
      text += "\n" + here + "\n";
      place = std::move(here);
    }
    text += tag_line(tag, language);
  }
  return text + "\n";
}

std::string survey_json(const SurveyHead& head, const template_::Survey& survey,
                        const Diagnostics& diagnostics, const std::string& language) {
  auto root = new_object();
  root->set("file", head.file);
  root->set("markup", survey.markup == template_::Markup::odf ? "odt" : "docx");
  if (!head.format.empty()) {
    root->set("format", head.format);
    root->set("plan", head.plan.empty() ? "starter" : head.plan);
  }
  Poco::JSON::Array tags;
  for (const SurveyTag& tag : survey.tags) {
    tags.add(tag_object(tag));
  }
  root->set("tags", tags);
  root->set("looks", array_of(survey.looks));
  root->set("fonts", array_of(survey.fonts));
  Poco::JSON::Parser parser;  // the same objects that every command writes
  const auto told =
      parser.parse(report_json(diagnostics, language)).extract<Poco::JSON::Object::Ptr>();
  root->set("diagnostics", told->get("diagnostics"));
  root->set("counts", told->get("counts"));
  std::ostringstream out;
  root->stringify(out, 1);
  return out.str() + "\n";
}

}  // namespace rapporteur::cli
