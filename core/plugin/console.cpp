#include "plugin/console.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <system_error>

#include "base/pipe.hpp"
#include "base/wire.hpp"
#include "plugin/child.hpp"
#include "plugin/reply.hpp"

namespace rapporteur::plugin {
namespace {

using Clock = std::chrono::steady_clock;
/// How long a child may take to notice that it was asked to stop.
constexpr std::chrono::milliseconds patience{1'000};

/// Of the whole session: its lines have limits of their own.
Limits session_limits(Limits line) {
  line.cpu = std::chrono::hours{24};
  return line;
}

}  // namespace

Console::Console(const ConsoleSetup& setup) : setup_(setup) {
  start();
}
Console::~Console() {
  stop();
}

void Console::start() {
  std::array<int, 2> ends{-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw std::system_error(errno, std::generic_category());
  }
  child_ = fork();
  if (child_ == 0) {
    close(ends[0]);
    raise_walls(session_limits(setup_.line), ends[1]);
    try {
      serve_console(setup_, STDERR_FILENO + 1);
      _exit(0);
    } catch (...) {
      _exit(1);  // the parent sees the end of the stream
    }
  }
  close(ends[1]);
  socket_ = ends[0];
  if (child_ < 0) {
    throw std::system_error(errno, std::generic_category());
  }
}

void Console::stop() {
  if (child_ > 0) {
    kill(child_, SIGKILL);
    while (waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  if (socket_ >= 0) {
    close(socket_);
  }
  child_ = -1;
  socket_ = -1;
}

void Console::interrupt() noexcept {
  interrupted_ = true;
  if (child_ > 0) {
    kill(child_, SIGINT);
  }
}

std::optional<std::string> Console::ask(const std::string& request) {
  interrupted_ = false;
  if (!write_message(socket_, request)) {
    return std::nullopt;
  }
  auto deadline = Clock::now() + setup_.line.wall;
  bool told = false;
  while (true) {
    if (interrupted_ && !told) {
      told = true;
      deadline = std::min(deadline, Clock::now() + patience);
    }
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) {
      return std::nullopt;
    }
    pollfd wait{socket_, POLLIN, 0};
    constexpr decltype(left) step = 100;  // a signal may come just before poll
    if (poll(&wait, 1, static_cast<int>(std::min(left, step))) > 0) {
      return read_message(socket_, longest_message);
    }
  }
}

Answer Console::run(std::string_view code, const std::string& file, int row, bool is_whole) {
  wire::Writer request;
  request.boolean(true);
  request.string(code);
  request.string(file);
  request.integer(row);
  request.boolean(is_whole);
  Answer answer;
  const std::optional<std::string> bytes = ask(request.bytes());
  const std::optional<Reply> reply = bytes ? decode_reply(*bytes) : std::nullopt;
  const view::Value* output = reply && reply->value ? reply->value->find("output") : nullptr;
  if (output == nullptr) {
    stop();
    start();
    answer.failed = answer.restarted = true;
    return answer;
  }
  const auto is_set = [&](const char* name) {
    const view::Value* value = reply->value->find(name);
    return value != nullptr && value->data == view::Value{true, {}, {}}.data;
  };
  answer.output = std::get<view::Text>(output->data).utf8;
  answer.incomplete = is_set("incomplete");
  answer.failed = is_set("failed");
  for (Diagnostic diagnostic : reply->diagnostics.all()) {
    // The same error of a view says that the view stopped.
    diagnostic.id = diagnostic.id == "plugin-error" ? "lua-error" : diagnostic.id;
    answer.diagnostics.add(std::move(diagnostic));
  }
  return answer;
}

Completion Console::complete(std::string_view line) {
  wire::Writer request;
  request.boolean(false);
  request.string(line);
  Completion completion;
  const std::optional<std::string> bytes = ask(request.bytes());
  if (!bytes) {
    stop();
    start();
    return completion;
  }
  wire::Reader answer(*bytes);
  completion.from = static_cast<std::size_t>(answer.integer());
  const std::size_t count = answer.count();
  for (std::size_t i = 0; i < count && answer.ok(); ++i) {
    completion.candidates.push_back(answer.string());
  }
  return completion;
}

}  // namespace rapporteur::plugin
