#include "cli/completion.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rapporteur::cli {

namespace {

/// Where the words before the cursor lead.
struct Position {
  const CLI::App* command = nullptr;
  const CLI::Option* awaiting = nullptr;  ///< its value comes next
  bool only_positionals = false;          ///< after "--"
  Typed typed;
};

const CLI::Option* option_named(const CLI::App& command, const std::string& word) {
  const auto options = command.get_options();
  const auto found = std::ranges::find_if(options, [&](const CLI::Option* option) {
    return option->nonpositional() && option->check_name(word);
  });
  return found == options.end() ? nullptr : *found;
}

const CLI::App* command_named(const CLI::App& app, const std::string& word) {
  const auto commands = visible_commands(app);
  const auto found =
      std::ranges::find_if(commands, [&](const auto* one) { return one->get_name() == word; });
  return found == commands.end() ? nullptr : *found;
}

bool lists(const CLI::Option& option) {
  return option.get_type_name().find(',') != std::string::npos &&
         option.get_type_name().find('{') == std::string::npos;
}

void take_value(Position& at, const std::string& word) {
  if (at.awaiting->check_name("--plugins")) {
    at.typed.plugins.push_back(word);
  }
  at.awaiting = nullptr;
}

void advance_option(Position& at, const std::string& word) {
  const auto equals = word.find('=');
  const CLI::Option* option = option_named(*at.command, word.substr(0, equals));
  if (option != nullptr && takes_value(*option)) {
    at.awaiting = option;
    if (equals != std::string::npos) {
      take_value(at, word.substr(equals + 1));
    }
  }
}

void advance(Position& at, const std::string& word) {
  if (at.awaiting != nullptr) {
    if (word != "=") {  // bash makes three words of --option=value
      take_value(at, word);
    }
    return;
  }
  if (!at.only_positionals && word.starts_with('-')) {
    at.only_positionals = word == "--";
    advance_option(at, word);
    return;
  }
  const CLI::App* inner = at.only_positionals ? nullptr : command_named(*at.command, word);
  if (inner != nullptr) {
    at.command = inner;
  } else {
    at.typed.positionals.push_back(word);
  }
}

/// The argument that the next word would be; nothing when the command takes no more.
const CLI::Option* next_positional(const Position& at) {
  std::size_t left = at.typed.positionals.size();
  for (const CLI::Option* option : at.command->get_options()) {
    if (!option->get_positional()) {
      continue;
    }
    const auto most = static_cast<std::size_t>(std::max(1, option->get_items_expected_max()));
    if (left < most) {
      return option;
    }
    left -= most;
  }
  return nullptr;
}

/// Values of an option, `head` (what stands before them in the word, as "--to=") put in front.
void add_values(Completion& completion, const CLI::Option& option, const std::string& typed,
                const std::string& head, const Typed& before, const Sources& sources) {
  Candidates values;
  const std::string type = option.get_type_name();
  const bool formats = option.check_name("--format");
  if (formats) {
    values = sources.formats(before);
  } else if (option.check_name("--explain")) {
    values = sources.rules();
  } else if (option.check_name("id")) {
    values = sources.messages();
  } else if (const auto choices = choices_of(option); !choices.empty()) {
    for (const std::string& choice : choices) {
      values.push_back({choice, {}});
    }
  } else if (type == "PLAN" || option.check_name("plan") || type.starts_with("FILE") ||
             type == "SCRIPT") {
    completion.paths = Paths::files;
  } else if (type == "DIR") {
    completion.paths = Paths::folders;
  }
  const auto comma = lists(option) ? typed.rfind(',') : std::string::npos;
  const std::string kept = comma == std::string::npos ? "" : typed.substr(0, comma + 1);
  const auto taken = split(kept, ',');
  for (const Candidate& value : values) {
    if ((kept + value.value).starts_with(typed) &&
        std::ranges::find(taken, value.value) == taken.end()) {
      completion.candidates.push_back({head + kept + value.value, value.help});
    }
  }
}

void add_options(Completion& completion, const CLI::App& command, const std::string& typed) {
  for (const CLI::Option* option : command.get_options()) {
    if (!option->nonpositional() || option->get_group().empty()) {
      continue;
    }
    for (const std::string& name : option->get_lnames()) {
      if (("--" + name).starts_with(typed)) {
        completion.candidates.push_back({"--" + name, option->get_description()});
      }
    }
  }
}

}  // namespace

bool takes_value(const CLI::Option& option) {
  return option.get_type_size_max() > 0;
}

std::vector<std::string> choices_of(const CLI::Option& option) {
  std::string type = option.get_type_name();
  if (const auto open = type.find('{'); open != std::string::npos) {
    return split(type.substr(open + 1, type.find('}', open) - open - 1), ',');
  }
  const bool words = type.find_first_of(",|") != std::string::npos &&
                     std::ranges::all_of(type, [](unsigned char c) {
                       return (c >= 'a' && c <= 'z') || c == ',' || c == '|';
                     });
  std::ranges::replace(type, '|', ',');
  return words ? split(type, ',') : std::vector<std::string>{};
}

std::vector<const CLI::App*> visible_commands(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* one) { return !one->get_group().empty(); });
}

Completion complete(const CLI::App& app, const std::vector<std::string>& words,
                    const Sources& sources) {
  Completion completion;
  Position at{.command = &app};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    advance(at, words[i]);
  }
  const std::string last = words.empty() || words.back() == "=" ? "" : words.back();
  const auto equals = last.find('=');
  const auto commands = visible_commands(*at.command);
  const CLI::Option* positional = next_positional(at);
  const bool may_be_option =
      last.starts_with('-') || (commands.empty() && positional == nullptr);  // nothing else is left
  if (at.awaiting != nullptr) {
    add_values(completion, *at.awaiting, last, "", at.typed, sources);
  } else if (!at.only_positionals && last.starts_with("--") && equals != std::string::npos) {
    const CLI::Option* option = option_named(*at.command, last.substr(0, equals));
    if (option != nullptr && takes_value(*option)) {
      add_values(completion, *option, last.substr(equals + 1), last.substr(0, equals + 1), at.typed,
                 sources);
    }
  } else if (!at.only_positionals && may_be_option) {
    add_options(completion, *at.command, last);
  } else if (!commands.empty()) {
    for (const CLI::App* command : commands) {
      if (command->get_name().starts_with(last)) {
        completion.candidates.push_back({command->get_name(), command->get_description()});
      }
    }
  } else if (positional != nullptr) {
    add_values(completion, *positional, last, "", at.typed, sources);
  }
  return completion;
}

}  // namespace rapporteur::cli
