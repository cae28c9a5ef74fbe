// rapporteur template FILE: every tag of a drawn template, and all that is wrong with it.
#include <iostream>
#include <memory>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"
#include "build/layout.hpp"
#include "build/sample_view.hpp"
#include "build/unwritable.hpp"
#include "cli/command.hpp"
#include "cli/template_text.hpp"
#include "office/fonts.hpp"
#include "template/annotate.hpp"

namespace rapporteur::cli {

namespace {

struct TemplateArguments {
  std::string file;
  std::string format;
  std::string plan;
  std::string language;
  std::string annotate;
};

/// The view that examples come from; nothing when no format was asked for, or it has a fault.
std::optional<build::Target> view_for(const TemplateArguments& arguments, const Common& common,
                                      build::Formats& formats, Diagnostics& diagnostics) {
  const auto* format =
      arguments.format.empty() ? nullptr : formats.find(arguments.format, {}, diagnostics);
  if (format == nullptr) {
    return std::nullopt;
  }
  const auto speaks = [&](const std::string& language) {
    return std::ranges::find(format->languages, language) != format->languages.end();
  };
  std::string language = arguments.language;
  if (language.empty()) {
    language = speaks(common.messages) ? common.messages : format->languages.front();
  }
  return build::sample_view(*format, arguments.plan, language, diagnostics);
}

std::optional<template_::Survey> run_survey(const std::string& file, const std::string& bytes,
                                            const std::optional<build::Target>& target,
                                            Diagnostics& diagnostics) {
  if (!target) {
    return template_::survey(file, bytes, nullptr, diagnostics);
  }
  const std::set<std::string> own = build::own_terms(*target->format, target->language);
  const template_::SurveyView view{.view = target->view,
                                   .terms = target->terms,
                                   .formats = target->format->formats,
                                   .language = target->language,
                                   .limits = build::limit_names(*target->format),
                                   .lua_terms = build::terms_in_lua(*target->format, own),
                                   .own_terms = own};
  return template_::survey(file, bytes, &view, diagnostics);
}

void check_fonts(const std::string& file, const template_::Survey& survey,
                 Diagnostics& diagnostics) {
  for (const std::string& font : office::missing_fonts(survey.fonts)) {
    diagnostics.add(
        {.id = "template-font-missing", .origin = {.file = file}, .args = {{"font", font}}});
  }
}

/// A diagnostic in words: what an author reads in the margin of the page.
template_::Comment comment_of(const Diagnostic& diagnostic, const std::string& language) {
  Origin place = diagnostic.origin;
  place.file.clear();
  template_::Comment comment{
      .origin = diagnostic.origin, .text = report_text(diagnostic, language), .needle = {}};
  for (const auto& [name, value] : diagnostic.args) {
    const auto* text = std::get_if<std::string>(&value);
    if (name == "tag" && text != nullptr) {
      comment.needle = *text;
    }
  }
  while (comment.text.ends_with('\n')) {
    comment.text.pop_back();
  }
  return comment;
}

void write_annotated(const TemplateArguments& arguments, const std::string& bytes,
                     const std::string& language, Diagnostics& diagnostics) {
  std::vector<template_::Comment> comments;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    comments.push_back(comment_of(diagnostic, language));
  }
  Diagnostics refused;  // told by the survey
  const auto copy = template_::annotate(arguments.file, bytes, comments, refused);
  if (copy && !write_file(arguments.annotate, *copy)) {
    diagnostics.add(build::unwritable(arguments.annotate, {errno, std::generic_category()}));
  }
}

int run_template(const TemplateArguments& arguments, const Common& common) {
  Diagnostics diagnostics;
  constexpr std::size_t largest = std::size_t{32} << 20;
  const auto bytes = read_file(arguments.file, largest);
  if (!bytes) {
    diagnostics.add({.id = "template-file-unreadable", .origin = {.file = arguments.file}});
    print(diagnostics, common, std::cerr);
    return exit_code_for_faults(diagnostics);
  }
  Diagnostics listed;
  build::Formats formats(search_of(common), listed);
  if (!arguments.format.empty()) {
    diagnostics.append(listed);
  }
  const auto target = view_for(arguments, common, formats, diagnostics);
  const auto survey = run_survey(arguments.file, *bytes, target, diagnostics);
  if (survey) {
    check_fonts(arguments.file, *survey, diagnostics);
  }
  if (survey && !arguments.annotate.empty()) {
    write_annotated(arguments, *bytes, common.messages, diagnostics);
  }
  const SurveyHead head{arguments.file, target ? arguments.format : "", arguments.plan};
  if (survey && common.report == "json") {
    std::cout << survey_json(head, *survey, diagnostics, common.messages);
    return exit_code_for_faults(diagnostics);
  }
  if (survey && common.report == "text") {
    std::cout << survey_text(head, *survey, common.messages);
  }
  print(diagnostics, common, std::cout);
  return exit_code_for_faults(diagnostics);
}

}  // namespace

Command add_template(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<TemplateArguments>();
  CLI::App* command = app.add_subcommand("template", help("help_survey"));
  add_common(*command, common);
  command->add_option("file", arguments->file, help("help_survey_file"))
      ->required()
      ->type_name("FILE");
  command->add_option("--format", arguments->format, help("help_survey_format"))->type_name("ID");
  command->add_option("--plan", arguments->plan, help("help_survey_plan"))->type_name("DIR");
  command->add_option("--lang", arguments->language, help("help_survey_lang"))->type_name("fr");
  command->add_option("--annotate", arguments->annotate, help("help_survey_annotate"))
      ->type_name("FILE");
  command->add_option("--report", common.report, help("help_report"))
      ->check(CLI::IsMember({"text", "json", "sarif", "github"}))
      ->capture_default_str();
  return {command, [arguments, &common] { return run_template(*arguments, common); }};
}

}  // namespace rapporteur::cli
