// One document for an office: what goes in, what comes out. Crosses the pipe as bytes (wire.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fill.hpp"

namespace rapporteur::office {

struct Job {
  std::string name;          ///< names the document in messages: "pan-1325.national-budget.fr"
  std::string package_path;  ///< the expanded document, .odt or .docx, in a private directory
  std::vector<Fill> fills;
  std::string token_pattern;  ///< regular expression that finds every token of this job
  std::string title;
  std::string author;
  std::string subject;
  std::string language;  ///< "fr", "en"
  std::string country;   ///< "FR", "GB"
  /// Seconds since 1970 that stand for "now" in date fields and properties.
  std::int64_t epoch = 315532800;
  std::vector<std::string> sections;  ///< bookmarks to measure from; they are not stored
  // Where to store; empty = not wanted. Files beside the final ones, renamed by the caller.
  std::string odt_path;
  std::string docx_path;
  std::string pdf_path;
  std::string stage_path;  ///< a file that names the stage which is being worked at; empty = none
};

/// A stretch of the laid-out document: from a bookmark to the next heading of its own or a higher
/// level, or the whole body.
struct Section {
  std::string bookmark;  ///< empty = the whole body
  std::string heading;   ///< text of the paragraph that it begins with
  int first_page = 0;    ///< counted from 1; 0 = not found
  int last_page = 0;
  std::string text;  ///< its paragraphs, cells included, one a line, without that heading
};

struct Outcome {
  std::string error;  ///< empty = done; else what the office said, in English, for the report
  std::string stage;  ///< load, fill, refresh, store: where it failed
  int pages = 0;
  int refreshes = 0;  ///< rounds until page numbers stood still
  int filled = 0;
  std::vector<Section> sections;         ///< as the job asks for them
  std::vector<std::string> left_tokens;  ///< tokens that no fill matched
  std::vector<std::string> lost_fills;   ///< fills whose token is nowhere in the document
  std::int64_t fill_microseconds = 0;    ///< processor time of finding and filling tokens
  std::int64_t total_microseconds = 0;   ///< inside the office: the whole job
};

[[nodiscard]] std::string encode(const Job& job);
[[nodiscard]] std::optional<Job> decode_job(std::string_view bytes);
[[nodiscard]] std::string encode(const Outcome& outcome);
[[nodiscard]] std::optional<Outcome> decode_outcome(std::string_view bytes);

}  // namespace rapporteur::office
