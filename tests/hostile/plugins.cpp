// Formats that do harm, and pictures that they print.
#include <fmt/format.h>

#include "base/files.hpp"
#include "trial.hpp"

namespace rapporteur::hostile {

namespace fs = std::filesystem;

namespace {

constexpr const char* build =
    "build plan --format bad --plugins plugins --lang fr --to odt --messages en";

Case view(const std::string& name, const std::string& body, const std::string& id) {
  return {
      "plugin-" + name,
      [=](const fs::path& folder) {
        put(folder / "plugins/bad/plugin.lua",
            "return { id = 'bad', version = '1', api = 1, name = { fr = 'B' }, languages = { 'fr' "
            "},\n templates = { odt = 'bad.odt' } }\n");
        put(folder / "plugins/bad/view.lua",
            "local r = require 'rapporteur'\nreturn function(plan, context)\n" + body + "\nend\n");
        put(folder / "plugins/bad/terms.fr.yaml", "word: mot\n");
        put(folder / "plugins/bad/bad.odt",
            read_file(SOURCE_DIR "/templates/national-budget/national-budget.odt").value_or(""));
      },
      build, 3, id};
}

}  // namespace

std::vector<Case> plugin_cases() {
  return {
      view("memory", "local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(1000) .. i end return {}",
           "plugin-memory"),
      view("one-long-string", "return { x = ('x'):rep(1 << 40) }", "plugin-error"),
      view("deep-view", "local t = {} for i = 1, 100000 do t = { t = t } end return t",
           "plugin-result"),
      view("view-in-a-ring", "local t = {} t.t = t return t", "plugin-result"),
      view("files", "return { x = io.open('/etc/passwd'):read('a') }", "plugin-closed"),
      view("bytecode", "return load('\\27Lua')()", "plugin-closed"),
      {"plugin-terms-billion-laughs",
       [](const fs::path& folder) {
         view("", "return {}", "").make(folder);
         std::string yaml = "a0: &a0 {x: ha, y: ha}\n";
         for (int i = 1; i < 30; ++i) {
           yaml += fmt::format("a{0}: &a{0} {{x: *a{1}, y: *a{1}}}\n", i, i - 1);
         }
         put(folder / "plugins/bad/terms.fr.yaml", yaml);
       },
       build, 3, "catalogue-broken"},
  };
}

}  // namespace rapporteur::hostile
