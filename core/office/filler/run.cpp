// One job from load to close.
#include <chrono>
#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <ctime>

#include "office/command.hpp"
#include "office/filler/work.hpp"

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

// A document that is closed whatever happens.
class OpenDocument {
 public:
  OpenDocument(const Context& context, const office::Job& job) {
    Properties options;
    options.add("Hidden", true);
    options.add("AsTemplate", true);
    options.add("MacroExecutionMode", css::document::MacroExecMode::NEVER_EXECUTE);
    options.add("UpdateDocMode", css::document::UpdateDocMode::NO_UPDATE);
    OUString url("private:factory/swriter");
    if (!job.package_path.empty()) {
      // Without a filter's name, random bytes would be loaded as plain text.
      options.add("FilterName",
                  OUString::createFromAscii(job.package_path.ends_with(".docx") ? "MS Word 2007 XML"
                                                                                : "writer8"));
      url = to_uno(office::file_url(job.package_path));
    }
    document_.set(css::frame::Desktop::create(context)->loadComponentFromURL(url, "_blank", 0,
                                                                             options.sequence()),
                  UNO_QUERY);
  }
  ~OpenDocument() {
    try {
      const Reference<css::util::XCloseable> closeable(document_, UNO_QUERY);
      if (closeable.is()) {
        closeable->close(true);
      }
    } catch (...) {  // nothing may leave the component; the office is replaced in time
      return;
    }
  }
  OpenDocument(const OpenDocument&) = delete;
  OpenDocument& operator=(const OpenDocument&) = delete;
  [[nodiscard]] const Document& get() const { return document_; }

 private:
  Document document_;
};

void work(const Context& context, const office::Job& job, office::Outcome& outcome) {
  outcome.stage = "load";
  const OpenDocument open(context, job);
  const Document& document = open.get();
  if (!document.is()) {
    outcome.error = "it is not a readable text document";
    return;
  }
  outcome.stage = "fill";
  const std::int64_t start = processor_time();
  set_properties(document, job);
  if (!job.token_pattern.empty()) {
    fill(document, job, outcome);
  }
  freeze_fields(document, job);
  outcome.fill_microseconds = processor_time() - start;
  outcome.stage = "refresh";
  refresh(document, outcome);
  outcome.stage = "store";
  store(document, job);
  outcome.stage.clear();
}

}  // namespace

office::Outcome run(const Context& context, const office::Job& job) {
  office::Outcome outcome;
  const auto start = Clock::now();
  try {
    work(context, job, outcome);
  } catch (const css::uno::Exception& exception) {
    outcome.error = from_uno(exception.Message);
    if (outcome.error.empty()) {
      outcome.error = "an error without words";
    }
  } catch (const std::exception& exception) {
    outcome.error = exception.what();
  } catch (...) {
    outcome.error = "an unknown error";
  }
  outcome.total_microseconds = since(start);
  return outcome;
}

}  // namespace rapporteur::filler
