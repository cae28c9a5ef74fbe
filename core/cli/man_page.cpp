#include "cli/man_page.hpp"

#include <map>
#include <utility>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "cli/completion.hpp"

namespace rapporteur::cli {

namespace {

/// Writes macros of man(7), one a line.
class Page {
 public:
  explicit Page(std::string language) : language_(std::move(language)) {}

  void macro(std::string_view name, std::string_view argument = {}) {
    text_ += "." + std::string(name);
    if (!argument.empty()) {
      text_ += " \"" + std::string(argument) + "\"";
    }
    text_ += "\n";
  }
  void line(const std::string& roffed) {
    if (!roffed.empty()) {
      text_ += roffed + "\n";
    }
  }
  void section(const std::string& key) { macro("SH", roff(say(key))); }
  void paragraphs(const std::string& key) {
    bool first = true;
    for (const std::string& part : split(say(key), '\n')) {
      if (part.empty()) {
        continue;
      }
      if (!std::exchange(first, false)) {
        macro("PP");
      }
      line(roff(part));
    }
  }
  void tagged(const std::string& tag, const std::string& text) {
    macro("TP");
    line(tag);
    line(text.empty() ? "\\&" : text);
  }
  [[nodiscard]] std::string say(const std::string& key, const Arguments& args = {}) const {
    return ui_text(key, args, language_);
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string language_;
  std::string text_;
};

std::string bold(const std::string& word) {
  std::string text = "\\fB";
  for (const char c : word) {
    text += c == '-' ? "\\-" : std::string(1, c);
  }
  return text + "\\fR";
}

std::string italic(const std::string& word) {
  return "\\fI" + roff(word) + "\\fR";
}

/// What is typed for a value: its choices, else its type.
std::string value_word(const CLI::Option& option) {
  if (const auto choices = choices_of(option); !choices.empty()) {
    std::string words;
    const char* between = option.get_type_name().find('{') == std::string::npos &&
                                  option.get_type_name().find(',') != std::string::npos
                              ? ","
                              : "|";
    for (const std::string& choice : choices) {
      words += (words.empty() ? "" : between) + choice;
    }
    return words;
  }
  const std::string type = option.get_type_name();
  return type.substr(0, type.find(':'));
}

std::string names_of(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) {
    names += (names.empty() ? "" : ", ") + bold("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    names += (names.empty() ? "" : ", ") + bold("--" + name);
  }
  return takes_value(option) ? names + " " + italic(value_word(option)) : names;
}

bool many(const CLI::Option& option) {
  return option.get_items_expected_max() > 1;
}

void describe_option(Page& page, const CLI::Option& option) {
  std::string text = option.get_description();
  if (const std::string value = option.get_default_str(); !value.empty()) {
    text += " " + page.say("man_default", {{"x", value}});
  }
  if (const auto choices = choices_of(option); option.get_positional() && !choices.empty()) {
    text += " " + page.say("man_one_of", {{"x", value_word(option)}});
  }
  page.tagged(option.get_positional() ? italic(option.get_name(true)) : names_of(option),
              roff(text));
}

/// Options that most commands take, by name: they are described once.
class Shared {
 public:
  explicit Shared(const CLI::App& app) {
    count(app);
    std::erase_if(options_, [this](const auto& one) { return one.second.times * 2 < commands_; });
  }
  [[nodiscard]] bool has(const CLI::Option& option) const {
    const auto found = options_.find(option.get_name());
    return found != options_.end() &&
           found->second.option->get_description() == option.get_description();
  }
  void describe(Page& page) const {
    for (const auto& [name, one] : options_) {
      describe_option(page, *one.option);
    }
  }

 private:
  struct Times {
    const CLI::Option* option = nullptr;
    int times = 0;
  };
  void count(const CLI::App& command) {
    const auto inner = visible_commands(command);
    for (const CLI::App* one : inner) {
      count(*one);
    }
    if (!inner.empty()) {
      return;
    }
    ++commands_;
    for (const CLI::Option* option : command.get_options()) {
      if (option->nonpositional() && !option->get_group().empty()) {
        Times& times = options_[option->get_name()];
        times.option = times.option == nullptr ? option : times.option;
        ++times.times;
      }
    }
  }

  std::map<std::string, Times> options_;
  int commands_ = 0;
};

void describe_options(Page& page, const CLI::App& command, const Shared& shared) {
  for (const bool positional : {true, false}) {
    for (const CLI::Option* option : command.get_options()) {
      if (option->get_positional() == positional && !option->get_group().empty() &&
          !shared.has(*option)) {
        describe_option(page, *option);
      }
    }
  }
}

void describe_command(Page& page, const CLI::App& command, const std::string& before,
                      const Shared& shared) {
  const std::string name = before + " " + command.get_name();
  const auto inner = visible_commands(command);
  if (!inner.empty()) {
    for (const CLI::App* one : inner) {
      describe_command(page, *one, name, shared);
    }
    return;
  }
  std::string usage = bold(name);
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional()) {
      const std::string word = italic(option->get_name(true)) + (many(*option) ? "…" : "");
      usage += option->get_required() ? " " + word : " [" + word + "]";
    }
  }
  page.macro("SS", usage);
  page.line(roff(command.get_description()));
  describe_options(page, command, shared);
  if (const std::string footer = trimmed(command.get_footer()); !footer.empty()) {
    page.macro("PP");
    page.line(roff(footer));
  }
}

void describe_surroundings(Page& page) {
  page.section("man_exit");
  for (const char* code : {"0", "1", "2", "3", "4"}) {
    page.tagged(bold(code), roff(page.say("man_exit_" + std::string(code))));
  }
  page.section("man_environment");
  for (const char* name : {"RAPPORTEUR_OFFICE", "LC_ALL", "XDG_DATA_HOME", "TMPDIR",
                           "SOURCE_DATE_EPOCH", "FONTCONFIG_FILE", "CI_NODE_INDEX"}) {
    page.tagged(bold(name), roff(page.say("man_env_" + std::string(name))));
  }
  page.section("man_files");
  const std::pair<const char*, const char*> files[] = {
      {"~/.local/share/rapporteur/formats/", "own"},
      {"PREFIX/share/rapporteur/plugins/", "formats"},
      {"PREFIX/share/rapporteur/templates/", "templates"},
      {"PREFIX/share/doc/rapporteur/", "manuals"}};
  for (const auto& [path, key] : files) {
    page.tagged(italic(path), roff(page.say("man_file_" + std::string(key))));
  }
  page.section("man_examples");
  const std::pair<const char*, const char*> examples[] = {
      {"new", "rapporteur new plan my-plan --as xlsx"},
      {"check", "rapporteur check my-plan"},
      {"build", "rapporteur build my-plan --lang fr --to docx,pdf --out out"},
      {"formats", "rapporteur formats"}};
  bool first = true;
  for (const auto& [key, command] : examples) {
    if (!std::exchange(first, false)) {
      page.macro("PP");
    }
    page.line(roff(page.say("man_example_" + std::string(key))));
    page.macro("PP");
    page.macro("RS", "4");
    page.line(bold(command));
    page.macro("RE");
  }
  page.section("man_see");
  page.line("\\fBsoffice\\fR(1), \\fBfc\\-list\\fR(1)");
}

}  // namespace

std::string roff(std::string_view text) {
  static const std::map<char, std::string_view> escapes = {{'\\', "\\e"},   {'~', "\\(ti"},
                                                           {'^', "\\(ha"},  {'`', "\\(ga"},
                                                           {'\'', "\\(aq"}, {'"', "\\(dq"}};
  std::string result;
  bool in_bold = false;
  bool line_begins = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (line_begins && c == '.') {
      result += "\\&";
    }
    line_begins = c == '\n';
    if (c == '*') {
      in_bold = !in_bold;
      result += in_bold ? "\\fB" : "\\fR";
    } else if (const auto escape = escapes.find(c); escape != escapes.end()) {
      result += escape->second;
    } else if (c == '-' && (in_bold || (i + 1 < text.size() && text[i + 1] == '-') ||
                            (i > 0 && text[i - 1] == '-'))) {
      result += "\\-";
    } else {
      result += c;
    }
  }
  return result;
}

std::string man_page(const CLI::App& app, const std::string& version, const std::string& language) {
  Page page(language);
  page.line(".TH RAPPORTEUR 1 \"\" \"rapporteur " + version + "\"");
  page.section("man_name");
  page.line("rapporteur \\- " + roff(page.say("man_page_name")));
  page.section("man_synopsis");
  page.line("\\fBrapporteur\\fR " + italic(page.say("man_page_arguments")));
  page.section("man_description");
  page.paragraphs("man_page_description");
  const Shared shared(app);
  page.section("man_options");
  page.line(roff(page.say("man_shared_options")));
  shared.describe(page);
  describe_options(page, app, shared);
  page.section("man_commands");
  for (const CLI::App* command : visible_commands(app)) {
    describe_command(page, *command, app.get_name(), shared);
  }
  describe_surroundings(page);
  return page.text();
}

}  // namespace rapporteur::cli
