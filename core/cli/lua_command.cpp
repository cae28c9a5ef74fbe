// rapporteur lua [SCRIPT]: Lua with a plan at hand, for those who write formats.
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <memory>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"
#include "build/target.hpp"
#include "cli/command.hpp"
#include "cli/line_editor.hpp"
#include "load/load.hpp"
#include "office/workbooks.hpp"
#include "plugin/console.hpp"
#include "plugin/terms.hpp"

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

struct LuaArguments {
  std::string script;
  std::string plan;
  std::string format;
  std::string language;
};

/// What a session works with, all of it kept while it lives.
struct Surroundings {
  std::optional<Plan> plan;
  std::unique_ptr<build::Formats> formats;
  plugin::Declaration format;
  plugin::Context context;
  std::optional<locale::Catalogue> terms;
};

plugin::Console* running = nullptr;  // NOLINT: a signal handler has no other way to it

/// Ctrl-C stops the line that runs, not the session.
void stop_line(int /*signal*/) {
  if (running != nullptr) {
    running->interrupt();
  }
}

bool load_it(const LuaArguments& arguments, Surroundings& around, Diagnostics& diagnostics) {
  if (arguments.plan.empty()) {
    return true;
  }
  office::Pool pool(office::default_options());  // starts an office for a workbook only
  Diagnostics found;
  around.plan = load_plan(arguments.plan, found, {.workbooks = office::workbook_reader(pool)});
  if (!around.plan) {
    diagnostics.append(found);  // findings are the affair of check
  }
  return around.plan.has_value();
}

/// Without a format: the modules and words that formats share, and the files beside the script.
plugin::Declaration no_format(const LuaArguments& arguments, const plugin::Search& search) {
  plugin::Declaration format;
  format.id = "lua";
  format.languages = {"fr", "en"};
  const fs::path beside = fs::path(arguments.script).parent_path();
  format.folder = beside.empty() ? fs::path(".") : beside;
  std::error_code error;
  for (const fs::path& root : search.plugin_roots) {
    if (format.common.empty() && fs::is_directory(root / "common", error)) {
      format.common = root / "common";
    }
  }
  return format;
}

std::string language_of(const LuaArguments& arguments, const Surroundings& around,
                        const Common& common) {
  if (!arguments.language.empty()) {
    return arguments.language;
  }
  return around.plan && !around.plan->languages.empty() ? around.plan->languages.front()
                                                        : common.messages;
}

bool surround(const LuaArguments& arguments, const Common& common, Surroundings& around,
              Diagnostics& diagnostics) {
  if (!load_it(arguments, around, diagnostics)) {
    return false;
  }
  plugin::Search search = search_of(common);
  if (around.plan) {
    search = plugin::with_plan(std::move(search), arguments.plan);
  }
  around.context.language = language_of(arguments, around, common);
  plugin::Declaration words = around.format = no_format(arguments, search);
  words.folder = words.common;
  if (!arguments.format.empty()) {
    around.formats = std::make_unique<build::Formats>(search, diagnostics);
    const auto* found = around.formats->find(arguments.format, {}, diagnostics);
    if (found == nullptr) {
      return false;
    }
    words = around.format = *found;
    for (const plugin::Option& option : found->options) {
      around.context.options[option.name] = option.default_value;
    }
    if (around.plan) {
      auto context =
          plugin::make_context(*found, *around.plan, around.context.language, diagnostics);
      if (!context) {
        return false;
      }
      around.context = std::move(*context);
    }
  }
  around.terms = plugin::load_terms(words, around.context.language, diagnostics);
  return around.terms.has_value();
}

/// On a terminal an error takes a line, and one more for each call that led to it.
void tell_briefly(const plugin::Answer& answer, const Common& common) {
  for (const Diagnostic& diagnostic : answer.diagnostics.all()) {
    std::cerr << place_text(diagnostic.origin, common.messages);
    for (const auto& [name, value] : diagnostic.args) {
      if (const auto* text = std::get_if<std::string>(&value);
          text != nullptr && name == "message") {
        std::cerr << ": " << *text;
      }
    }
    std::cerr << "\n";
    for (const Related& related : diagnostic.related) {
      std::cerr << "  <- " << place_text(related.origin, common.messages) << "\n";
    }
  }
  if (answer.restarted) {
    std::cerr << ui_text("lua_restarted", {}, common.messages) << "\n";
  }
}

int run_script(plugin::Console& console, const std::string& script, const Common& common) {
  Diagnostics diagnostics;
  const auto code = read_file(script);
  if (!code) {
    diagnostics.add({.id = "lua-script-unreadable", .origin = {.file = script}});
    print(diagnostics, common, std::cerr);
    return exit_code_for_faults(diagnostics);
  }
  plugin::Answer answer = console.run(*code, script, 1, true);
  std::cout << answer.output << std::flush;
  if (answer.restarted) {
    answer.diagnostics.add({.id = "lua-lost", .origin = {.file = script}});
  }
  print(answer.diagnostics, common, std::cerr);
  return exit_code_for_faults(answer.diagnostics);
}

fs::path history_file() {
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  if (state != nullptr && *state == '/') {
    return fs::path(state) / "rapporteur/lua_history";
  }
  return home == nullptr ? fs::path() : fs::path(home) / ".local/state/rapporteur/lua_history";
}

/// Lines of a terminal or of a pipe until the end; 3 when one of a pipe failed.
class Session {
 public:
  Session(plugin::Console& console, const Common& common) : console_(console), common_(common) {}

  int run() {
    if (::isatty(STDIN_FILENO) == 0) {
      for (std::string line; std::getline(std::cin, line);) {
        take(line);
      }
      if (!pending_.empty()) {
        run_pending(true);
      }
      return failed_ ? 3 : 0;
    }
    std::cout << ui_text("lua_greeting", {}, common_.messages) << "\n";
    LineEditor editor(history_file(), [this](const std::string& line) {
      plugin::Completion completion = console_.complete(line);
      return Candidates{completion.from, std::move(completion.candidates)};
    });
    while (true) {
      std::string line;
      const auto end = editor.read(pending_.empty() ? "> " : ">> ", line);
      if (end == LineEditor::End::end_of_input) {
        std::cout << "\n";
        return 0;
      }
      if (end == LineEditor::End::interrupted) {
        std::cout << "^C\n";
        pending_.clear();
      } else {
        take(line);
      }
    }
  }

 private:
  void take(const std::string& line) {
    ++row_;
    if (pending_.empty()) {
      first_ = row_;
    }
    pending_ += (pending_.empty() ? "" : "\n") + line;
    if (pending_.find_first_not_of(" \t\n") == std::string::npos) {
      pending_.clear();
      return;
    }
    run_pending(false);
  }

  void run_pending(bool is_last) {
    const plugin::Answer answer = console_.run(pending_, "stdin", first_, is_last);
    if (answer.incomplete) {
      return;
    }
    pending_.clear();
    failed_ = failed_ || answer.failed;
    std::cout << answer.output << std::flush;
    tell_briefly(answer, common_);
  }

  plugin::Console& console_;
  const Common& common_;
  std::string pending_;
  int row_ = 0;
  int first_ = 1;
  bool failed_ = false;
};

int run_lua(const LuaArguments& arguments, const Common& common) {
  Diagnostics diagnostics;
  Surroundings around;
  const bool is_ready = surround(arguments, common, around, diagnostics);
  print(diagnostics, common, std::cerr);
  if (!is_ready) {
    return exit_code_for_faults(diagnostics);
  }
  plugin::ConsoleSetup setup{around.format, around.plan ? &*around.plan : nullptr, around.context,
                             *around.terms};
  setup.line.wall = std::chrono::seconds{10};  // somebody waits
  plugin::Console console(setup);
  struct sigaction action {};
  action.sa_handler = stop_line;  // without SA_RESTART: a read on the terminal ends
  running = &console;
  sigaction(SIGINT, &action, nullptr);
  const int code = arguments.script.empty() ? Session(console, common).run()
                                            : run_script(console, arguments.script, common);
  std::signal(SIGINT, SIG_DFL);
  running = nullptr;
  return code;
}

}  // namespace

Command add_lua(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<LuaArguments>();
  CLI::App* command = app.add_subcommand("lua", help("help_lua"));
  add_common(*command, common);
  command->add_option("script", arguments->script, help("help_lua_script"))->type_name("SCRIPT");
  command->add_option("--plan", arguments->plan, help("help_lua_plan"))->type_name("PLAN");
  command->add_option("--format", arguments->format, help("help_lua_format"))->type_name("ID");
  command->add_option("--lang", arguments->language, help("help_lua_language"))->type_name("LANG");
  return {command, [arguments, &common] { return run_lua(*arguments, common); }};
}

}  // namespace rapporteur::cli
