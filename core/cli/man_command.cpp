// Hidden command `man`: prints rapporteur(1); the build keeps it in build/share/man.
#include <iostream>

#include "base/messages.hpp"
#include "cli/command.hpp"
#include "cli/man_page.hpp"

namespace rapporteur::cli {

Command add_man(CLI::App& app, Common& common) {
  CLI::App* command = app.add_subcommand("man", ui_text("help_man", {}, common.messages));
  add_common(*command, common);
  return {command, [&app, &common] {
            std::cout << man_page(app, RAPPORTEUR_VERSION, common.messages);
            return 0;
          }};
}

}  // namespace rapporteur::cli
