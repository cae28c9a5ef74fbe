// The rules over registers: each fires, and keeps silent on the near miss.
#include "check/overlaps.hpp"
#include "programme.hpp"

namespace rapporteur {
namespace {

struct Registers : test::Programme {
  Registers() : Programme(check::register_rules()) {}
  std::string of(const std::string& table, const std::string& text) {
    write(table, text);
    return findings();
  }
};

TEST_CASE("codes: gaps, duplicates, spaces, and the parent's code") {
  Registers plan;
  const std::string header = "id;level;parent;code;title.fr\nR1;outcome;;1;Un effet\n";
  CHECK(plan.of("nodes", header + "a;output;R1;1.1;A\nb;output;R1;1.2;B\n").empty());
  CHECK(plan.of("nodes", header + "a;output;R1;1.1;A\nb;output;R1;1.3;B\n") == "\ncode-gap:4:4");
  CHECK(plan.of("nodes", header + "a;output;R1;1.1;A\nb;output;R1;1. 2;B\n") ==
        "\ncode-format:4:4");
  CHECK(plan.of("nodes", header + "a;output;R1;1.1;A\nb;output;R1;1.2;B\nc;output;R1;2.3;C\n") ==
        "\ncode-parent:5:4");
  // Codes of their own order are no strangers.
  CHECK(plan.of("nodes", header + "a;output;R1;7.1;A\nb;output;R1;7.2;B\n").empty());
}

TEST_CASE("indicators: a code twice, and the gap that it leaves") {
  Registers plan;
  const std::string header = "id;node;code;title.fr;type\n";
  CHECK(plan.of("indicators", header + "a;P1;1.1.1;A;count\nb;P1;1.1.1;B;count\n") ==
        "\ncode-duplicate:3:3");
  CHECK(plan.of("indicators", header + "a;R1;1.1;A;count\nb;P1;1.1.1;B;count\n").empty());
}

TEST_CASE("duplicate-row: the same risk twice; other tables by all their columns") {
  Registers plan;
  const std::string header = "id;title.fr;mitigation.fr;owner\n";
  plan.write("organisations", "id;name.fr\no;Une agence\n");
  CHECK(plan.of("risks", header + "a;Retards;Suivre;o\nb;retards;Relancer;o\n") ==
        "\nduplicate-row:3:2");
  CHECK(plan.of("risks", header + "a;Retards;Suivre;o\nb;Coûts;Suivre;o\n").empty());
}

TEST_CASE("text-slipped: a text about the row above") {
  Registers plan;
  plan.write("organisations", "id;name.fr\no;Une agence\n");
  const std::string shared = "Former les partenaires aux règles de visibilité de la marque;o\n";
  const std::string header = "id;title.fr;mitigation.fr;owner\n";
  CHECK(plan.of("risks", header + "a;Visibilité des partenaires;" + shared +
                             "b;Manque de statistiques;" + shared) == "\ntext-slipped:3:3");
  CHECK(plan.of("risks",
                header + "a;Manque de temps;" + shared + "b;Manque de statistiques;" + shared)
            .empty());
}

TEST_CASE("risks: label against digit, and labels that the scale does not have") {
  Registers plan;
  plan.write("organisations", "id;name.fr\no;Une agence\n");
  const auto of = [&](const std::string& likelihood) {
    return plan.of("risks", "id;title.fr;mitigation.fr;owner;likelihood\na;Un risque;Suivre;o;" +
                                likelihood +
                                "\nb;Deux;Suivre;o;Rare - 1\nc;Trois;Suivre;o;Improbable - 2\n"
                                "d;Quatre;Suivre;o;Rare - 1\ne;Cinq;Suivre;o;Improbable - 2\n");
  };
  CHECK(of("Improbable - 2").empty());
  CHECK(of("Improbable (2)").empty());
  CHECK(of("Improbable-4") == "\nscale-label:2:5");
  CHECK(of("Improbable - 2 - 1") == "\nscale-label:2:5");
  CHECK(of("3") == "\nscale-label:2:5");
  CHECK(of("Improbabl - 2") == "\nclosed-list:2:5");
  CHECK(of("Unlikely - 2") == "\nscale-form:2:5");
  CHECK(of("Elevée - 4") == "\nscale-form:2:5");
  CHECK(of("Rare") == "\nscale-form:2:5");
}

TEST_CASE("risk-incomplete: once for the table") {
  Registers plan;
  CHECK(plan.of("risks", "id;title.fr;mitigation.fr\na;Un;Suivre\nb;Deux;Relancer\n") ==
        "\nrisk-incomplete:2:0");
}

TEST_CASE("leads and partners") {
  Registers plan;
  plan.write(
      "organisations",
      "id;name.fr;short.fr;aliases;parent\nMIN;Ministère;MIN;;\nDIR;Direction;DIR;MIN/DIR;MIN\n"
      "UN;Une;UN;;\nMRN-APR;Deux en un;MRN-APR;\"MRN; APR\";\n");
  const auto of = [&](const std::string& lead, const std::string& partners) {
    return plan.of("nodes",
                   "id;level;parent;title.fr;lead;partners\nR1;outcome;;Un effet;;\n"
                   "P1;output;R1;Un produit;" +
                       lead + ";\"" + partners + "\"\n");
  };
  CHECK(of("MIN", "UN").empty());
  CHECK(of("MIN", "UN; MIN") == "\nlead-partner:3:6");
  CHECK(of("MIN", "DIR").empty());  // its directorate, on its own
  CHECK(of("MIN", "MIN/DIR") == "\nlead-partner:3:6");
  CHECK(of("MRN", "APR; UN") == "\nname-slipped:3:6");
}

TEST_CASE("missing-lead: where most have one") {
  Registers plan;
  plan.write("organisations", "id;name.fr\no;Une agence\n");
  const std::string header = "id;level;parent;title.fr;lead\nR1;outcome;;Un;\n";
  CHECK(plan.of("nodes", header + "a;output;R1;A;o\nb;output;R1;B;o\nc;output;R1;C;\n") ==
        "\nmissing-lead:5:0");
  CHECK(plan.of("nodes", header + "a;output;R1;A;o\nb;output;R1;B;\nc;output;R1;C;\n").empty());
}

TEST_CASE("agreement-dates: months begun and ended both count, or not") {
  Registers plan;
  plan.write("organisations", "id;name.fr;kind\no;Une;cso\n");
  const auto of = [&](const std::string& cells) {
    return plan.of(
        "partners",
        "organisation;kind;agreement_start;agreement_end;agreement_months\no;" + cells + "\n");
  };
  CHECK(of("civil_society;2020-05;2021-07;12") == "\nagreement-dates:2:5");
  CHECK(of("civil_society;2020-08;2021-07;12").empty());
  CHECK(of("civil_society;2020-08;2021-08;12").empty());
  CHECK(of("civil_society;2021-08;2020-08;") == "\nagreement-dates:2:4");
  CHECK(of("government;;;") == "\npartner-kind:2:2");
}

TEST_CASE("consent: refused, missing, and minors who can be known") {
  Registers plan;
  const std::string header = "id;text.fr;role.fr;place;consent;is_minor\n";
  CHECK(plan.of("quotes", header + "a;Merci;une femme;Kati;oui;non\n").empty());
  CHECK(plan.of("quotes", header + "a;Merci;une femme;Kati;non;non\nb;Oui;un homme;;oui;non\n") ==
        "\nconsent-refused:2:5");
  CHECK(plan.of("quotes", header + "a;Merci;une femme;Kati;;non\nb;Oui;un homme;;oui;non\n") ==
        "\nconsent-missing:2:0");
  CHECK(plan.of("quotes", header + "a;Merci;une élève de 13 ans;;oui;oui\n") ==
        "\nminor-named:2:3");
  CHECK(plan.of("quotes", header + "a;Merci;une élève;;oui;oui\n").empty());
}

TEST_CASE("mark-case: marks in small letters among capitals") {
  Registers plan;
  const std::string header =
      "id;level;parent;title.fr;when.2020;when.2021;when.2022\nR1;outcome;;Un;;;\n";
  std::string rows;
  for (int i = 0; i < 5; ++i) {
    rows += std::string(1, static_cast<char>('a' + i)) + ";output;R1;Produit " + std::to_string(i) +
            ";X;X;X\n";
  }
  CHECK(plan.of("nodes", header + rows).empty());
  CHECK(plan.of("nodes", header + rows + "z;output;R1;Z;x;x;\n") == "\nmark-case:8:5");
}

TEST_CASE("governance-count: fewer meetings than planned") {
  Registers plan;
  plan.write("bodies", "id;title.fr;frequency\nb;Comité;deux fois par an\n");
  CHECK(plan.of("meetings", "id;body;date\nm1;b;2021-03\n") == "\ngovernance-count:2:3");
  CHECK(plan.of("meetings", "id;body;date\nm1;b;2021-03\nm2;b;2021-11\n").empty());
  CHECK(plan.of("meetings", "id;body;date\nm1;b;2020-03\n").empty());
}

TEST_CASE("missing-translation: one finding a column, where the table has both") {
  Registers plan;
  CHECK(plan.of("acronyms", "short;meaning.fr;meaning.en\nA;Un;One\nB;Deux;\nC;Trois;\n") ==
        "\nmissing-translation:3:2");
  CHECK(plan.of("acronyms", "short;meaning.fr\nA;Un\nB;Deux\n").empty());
}

TEST_CASE("closed lists: another spelling, a choice cut short") {
  Registers plan;
  plan.write("organisations", "id;name.fr\no;Une\n");
  const auto of = [&](const std::string& type, const std::string& category) {
    std::string rows = "id;node;organisation;type;category;note.fr\n";
    for (int i = 0; i < 10; ++i) {
      rows += "a" + std::to_string(i) + ";P1;o;National;" +
              (i % 2 == 0 ? "Woman-led and WRO;" : "Woman-led but not WRO;") + std::to_string(i) +
              "\n";
    }
    std::string found = plan.of("awards", rows + "z;P1;o;" + type + ";" + category + ";z\n");
    const std::size_t other = found.find("\norganisation-contradiction");
    return other == std::string::npos ? found : found.substr(0, other);
  };
  CHECK(of("National", "Woman-led and WRO").empty());
  CHECK(of("NATIONAL", "Woman-led and WRO") == "\nclosed-list:12:4");
  CHECK(of("National", "Woman-led") == "\nclosed-list:12:5");
}

TEST_CASE("overlaps: a repeated row is not told again as a similar text") {
  const auto at = [](const char* id, int row) {
    check::Finding finding;
    finding.diagnostic.id = id;
    finding.diagnostic.origin.file = "risks.csv";
    finding.diagnostic.origin.row = row;
    return finding;
  };
  std::vector<check::Finding> findings = {at("near-duplicate", 3), at("duplicate-row", 3),
                                          at("near-duplicate", 4)};
  check::drop_overlaps(findings);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].diagnostic.id == "duplicate-row");
  CHECK(findings[1].diagnostic.origin.row == 4);
}

}  // namespace
}  // namespace rapporteur
