#include "office/job.hpp"

#include "base/wire.hpp"

namespace rapporteur::office {

std::string encode(const Job& job) {
  wire::Writer out;
  out.string(job.name);
  out.string(job.package_path);
  out.string(rapporteur::encode(job.fills));
  out.string(job.token_pattern);
  out.string(job.title);
  out.string(job.author);
  out.string(job.subject);
  out.string(job.language);
  out.string(job.country);
  out.integer(job.epoch);
  out.integer(static_cast<std::int64_t>(job.sections.size()));
  for (const std::string& section : job.sections) {
    out.string(section);
  }
  out.string(job.odt_path);
  out.string(job.docx_path);
  out.string(job.pdf_path);
  out.string(job.stage_path);
  return out.take();
}

std::optional<Job> decode_job(std::string_view bytes) {
  wire::Reader in(bytes);
  Job job;
  job.name = in.string();
  job.package_path = in.string();
  auto fills = decode_fills(in.string());
  job.token_pattern = in.string();
  job.title = in.string();
  job.author = in.string();
  job.subject = in.string();
  job.language = in.string();
  job.country = in.string();
  job.epoch = in.integer();
  const std::size_t sections = in.count();
  for (std::size_t i = 0; i < sections && in.ok(); ++i) {
    job.sections.push_back(in.string());
  }
  job.odt_path = in.string();
  job.docx_path = in.string();
  job.pdf_path = in.string();
  job.stage_path = in.string();
  if (!in.ok() || !in.at_end() || !fills) {
    return std::nullopt;
  }
  job.fills = std::move(*fills);
  return job;
}

std::string encode(const Outcome& outcome) {
  wire::Writer out;
  out.string(outcome.error);
  out.string(outcome.stage);
  out.integer(outcome.pages);
  out.integer(outcome.refreshes);
  out.integer(outcome.filled);
  out.integer(static_cast<std::int64_t>(outcome.sections.size()));
  for (const Section& section : outcome.sections) {
    out.string(section.bookmark);
    out.string(section.heading);
    out.integer(section.first_page);
    out.integer(section.last_page);
    out.string(section.text);
  }
  for (const auto* list : {&outcome.left_tokens, &outcome.lost_fills}) {
    out.integer(static_cast<std::int64_t>(list->size()));
    for (const auto& token : *list) {
      out.string(token);
    }
  }
  out.integer(outcome.fill_microseconds);
  out.integer(outcome.total_microseconds);
  return out.take();
}

std::optional<Outcome> decode_outcome(std::string_view bytes) {
  wire::Reader in(bytes);
  Outcome outcome;
  outcome.error = in.string();
  outcome.stage = in.string();
  outcome.pages = static_cast<int>(in.integer());
  outcome.refreshes = static_cast<int>(in.integer());
  outcome.filled = static_cast<int>(in.integer());
  const std::size_t sections = in.count();
  for (std::size_t i = 0; i < sections && in.ok(); ++i) {
    Section section;
    section.bookmark = in.string();
    section.heading = in.string();
    section.first_page = static_cast<int>(in.integer());
    section.last_page = static_cast<int>(in.integer());
    section.text = in.string();
    outcome.sections.push_back(std::move(section));
  }
  for (auto* list : {&outcome.left_tokens, &outcome.lost_fills}) {
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
      list->push_back(in.string());
    }
  }
  outcome.fill_microseconds = in.integer();
  outcome.total_microseconds = in.integer();
  if (!in.ok() || !in.at_end()) {
    return std::nullopt;
  }
  return outcome;
}

}  // namespace rapporteur::office
