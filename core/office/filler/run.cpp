// One job from load to close.
#include <chrono>
#include <ctime>
#include <fstream>

#include "office/filler/opened.hpp"

namespace rapporteur::filler {

namespace {

using Clock = std::chrono::steady_clock;

std::int64_t since(Clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count();
}

// Of this thread alone: what else runs on the machine does not count.
std::int64_t processor_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::int64_t{time.tv_sec} * 1'000'000 + time.tv_nsec / 1000;
}

OUString url_of(const office::Job& job) {
  return job.package_path.empty() ? OUString("private:factory/swriter")
                                  : to_uno(office::file_url(job.package_path));
}

Properties load_options(const office::Job& job) {
  // Not as a template: the office would compress the package once more to a copy of its own, 30 ms.
  // What that resets of the properties is set in set_properties.
  Properties options;
  if (!job.package_path.empty()) {
    options.add("FilterName",
                OUString::createFromAscii(job.package_path.ends_with(".docx") ? "MS Word 2007 XML"
                                                                              : "writer8"));
  }
  return options;
}

/// In a file too: whoever waits for an office that breaks down can then say where.
void enter(const char* stage, const office::Job& job, office::Outcome& outcome) {
  outcome.stage = stage;
  if (!job.stage_path.empty()) {
    std::ofstream(job.stage_path, std::ios::trunc) << stage;
  }
}

void work(const Context& context, const office::Job& job, office::Outcome& outcome) {
  enter("load", job, outcome);
  const Opened opened(context, url_of(job), load_options(job));
  const Document document = opened.as<css::text::XTextDocument>();
  if (!document.is()) {
    outcome.error = "it is not a readable text document";
    return;
  }
  if (const std::string link = link_of(document); !link.empty()) {
    outcome.error = "it shows a picture that is no part of it: " + link;
    return;
  }
  enter("fill", job, outcome);
  const std::int64_t start = processor_time();
  set_properties(document, job);
  if (!job.token_pattern.empty()) {
    fill(document, job, outcome);
  }
  freeze_fields(document, job);
  outcome.fill_microseconds = processor_time() - start;
  enter("refresh", job, outcome);
  refresh(document, outcome);
  measure(document, job, outcome);
  enter("store", job, outcome);
  store(document, job);
  outcome.stage.clear();
}

}  // namespace

office::Outcome run(const Context& context, const office::Job& job) {
  office::Outcome outcome;
  const auto start = Clock::now();
  const std::string failure = words_of_failure([&] { work(context, job, outcome); });
  if (!failure.empty()) {
    outcome.error = failure;
  }
  outcome.total_microseconds = since(start);
  return outcome;
}

}  // namespace rapporteur::filler
