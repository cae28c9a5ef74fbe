#include "base/diagnostic_codec.hpp"

#include <doctest/doctest.h>

#include "base/hex.hpp"
#include "base/report.hpp"

namespace rapporteur {

TEST_CASE("diagnostics go through bytes and say the same again") {
  Diagnostics diagnostics;
  diagnostics.add({.id = "sum-row",
                   .origin = {.file = "a.csv", .row = 3, .column = 2, .column_name = "amount"},
                   .args = {{"what", std::string("é\0x", 4)}, {"count", std::int64_t{-7}}},
                   .related = {{"total", {{"n", std::int64_t{1}}}, {.file = "b.csv", .page = 4}}},
                   .suggestion = "sum",
                   .severity_override = Severity::information});
  diagnostics.add({.id = "output-unwritable"});
  const std::string bytes = encode(diagnostics);
  const auto read = decode_diagnostics(bytes);
  REQUIRE(read);
  CHECK(encode(*read) == bytes);
  REQUIRE(read->all().size() == 2);
  CHECK(read->all()[0].related[0].origin.page == 4);
  CHECK(severity_of(read->all()[0]) == Severity::information);
}

TEST_CASE("broken bytes and ids that are no more give nothing") {
  Diagnostics diagnostics;
  diagnostics.add({.id = "sum-row", .origin = {.file = "a.csv"}});
  const std::string bytes = encode(diagnostics);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_diagnostics(bytes.substr(0, size)));
  }
  std::string renamed = bytes;
  renamed.replace(renamed.find("sum-row"), 7, "sum-rov");
  CHECK_FALSE(decode_diagnostics(renamed));
}

TEST_CASE("hexadecimal text goes there and back") {
  const std::string bytes("\0\x7f\xff a", 5);
  CHECK(to_hex(bytes) == "007fff2061");
  CHECK(from_hex(to_hex(bytes)) == bytes);
  CHECK_FALSE(from_hex("0"));
  CHECK_FALSE(from_hex("0G"));
}

}  // namespace rapporteur
