#include "preview/session.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/files.hpp"
#include "preview/excerpt.hpp"
#include "preview/state_json.hpp"

namespace rapporteur::preview {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds quiet_time{30};  ///< one save often changes several files
constexpr milliseconds longest_settling{300};
/// Figures are traced when nobody types: it costs about as much as a layout, and the next save
/// would wait for it.
constexpr milliseconds idle_time{700};
/// What is not asked for waits until the page has drawn what it shows.
constexpr milliseconds until_seen{400};
constexpr milliseconds missing_again{1000};

}  // namespace

Session::Session(Settings settings)
    : settings_(std::move(settings)),
      bell_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      engine_(settings_, quiet_) {
  if (bell_ < 0) {
    throw std::runtime_error("the system gives no event descriptor");
  }
  state_.folder = settings_.plan.string();
  state_.out = settings_.out.string();
  state_.choice = settings_.choice;
  publish();
  thread_ = std::thread([this] { work(); });
}

Session::~Session() {
  end();
  thread_.join();
  ::close(bell_);
}

void Session::call() {
  const std::uint64_t one = 1;
  static_cast<void>(::write(bell_, &one, sizeof one));
}

void Session::choose(const Choice& choice) {
  {
    const std::scoped_lock lock(mutex_);
    orders_.choice = choice;
  }
  call();
}

void Session::build() {
  {
    const std::scoped_lock lock(mutex_);
    orders_.build = true;
  }
  call();
}

void Session::end() {
  {
    const std::scoped_lock lock(mutex_);
    orders_.end = true;
    ending_ = true;
  }
  published_.notify_all();
  call();
}

bool Session::is_ending() const {
  const std::scoped_lock lock(mutex_);
  return ending_;
}

std::shared_ptr<const Snapshot> Session::snapshot() const {
  const std::scoped_lock lock(mutex_);
  return snapshot_;
}

std::shared_ptr<const Snapshot> Session::wait_beyond(std::uint64_t version,
                                                     milliseconds most) const {
  std::unique_lock lock(mutex_);
  published_.wait_for(lock, most, [&] { return ending_ || snapshot_->version > version; });
  return snapshot_;
}

std::string Session::excerpt(int place) const {
  const auto found = places_.find(place);
  if (!found) {
    return {};
  }
  const std::string& file = found->origin.file;
  // The place may stem from a file that a stranger wrote (an export names the files of its cells).
  std::error_code error;
  std::vector<fs::path> roots = plugin::with_plan(settings_.search, settings_.plan).plugin_roots;
  if (fs::is_directory(settings_.plan, error)) {
    roots.push_back(settings_.plan);
  }
  const bool is_ours =
      fs::equivalent(file, settings_.plan, error) ||
      std::ranges::any_of(roots, [&](const fs::path& root) { return is_inside(file, root); });
  if (!is_ours) {
    return {};
  }
  const std::scoped_lock lock(quiet_);
  const auto workbook = [&](const std::string& name) { return engine_.workbook(name); };
  return json::write(to_json(excerpt_of(*found, workbook)), 0);
}

void Session::publish() {
  auto next = std::make_shared<Snapshot>();
  next->state = {state_json(state_, places_, "fr"), state_json(state_, places_, "en")};
  if (state_.figures_phase == FiguresPhase::ready) {
    next->figures = {figures_json(state_, places_, "fr"), figures_json(state_, places_, "en")};
  }
  next->shown = state_.shown;
  next->previous = state_.previous;
  next->files = state_.files;
  {
    const std::scoped_lock lock(mutex_);
    next->version = snapshot_ ? snapshot_->version + 1 : 1;
    snapshot_ = std::move(next);
  }
  published_.notify_all();
}

void Session::follow() {
  watcher_.follow(engine_.files_used(), settings_.out);
}

Session::Orders Session::take_orders() {
  std::uint64_t rung = 0;
  static_cast<void>(::read(bell_, &rung, sizeof rung));
  const std::scoped_lock lock(mutex_);
  Orders orders = orders_;
  orders_ = {};
  orders_.end = orders.end;
  return orders;
}

/// True when files changed; `orders` has what was asked for. What waits for an idle moment is done
/// here, a piece at a time.
bool Session::wait_for_change(Orders& orders) {
  for (;;) {
    std::array<pollfd, 2> what{{{watcher_.descriptor(), POLLIN, 0}, {bell_, POLLIN, 0}}};
    const bool must_ask = watcher_.is_missing_some();
    const auto most = next_compared_ == 1  ? until_seen
                      : next_compared_ > 1 ? milliseconds{0}
                      : must_trace_        ? idle_time
                      : must_ask           ? missing_again
                                           : milliseconds{-1};
    const int ready = ::poll(what.data(), what.size(), static_cast<int>(most.count()));
    if (ready == 0 && next_compared_ > 0) {
      compare_next_page();
    } else if (ready == 0 && must_trace_) {
      trace();
    } else if (ready == 0 && must_ask) {
      follow();
      if (!watcher_.is_missing_some()) {
        return true;
      }
    }
    orders = take_orders();
    if (orders.end || orders.build || orders.choice) {
      return false;
    }
    if (!watcher_.take().empty()) {
      return true;
    }
  }
}

/// Waits until a save is over.
void Session::settle() {
  const auto end = Clock::now() + longest_settling;
  pollfd what{watcher_.descriptor(), POLLIN, 0};
  while (Clock::now() < end && ::poll(&what, 1, static_cast<int>(quiet_time.count())) > 0) {
    static_cast<void>(watcher_.take());
  }
}

void Session::work() {
  follow();
  rebuild();
  for (Orders orders;; orders = {}) {
    const bool has_changed = wait_for_change(orders);
    if (orders.end) {
      return;
    }
    if (has_changed) {
      settle();
      rebuild();
    } else if (orders.choice) {
      if (!orders.choice->format.empty()) {
        state_.choice.format = orders.choice->format;
      }
      if (!orders.choice->language.empty()) {
        state_.choice.language = orders.choice->language;
      }
      rebuild();
    }
    if (orders.build) {
      make_outputs();
    }
  }
}

void Session::rebuild() {
  const auto start = Clock::now();
  state_.phase = state_.shown || state_.phase == Phase::failed ? Phase::building : Phase::starting;
  publish();
  std::shared_ptr<const Shown> made;
  try {
    made = engine_.lay_out(state_);
  } catch (const std::exception& error) {
    state_.findings = {{.id = "preview-broken", .args = {{"detail", error.what()}}}};
  }
  state_.output = state_.output == OutputPhase::building ? OutputPhase::idle : state_.output;
  state_.phase = made ? Phase::ready : Phase::failed;
  next_compared_ = 0;
  must_trace_ = false;
  if (made) {
    state_.took = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
    state_.previous = state_.shown;
    state_.shown = made;
    state_.changed_pages.clear();
    state_.figures.clear();
    next_compared_ = 1;
    must_trace_ = true;
    state_.figures_phase = FiguresPhase::tracing;
  }
  publish();
  follow();
}

/// One page at a time, so that the next save need not wait for all.
void Session::compare_next_page() {
  const pdf::PdfPages& pages = *state_.shown->pages;
  const int page = next_compared_;
  const std::uint64_t now = state_.shown->pages->fingerprint(page);
  const bool is_comparable = state_.previous && state_.previous->choice == state_.shown->choice;
  if (is_comparable && !state_.previous->pages->has_fingerprint(now)) {
    state_.changed_pages.push_back(page);
  }
  next_compared_ = page < pages.count() ? page + 1 : 0;
  if (next_compared_ == 0 && !state_.changed_pages.empty()) {
    publish();
  }
}

void Session::trace() {
  must_trace_ = false;
  try {
    state_.figures = engine_.trace(*state_.shown);
  } catch (const std::exception&) {
    state_.figures.clear();  // the document itself is there all the same
  }
  state_.figures_phase = state_.figures.empty() ? FiguresPhase::none : FiguresPhase::ready;
  publish();
}

void Session::make_outputs() {
  state_.output = OutputPhase::building;
  publish();
  Diagnostics diagnostics;
  std::vector<build::Document> documents;
  try {
    documents = engine_.build(diagnostics);
  } catch (const std::exception& error) {
    diagnostics.add({.id = "preview-broken", .args = {{"detail", error.what()}}});
  }
  state_.output = documents.empty() ? OutputPhase::failed : OutputPhase::built;
  if (documents.empty()) {
    for (const Diagnostic& known : state_.findings) {
      diagnostics.add(known);
    }
    state_.findings = diagnostics.sorted();
  } else {
    state_.files.clear();
    for (const build::Document& document : documents) {
      state_.files.push_back({document.path, document.path.filename().string()});
    }
  }
  publish();
}

}  // namespace rapporteur::preview
