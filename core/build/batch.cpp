#include "build/batch.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "base/stopwatch.hpp"
#include "build/compile.hpp"
#include "build/format_reads.hpp"
#include "build/formats_of_plans.hpp"
#include "build/preparer.hpp"
#include "build/standing.hpp"
#include "build/unwritable.hpp"
#include "build/workshop.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

/// A plan whose targets are being made.
struct Open {
  Reads reads;
  std::size_t left = 0;                     ///< targets that are not done
  bool is_complete = false;                 ///< nothing failed so far
  std::map<std::string, std::string> keys;  ///< target → key of its documents
  std::vector<std::shared_ptr<const PlanPictures>> pictures;
  std::vector<const plugin::Declaration*> formats;
};

struct Task {
  std::size_t plan = 0;
  std::size_t place = 0;  ///< of its report in the plan's
  Target target;
};

class Work {
 public:
  Work(Batch& batch, Summary& summary)
      : batch_(batch),
        summary_(summary),
        formats_(batch.request.search),
        digest_(digest_of(batch.fingerprint)) {
    for (const std::size_t number : batch.plans) {
      PlanReport& report = batch.reports[number];
      seen_.resize(std::max(seen_.size(), number + 1));
      seen_[number] = &formats_.of(report.folder, report.found);
      look_at(*seen_[number], report.folder);
    }
  }

  void go() {
    // First of all: forked off later, it would take threads and lines of offices along.
    preparer_ = Preparer::start(batch_.request, batch_.plans, seen_);
    const std::stop_callback stopping(batch_.request.stop, [this] {
      if (preparer_) {
        preparer_->stop();
      }
    });
    office::PoolOptions options = batch_.request.pool;
    options.offices = offices();
    office::Pool pool(options);
    pool_ = &pool;
    if (batch_.request.store.empty()) {
      batch_.progress.starting_office();
      pool.warm_up(std::min<int>(offices(), static_cast<int>(batch_.plans.size())));
    }
    {
      std::vector<std::jthread> others;
      for (int i = 1; i < offices(); ++i) {
        others.emplace_back([this] { serve(); });
      }
      serve();
    }
    tell_unread();
    summary_.offices = pool.reports();
    summary_.walled = summary_.offices.empty() || pool.walled();
  }

 private:
  /// Digests from before anything is read: what changes meanwhile is seen by the next build.
  void look_at(const Formats& formats, const fs::path& plan) {
    std::vector<const plugin::Declaration*> all;
    std::ranges::transform(formats.all(), std::back_inserter(all),
                           [](const plugin::Declaration& format) { return &format; });
    Reads seen;
    add_formats(all, plugin::with_plan(batch_.request.search, plan), digests_, seen);
  }

  [[nodiscard]] int offices() const {
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return batch_.request.jobs > 0 ? batch_.request.jobs : cores;
  }

  void serve() {
    while (auto task = next()) {
      TargetReport& report = batch_.reports[task->plan].targets[task->place];
      if (batch_.request.stop.stop_requested()) {
        const std::scoped_lock lock(telling_);
        report.state = State::stopped;
        summary_.interrupted = true;
        continue;
      }
      {
        const std::scoped_lock lock(telling_);
        batch_.progress.building(report.name);
      }
      const Stopwatch watch;
      Diagnostics found;
      Compiled compiled = make(task->target, found);
      const std::scoped_lock lock(telling_);
      report.found.append(found);
      report.state = compiled.state;
      report.documents = std::move(compiled.documents);
      report.seconds += watch.seconds();
      finish(task->plan, report, compiled.key);
    }
  }

  Compiled make(const Target& target, Diagnostics& found) {
    if (workshop_->path().empty()) {
      found.add(unwritable(batch_.request.out, workshop_->error()));
      return {};
    }
    return compile(target, {batch_.request, workshop_->path(), *pool_, digest_}, found);
  }

  /// The next target, of the plan that the preparer hands on when none is left.
  std::optional<Task> next() {
    const std::scoped_lock lock(taking_);
    while (tasks_.empty() && preparer_ && !all_taken_) {
      auto prepared = preparer_->next();
      all_taken_ = !prepared;
      if (prepared) {
        take(std::move(*prepared));
      }
    }
    if (tasks_.empty()) {
      return std::nullopt;
    }
    if (!workshop_) {  // not before: where nothing can be built no folder is made
      workshop_.emplace(batch_.request.out);
    }
    Task task = std::move(tasks_.front());
    tasks_.pop_front();
    return task;
  }

  void take(Prepared prepared) {
    const std::scoped_lock lock(telling_);
    PlanReport& report = batch_.reports[prepared.plan];
    report.found.append(prepared.found);
    Open open{.reads = std::move(prepared.reads), .is_complete = prepared.is_whole};
    for (Attempt& attempt : prepared.attempts) {
      report.targets.push_back({.name = attempt.name,
                                .format = attempt.format,
                                .language = attempt.language,
                                .found = attempt.found,
                                .seconds = attempt.seconds,
                                .why = batch_.why[prepared.plan]});
    }
    for (std::size_t place = 0; place < prepared.attempts.size(); ++place) {
      auto& target = prepared.attempts[place].target;
      if (!target) {
        open.is_complete = false;
        batch_.progress.done(report.targets[place]);
        continue;
      }
      ++open.left;
      open.pictures.push_back(target->pictures);
      open.formats.push_back(target->format);
      tasks_.push_back({prepared.plan, place, std::move(*target)});
    }
    const bool is_done = open.left == 0;
    const auto [place, is_new] = open_.emplace(prepared.plan, std::move(open));
    if (is_done && is_new) {
      record(prepared.plan, place->second);
    }
  }

  void finish(std::size_t plan, const TargetReport& report, const std::string& key) {
    Open& open = open_.at(plan);
    open.is_complete =
        open.is_complete && report.state != State::failed && report.state != State::stopped;
    open.keys[report.name] = key;
    batch_.progress.done(report);
    if (--open.left == 0) {
      record(plan, open);
    }
  }

  /// So that the next build can tell without looking into it that nothing has changed.
  void record(std::size_t plan, Open& open) {
    PlanReport& report = batch_.reports[plan];
    if (open.is_complete) {
      Digests digests;  // of files that were read just now
      for (const auto& pictures : open.pictures) {
        for (const std::string& file : pictures->asked()) {
          open.reads.add_file(file, digests);
        }
      }
      if (const auto moving = first_moving(open.reads)) {
        report.found.add({.id = "plan-moving", .origin = {.file = *moving}});
      } else {
        keep(plan, open);
      }
    }
    open = {};
  }

  void keep(std::size_t plan, Open& open) {
    const PlanReport& report = batch_.reports[plan];
    add_formats(open.formats, plugin::with_plan(batch_.request.search, report.folder), digests_,
                open.reads);
    PlanRecord record{.plan = plan_digest(report.folder),
                      .wish = wish_digest(batch_.request),
                      .fingerprint = batch_.fingerprint,
                      .reads = std::move(open.reads),
                      .name = report.name,
                      .found = report.found,
                      .targets = {}};
    for (const TargetReport& target : report.targets) {
      record.targets.push_back({target.name, target.format, target.language, open.keys[target.name],
                                target.found, target.seconds});
    }
    static_cast<void>(batch_.ledger.keep(record));
  }

  /// Plans that nobody came to: the build was stopped, or the system gave no process.
  void tell_unread() {
    for (const std::size_t number : batch_.plans) {
      if (open_.contains(number)) {
        continue;
      }
      PlanReport& report = batch_.reports[number];
      if (batch_.request.stop.stop_requested()) {
        summary_.interrupted = true;
        report.targets.push_back({.name = report.name, .state = State::stopped});
      } else {
        report.found.add({.id = "plan-unread", .origin = {.file = report.folder.string()}});
      }
    }
  }

  Batch& batch_;
  Summary& summary_;
  FormatsOfPlans formats_;
  std::vector<Formats*> seen_;  ///< by the plan's number
  std::string digest_;
  std::unique_ptr<Preparer> preparer_;
  office::Pool* pool_ = nullptr;
  std::mutex taking_;  ///< held first where both are
  std::deque<Task> tasks_;
  bool all_taken_ = false;
  std::optional<Workshop> workshop_;
  std::mutex telling_;
  std::map<std::size_t, Open> open_;
  Digests digests_;  ///< of formats, from before the first read
};

}  // namespace

void run(Batch& batch, Summary& summary) {
  Work(batch, summary).go();
}

}  // namespace rapporteur::build
