// JSON: numbers as written, places, every fault of a document told where it is.
#include "base/json.hpp"

#include <doctest/doctest.h>

namespace rapporteur::json {
namespace {

Value parsed(std::string_view text) {
  Problem problem;
  const auto value = parse(text, problem);
  INFO(text, " ", name_of(problem.fault));
  REQUIRE(value.has_value());
  return *value;
}

std::string fault_of(std::string_view text) {
  Problem problem;
  REQUIRE_FALSE(parse(text, problem).has_value());
  return std::string(name_of(problem.fault)) + " " + std::to_string(problem.line) + ":" +
         std::to_string(problem.column);
}

TEST_CASE("json: numbers stay as written, texts are decoded") {
  const Value value =
      parsed(R"({"a": 0.10, "b": -12345678901234567890e+2, "c": "é\u00e9\ud83d\ude00\/\n"})");
  CHECK(value.find("a")->text == "0.10");
  CHECK(value.find("b")->text == "-12345678901234567890e+2");
  CHECK(value.string_at("c") == "éé😀/\n");
  CHECK(value.string_at("a").empty());
  CHECK(value.find("d") == nullptr);
}

TEST_CASE("json: line and character of each value") {
  const Value value = parsed("{\n \"é\": [1,\n\t\"x\"]}");
  const Value& list = *value.find("é");
  CHECK(list.line == 2);
  CHECK(list.column == 7);
  CHECK(list.items[0].column == 8);
  CHECK(list.items[1].line == 3);
  CHECK(list.items[1].column == 2);
}

TEST_CASE("json: what is no JSON") {
  CHECK(fault_of("") == "ends 1:1");
  CHECK(fault_of("{\"a\": 1") == "ends 1:8");
  CHECK(fault_of("{\"a\" 1}") == "unexpected 1:6");
  CHECK(fault_of("[1,\n2,\n]") == "unexpected 3:1");
  CHECK(fault_of("[01]") == "number 1:4");
  CHECK(fault_of("[1.]") == "number 1:4");
  CHECK(fault_of("[-]") == "number 1:3");
  CHECK(fault_of("['a']") == "unexpected 1:2");
  CHECK(fault_of("[\"a\nb\"]") == "text 1:4");
  CHECK(fault_of(R"(["\x"])") == "text 1:4");
  CHECK(fault_of(R"(["\ud800"])") == "text 1:8");
  CHECK(fault_of("{} {}") == "behind 1:4");
  CHECK(fault_of(R"({"a": 1, "b": 2, "a": 3})") == "twice 1:25");
  CHECK(fault_of(std::string(200, '[')) == "deep 1:102");
}

TEST_CASE("json: writing and reading back") {
  Value value = object();
  value.set("text", string("a \"b\" \\ \n\t\x01 é"));
  value.set("list", strings({"x", "y"}));
  value.set("number", number(-9007199254740993));
  value.set("empty", array());
  value.set("no", boolean(false));
  CHECK(write(value) == R"({
  "text": "a \"b\" \\ \n\t\u0001 é",
  "list": ["x", "y"],
  "number": -9007199254740993,
  "empty": [],
  "no": false
}
)");
  CHECK(same(parsed(write(value)), value));
  CHECK_FALSE(same(parsed(write(value)), object()));
}

TEST_CASE("json: long lists are broken, rows are not") {
  Value rows = array();
  for (int i = 0; i < 2; ++i) {
    rows.push(object()).set("text", string(std::string(60, 'x')));
  }
  Value value = object();
  value.set("rows", rows);
  const std::string row = "{\"text\": \"" + std::string(60, 'x') + "\"}";
  CHECK(write(value, 2, 40) == "{\n  \"rows\": [\n    " + row + ",\n    " + row + "\n  ]\n}\n");
  CHECK(write(value, 1) == "{\n  \"rows\": [" + row + ", " + row + "]\n}\n");
}

}  // namespace
}  // namespace rapporteur::json
