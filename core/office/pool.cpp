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
  bool busy = false;
};

}  // namespace

struct Pool::Impl {
  PoolOptions options;
  mutable std::mutex mutex;
  std::condition_variable freed;
  std::vector<Slot> slots;
  std::vector<std::thread> starters;
  std::unique_ptr<Uno> uno;

  /// Waits for a slot that is free; one with a living office first.
  Slot& take() {
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
    return *found;
  }

  void give_back(Slot& slot) {
    {
      const std::scoped_lock lock(mutex);
      slot.busy = false;
    }
    freed.notify_one();
  }

  void put(Slot& slot, std::unique_ptr<Instance> instance) {
    std::unique_ptr<Instance> old;  // goes outside of the lock: pids() need not wait for it
    const std::scoped_lock lock(mutex);
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

  void start(Slot& slot, std::string& error) {
    {
      const std::scoped_lock lock(mutex);
      if (!uno) {
        uno = Uno::start(options.program, error);
      }
      if (!uno) {
        return;
      }
    }
    put(slot, Instance::start(*uno, options, error));
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
  for (auto& starter : impl_->starters) {
    starter.join();
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
    impl_->starters.emplace_back([this, &slot] {
      std::string error;
      impl_->start(slot, error);
      if (slot.instance) {
        slot.instance->warm(impl_->options.job_deadline);  // 100 ms that the first job saves
      }
      impl_->give_back(slot);
    });
  }
}

Result<Ending> Pool::attempt(const std::string& name, const Work& work, Diagnostics& diagnostics) {
  if (!impl_->check_install(diagnostics)) {
    return std::nullopt;
  }
  Slot& slot = impl_->take();
  std::string error;
  Result<Ending> ending;
  for (int tries = 0; tries < 2; ++tries) {
    if (slot.instance &&
        (!slot.instance->alive() || slot.instance->jobs() >= impl_->options.jobs_per_office ||
         !slot.instance->connect(*impl_->uno))) {
      impl_->put(slot, nullptr);
    }
    if (!slot.instance) {
      impl_->start(slot, error);
    }
    if (!slot.instance) {
      ending.reset();
      break;
    }
    ending = work(*slot.instance, impl_->options.job_deadline);
    if (*ending == Ending::answered) {
      break;
    }
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

void Pool::rest() {
  const std::scoped_lock lock(impl_->mutex);
  for (Slot& slot : impl_->slots) {
    if (!slot.busy && slot.instance) {
      slot.instance->hang_up();
    }
  }
}

Result<Outcome> Pool::run(const Job& job, Diagnostics& diagnostics) {
  Outcome outcome;
  const Result<Ending> ending = attempt(
      job.name,
      [&](Instance& office, std::chrono::milliseconds deadline) {
        return office.run(job, deadline, outcome);
      },
      diagnostics);
  if (ending == Ending::answered && outcome.error.empty()) {
    return outcome;
  }
  remove_outputs(job);
  if (!ending) {
    return std::nullopt;
  }
  if (ending == Ending::lost) {
    diagnostics.add(about("office-lost", job.name, {{"job", job.name}}));
  } else if (ending == Ending::hung) {
    diagnostics.add(
        about("office-hung", job.name,
              {{"job", job.name}, {"seconds", static_cast<std::int64_t>(deadline().count())}}));
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
