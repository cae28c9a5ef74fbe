// A running preview: one thread that watches and builds, and what it has to show.
//
// Plugins run in forked children, and a fork copies only the thread that calls it: a lock that
// another thread holds at that moment stays locked in the child. So all that needs ICU or an office
// is done by the one thread; those who serve hand out bytes that it made. What they have to make
// themselves (excerpts) waits until no plugin runs.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "preview/engine.hpp"
#include "preview/places.hpp"
#include "preview/settings.hpp"
#include "preview/snapshot.hpp"
#include "preview/state.hpp"

namespace rapporteur::preview {

class Session {
 public:
  /// Starts to build at once. Throws std::runtime_error when the system gives no watcher.
  explicit Session(Settings settings);
  ~Session();  ///< ends the office and removes temporary files; waits for the document under way
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // What follows may be called from any thread.

  /// Another format or language; what is empty stays as it is.
  void choose(const Choice& choice);
  /// All three outputs of what is shown, into the output folder.
  void build();
  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const;
  /// The first snapshot with a version beyond this one; the current one when none came in time or
  /// the session ends.
  [[nodiscard]] std::shared_ptr<const Snapshot> wait_beyond(std::uint64_t version,
                                                            std::chrono::milliseconds most) const;
  /// The rows around a place, as JSON; empty when there is no such place, or its file is none of
  /// the plan's or the format's.
  [[nodiscard]] std::string excerpt(int place) const;
  /// True once the session ends.
  [[nodiscard]] bool is_ending() const;
  void end();

 private:
  struct Orders {
    std::optional<Choice> choice;
    bool build = false;
    bool end = false;
  };
  void work();
  [[nodiscard]] bool wait_for_change(Orders& orders);
  [[nodiscard]] Orders take_orders();
  void settle();
  void rebuild();
  void compare_next_page();
  void trace();
  void make_outputs();
  void publish();
  void follow();
  void call();

  const Settings settings_;
  mutable std::mutex quiet_;
  Places places_;
  Watcher watcher_;
  int bell_ = -1;  ///< rings when an order waits

  mutable std::mutex mutex_;
  mutable std::condition_variable published_;
  std::shared_ptr<const Snapshot> snapshot_;
  Orders orders_;
  bool ending_ = false;

  // Of the thread alone:
  Engine engine_;
  State state_;
  int next_compared_ = 0;  ///< page whose change is to be looked for; 0 = all are done
  bool must_trace_ = false;

  std::thread thread_;
};

}  // namespace rapporteur::preview
