// rapporteur schema plan|export: the JSON Schema of what people write and of what programs read.
#include <iostream>
#include <memory>

#include "base/messages.hpp"
#include "cli/command.hpp"
#include "exchange/json_schema.hpp"

namespace rapporteur::cli {

Command add_schema(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto of = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("schema", help("help_schema"));
  add_common(*command, common);
  command->add_option("of", *of, help("help_schema_of"))
      ->required()
      ->check(CLI::IsMember({"plan", "export"}))
      ->type_name("plan|export");
  return {command, [of, &common] {
            std::cout << json::write(*of == "plan" ? exchange::plan_schema(common.messages)
                                                   : exchange::export_schema(common.messages));
            return 0;
          }};
}

}  // namespace rapporteur::cli
