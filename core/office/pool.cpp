#include "office/pool.hpp"

#include <vector>

#include "office/install.hpp"
#include "office/instance.hpp"
#include "office/slots.hpp"

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

bool check_install(const PoolOptions& options, Diagnostics& diagnostics) {
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

}  // namespace

struct Pool::Impl {
  explicit Impl(PoolOptions chosen) : options(std::move(chosen)), slots(options) {}
  const PoolOptions options;
  Slots slots;
};

PoolOptions default_options() {
  PoolOptions options;
  options.program = program_of_this_run();
  options.component = component_of_this_binary();
  return options;
}

Pool::Pool(PoolOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}

Pool::~Pool() = default;

void Pool::warm_up(int most) {
  Diagnostics unheard;  // run() says it again, when somebody listens
  if (check_install(impl_->options, unheard)) {
    impl_->slots.warm_up(most);
  }
}

Result<Ending> Pool::attempt(const std::string& name, const Work& work, Diagnostics& diagnostics) {
  std::string unheard;
  return attempt(name, work, unheard, diagnostics);
}

Result<Ending> Pool::attempt(const std::string& name, const Work& work, std::string& last_words,
                             Diagnostics& diagnostics) {
  if (!check_install(impl_->options, diagnostics)) {
    return std::nullopt;
  }
  Slots& slots = impl_->slots;
  Slot& slot = slots.take();
  std::string error;
  Result<Ending> ending;
  for (int tries = 0; tries < 2; ++tries) {
    if (slot.instance && (!slot.instance->alive() || !slots.connect(slot))) {
      slots.put(slot, nullptr);
    }
    if (!slot.instance) {
      slots.put(slot, slots.start(error));
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
    slots.put(slot, nullptr);
  }
  slots.give_back(slot);
  if (!ending) {
    diagnostics.add(about("office-start", name, {{"reason", error}}));
  }
  return ending;
}

std::chrono::seconds Pool::deadline() const {
  return std::chrono::duration_cast<std::chrono::seconds>(impl_->options.job_deadline);
}

std::vector<OfficeReport> Pool::reports() const {
  return impl_->slots.reports();
}

void Pool::rest() {
  impl_->slots.rest();
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
  std::vector<int> pids;
  impl_->slots.each([&](const Instance& office) { pids.push_back(office.pid()); });
  return pids;
}

bool Pool::walled() const {
  bool any = false;
  bool all = true;
  impl_->slots.each([&](const Instance& office) {
    any = true;
    all = all && office.walled();
  });
  return any && all;
}

}  // namespace rapporteur::office
