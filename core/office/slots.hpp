// The places of a pool's offices: who has one, who waits for one, and which office gives way to a
// fresh one.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "office/connection.hpp"
#include "office/instance.hpp"
#include "office/pool.hpp"

namespace rapporteur::office {

struct Slot {
  std::unique_ptr<Instance> instance;
  std::unique_ptr<Instance> next;  ///< started beside the worn one, to take its place
  bool busy = false;
  bool starting = false;  ///< `starter` is at work
  int patient_until = 0;  ///< jobs to do before another start is tried, after one that failed
  std::thread starter;
};

class Slots {
 public:
  explicit Slots(const PoolOptions& options);
  ~Slots();  ///< waits for starts, ends every office

  /// Waits for a slot that is free; one with a living office first, then one whose office is being
  /// started, unless others wait for it. It is the caller's until give_back().
  [[nodiscard]] Slot& take();
  /// After a job. A worn office gets a fresh one started beside it, and goes on with its jobs until
  /// that one has made a first document.
  void give_back(Slot& slot);
  /// Another office, or none, in a slot of the caller's.
  void put(Slot& slot, std::unique_ptr<Instance> instance);
  /// Nothing when it cannot be started; `error` says why.
  [[nodiscard]] std::unique_ptr<Instance> start(std::string& error);
  /// Calls the office of a slot again; false when it does not answer.
  [[nodiscard]] bool connect(Slot& slot) { return slot.instance->connect(*uno_); }

  /// Starts offices in the background, up to `most` in all.
  void warm_up(int most);
  /// Waits for offices that are being started, and hangs up on those that are idle.
  void rest();

  [[nodiscard]] std::vector<OfficeReport> reports() const;
  /// What `ask` says of each living office.
  void each(const std::function<void(const Instance&)>& ask) const;

 private:
  [[nodiscard]] Slot* free_slot();
  [[nodiscard]] std::unique_ptr<Instance> take_next(Slot& slot);
  [[nodiscard]] bool is_worn(const Slot& slot) const;
  void start_beside(Slot& slot);
  void remember(const Slot& slot);

  const PoolOptions& options_;
  mutable std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<Slot> slots_;
  int waiting_ = 0;
  std::vector<OfficeReport> gone_;
  std::unique_ptr<Uno> uno_;
};

}  // namespace rapporteur::office
