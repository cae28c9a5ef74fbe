// rapporteur review DOCUMENT: what reviewers wrote into a report, by file of the plan.
#include <iostream>
#include <memory>

#include "base/messages.hpp"
#include "cli/command.hpp"
#include "office/workbooks.hpp"
#include "review/review.hpp"

namespace rapporteur::cli {

namespace {

struct ReviewArguments {
  std::string document;
  std::string plan;
  std::string format;
  std::string language;
  std::string period;
  std::string template_kind;
};

int run_review(const ReviewArguments& arguments, const Common& common) {
  Diagnostics diagnostics;
  office::Pool pool(office::default_options());  // starts an office for a workbook only
  const auto review = review::review(
      {.document = arguments.document,
       .plan = arguments.plan,
       .format = arguments.format,
       .language = arguments.language,
       .template_kind = arguments.template_kind,
       .load = {.period = arguments.period, .workbooks = office::workbook_reader(pool)},
       .search = search_of(common)},
      diagnostics);
  if (!review) {
    print(diagnostics, common, std::cerr);
    return exit_code(diagnostics, "fault");
  }
  constexpr int items_deep = 8;
  std::cout << (common.report == "json" ? json::write(review::review_json(*review), items_deep)
                                        : review::review_text(*review, common.messages));
  return 0;
}

}  // namespace

Command add_review(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<ReviewArguments>();
  CLI::App* command = app.add_subcommand("review", help("help_review"));
  add_common(*command, common);
  command->add_option("document", arguments->document, help("help_review_document"))
      ->required()
      ->type_name("FILE");
  command->add_option("--plan", arguments->plan, help("help_review_plan"))->type_name("DIR");
  command->add_option("--format", arguments->format, help("help_review_format"))->type_name("ID");
  command->add_option("--lang", arguments->language, help("help_review_lang"))->type_name("fr|en");
  command->add_option("--period", arguments->period, help("help_period"))->type_name("ID");
  command->add_option("--template", arguments->template_kind, help("help_template"))
      ->check(CLI::IsMember({"odt", "docx"}));
  command->add_option("--report", common.report, help("help_review_report"))
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  return {command, [arguments, &common] { return run_review(*arguments, common); }};
}

}  // namespace rapporteur::cli
