// What bad input gets: the id and the place of each fault, all of them in one run.
#include "plan_folder.hpp"

namespace rapporteur {
namespace {

using test::PlanFolder;

const std::string lines_header = "id;node;amount.2012;amount.2013;total\n";

TEST_CASE("load_plan refuses: missing files") {
  PlanFolder folder;
  SUBCASE("no folder") {
    Diagnostics diagnostics;
    CHECK_FALSE(load_plan(folder.path() / "nowhere", diagnostics).has_value());
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].id == "plan-folder-missing");
    CHECK(exit_code_for_faults(diagnostics) == 1);
  }
  SUBCASE("no plan.yaml") {
    folder.remove("plan.yaml");
    folder.refuses({"plan-file-missing plan.yaml:0:0"});
  }
  SUBCASE("no table of nodes") {
    folder.remove("tables/nodes.csv");
    folder.refuses({"table-missing tables/budget_lines.csv:1:2"});
  }
  SUBCASE("an empty table") {
    folder.write("tables/budget_lines.csv", "\n");
    folder.refuses({"csv-empty tables/budget_lines.csv:1:0"});
  }
}

TEST_CASE("load_plan refuses: bytes") {
  PlanFolder folder;
  SUBCASE("Latin-1") {
    folder.write("tables/nodes.csv", "id;level;titre\nA;axis;Premi\xE8re\n");
    folder.refuses({"file-not-utf8 tables/nodes.csv:2:0"});  // and not: the table is missing
  }
  SUBCASE("a table that breaks off is not searched for what stands behind") {
    folder.write("tables/nodes.csv", "id;level;titre\nA1;activity;t\nB1;activity;\"t\n");
    folder.refuses({"csv-quote-unclosed tables/nodes.csv:3:3"});
  }
  SUBCASE("UTF-16") {
    folder.write("plan.yaml", std::string_view("\xFF\xFEr\0a\0", 6));
    folder.refuses({"file-has-nul plan.yaml:1:0"});
  }
}

TEST_CASE("load_plan refuses: a file outside of the folder") {
  PlanFolder folder;
  const auto outside = folder.path().parent_path() / "outside.csv";
  REQUIRE(write_file(outside, "short;meaning\nX;Y\n"));
  std::filesystem::create_symlink(outside, folder.path() / "tables/acronyms.csv");
  SUBCASE("through a link") {
    folder.refuses({"file-outside tables/acronyms.csv:0:0"});
  }
  SUBCASE("by its path") {
    folder.remove("tables/acronyms.csv");
    folder.write("tables/photos.csv", "file\n../outside.csv\n/etc/passwd\n");
    folder.refuses({"file-outside tables/photos.csv:2:1", "file-outside tables/photos.csv:3:1"});
  }
}

TEST_CASE("load_plan refuses: headers") {
  PlanFolder folder;
  SUBCASE("a misspelt column is one fault, with what was meant") {
    folder.write("tables/budget_lines.csv", "id;noed;amunt.2012\nl1;A1;5\n");
    folder.refuses({"column-unknown tables/budget_lines.csv:1:2",
                    "column-unknown tables/budget_lines.csv:1:3"});
    CHECK(folder.diagnostics().all()[0].suggestion == "node");
    CHECK(folder.diagnostics().all()[1].suggestion == "amount.2012");
    CHECK(folder.diagnostics().all()[1].origin.column_name == "amunt.2012");
  }
  SUBCASE("a misspelt French column") {
    folder.write("tables/budget_lines.csv", "id;node;montan.2013\nl1;A1;5\n");
    folder.refuses({"column-unknown tables/budget_lines.csv:1:3"});
    CHECK(folder.diagnostics().all()[0].suggestion == "montant.2013");
  }
  SUBCASE("a period, a language that the plan does not have") {
    folder.write("tables/budget_lines.csv", "id;node;amount.2021;title.de;amount\nl1;A1;5;x;1\n");
    folder.refuses({"column-period tables/budget_lines.csv:1:3",
                    "column-language tables/budget_lines.csv:1:4",
                    "column-period tables/budget_lines.csv:1:5"});
    CHECK(folder.diagnostics().all()[0].suggestion == "amount.2012");
  }
  SUBCASE("missing, twice, unnamed") {
    folder.write("tables/budget_lines.csv", "id;total;total déclaré;\nl1;1;2;x\n");
    folder.refuses({"column-missing tables/budget_lines.csv:1:0",
                    "column-twice tables/budget_lines.csv:1:3",
                    "column-unnamed tables/budget_lines.csv:2:4"});
  }
  SUBCASE("tables that are none, or twice") {
    folder.write("tables/budget_linse.csv", lines_header);
    folder.write("tables/noeuds.csv", "id;level;titre\n");
    folder.refuses(
        {"table-unknown tables/budget_linse.csv:0:0", "table-twice tables/noeuds.csv:0:0"});
    CHECK(folder.diagnostics().all()[0].suggestion == "budget_lines.csv");
  }
}

TEST_CASE("load_plan refuses: amounts") {
  PlanFolder folder;
  folder.write("tables/budget_lines.csv", lines_header +
                                              "l1;A1;12.000.00O;12,000;3.000\n"
                                              "l2;B1;1,5;2.000.000.000.000.000;PM\n");
  folder.refuses({"amount-not-a-number tables/budget_lines.csv:2:3",
                  "amount-decimals tables/budget_lines.csv:2:4",
                  "amount-decimals tables/budget_lines.csv:3:3",
                  "amount-too-large tables/budget_lines.csv:3:4",
                  "amount-not-a-number tables/budget_lines.csv:3:5"});
  const Diagnostic& first = folder.diagnostics().all()[0];
  CHECK(first.origin.text == "12.000.00O");
  CHECK(first.origin.column_name == "amount.2012");
  const Rendered text = render(first, "fr");
  CHECK(text.cause.find("groupés par des points") != std::string::npos);
  CHECK(text.cause.find("12.000.000") != std::string::npos);
  CHECK(text.remedy.find("numbers:") != std::string::npos);
}

TEST_CASE("load_plan refuses: sums that would not be exact") {
  PlanFolder folder;
  std::string lines = lines_header;
  for (int i = 0; i < 5000; ++i) {
    lines += "l" + std::to_string(i) + ";A1;1.000.000.000.000.000;1.000.000.000.000.000;\n";
  }
  folder.write("tables/budget_lines.csv", lines);
  folder.refuses({"budget-too-large tables/budget_lines.csv:1:0"});
}

TEST_CASE("load_plan refuses: keys and references") {
  PlanFolder folder;
  SUBCASE("a key twice names both rows") {
    folder.write("tables/budget_lines.csv", lines_header + "l1;A1;1;;\nl2;A1;1;;\nl1;B1;1;;\n");
    folder.refuses({"id-duplicate tables/budget_lines.csv:4:1"});
    REQUIRE(folder.diagnostics().all()[0].related.size() == 1);
    CHECK(folder.diagnostics().all()[0].related[0].origin.row == 2);
  }
  SUBCASE("a row that names no axis") {
    folder.write("tables/budget_lines.csv", lines_header + "l1;A1x;1;;\nl2;;1;;\n");
    folder.refuses({"reference-unknown tables/budget_lines.csv:2:2",
                    "cell-missing tables/budget_lines.csv:3:2"});
    CHECK(folder.diagnostics().all()[1].suggestion == "A1");
  }
  SUBCASE("parents and levels") {
    folder.write("tables/nodes.csv",
                 "id;level;parent;titre\nA;axis;X;t\nA1;activity;B1;t\nB1;activity;A1;t\n"
                 "C;axes;;t\nD;axis;B1;t\n");
    folder.remove("tables/budget_lines.csv");
    folder.refuses({"reference-unknown tables/nodes.csv:2:3", "node-cycle tables/nodes.csv:3:3",
                    "level-order tables/nodes.csv:4:3", "reference-unknown tables/nodes.csv:5:2",
                    "level-order tables/nodes.csv:6:3"});
  }
  SUBCASE("declared totals") {
    folder.write("tables/declared_totals.csv",
                 "id;of;node;period;amount\nt1;budget;A;;1\nt2;bugdet_lines;A;;1\nt3;;Z;;1\n"
                 "t4;;;2020;1\nt5;;;;\n");
    folder.refuses({"reference-unknown tables/declared_totals.csv:3:2",
                    "reference-unknown tables/declared_totals.csv:4:3",
                    "period-unknown tables/declared_totals.csv:5:4",
                    "cell-missing tables/declared_totals.csv:6:5"});
  }
}

TEST_CASE("load_plan refuses: cells of other types") {
  PlanFolder folder;
  folder.write("tables/nodes.csv",
               "id;level;titre;when.2012\nA1;activity;t;peut-être\nB1;activity;t;oui\n");
  folder.write("tables/beneficiaries.csv", "id;sex;direct;period\nb1;fem;1,5;2013\nb2;f;12a;\n");
  folder.write("tables/exchange_rates.csv", "from;to;rate;date\nXOF;USD;0,0016;31/12/2012\n");
  folder.refuses({"choice-invalid tables/beneficiaries.csv:2:2",
                  "number-decimals tables/beneficiaries.csv:2:3",
                  "number-not-a-number tables/beneficiaries.csv:3:3",
                  "date-invalid tables/exchange_rates.csv:2:4",
                  "boolean-invalid tables/nodes.csv:2:4"});
}

TEST_CASE("load_plan refuses: rows that are too long, long forms that contradict themselves") {
  PlanFolder folder;
  SUBCASE("an unquoted comma") {
    folder.write("tables/nodes.csv",
                 "id,level,title.fr\nA1,activity,Former, équiper\nB1,activity,ok,,\n");
    folder.refuses({"csv-row-too-long tables/nodes.csv:2:4"});
  }
  SUBCASE("one row a period") {
    folder.write("tables/budget_lines.csv",
                 "id;node;period;amount;total\nl1;A1;2012;1;3\nl1;A1;2012;2;\nl1;B1;2013;2;\n"
                 "l2;A1;;4;\n");
    folder.refuses({"period-twice tables/budget_lines.csv:3:4",
                    "long-form-conflict tables/budget_lines.csv:4:2",
                    "cell-missing tables/budget_lines.csv:5:3"});
  }
}

TEST_CASE("load_plan refuses: plan.yaml") {
  PlanFolder folder;
  const std::string good(test::small_plan);
  SUBCASE("no YAML") {
    folder.write("plan.yaml", good + "title: [\n");
    folder.refuses({"yaml-broken plan.yaml:12:1"});
  }
  SUBCASE("a list, nothing") {
    folder.write("plan.yaml", "- a\n");
    folder.refuses({"plan-shape plan.yaml:1:1"});
    folder.write("plan.yaml", "");
    CHECK_FALSE(folder.load().has_value());
    CHECK(folder.diagnostics().all().size() == 1);
  }
  SUBCASE("unknown, double and missing keys, and the tables in the same run") {
    folder.write("plan.yaml", good + "contry: Mali\nid: again\n");
    folder.write("tables/budget_lines.csv", lines_header + "l1;A1;x;;\n");
    folder.refuses({"plan-key-unknown plan.yaml:11:1", "plan-key-twice plan.yaml:12:1",
                    "amount-not-a-number tables/budget_lines.csv:2:3"});
    CHECK(folder.find("plan-key-unknown").suggestion == "country");
  }
  SUBCASE("a fault in what tables are judged by is not repeated in every cell") {
    folder.write("plan.yaml",
                 "rapporteur: 2\nlanguages: [fr, English]\nperods: [2012]\n"
                 "title: { fr: t, de: t }\n");
    folder.refuses({"plan-key-missing plan.yaml:1:1", "plan-version plan.yaml:1:13",
                    "plan-value plan.yaml:2:17", "plan-key-unknown plan.yaml:3:1",
                    "plan-language plan.yaml:4:17"});
  }
  SUBCASE("values") {
    folder.write("plan.yaml",
                 good +
                     "date: 2012-02-30\nreporting_period: 2014\nseverity: { sum-row: loud }\n"
                     "missing: { ND: nodata }\nperiod: 2012\n"
                     "formats: { national-budget: { totals: [a] } }\n"
                     "accepted: [{ rule: sum-row, values: [x] }]\n");
    folder.refuses({"plan-date plan.yaml:11:7", "plan-value plan.yaml:12:19",
                    "plan-value plan.yaml:13:22", "plan-value plan.yaml:14:16",
                    "plan-shape plan.yaml:15:9", "plan-shape plan.yaml:16:39",
                    "plan-key-missing plan.yaml:17:12", "plan-value plan.yaml:17:38"});
  }
  SUBCASE("number styles that contradict themselves") {
    std::string yaml = good;
    yaml.replace(yaml.find("numbers"), std::string::npos,
                 "numbers: { group: [\".\", x], decimal: \".\" }\n");
    folder.write("plan.yaml", yaml);
    folder.refuses({"plan-value plan.yaml:10:25", "plan-value plan.yaml:10:38"});
  }
  SUBCASE("a period that is a part of itself") {
    std::string yaml = good;
    yaml.replace(yaml.find("periods: [2012, 2013]"), 21,
                 "periods: [{ id: 2012, parts: [2013] }, { id: 2013, parts: [2012] }]");
    folder.write("plan.yaml", yaml);
    folder.refuses({"plan-period-cycle plan.yaml:6:10"});
  }
  SUBCASE("amounts without a currency, levels without a list") {
    std::string yaml = good;
    yaml.erase(yaml.find("currency"), 14);
    folder.write("plan.yaml", yaml);
    folder.refuses({"currency-missing tables/budget_lines.csv:2:3"});
    yaml = good;
    yaml.erase(yaml.find("levels"), yaml.find("numbers") - yaml.find("levels"));
    folder.write("plan.yaml", yaml);
    folder.refuses({"plan-list-missing tables/nodes.csv:1:2"});
  }
}

TEST_CASE("load_plan: a file cut off anywhere is a plan or a fault, never a crash") {
  PlanFolder folder;
  folder.write("tables/declared_totals.csv", "id;node;amount;place\ng;;13.000;\"Total, all\"\n");
  for (const char* const name : {"plan.yaml", "tables/nodes.csv", "tables/declared_totals.csv"}) {
    const std::string whole = *read_file(folder.path() / name);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      INFO(std::string(name), " cut after ", size, " bytes");
      folder.write(name, std::string_view(whole).substr(0, size));
      const bool is_plan = folder.load().has_value();
      CHECK(is_plan != folder.diagnostics().has_fault());
    }
    folder.write(name, whole);
  }
}

TEST_CASE("load_plan: a picture that is not there is a finding") {
  PlanFolder folder;
  folder.write("tables/photos.csv", "file\nmedia/x.jpg\n");
  CHECK(folder.load().has_value());
  CHECK(folder.places() == std::vector<std::string>{"media-missing tables/photos.csv:2:1"});
}

}  // namespace
}  // namespace rapporteur
