// A template that Word has been at says the same as before.
#include "wordise.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/files.hpp"
#include "package/package.hpp"
#include "support.hpp"

using namespace rapporteur;
using namespace rapporteur::template_;
using namespace rapporteur::template_::test;

namespace {

// A view made from a template's own tags: three items a list, each leaf its own path.
struct Shape {
  std::map<std::string, Shape> members;
  bool is_list = false;
};

class Imagined {
 public:
  explicit Imagined(const Document& document) {
    for (const Tag& tag : document.tags) {
      if (tag.is_term) {
        terms_[tag.path_text] = "term " + tag.path_text;
      } else if (!tag.path.empty()) {
        Shape* shape = find(tag.path);
        if (shape != nullptr && !tag.alias.empty()) {
          shape->is_list = true;
          aliases_[tag.alias] = shape;
        }
      }
      formats_[tag.format.substr(0, tag.format.find(' '))] = {};
    }
  }
  [[nodiscard]] view::Value view() const { return made(root_, ""); }
  [[nodiscard]] locale::Catalogue terms() const { return {terms_, "en"}; }
  [[nodiscard]] const locale::Formats& formats() const { return formats_; }

 private:
  Shape* find(const Steps& steps) {
    const auto alias = aliases_.find(steps.front().name);
    Shape* at = alias != aliases_.end() ? alias->second : &root_.members[steps.front().name];
    for (std::size_t i = 1; i < steps.size(); ++i) {
      if (steps[i].name.empty()) {
        at->members["any"];  // a map; what an index finds in it is left missing
        if (!steps[i].index.empty()) {
          find(steps[i].index);
        }
        return nullptr;
      }
      static constexpr std::string_view loop[] = {"first", "last", "index", "count"};
      if (std::find(std::begin(loop), std::end(loop), steps[i].name) != std::end(loop)) {
        return nullptr;
      }
      at = &at->members[steps[i].name];
    }
    return at;
  }
  static view::Value made(const Shape& shape, const std::string& path) {
    if (shape.is_list) {
      Shape item = shape;
      item.is_list = false;
      std::vector<view::Value> items;
      for (int i = 1; i <= 3; ++i) {
        items.push_back(made(item, path + std::to_string(i)));
      }
      return list(std::move(items));
    }
    if (shape.members.empty()) {
      return text(path);
    }
    view::Map members;
    for (const auto& [name, member] : shape.members) {
      members.emplace_back(name, made(member, path + "." + name));
    }
    return map(std::move(members));
  }

  Shape root_;
  std::map<std::string, Shape*> aliases_;
  std::map<std::string, std::string, std::less<>> terms_;
  locale::Formats formats_;
};

std::string straight(std::string text) {
  for (std::size_t at = text.find("’"); at != std::string::npos; at = text.find("’")) {
    text.replace(at, std::string_view("’").size(), "'");
  }
  return text;
}

std::string said(const std::string& xml, const Imagined& imagined) {
  Diagnostics diagnostics;
  const view::Value view = imagined.view();
  const locale::Catalogue terms = imagined.terms();
  const auto expanded =
      expand_xml(Markup::ooxml, xml, {view, terms, imagined.formats(), "en", "abc"}, diagnostics);
  return expanded ? straight(read_back(Markup::ooxml, expanded->xml, expanded->fills))
                  : told(diagnostics);
}

void compare(const std::string& xml) {
  Document document;
  document.markup = Markup::ooxml;
  Diagnostics diagnostics;
  REQUIRE(read_document(document, {{"word/document.xml", "body", xml}}, diagnostics));
  const Imagined imagined(document);
  const std::string plain = said(xml, imagined);
  CHECK(plain.find("template-") == std::string::npos);
  CHECK(plain.find("{{") == std::string::npos);
  CHECK(said(wordise(xml, ""), imagined) == plain);
}

}  // namespace

TEST_CASE("a word-ised drawing expands to the same text") {
  const std::string xml =
      draw(Markup::ooxml,
           "# The 'plan' of {{country}}\n"
           "By {{ministry}}, it's {{t.total}}\n"
           "{{#if intro}}\n{{intro}}\n{{else}}\nnothing\n{{/if}}\n"
           "| Activity | Budget | Total |\n"
           "| | {{#cols years as y}}{{y.label}}{{/cols}} | |\n"
           "| {{#each axes as a}}{{a.title}} <3 |\n"
           "| {{#each a.activities as act}}{{act.title}} | "
           "{{act.amounts[y.id] | budget}} | {{act.total}}{{/each}} |\n"
           "| {{t.sum}} {{a.title}} | {{y.index}} | {{a.total}}{{/each}} |\n"
           "{{#each words as w}}{{w}}{{#if w.last}}.{{else}}, {{/if}}{{/each}}");
  compare(xml);
}

TEST_CASE("a tag in a text box, drawn twice by Word, is filled once") {
  const view::Value view = map({{"title", text("Budget")}});
  Diagnostics diagnostics;
  const std::string out =
      expand_raw(Markup::ooxml, wordise(draw(Markup::ooxml, "a"), "{{title}}"), view, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(out.find("mc:Fallback") == std::string::npos);
  CHECK(out.find("\uE000abc.1\uE001") != std::string::npos);
  CHECK(out.find("\uE000abc.2") == std::string::npos);
}

TEST_CASE("every DOCX template of the project survives Word") {
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::string(SOURCE_DIR) + "/templates")) {
    if (entry.path().extension() != ".docx") {
      continue;
    }
    CAPTURE(entry.path().string());
    package::Package package;
    std::string detail;
    REQUIRE(package.read(read_file(entry.path()).value_or(""), detail) ==
            package::PackageFault::none);
    compare(package.get("word/document.xml").value_or(""));
  }
}
