// Checking a large plan, every rule on: 10,000 budget lines under as many activities, 10,000
// values of indicators, 10,000 claims with their evidence, that is 20,000 texts. The texts are
// drawn from a small vocabulary, with figures, acronyms and breakdowns, as reports are: repeated
// words are what makes the search for similar texts work hardest. RULES=1 in the environment also
// prints what each rule takes.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "check/check.hpp"
#include "check/rule.hpp"
#include "load/load.hpp"

namespace rapporteur {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int rows = 10'000;
constexpr double limit = 500;  // ms, loading not counted

constexpr const char* settings =
    "rapporteur: 1\nid: large\ntitle: { fr: Grand plan, en: Large plan }\nlanguages: [fr, en]\n"
    "currency: XOF\nperiods: [2024, 2025, 2026]\nreporting_period: 2025\nlevels:\n"
    "  - { id: axis, label: { fr: Axe, en: Axis }, numbering: I }\n"
    "  - { id: activity, label: { fr: Activité, en: Activity }, numbering: none }\n"
    "numbers: { group: space, decimal: \",\" }\n";

constexpr const char* acronyms =
    "short;meaning.fr;meaning.en\nPNUD;Programme des Nations Unies pour le développement;United "
    "Nations Development Programme\nOSC;Organisation de la société civile;Civil society "
    "organisation\n";

/// Words of reports, French beside English, drawn with a fixed seed.
class Writer {
 public:
  int between(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }

  struct Phrase {
    std::string fr;
    std::string en;
  };
  /// So many pairs of words.
  Phrase words(int count) {
    struct Pair {
      const char* fr;
      const char* en;
    };
    static constexpr std::array<Pair, 40> pairs = {{
        {"former", "train"},
        {"les comités", "committees"},
        {"de gestion", "that manage"},
        {"des écoles", "schools"},
        {"et des puits", "and wells"},
        {"du cercle", "of the district"},
        {"avec les élus", "with councillors"},
        {"selon le guide", "by the guide"},
        {"pour la santé", "for health"},
        {"en milieu rural", "in rural areas"},
        {"appuyer", "support"},
        {"les femmes", "women"},
        {"du marché", "of the market"},
        {"de Kati", "of Kati"},
        {"de Ségou", "of Ségou"},
        {"par la radio", "on the radio"},
        {"distribuer", "hand out"},
        {"des semences", "seed"},
        {"de mil", "of millet"},
        {"aux ménages", "to households"},
        {"réparer", "repair"},
        {"les pompes", "pumps"},
        {"du village", "of the village"},
        {"suivre", "monitor"},
        {"la cohésion", "cohesion"},
        {"sociale", "among people"},
        {"des jeunes", "of youth"},
        {"sans emploi", "without a job"},
        {"créer", "set up"},
        {"un cadre", "a framework"},
        {"de dialogue", "for dialogue"},
        {"entre voisins", "between neighbours"},
        {"mesurer", "measure"},
        {"la qualité", "the quality"},
        {"de l’eau", "of water"},
        {"le PNUD", "PNUD"},
        {"une OSC", "an OSC"},
        {"chaque trimestre", "each quarter"},
        {"à Mopti", "in Mopti"},
        {"au nord", "in the north"},
    }};
    Phrase phrase;
    for (int i = 0; i < count; ++i) {
      const Pair& pair = pairs[static_cast<std::size_t>(between(0, pairs.size() - 1))];
      phrase.fr += (i == 0 ? "" : " ") + std::string(pair.fr);
      phrase.en += (i == 0 ? "" : " ") + std::string(pair.en);
    }
    return phrase;
  }

 private:
  std::mt19937 random_{7};
};

struct Tables {
  std::string nodes = "id;level;parent;title.fr;title.en\n";
  std::vector<std::pair<std::string, std::string>> others;
};

/// A hundred axes, each with a hundredth of the rows as activities.
void add_nodes(Tables& tables, Writer& writer, int activities) {
  for (int i = 0; i < activities; ++i) {
    const std::string axis = "X" + std::to_string(i / 100);
    if (i % 100 == 0) {
      const Writer::Phrase title = writer.words(4);
      tables.nodes.append(axis + ";axis;;" + title.fr + ";" + title.en + "\n");
    }
    const Writer::Phrase title = writer.words(6);
    tables.nodes.append("A" + std::to_string(i) + ";activity;" + axis + ";" + title.fr + ";" +
                        title.en + "\n");
  }
}

Tables budget() {
  Tables tables;
  Writer writer;
  add_nodes(tables, writer, rows);
  std::string lines =
      "id;node;title.fr;title.en;kind;responsible;amount.2024;amount.2025;amount.2026;total\n";
  std::string totals = "id;node;period;amount;place\n";
  long sum = 0;
  for (int i = 0; i < rows; ++i) {
    const std::string n = std::to_string(i);
    const Writer::Phrase title = writer.words(7);
    lines += "L" + n + ";A" + n + ";" + title.fr + ";" + title.en + ";amount;" +
             (i % 2 == 0 ? "PNUD" : "OSC");
    long total = 0;
    for (int year = 0; year < 3; ++year) {
      const long amount = 1000L * writer.between(100, 90'000);
      total += amount;
      lines += ";" + std::to_string(amount);
    }
    lines += ";" + std::to_string(total) + "\n";
    sum += total;
    if (i % 100 == 99) {
      const std::string axis = std::to_string(i / 100);
      totals += "T" + axis + ";X" + axis + ";;" + std::to_string(sum) + ";Total " + axis + "\n";
      sum = 0;
    }
  }
  tables.others = {{"budget_lines", lines}, {"declared_totals", totals}};
  return tables;
}

/// Four values an indicator: a baseline and three targets that rise.
Tables indicators() {
  Tables tables;
  Writer writer;
  add_nodes(tables, writer, 500);
  std::string list =
      "id;node;code;title.fr;title.en;type;unit.fr;unit.en;direction;aggregation;source.fr;"
      "source.en;disaggregation.fr;disaggregation.en\n";
  std::string values = "indicator;kind;period;date;value\n";
  for (int i = 0; i < rows / 4; ++i) {
    const std::string n = std::to_string(i);
    const std::string code = std::to_string(i / 5 + 1) + "." + std::to_string(i % 5 + 1);
    const Writer::Phrase title = writer.words(8);
    list += "I" + n + ";A" + std::to_string(i / 5) + ";" + code + ";Nombre de personnes, " +
            title.fr + ";Number of people, " + title.en +
            ";count;personnes;people;up;cumulative;Rapports de suivi;Monitoring reports;"
            "par sexe;by sex\n";
    int value = writer.between(0, 50);
    values += "I" + n + ";baseline;;2023-06;" + std::to_string(value) + "\n";
    for (const char* const year : {"2024", "2025", "2026"}) {
      value += writer.between(1, 500);
      values += "I" + n + ";target;" + year + ";;" + std::to_string(value) + "\n";
    }
  }
  tables.others = {{"indicators", list}, {"values", values}};
  return tables;
}

/// Two sentences: one with a breakdown, one without.
std::string evidence(Writer& writer) {
  const int women = writer.between(1000, 9000);
  const int men = writer.between(1000, 9000);
  const std::string before = writer.words(10).fr;
  return "En 2025, " + std::to_string(women + men) + " personnes (" + std::to_string(women) +
         " femmes et " + std::to_string(men) + " hommes) ont pu " + before + ". Il reste à " +
         writer.words(12).fr + ".";
}

Tables texts() {
  Tables tables;
  Writer writer;
  add_nodes(tables, writer, 100);
  std::string claims = "id;node;order;claim.fr;evidence.fr;agency\n";
  for (int i = 0; i < rows; ++i) {
    const std::string claim = writer.words(9).fr;
    claims += "C" + std::to_string(i) + ";A" + std::to_string(i % 100) + ";" + std::to_string(i) +
              ";" + claim + ";" + evidence(writer) + (i % 2 == 0 ? ";pnud\n" : ";osc\n");
  }
  tables.others = {{"claims", claims},
                   {"organisations",
                    "id;name.fr;short.fr;kind\npnud;Agence;PNUD;agency\n"
                    "osc;Association;OSC;agency\n"}};
  return tables;
}

void write_plan(const fs::path& folder, const Tables& tables) {
  fs::create_directories(folder / "tables");
  bool done = write_file(folder / "plan.yaml", settings) &&
              write_file(folder / "tables/acronyms.csv", acronyms) &&
              write_file(folder / "tables/nodes.csv", tables.nodes);
  for (const auto& [name, text] : tables.others) {
    done = write_file(folder / "tables" / (name + ".csv"), text) && done;
  }
  if (!done) {
    std::exit(1);
  }
}

/// Each rule on its own, those above a millisecond: where the time goes.
void profile(const Plan& plan) {
  const auto time = [&](std::span<const check::Rule> rules) {
    const auto start = Clock::now();
    const std::size_t findings = check::run(rules, plan).size();
    static_cast<void>(findings);
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  };
  const double reading = time({});
  std::printf("  reading ms=%.0f\n", reading);
  for (const check::Rule& rule : check::rules()) {
    const double own = time({&rule, 1}) - reading;
    if (own > 1) {
      std::printf("  %s ms=%.0f\n", std::string(rule.ids).c_str(), own);
    }
  }
}

bool measure(const char* kind, const Tables& tables) {
  const TemporaryDirectory folder;
  write_plan(folder.path() / "plan", tables);
  Diagnostics faults;
  const auto plan = load_plan(folder.path() / "plan", faults);
  if (!plan) {
    for (const Diagnostic& fault : faults.all()) {
      std::fprintf(stderr, "%s\n", render(fault, "en").message.c_str());
    }
    return false;
  }
  double best = 1e9;
  std::size_t findings = 0;
  for (int round = 0; round < 3; ++round) {
    Diagnostics diagnostics;
    const auto start = Clock::now();
    check_plan(*plan, diagnostics);
    best = std::min(best, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    findings = diagnostics.all().size();
  }
  std::printf("check kind=%s rows=%d findings=%zu ms=%.0f limit=%.0f\n", kind, rows, findings, best,
              limit);
  if (std::getenv("RULES") != nullptr) {
    profile(*plan);
  }
  return best <= limit;
}

}  // namespace

}  // namespace rapporteur

int main() {
  using namespace rapporteur;
  bool good = measure("budget", budget());
  good = measure("indicators", indicators()) && good;
  return measure("texts", texts()) && good ? 0 : 1;
}
