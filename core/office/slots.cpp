#include "office/slots.hpp"

#include <algorithm>

namespace rapporteur::office {

namespace {

OfficeReport report_of(const Instance& office) {
  return {office.pid(), office.jobs(), office.peak_memory()};
}

void run_starter(Slot& slot, std::function<void()> work) {
  if (slot.starter.joinable()) {
    slot.starter.join();  // it has ended: `starting` was false
  }
  slot.starter = std::thread(std::move(work));
}

}  // namespace

Slots::Slots(const PoolOptions& options)
    : options_(options), slots_(static_cast<std::size_t>(std::max(1, options.offices))) {}

Slots::~Slots() {
  for (Slot& slot : slots_) {
    if (slot.starter.joinable()) {
      slot.starter.join();
    }
  }
}

Slot& Slots::take() {
  std::unique_ptr<Instance> worn;  // ended after the lock is given up
  std::unique_lock lock(mutex_);
  Slot* found = nullptr;
  ++waiting_;
  freed_.wait(lock, [&] { return (found = free_slot()) != nullptr; });
  --waiting_;
  found->busy = true;
  worn = take_next(*found);
  return *found;
}

Slot* Slots::free_slot() {
  Slot* empty = nullptr;
  int warming = 0;
  for (Slot& slot : slots_) {
    if (!slot.busy && slot.instance) {
      return &slot;
    }
    if (!slot.busy) {
      empty = &slot;
    }
    warming += slot.busy && slot.starting ? 1 : 0;
  }
  return waiting_ > warming ? empty : nullptr;
}

void Slots::give_back(Slot& slot) {
  std::unique_ptr<Instance> worn;
  {
    const std::scoped_lock lock(mutex_);
    worn = take_next(slot);
    if (is_worn(slot)) {
      start_beside(slot);
    }
    slot.busy = false;
  }
  freed_.notify_one();
}

void Slots::put(Slot& slot, std::unique_ptr<Instance> instance) {
  std::unique_ptr<Instance> old;  // goes outside of the lock: reports() need not wait for it
  const std::scoped_lock lock(mutex_);
  remember(slot);
  old = std::exchange(slot.instance, std::move(instance));
}

std::unique_ptr<Instance> Slots::start(std::string& error) {
  {
    const std::scoped_lock lock(mutex_);
    if (!uno_) {
      uno_ = Uno::start(options_.program, error);
    }
    if (!uno_) {
      return nullptr;
    }
  }
  return Instance::start(*uno_, options_, error);
}

std::unique_ptr<Instance> Slots::take_next(Slot& slot) {
  if (!slot.next) {
    return nullptr;
  }
  remember(slot);
  return std::exchange(slot.instance, std::move(slot.next));
}

bool Slots::is_worn(const Slot& slot) const {
  return slot.instance && !slot.next && !slot.starting &&
         slot.instance->jobs() >= slot.patient_until &&
         (slot.instance->jobs() >= options_.jobs_per_office ||
          slot.instance->memory() > options_.memory_per_office);
}

void Slots::start_beside(Slot& slot) {
  slot.starting = true;
  run_starter(slot, [this, &slot] {
    std::string error;
    auto office = start(error);
    if (office) {
      office->warm(options_.job_deadline);
    }
    const std::scoped_lock lock(mutex_);
    constexpr int patience = 20;
    slot.patient_until = !office && slot.instance ? slot.instance->jobs() + patience : 0;
    slot.next = std::move(office);
    slot.starting = false;
    freed_.notify_all();
  });
}

void Slots::remember(const Slot& slot) {
  if (slot.instance && slot.instance->jobs() > 0) {
    gone_.push_back(report_of(*slot.instance));
  }
}

void Slots::warm_up(int most) {
  const std::scoped_lock lock(mutex_);
  for (Slot& slot : slots_) {
    if (most-- <= 0) {
      return;
    }
    if (slot.busy || slot.instance) {
      continue;
    }
    slot.busy = true;
    slot.starting = true;
    run_starter(slot, [this, &slot] {
      std::string error;
      put(slot, start(error));
      if (slot.instance) {
        slot.instance->warm(options_.job_deadline);  // 100 ms that the first job saves
      }
      const std::scoped_lock ready(mutex_);
      slot.busy = false;
      slot.starting = false;
      freed_.notify_all();
    });
  }
}

void Slots::rest() {
  std::unique_lock lock(mutex_);
  freed_.wait(lock, [&] { return std::ranges::none_of(slots_, &Slot::starting); });
  for (Slot& slot : slots_) {
    if (!slot.busy && slot.instance) {
      slot.instance->hang_up();
    }
    if (slot.next) {
      slot.next->hang_up();
    }
  }
}

std::vector<OfficeReport> Slots::reports() const {
  const std::scoped_lock lock(mutex_);
  std::vector<OfficeReport> reports = gone_;
  for (const Slot& slot : slots_) {
    if (slot.instance && slot.instance->jobs() > 0) {
      reports.push_back(report_of(*slot.instance));
    }
  }
  return reports;
}

void Slots::each(const std::function<void(const Instance&)>& ask) const {
  const std::scoped_lock lock(mutex_);
  for (const Slot& slot : slots_) {
    if (slot.instance) {
      ask(*slot.instance);
    }
  }
}

}  // namespace rapporteur::office
