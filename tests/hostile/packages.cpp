// Packages from strangers: templates, workbooks, documents that come back. The same traps in each.
#include <fmt/format.h>

#include "base/files.hpp"
#include "package/package.hpp"
#include "trial.hpp"

namespace rapporteur::hostile {

namespace fs = std::filesystem;
using package::Package;

namespace {

enum class Kind { odt, docx, ods, xlsx };

std::string extension(Kind kind) {
  return kind == Kind::odt    ? "odt"
         : kind == Kind::docx ? "docx"
         : kind == Kind::ods  ? "ods"
                              : "xlsx";
}
bool is_odf(Kind kind) {
  return kind == Kind::odt || kind == Kind::ods;
}
bool is_workbook(Kind kind) {
  return kind == Kind::ods || kind == Kind::xlsx;
}
std::string main_part(Kind kind) {
  return is_odf(kind)         ? "content.xml"
         : kind == Kind::docx ? "word/document.xml"
                              : "xl/worksheets/sheet1.xml";
}

Package sound(Kind kind) {
  Package package;
  if (!is_workbook(kind)) {
    std::string detail;
    const std::string file =
        SOURCE_DIR "/templates/national-budget/national-budget." + extension(kind);
    static_cast<void>(package.read(read_file(file).value_or(""), detail));
  } else if (kind == Kind::ods) {
    package.set("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    package.set("content.xml",
                "<office:document-content><office:body><office:spreadsheet><table:table "
                "table:name=\"nodes\"><table:table-row/></table:table></office:spreadsheet>"
                "</office:body></office:document-content>");
  } else {
    package.set("[Content_Types].xml",
                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd."
                "openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
    package.set("xl/workbook.xml", "<workbook/>");
    package.set("xl/worksheets/sheet1.xml", "<worksheet><sheetData></sheetData></worksheet>");
  }
  return package;
}

/// The file put where its kind is read, and the words that read it. A document that comes back is
/// of the same kinds as templates.
struct Use {
  std::string name;
  Kind kind;
  std::string prefix;  ///< of the ids
  int exit;
  std::string words;
  std::string file;
};

std::vector<Use> uses() {
  std::vector<Use> all;
  for (const Kind kind : {Kind::odt, Kind::docx}) {
    all.push_back({"template-" + extension(kind), kind, "template-", 3,
                   "build plan --format mine --plugins plugins --templates templates --lang fr "
                   "--messages en --template " +
                       extension(kind),
                   "templates/mine/national-budget." + extension(kind)});
    all.push_back({"review-" + extension(kind), kind, "review-", 2,
                   "review back." + extension(kind) +
                       " --plan plan --format national-budget --lang fr --messages en",
                   "back." + extension(kind)});
  }
  for (const Kind kind : {Kind::ods, Kind::xlsx}) {
    all.push_back({"plan-" + extension(kind), kind, "workbook-", 1,
                   "build plan --format national-budget --lang fr --messages en",
                   "plan/plan." + extension(kind)});
  }
  return all;
}

void put_format(const fs::path& folder) {
  fs::create_directories(folder / "plugins");
  fs::create_directories(folder / "templates");
  fs::copy(SOURCE_DIR "/plugins/national-budget", folder / "plugins/mine",
           fs::copy_options::recursive);
  std::string declaration = *read_file(folder / "plugins/mine/plugin.lua");
  const std::string id = "id = \"national-budget\"";
  declaration.replace(declaration.find(id), id.size(), "id = \"mine\"");
  put(folder / "plugins/mine/plugin.lua", declaration);
  for (const char* kind : {"odt", "docx"}) {
    put(folder / "templates/mine" / (std::string("national-budget.") + kind),
        read_file(SOURCE_DIR "/templates/national-budget/national-budget." + std::string(kind))
            .value_or(""));
  }
}

using Trap = std::function<std::string(Kind kind)>;

std::string with(Kind kind, const std::string& part, const std::string& bytes) {
  Package package = sound(kind);
  package.set(part, bytes);
  return package.write();
}

/// Something before the end of the main part's body.
std::string with_content(Kind kind, const std::string& xml) {
  Package package = sound(kind);
  std::string body = package.get(main_part(kind)).value_or("");
  const std::string end = kind == Kind::odt    ? "</office:text>"
                          : kind == Kind::ods  ? "</office:spreadsheet>"
                          : kind == Kind::docx ? "</w:body>"
                                               : "</sheetData>";
  body.insert(body.rfind(end), xml);
  package.set(main_part(kind), body);
  return package.write();
}

std::string renamed(std::string bytes, const std::string& old, const std::string& by) {
  for (std::size_t at = bytes.find(old); at != std::string::npos; at = bytes.find(old, at + 1)) {
    bytes.replace(at, old.size(), by);
  }
  return bytes;
}

std::string relation(Kind kind, const std::string& type, const std::string& target,
                     bool is_external) {
  const std::string part =
      kind == Kind::docx ? "word/_rels/document.xml.rels" : "xl/worksheets/_rels/sheet1.xml.rels";
  Package package = sound(kind);
  std::string rels = package.get(part).value_or("<Relationships></Relationships>");
  rels.insert(
      rels.rfind("</Relationships>"),
      "<Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/" +
          type + "\" Target=\"" + target + "\"" + (is_external ? " TargetMode=\"External\"" : "") +
          "/>");
  package.set(part, rels);
  return package.write();
}

std::string image(Kind kind, const std::string& target) {
  return is_odf(kind)
             ? with_content(kind, "<text:p><draw:frame><draw:image xlink:href=\"" + target +
                                      "\" xlink:type=\"simple\"/></draw:frame></text:p>")
             : relation(kind, "image", target, true);
}

struct Named {
  std::string name;
  std::string id;      ///< without the prefix
  std::string review;  ///< of a document that comes back; "none" = it is read without harm
  Trap make;
};

const std::vector<Named>& traps() {
  static const std::vector<Named> all{
      {"zeros-in-one-entry", "zip-bomb", "zip-bomb",
       [](Kind kind) {
         return with(kind, "media/zeros.bin", std::string(std::size_t{48} << 20, '\0'));
       }},
      {"zeros-as-text", "zip-bomb", "zip-bomb",
       [](Kind kind) { return with_content(kind, std::string(std::size_t{40} << 20, ' ')); }},
      {"five-million-elements", "zip-bomb", "zip-bomb",
       [](Kind kind) {
         std::string some;  // unlike each other, so that they do not pack like zeros
         for (std::size_t i = 0; i < 3'000'000; ++i) {
           some += fmt::format("<a b='{:x}'/>", (i * 2654435761U) & 0xFFFFFFU);
         }
         return with_content(kind, some);
       }},
      {"five-thousand-entries", "zip-bomb", "zip-bomb",
       [](Kind kind) {
         Package package = sound(kind);
         for (int i = 0; i < 5000; ++i) {
           package.set(fmt::format("x/{}.bin", i), "x");
         }
         return package.write();
       }},
      {"path-upwards", "bad-entry", "not-a-document",
       [](Kind kind) { return renamed(with(kind, "QQ/etc/passwd", "x"), "QQ/etc", "../etc"); }},
      {"path-absolute", "bad-entry", "not-a-document",
       [](Kind kind) { return renamed(with(kind, "Q/etc/passwd", "x"), "Q/etc/p", "//etc/p"); }},
      {"entry-twice", "bad-entry", "not-a-document",
       [](Kind kind) {
         const std::string twin(main_part(kind).size(), 'Q');
         return renamed(with(kind, twin, "x"), twin, main_part(kind));
       }},
      {"billion-laughs", "entities", "broken",
       [](Kind kind) {
         std::string types = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a0 \"ha\">";
         for (int i = 1; i < 30; ++i) {
           types += fmt::format("<!ENTITY a{} \"&a{};&a{};\">", i, i - 1, i - 1);
         }
         Package package = sound(kind);
         std::string xml = package.get(main_part(kind)).value_or("");
         xml.erase(0, xml.starts_with("<?xml") ? xml.find("?>") + 2 : 0);
         package.set(main_part(kind), types + "]>" + xml);
         return package.write();
       }},
      {"entity-of-a-file", "entities", "broken",
       [](Kind kind) {
         return with(kind, main_part(kind),
                     "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");
       }},
      {"elements-20000-deep", "broken-xml", "broken",
       [](Kind kind) {
         return with_content(kind,
                             repeated("<text:span>", 20'000) + repeated("</text:span>", 20'000));
       }},
      {"nul-in-xml", "broken-xml", "broken",
       [](Kind kind) { return with_content(kind, std::string("<text:p>a\0b</text:p>", 20)); }},
      {"surrogate-in-xml", "broken-xml", "broken",
       [](Kind kind) { return with_content(kind, "<text:p>a\xED\xA0\x80</text:p>"); }},
      {"macros", "macro", "none",
       [](Kind kind) {
         return with(kind,
                     is_odf(kind)         ? "Basic/Standard/M.xml"
                     : kind == Kind::docx ? "word/vbaProject.bin"
                                          : "xl/vbaProject.bin",
                     "<x/>");
       }},
      {"image-http", "external-link", "none",
       [](Kind kind) { return image(kind, "http://192.0.2.1/x.png"); }},
      {"image-file", "external-link", "none",
       [](Kind kind) { return image(kind, "file://" SOURCE_DIR "/tests/office/linked.png"); }},
      {"object", "external-link", "none",
       [](Kind kind) {
         return is_odf(kind)
                    ? with_content(kind,
                                   "<draw:frame><draw:object-ole xlink:href=\"./O\"/></draw:frame>")
                    : relation(kind, "oleObject", "embeddings/oleObject1.bin", false);
       }},
      {"dde", "external-link", "none",
       [](Kind kind) {
         if (kind == Kind::docx) {
           return with_content(
               kind,
               "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>"
               " DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd \"/c calc\" "
               "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
         }
         return is_odf(kind) ? with_content(kind,
                                            "<table:dde-link><office:dde-source "
                                            "office:dde-application=\"cmd\"/></table:dde-link>")
                             : with(kind, "xl/externalLinks/externalLink1.xml",
                                    "<externalLink><ddeLink ddeService=\"cmd\"/></externalLink>");
       }},
      {"script", "macro", "none",
       [](Kind kind) {
         if (is_odf(kind)) {
           return with_content(kind,
                               "<office:event-listeners><script:event-listener "
                               "xlink:href=\"vnd.sun.star.script:x\"/></office:event-listeners>");
         }
         return with(kind,
                     kind == Kind::docx ? "word/activeX/activeX1.xml" : "xl/activeX/activeX1.xml",
                     "<x/>");
       }},
  };
  return all;
}

}  // namespace

std::vector<Case> package_cases() {
  std::vector<Case> cases;
  for (const Use& use : uses()) {
    for (const Named& trap : traps()) {
      const bool is_review = use.prefix == "review-";
      const std::string id = is_review ? trap.review : trap.id;
      const bool is_read = id == "none";
      cases.push_back(
          {use.name + "-" + trap.name,
           [use, make = trap.make, is_review](const fs::path& folder) {
             if (use.prefix == "template-") {
               put_format(folder);
             }
             if (use.prefix == "workbook-") {
               fs::remove_all(folder / "plan/tables");
             }
             put(folder / use.file, make(use.kind));
           },
           use.words,
           // A drawn template is no report of this plan, and that is what is said of it.
           use.exit, is_read ? "review-other-document" : use.prefix + id});
    }
  }
  return cases;
}

}  // namespace rapporteur::hostile
