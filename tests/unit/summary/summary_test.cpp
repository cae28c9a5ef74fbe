// Summaries: complete when read back, joined without loss, refused when they are none.
#include <doctest/doctest.h>

#include <chrono>
#include <pugixml.hpp>

#include "base/json.hpp"
#include "summary/merge.hpp"
#include "summary/render.hpp"

namespace rapporteur::summary {
namespace {

Finding fault() {
  return {.id = "office-lost",
          .severity = "error",
          .exit = 4,
          .place = "plan <1>",
          .file = "p/plan.yaml",
          .row = 3,
          .column = 1,
          .message = "The office was lost & “gone”.",
          .cause = "]]> killed",
          .remedy = "Try again."};
}

Target target(const std::string& name, const std::string& state) {
  return {.name = name,
          .format = "f",
          .language = "fr",
          .state = state,
          .milliseconds = 1234,
          .why = "first",
          .subject = "",
          .documents = {{"out/" + name + ".pdf", "pdf", 6, 2048, "00"}},
          .found = {}};
}

Account account(int index) {
  Account one{.language = "en",
              .versions = {{"engine", "1"}},
              .shard = build::Shard{index, 2},
              .batch = {"p.f.en", "p.f.fr"},
              .own = {index == 1 ? "p.f.en" : "p.f.fr"},
              .found = {},
              .plans = {{"plans/p", "p", {}, {target(index == 1 ? "p.f.en" : "p.f.fr", "built")}}},
              .milliseconds = 1000 * index,
              .interrupted = false,
              .walled = true,
              .offices = {{2, 1'048'576}}};
  return one;
}

std::string ids(const Account& joined) {
  std::string text;
  for (const Finding& one : all_found(joined)) {
    text += one.id + " ";
  }
  return text;
}

std::string refused(const std::string& text) {
  Diagnostics found;
  CHECK_FALSE(read_json(text, "s.json", found));
  REQUIRE_FALSE(found.empty());
  const Diagnostic& first = found.all().front();
  return first.id + ":" + std::to_string(first.origin.row);
}

}  // namespace

TEST_CASE("what is written as JSON is read back whole") {
  Account one = account(1);
  one.plans[0].targets[0].found = {fault()};
  const std::string text = write_json(one);
  Diagnostics found;
  const auto back = read_json(text, "s.json", found);
  REQUIRE(back);
  CHECK(write_json(*back) == text);
  CHECK(exit_code(*back, "fault") == 4);
  CHECK(costs_in(*back).at("p.f.en") == 1234);
}

TEST_CASE("names of the JSON's members are stable") {
  json::Problem problem;
  const auto root = json::parse(write_json(account(1)), problem);
  REQUIRE(root);
  std::string names;
  for (const json::Member& member : root->members) {
    names += member.name + " ";
  }
  CHECK(names ==
        "rapporteur_summary language versions shard batch own milliseconds interrupted walled "
        "offices findings plans ");
  names.clear();
  for (const json::Member& member :
       root->find("plans")->items[0].find("targets")->items[0].members) {
    names += member.name + " ";
  }
  CHECK(names == "name format language state milliseconds why subject documents findings ");
}

TEST_CASE("what is no summary is refused with its place") {
  CHECK(refused("") == "summary-broken:1");
  CHECK(refused("{\n\"a\": \xff}") == "summary-broken:0");
  CHECK(refused("[]") == "summary-shape:1");
  CHECK(refused(R"({"rapporteur_summary": 2})") == "summary-shape:1");
  std::string text = write_json(account(1));
  for (const auto& change : std::vector<std::pair<std::string, std::string>>{
           {R"("milliseconds": 1000)", R"("milliseconds": 1e400)"},
           {R"("milliseconds": 1000)", R"("milliseconds": -1)"},
           {R"("milliseconds": 1000)", R"("milliseconds": 1099511627777)"},
           {R"("state": "built")", R"("state": "perfect")"},
           {R"("walled": true)", R"("walled": "yes")"},
           {R"({"index": 1, "of": 2})", R"({"index": 3, "of": 2})"},
           {R"({"index": 1, "of": 2})", R"(7)"},
           {R"("findings": [])", R"("findings": [1])"}}) {
    const std::string& from = change.first;
    const std::string& to = change.second;
    CAPTURE(to);
    std::string broken = text;
    REQUIRE(broken.find(from) != std::string::npos);
    broken.replace(broken.find(from), from.size(), to);
    CHECK(refused(broken).starts_with("summary-shape:"));
  }
}

TEST_CASE("merge: the shards of a batch are one build") {
  const Account joined = merge({account(1), account(2)}, {"1.json", "2.json"}, "en");
  CHECK(ids(joined).empty());
  REQUIRE(joined.plans.size() == 1);
  CHECK(joined.plans[0].targets.size() == 2);
  CHECK(joined.milliseconds == 2000);
  CHECK(joined.offices.size() == 2);
  CHECK_FALSE(joined.shard);
  CHECK(exit_code(joined, "warning") == 0);
}

TEST_CASE("merge: what was made twice, by none, or of another batch is a fault") {
  const Account twice = merge({account(1), account(1)}, {"1.json", "again.json"}, "en");
  CHECK(ids(twice) == "shard-missing shard-twice ");
  CHECK(exit_code(twice, "fault") == 2);
  Account other = account(2);
  other.batch.push_back("q.f.fr");
  CHECK(ids(merge({account(1), other}, {"1.json", "2.json"}, "en")) == "shard-other-batch ");
  Account broken = account(2);
  broken.plans[0].targets[0].state = "failed";
  broken.plans[0].targets[0].found = {fault()};
  CHECK(exit_code(merge({account(1), broken}, {"1.json", "2.json"}, "en"), "fault") == 4);
  broken.interrupted = true;
  CHECK(exit_code(merge({account(1), broken}, {"1.json", "2.json"}, "en"), "fault") == 130);
}

TEST_CASE("merge: many findings and targets are joined in seconds, each once") {
  constexpr int many = 60'000;
  Account large = account(1);
  Plan& plan = large.plans[0];
  const Target target = plan.targets[0];
  for (int i = 0; i < many; ++i) {
    plan.found.push_back({.id = "sum-row", .message = std::to_string(i)});
    plan.targets.push_back(target);
    plan.targets.back().name = "p.f." + std::to_string(i);
  }
  const auto begun = std::chrono::steady_clock::now();
  const Account joined = merge({large, large}, {"1.json", "again.json"}, "en");
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
  CHECK(joined.plans[0].found.size() == many);
  CHECK(joined.plans[0].targets.size() == many + 1);
}

TEST_CASE("JUnit: a suite a plan, a case a target, the failure says the fault") {
  Account one = account(1);
  one.plans[0].targets[0].state = "failed";
  one.plans[0].targets[0].found = {fault()};
  one.plans.push_back({"q", "q", {fault()}, {}});
  pugi::xml_document xml;
  REQUIRE(xml.load_string(write_junit(one).c_str()));
  const auto root = xml.child("testsuites");
  CHECK(root.attribute("failures").as_int() == 2);
  const auto failed = root.child("testsuite").child("testcase");
  CHECK(std::string(failed.attribute("name").value()) == "p.f.en");
  CHECK(std::string(failed.attribute("time").value()) == "1.234");
  CHECK(std::string(failed.child("failure").attribute("type").value()) == "office-lost");
  CHECK(std::string(failed.child("failure").text().get()).find("]]> killed") != std::string::npos);
  const auto unread = root.find_child_by_attribute("testsuite", "name", "q").child("testcase");
  CHECK(unread.child("failure"));
}

TEST_CASE("pages and Markdown print what a summary says, and run none of it") {
  Account one = account(1);
  Target& evil = one.plans[0].targets[0];
  evil.name = "<script>alert(1)</script>|x";
  evil.format = "<img src=x onerror=alert(1)>";
  evil.documents[0].path = "javascript:alert(1)";
  evil.found = {fault()};
  const std::string page = write_html(one, "index.html");
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("\"javascript:") == std::string::npos);
  CHECK(page.find("./javascript%3Aalert") != std::string::npos);
  const std::string text = write_markdown(one);
  CHECK(text.find("<script") == std::string::npos);
  CHECK(text.find("\\|x") != std::string::npos);
}

}  // namespace rapporteur::summary
