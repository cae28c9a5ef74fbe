// Plans: tables, texts, settings, exports.
#include <fmt/format.h>

#include "base/files.hpp"
#include "base/text.hpp"
#include "trial.hpp"

namespace rapporteur::hostile {

namespace fs = std::filesystem;

namespace {

constexpr const char* check = "check plan --messages en";
constexpr const char* nodes = "plan/tables/nodes.csv";

void add(const fs::path& file, const std::string& text) {
  put(file, read_file(file).value_or("") + text);
}

/// A row of the sample's table of nodes with this title.
std::string node(const std::string& id, const std::string& title) {
  return id + ";activity;AI.R1;" + title + ";T;\n";
}

Case table(const std::string& name, const std::string& text, int exit, const std::string& id,
           const std::string& file = nodes) {
  return {"plan-csv-" + name, [=](const fs::path& folder) { add(folder / file, text); }, check,
          exit, id};
}

Case text(const std::string& name, const std::string& markdown, int exit, const std::string& id) {
  return {
      "plan-md-" + name,
      [=](const fs::path& folder) { put(folder / "plan/narrative/introduction.fr.md", markdown); },
      check, exit, id};
}

Case settings(const std::string& name, const std::string& yaml, const std::string& id) {
  return {"plan-yaml-" + name,
          [=](const fs::path& folder) { add(folder / "plan/plan.yaml", yaml); }, check, 1, id};
}

Case exported(const std::string& name, const std::string& json, const std::string& id) {
  return {"plan-json-" + name, [=](const fs::path& folder) { put(folder / "plan.json", json); },
          "check plan.json --messages en", 1, id};
}

std::string many_rows(std::size_t count) {
  std::string rows;
  for (std::size_t i = 0; i < count; ++i) {
    rows += node(fmt::format("N{}", i), "t");
  }
  return rows;
}

/// Nine names, each nine times the one before.
std::string laughs() {
  std::string yaml = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n";
  for (int i = 1; i < 10; ++i) {
    yaml += fmt::format("a{0}: &a{0} [{1}*a{2}]\n", i, repeated(fmt::format("*a{}, ", i - 1), 8),
                        i - 1);
  }
  return yaml + "subtitle: *a9\n";
}

/// The finished DOCX as XML text, all parts.
std::string built(const fs::path& folder) {
  const std::string command = "cd " + (folder / "out").string() +
                              " && for f in *.docx *.odt; do unzip -p \"$f\" '*.xml'; done";
  std::string all;
  FILE* const pipe = popen(command.c_str(), "r");
  char buffer[4096];
  while (const std::size_t size = fread(buffer, 1, sizeof buffer, pipe)) {
    all.append(buffer, size);
  }
  pclose(pipe);
  return all;
}

Case characters() {
  return {"plan-characters-in-data",
          [](const fs::path& folder) {
            std::string table = *read_file(folder / nodes);
            const std::string old = "Examen, sous";
            table.replace(table.find(old), old.size(),
                          "EXAMEN\x01\x1B[31m\uE0001.1\uE001\uF8FF\uFFFE\u202E{{title}}"
                          "=cmd|calc!A0<script>&#0 sous");
            put(folder / nodes, table);
            std::string lines = *read_file(folder / "plan/tables/budget_lines.csv");
            put(folder / "plan/tables/budget_lines.csv", lines);
          },
          "build plan --format national-budget --lang fr --to odt,docx --messages en",
          0,
          "",
          [](const fs::path& folder) -> std::string {
            const std::string xml = built(folder);
            if (xml.find("EXAMEN[31m1.1") == std::string::npos ||
                xml.find("{{title}}=cmd|calc!A0&lt;script&gt;&amp;#0 sous") == std::string::npos) {
              return "the text is not printed as it was typed";
            }
            return xml.find("\uE000") == std::string::npos && xml.find('\x1B') == std::string::npos
                       ? ""
                       : "private-use or control characters are printed";
          }};
}

}  // namespace

std::vector<Case> plan_cases() {
  const std::string words = "mot ";
  return {
      table("cell-of-10-mb", node("N1", repeated(words, 2'500'000)), 1, "cell-too-long"),
      table("100000-rows", many_rows(100'000), 1, "table-too-long"),
      table("100000-faulty-rows", repeated(";;E9;;x;y;z\n", 100'000), 1, "table-too-long"),
      table("ten-million-fields", repeated(";", 10'000'000), 1, "table-too-long"),
      table("ten-million-lines", repeated("x\n", 5'000'000), 1, "table-too-long"),
      table("quote-never-closed", "\"" + repeated("x", 10'000'000), 1, "csv-quote-unclosed"),
      table("nul", std::string("N1;activity;AI;a\0b;c;\n", 22), 1, "file-has-nul"),
      table("lone-surrogate",
            "N1;activity;AI;a\xED\xA0\x80"
            "b;c;\n",
            1, "file-not-utf8"),
      table(
          "chain-of-100000",
          [] {
            std::string rows;
            for (int i = 0; i < 100'000; ++i) {
              rows += fmt::format("N{};activity;N{};t;t;\n", i, i + 1);
            }
            return rows;
          }(),
          1, "table-too-long"),
      characters(),
      text("10-mb", repeated(words, 2'500'000), 1, "text-too-long"),
      text("quotes-50000-deep", repeated("> ", 50'000) + "x\n", 0, ""),
      text("brackets", repeated("[", 499'000), 0, ""),
      text("stars", repeated("*a **a ", 70'000), 0, ""),
      text("lists", repeated("- x\n\n", 90'000), 0, ""),
      text("table-of-60-columns",
           repeated("|a", 60) + "|\n" + repeated("|-", 60) + "|\n" +
               repeated(repeated("|b", 60) + "|\n", 3'000),
           0, ""),
      text(
          "notes",
          [] {
            std::string notes;
            for (int i = 0; i < 9'000; ++i) {
              notes += fmt::format("a[^{0}]\n\n[^{0}]: n [^{1}]\n\n", i, i + 1);
            }
            return notes;
          }(),
          0, ""),
      text("html", "<script>alert(1)</script>\n\n<img src=\"file:///etc/passwd\">\n\nTexte.\n", 1,
           "local-link"),
      text("image", "![x](http://192.0.2.1/x.png)\n\nTexte.\n", 0, "markdown-image"),
      text("script-link", "[ici](javascript:alert(1))\n", 0, "markdown-link"),
      {"plan-narrative-leads-out",
       [](const fs::path& folder) {
         put(folder / "secret.md", "Secret.\n");
         fs::remove(folder / "plan/narrative/motto.fr.md");
         fs::create_symlink(folder / "secret.md", folder / "plan/narrative/motto.fr.md");
       },
       check, 1, "file-outside"},
      {"plan-narrative-is-a-device",
       [](const fs::path& folder) {
         fs::remove(folder / "plan/narrative/motto.fr.md");
         fs::create_symlink("/dev/zero", folder / "plan/narrative/motto.fr.md");
       },
       check, 1, "file-outside"},
      settings("billion-laughs", laughs(), "plan-key-unknown"),
      settings("deep", "formats: " + repeated("[", 200'000) + "\n", "yaml-broken"),
      settings("deep-maps", "x: " + repeated("{a: ", 20'000) + "1" + repeated("}", 20'000) + "\n",
               "yaml-broken"),
      settings("1-mb", "# " + repeated("x", 1'000'000) + "\n", "yaml-too-long"),
      exported("deep", repeated("[", 1'000'000), "json-broken"),
      exported("deep-maps", repeated("{\"a\":", 1'000'000), "json-broken"),
      exported("lone-surrogate", R"({"plan": {"title": "a\ud800b"}})", "json-broken"),
      exported("million-values", "[" + repeated("0,", 10'000'000) + "0]", "json-broken"),
      exported("nul", std::string("{\"plan\": \"a\0b\"}", 15), "file-has-nul"),
      exported("long-number", "{\"plan\": " + repeated("9", 10'000'000) + "}", "json-not-a-plan"),
  };
}

}  // namespace rapporteur::hostile
