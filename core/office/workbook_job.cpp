#include "office/workbook_job.hpp"

#include "base/wire.hpp"

namespace rapporteur::office {
namespace {

WorkbookKind kind_of(bool is_ods) {
  return is_ods ? WorkbookKind::ods : WorkbookKind::xlsx;
}

}  // namespace

std::string encode(const ReadJob& job) {
  wire::Writer out;
  out.string(job.path);
  out.boolean(job.kind == WorkbookKind::ods);
  return out.take();
}

std::optional<ReadJob> decode_read_job(std::string_view bytes) {
  wire::Reader in(bytes);
  ReadJob job;
  job.path = in.string();
  job.kind = kind_of(in.boolean());
  return in.ok() && in.at_end() ? std::optional(std::move(job)) : std::nullopt;
}

std::string encode(const ReadOutcome& outcome) {
  wire::Writer out;
  out.string(outcome.error);
  out.string(rapporteur::encode(outcome.workbook));
  return out.take();
}

std::optional<ReadOutcome> decode_read_outcome(std::string_view bytes) {
  wire::Reader in(bytes);
  ReadOutcome outcome;
  outcome.error = in.string();
  auto workbook = decode_workbook(in.string());
  if (!in.ok() || !in.at_end() || !workbook) {
    return std::nullopt;
  }
  outcome.workbook = std::move(*workbook);
  return outcome;
}

std::string encode(const WriteJob& job) {
  wire::Writer out;
  out.string(job.path);
  out.boolean(job.kind == WorkbookKind::ods);
  out.string(rapporteur::encode(job.draft));
  return out.take();
}

std::optional<WriteJob> decode_write_job(std::string_view bytes) {
  wire::Reader in(bytes);
  WriteJob job;
  job.path = in.string();
  job.kind = kind_of(in.boolean());
  auto draft = decode_draft(in.string());
  if (!in.ok() || !in.at_end() || !draft) {
    return std::nullopt;
  }
  job.draft = std::move(*draft);
  return job;
}

std::string encode(const WriteOutcome& outcome) {
  wire::Writer out;
  out.string(outcome.error);
  return out.take();
}

std::optional<WriteOutcome> decode_write_outcome(std::string_view bytes) {
  wire::Reader in(bytes);
  WriteOutcome outcome{in.string()};
  return in.ok() && in.at_end() ? std::optional(std::move(outcome)) : std::nullopt;
}

}  // namespace rapporteur::office
