// A session of Lua that lives on between lines: a child in the sandbox of the views, with the plan
// as `plan`, that answers over a socket.
//
// A line that does not end is stopped inside Lua after the limit of a line, or when interrupt() was
// called; the session goes on with what it had. A child that does not answer even then (a function
// of C that runs forever) is killed, and the session begins anew: Answer::restarted says so.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "plugin/complete.hpp"
#include "plugin/format.hpp"

namespace rapporteur::plugin {

/// What a session works with. All of it must outlive the console.
struct ConsoleSetup {
  const Declaration& format;  ///< its folders are what require reads
  const Plan* plan;           ///< nullptr = none: `plan` is nil
  const Context& context;
  const locale::Catalogue& terms;
  Limits line{};  ///< of each line; memory: of the whole session
};

struct Answer {
  std::string output;       ///< what was printed, and the values of an expression
  bool incomplete = false;  ///< the text is the beginning of something: more lines are awaited
  bool failed = false;      ///< an error ended it
  bool restarted = false;   ///< the child was lost; variables are gone
  Diagnostics diagnostics;  ///< lua-error with its place and the calls that led to it, findings
};

class Console {
 public:
  explicit Console(const ConsoleSetup& setup);
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  /// Runs a piece of Lua, as an expression when it is one. `file` is what messages call it, `row`
  /// the line where it begins. `is_whole`: nothing follows, so that an open end is an error.
  [[nodiscard]] Answer run(std::string_view code, const std::string& file, int row, bool is_whole);
  [[nodiscard]] Completion complete(std::string_view line);
  /// Asks the line that runs to stop. May be called from a signal handler.
  void interrupt() noexcept;

 private:
  void start();
  void stop();
  /// The child's answer; nothing when there was none in time.
  [[nodiscard]] std::optional<std::string> ask(const std::string& request);

  const ConsoleSetup& setup_;
  pid_t child_ = -1;
  int socket_ = -1;
  std::atomic<bool> interrupted_ = false;
};

/// The child's side (console_child.cpp): reads requests from `socket`, answers them, and returns
/// when the other side is gone. `setup` as in Console.
void serve_console(const ConsoleSetup& setup, int socket);
/// No request and no answer is longer.
inline constexpr std::size_t longest_message = std::size_t{64} << 20;

}  // namespace rapporteur::plugin
