#include <doctest/doctest.h>

#include "office/job.hpp"

namespace rapporteur::office {

namespace {

Job sample_job() {
  Job job;
  job.name = "pan.fr";
  job.package_path = "in.docx";
  Fill fill;
  fill.token =
      "\xee\x80\x80"
      "1.2\xee\x80\x81";
  fill.is_inline = false;
  Block block;
  block.kind = BlockKind::list_item;
  block.level = 2;
  block.ordered = true;
  Run run;
  run.text = "é";
  run.note = {Run{.text = "note"}};
  block.runs.push_back(run);
  fill.blocks.push_back(block);
  job.fills.push_back(fill);
  job.token_pattern = "x+";
  job.title = "T";
  job.author = "A";
  job.subject = "S";
  job.language = "fr";
  job.country = "FR";
  job.epoch = -5;
  job.sections = {"rap_limit_1", ""};
  job.odt_path = "a";
  job.docx_path = "b";
  job.pdf_path = "c";
  return job;
}

}  // namespace

TEST_CASE("Job: there and back") {
  const std::string bytes = encode(sample_job());
  const auto job = decode_job(bytes);
  REQUIRE(job);
  CHECK(encode(*job) == bytes);
  CHECK(job->name == "pan.fr");
  CHECK(job->epoch == -5);
  CHECK(job->pdf_path == "c");
  CHECK(job->sections == std::vector<std::string>{"rap_limit_1", ""});
  REQUIRE(job->fills.size() == 1);
  CHECK(job->fills[0].blocks[0].runs[0].note.at(0).text == "note");
}

TEST_CASE("Job: every cut is refused") {
  const std::string bytes = encode(sample_job());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_job(std::string_view(bytes).substr(0, size)));
  }
  CHECK_FALSE(decode_job(bytes + "x"));
}

TEST_CASE("Outcome: there and back") {
  Outcome outcome;
  outcome.error = "e";
  outcome.stage = "store";
  outcome.pages = 12;
  outcome.refreshes = 2;
  outcome.filled = 3;
  outcome.left_tokens = {"a", "b"};
  outcome.lost_fills = {"c"};
  outcome.total_microseconds = 7;
  const std::string bytes = encode(outcome);
  const auto back = decode_outcome(bytes);
  REQUIRE(back);
  CHECK(encode(*back) == bytes);
  CHECK(back->left_tokens == outcome.left_tokens);
  CHECK(back->lost_fills == outcome.lost_fills);
  CHECK(back->pages == 12);
  CHECK_FALSE(decode_outcome(bytes.substr(1)));
}

}  // namespace rapporteur::office
