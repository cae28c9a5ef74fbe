#include "cli/line_editor.hpp"

#include <editline/readline.h>

#include <cerrno>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace rapporteur::cli {

namespace {

constexpr int most_remembered = 1000;

// libedit asks plain functions.
std::function<Candidates(const std::string&)> completer;  // NOLINT
Candidates found;                                         // NOLINT

char* nth_candidate(const char* /*word*/, int state) {
  const auto index = static_cast<std::size_t>(state);
  return index < found.words.size() ? strdup(found.words[index].c_str()) : nullptr;
}

char** find_candidates(const char* word, int start, int /*end*/) {
  rl_attempted_completion_over = 1;  // no names of files
  const std::string line(rl_line_buffer, static_cast<std::size_t>(rl_point));
  found = completer(line);
  // libedit replaces its own word, which may begin elsewhere than the one that was completed.
  const auto begin = static_cast<std::size_t>(start);
  for (std::string& candidate : found.words) {
    if (found.from > begin) {
      candidate.insert(0, line, begin, found.from - begin);
    } else {
      candidate.erase(0, begin - found.from);
    }
  }
  return found.words.empty() ? nullptr : rl_completion_matches(word, nth_candidate);
}

}  // namespace

LineEditor::LineEditor(std::filesystem::path history,
                       std::function<Candidates(const std::string&)> complete)
    : history_(std::move(history)) {
  completer = std::move(complete);
  static char name[] = "rapporteur";
  static char breaks[] = " \t\n.:[](){}=<>~+-*/%^#,;\"'";
  std::setlocale(LC_CTYPE, "");
  rl_readline_name = name;
  rl_completer_word_break_characters = breaks;
  rl_basic_word_break_characters = breaks;
  rl_attempted_completion_function = find_candidates;
  rl_completion_append_character = '\0';
  using_history();
  stifle_history(most_remembered);
  read_history(history_.c_str());
}

LineEditor::~LineEditor() {
  std::error_code ignored;
  std::filesystem::create_directories(history_.parent_path(), ignored);
  write_history(history_.c_str());
  completer = nullptr;
}

LineEditor::End LineEditor::read(const std::string& prompt, std::string& line) {
  errno = 0;
  const std::unique_ptr<char, void (*)(void*)> typed(readline(prompt.c_str()), std::free);
  if (!typed) {
    return errno == EINTR ? End::interrupted : End::end_of_input;
  }
  line = typed.get();
  if (!line.empty()) {
    add_history(line.c_str());
  }
  return End::line;
}

}  // namespace rapporteur::cli
