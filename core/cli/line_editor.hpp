// Lines typed on a terminal: edited, completed with Tab, remembered between sessions (libedit).
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::cli {

/// Words that can stand in place of the end of `line`, from byte `from` on.
struct Candidates {
  std::size_t from = 0;
  std::vector<std::string> words;
};

/// One at a time: libedit keeps its state in global variables.
class LineEditor {
 public:
  enum class End { line, interrupted, end_of_input };

  /// `history` is read now and written at the end; a folder that cannot be made is no error.
  LineEditor(std::filesystem::path history,
             std::function<Candidates(const std::string& line)> complete);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  /// Ctrl-C gives `interrupted`, if a handler without SA_RESTART is set for SIGINT.
  [[nodiscard]] End read(const std::string& prompt, std::string& line);

 private:
  std::filesystem::path history_;
};

}  // namespace rapporteur::cli
