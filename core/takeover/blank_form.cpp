// The form that `new format` begins with when no donor's form is given. It is taken over as any
// other, so that a first format shows what the take-over makes of headings, labels and tables.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "package/package.hpp"
#include "takeover/takeover.hpp"

namespace rapporteur::takeover {
namespace {

/// A text in both languages.
struct Words {
  std::string_view fr;
  std::string_view en;
};

constexpr std::string_view content_types =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
    R"(</Types>)";
constexpr std::string_view package_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>)"
    R"(</Relationships>)";
constexpr std::string_view document_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>)"
    R"(</Relationships>)";

constexpr std::string_view main_space =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";

std::string heading_style(int level, int size) {
  const std::string number = std::to_string(level);
  return R"(<w:style w:type="paragraph" w:styleId="Heading)" + number +
         R"("><w:name w:val="heading )" + number +
         R"("/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>)"
         R"(<w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val=")" +
         std::to_string(level - 1) +
         R"("/></w:pPr><w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val=")" +
         std::to_string(size) + R"("/></w:rPr></w:style>)";
}

std::string styles(const std::string& language) {
  const std::string locale = language == "fr" ? "fr-FR" : "en-GB";
  return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles )" +
         std::string(main_space) +
         R"(><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Carlito" w:hAnsi="Carlito" w:cs="Carlito"/>)"
         R"(<w:sz w:val="21"/><w:lang w:val=")" +
         locale +
         R"("/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>)"
         R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>)"
         R"(<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="240" w:after="240"/></w:pPr><w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="40"/></w:rPr></w:style>)" +
         heading_style(1, 30) + heading_style(2, 25) +
         R"(<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>)"
         R"(</w:styles>)";
}

class Body {
 public:
  explicit Body(bool is_french) : french_(is_french) {}

  void paragraph(std::string_view style, const Words& words) {
    out_ += "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/></w:pPr>" +
            run(words, "") + "</w:p>";
  }
  void empty() { out_ += "<w:p/>"; }

  /// Labels and blank cells beside them.
  void labels(const std::vector<Words>& labels) {
    begin_table({3200, 6438});
    for (const Words& label : labels) {
      out_ += "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + cell(3200, run(label, "<w:b/>"), true) +
              cell(6438, "", false) + "</w:tr>";
    }
    end_table();
  }
  /// A head over one blank row.
  void table(const std::vector<Words>& columns) {
    const int width = 9638 / static_cast<int>(columns.size());
    begin_table(std::vector<int>(columns.size(), width));
    out_ += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    for (const Words& column : columns) {
      out_ += cell(width, run(column, "<w:b/>"), true);
    }
    out_ += "</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      out_ += cell(width, "", false);
    }
    out_ += "</w:tr>";
    end_table();
  }
  [[nodiscard]] std::string document() const {
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document )" +
           std::string(main_space) + "><w:body>" + out_ +
           R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>)";
  }

 private:
  [[nodiscard]] std::string run(const Words& words, const std::string& looks) const {
    return "<w:r>" + (looks.empty() ? "" : "<w:rPr>" + looks + "</w:rPr>") + "<w:t>" +
           std::string(french_ ? words.fr : words.en) + "</w:t></w:r>";
  }
  static std::string cell(int width, const std::string& content, bool is_label) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>" +
           (is_label ? R"(<w:shd w:val="clear" w:color="auto" w:fill="DEE6F0"/>)" : "") +
           "</w:tcPr><w:p><w:pPr><w:spacing w:before=\"40\" w:after=\"40\"/></w:pPr>" + content +
           "</w:p></w:tc>";
  }
  void begin_table(const std::vector<int>& widths) {
    out_ += R"(<w:tbl><w:tblPr><w:tblW w:w="9638" w:type="dxa"/><w:tblBorders>)";
    for (const char* const side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
      out_ +=
          "<w:" + std::string(side) + R"( w:val="single" w:sz="4" w:space="0" w:color="8496B0"/>)";
    }
    out_ += R"(</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>)";
    for (const int width : widths) {
      out_ += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
    }
    out_ += "</w:tblGrid>";
  }
  void end_table() { out_ += "</w:tbl>"; }

  bool french_;
  std::string out_;
};

}  // namespace

std::string blank_form(const std::string& language) {
  Body body(language == "fr");
  body.paragraph("Title", {"Rapport au bailleur", "Report to the donor"});
  body.labels({{"Titre du projet", "Project title"},
               {"Pays", "Country"},
               {"Organisation", "Organisation"},
               {"Période du projet", "Project period"},
               {"Bailleurs", "Donors"},
               {"Budget total", "Total budget"}});
  body.paragraph("Heading1", {"1. Résumé", "1. Summary"});
  body.empty();
  body.paragraph("Heading1", {"2. Cadre de résultats", "2. Results framework"});
  body.table({{"Résultat", "Result"},
              {"Indicateur", "Indicator"},
              {"Valeur de référence", "Baseline"},
              {"Cible", "Target"},
              {"Réalisé", "Actual"},
              {"Moyens de vérification", "Means of verification"}});
  body.paragraph("Heading1", {"3. Activités et budget", "3. Activities and budget"});
  body.table({{"Code", "Code"},
              {"Activité", "Activity"},
              {"Responsable", "Responsible"},
              {"Budget", "Budget"}});
  body.paragraph("Heading1", {"4. Risques", "4. Risks"});
  body.table({{"Risque", "Risk"},
              {"Probabilité", "Likelihood"},
              {"Impact", "Impact"},
              {"Mesures d’atténuation", "Mitigation measures"}});
  body.paragraph("Heading1", {"5. Difficultés et leçons apprises", "5. Challenges and lessons"});
  body.empty();
  package::Package package;
  package.set("[Content_Types].xml", std::string(content_types));
  package.set("_rels/.rels", std::string(package_relations));
  package.set("word/_rels/document.xml.rels", std::string(document_relations));
  package.set("word/document.xml", body.document());
  package.set("word/styles.xml", styles(language));
  return package.write();
}

}  // namespace rapporteur::takeover
