#include "office/pool.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "base/text.hpp"
#include "office/install.hpp"
#include "office/instance.hpp"

namespace rapporteur::office {

namespace fs = std::filesystem;

namespace {

Diagnostic about(std::string id, const std::string& job, Arguments args) {
  Diagnostic diagnostic;
  diagnostic.id = std::move(id);
  diagnostic.origin.file = job;
  diagnostic.args = std::move(args);
  return diagnostic;
}

void remove_outputs(const Job& job) {
  std::error_code error;
  for (const auto& path : {job.odt_path, job.docx_path, job.pdf_path}) {
    if (!path.empty()) {
      fs::remove(path, error);
    }
  }
}

struct Slot {
  std::unique_ptr<Instance> instance;
  std::unique_ptr<Instance> next;  ///< started beside the worn one, to take its place
  bool busy = false;
  bool starting = false;  ///< `starter` is at work
  int patient_until = 0;  ///< jobs to do before another start is tried, after one that failed
  std::thread starter;
};

}  // namespace

struct Pool::Impl {
  PoolOptions options;
  mutable std::mutex mutex;
  std::condition_variable freed;
  std::vector<Slot> slots;
  std::vector<OfficeReport> gone;
  std::unique_ptr<Uno> uno;

  /// Waits for a slot that is free; one with a living office first.
  Slot& take() {
    std::unique_ptr<Instance> worn;
    std::unique_lock lock(mutex);
    Slot* found = nullptr;
    freed.wait(lock, [&] {
      for (auto& slot : slots) {
        if (!slot.busy && (found == nullptr || (!found->instance && slot.instance))) {
          found = &slot;
        }
      }
      return found != nullptr;
    });
    found->busy = true;
    worn = take_next(*found);
    return *found;
  }

  /// After a job.
  void give_back(Slot& slot) {
    std::unique_ptr<Instance> worn;
    {
      const std::scoped_lock lock(mutex);
      worn = take_next(slot);
      if (is_worn(slot)) {
        start_beside(slot);
      }
      slot.busy = false;
    }
    freed.notify_one();
  }

  /// Gives back what it replaces, to be ended outside of the lock.
  std::unique_ptr<Instance> take_next(Slot& slot) {
    if (!slot.next) {
      return nullptr;
    }
    remember(slot);
    return std::exchange(slot.instance, std::move(slot.next));
  }

  void remember(const Slot& slot) {
    if (slot.instance && slot.instance->jobs() > 0) {
      gone.push_back(report_of(*slot.instance));
    }
  }

  [[nodiscard]] static OfficeReport report_of(const Instance& office) {
    return {office.pid(), office.jobs(), office.peak_memory()};
  }

  [[nodiscard]] bool is_worn(const Slot& slot) const {
    return slot.instance && !slot.next && slot.instance->jobs() >= slot.patient_until &&
           (slot.instance->jobs() >= options.jobs_per_office ||
            slot.instance->memory() > options.memory_per_office);
  }

  /// The worn office goes on with its jobs until a warm one stands ready.
  void start_beside(Slot& slot) {
    if (slot.starting) {
      return;
    }
    slot.starting = true;
    run_starter(slot, [this, &slot] {
      std::string error;
      auto office = start(error);
      if (office) {
        office->warm(options.job_deadline);
      }
      const std::scoped_lock lock(mutex);
      constexpr int patience = 20;
      slot.patient_until = !office && slot.instance ? slot.instance->jobs() + patience : 0;
      slot.next = std::move(office);
      slot.starting = false;
      freed.notify_all();
    });
  }

  static void run_starter(Slot& slot, std::function<void()> work) {
    if (slot.starter.joinable()) {
      slot.starter.join();  // it has ended: `starting` was false
    }
    slot.starter = std::thread(std::move(work));
  }

  void put(Slot& slot, std::unique_ptr<Instance> instance) {
    std::unique_ptr<Instance> old;  // goes outside of the lock: pids() need not wait for it
    const std::scoped_lock lock(mutex);
    remember(slot);
    old = std::exchange(slot.instance, std::move(instance));
  }

  [[nodiscard]] bool check_install(Diagnostics& diagnostics) const {
    const auto version = office_version(options.program);
    if (!version) {
      diagnostics.add(about("office-missing", {}, {{"folder", options.program.string()}}));
      return false;
    }
    if (*version < minimum_version) {
      diagnostics.add(about(
          "office-too-old", {},
          {{"version", std::to_string(version->major) + "." + std::to_string(version->minor)}}));
      return false;
    }
    std::error_code error;
    if (!fs::exists(options.component, error)) {
      diagnostics.add(
          about("office-component", {}, {{"file", options.component.filename().string()}}));
      return false;
    }
    return true;
  }

  [[nodiscard]] std::unique_ptr<Instance> start(std::string& error) {
    {
      const std::scoped_lock lock(mutex);
      if (!uno) {
        uno = Uno::start(options.program, error);
      }
      if (!uno) {
        return nullptr;
      }
    }
    return Instance::start(*uno, options, error);
  }
};

PoolOptions default_options() {
  PoolOptions options;
  options.program = program_of_this_run();
  options.component = component_of_this_binary();
  return options;
}

Pool::Pool(PoolOptions options) : impl_(std::make_unique<Impl>()) {
  impl_->options = std::move(options);
  impl_->slots.resize(static_cast<std::size_t>(std::max(1, impl_->options.offices)));
}

Pool::~Pool() {
  for (auto& slot : impl_->slots) {
    if (slot.starter.joinable()) {
      slot.starter.join();
    }
  }
  impl_->slots.clear();
}

void Pool::warm_up(int most) {
  Diagnostics unheard;  // run() says it again, when somebody listens
  if (!impl_->check_install(unheard)) {
    return;
  }
  const std::scoped_lock lock(impl_->mutex);
  for (auto& slot : impl_->slots) {
    if (most-- <= 0) {
      return;
    }
    if (slot.busy || slot.instance) {
      continue;
    }
    slot.busy = true;
    slot.starting = true;
    Impl::run_starter(slot, [this, &slot] {
      std::string error;
      impl_->put(slot, impl_->start(error));
      if (slot.instance) {
        slot.instance->warm(impl_->options.job_deadline);  // 100 ms that the first job saves
      }
      const std::scoped_lock ready(impl_->mutex);
      slot.busy = false;
      slot.starting = false;
      impl_->freed.notify_all();
    });
  }
}

Result<Ending> Pool::attempt(const std::string& name, const Work& work, Diagnostics& diagnostics) {
  std::string unheard;
  return attempt(name, work, unheard, diagnostics);
}

Result<Ending> Pool::attempt(const std::string& name, const Work& work, std::string& last_words,
                             Diagnostics& diagnostics) {
  if (!impl_->check_install(diagnostics)) {
    return std::nullopt;
  }
  Slot& slot = impl_->take();
  std::string error;
  Result<Ending> ending;
  for (int tries = 0; tries < 2; ++tries) {
    if (slot.instance && (!slot.instance->alive() || !slot.instance->connect(*impl_->uno))) {
      impl_->put(slot, nullptr);
    }
    if (!slot.instance) {
      impl_->put(slot, impl_->start(error));
    }
    if (!slot.instance) {
      ending.reset();
      break;
    }
    ending = work(*slot.instance, impl_->options.job_deadline);
    if (*ending == Ending::answered) {
      break;
    }
    last_words = slot.instance->last_words();
    impl_->put(slot, nullptr);
  }
  impl_->give_back(slot);
  if (!ending) {
    diagnostics.add(about("office-start", name, {{"reason", error}}));
  }
  return ending;
}

std::chrono::seconds Pool::deadline() const {
  return std::chrono::duration_cast<std::chrono::seconds>(impl_->options.job_deadline);
}

std::vector<OfficeReport> Pool::reports() const {
  const std::scoped_lock lock(impl_->mutex);
  std::vector<OfficeReport> reports = impl_->gone;
  for (const Slot& slot : impl_->slots) {
    if (slot.instance && slot.instance->jobs() > 0) {
      reports.push_back(Impl::report_of(*slot.instance));
    }
  }
  return reports;
}

void Pool::rest() {
  std::unique_lock lock(impl_->mutex);
  impl_->freed.wait(lock, [&] { return std::ranges::none_of(impl_->slots, &Slot::starting); });
  for (Slot& slot : impl_->slots) {
    if (!slot.busy && slot.instance) {
      slot.instance->hang_up();
    }
    if (slot.next) {
      slot.next->hang_up();
    }
  }
}

Result<Outcome> Pool::run(const Job& job, Diagnostics& diagnostics) {
  Outcome outcome;
  std::string last_words;
  const Result<Ending> ending = attempt(
      job.name,
      [&](Instance& office, std::chrono::milliseconds deadline) {
        return office.run(job, deadline, outcome);
      },
      last_words, diagnostics);
  if (ending == Ending::answered && outcome.error.empty()) {
    return outcome;
  }
  remove_outputs(job);
  if (!ending) {
    return std::nullopt;
  }
  if (ending == Ending::lost) {
    diagnostics.add(about("office-lost", job.name,
                          {{"job", job.name},
                           {"stage", outcome.stage},
                           {"words", last_words.empty() ? "none" : last_words}}));
  } else if (ending == Ending::hung) {
    diagnostics.add(about("office-hung", job.name,
                          {{"job", job.name},
                           {"stage", outcome.stage},
                           {"seconds", static_cast<std::int64_t>(deadline().count())}}));
  } else {
    const std::string id = outcome.stage == "load"    ? "office-load"
                           : outcome.stage == "store" ? "office-store"
                                                      : "office-fill";
    diagnostics.add(about(id, job.name, {{"job", job.name}, {"reason", outcome.error}}));
  }
  return std::nullopt;
}

std::vector<int> Pool::pids() const {
  const std::scoped_lock lock(impl_->mutex);
  std::vector<int> pids;
  for (const auto& slot : impl_->slots) {
    if (slot.instance) {
      pids.push_back(slot.instance->pid());
    }
  }
  return pids;
}

bool Pool::walled() const {
  const std::scoped_lock lock(impl_->mutex);
  bool any = false;
  for (const auto& slot : impl_->slots) {
    if (slot.instance) {
      any = true;
      if (!slot.instance->walled()) {
        return false;
      }
    }
  }
  return any;
}

}  // namespace rapporteur::office
