#include "word_review.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>
#include <string_view>

namespace rapporteur::test {
namespace {

constexpr const char* author = "Awa Diallo";
constexpr const char* date = "2024-03-04T10:00:00Z";

std::string_view text_of(pugi::xml_node run) {
  return run.child("w:t").text().get();
}

pugi::xml_node behind(pugi::xml_node node, const char* name) {
  return node.parent().insert_child_after(name, node);
}

void set_text(pugi::xml_node run, const std::string& text) {
  const pugi::xml_node holder = run.child("w:t");
  if (!holder.attribute("xml:space")) {
    pugi::xml_node(holder).append_attribute("xml:space") = "preserve";
  }
  holder.text() = text.c_str();
}

}  // namespace

WordReview::WordReview(const std::string& docx) {
  std::string detail;
  REQUIRE(package_.read(docx, detail) == package::PackageFault::none);
  go_to("word/document.xml");
}

void WordReview::go_to(const std::string& part) {
  leave();
  part_ = part;
  REQUIRE(tree_.load_string(package_.get(part).value_or("").c_str(),
                            pugi::parse_default | pugi::parse_ws_pcdata));
}

void WordReview::leave() {
  if (!part_.empty()) {
    std::ostringstream out;
    tree_.save(out, "", pugi::format_raw);
    package_.set(part_, out.str());
  }
}

// The run is split as Word splits it; what is returned holds the text alone.
pugi::xml_node WordReview::cut_out(const std::string& text) {
  pugi::xml_node run = tree_.find_node([&](const pugi::xml_node& node) {
    return std::string_view(node.name()) == "w:r" &&
           text_of(node).find(text) != std::string_view::npos;
  });
  INFO(text);
  REQUIRE(run);
  const std::string whole(text_of(run));
  const std::size_t at = whole.find(text);
  pugi::xml_node middle = run.parent().insert_copy_after(run, run);
  while (middle.child("w:tab")) {
    middle.remove_child("w:tab");
  }
  set_text(middle, text);
  if (at + text.size() < whole.size()) {
    set_text(run.parent().insert_copy_after(middle, middle), whole.substr(at + text.size()));
  }
  if (at == 0) {
    run.parent().remove_child(run);
  } else {
    set_text(run, whole.substr(0, at));
  }
  return middle;
}

pugi::xml_node WordReview::changed(pugi::xml_node run, const char* how) {
  pugi::xml_node change = behind(run, how);
  change.append_attribute("w:id") = 9000 + ++ids_;
  change.append_attribute("w:author") = author;
  change.append_attribute("w:date") = date;
  pugi::xml_node inner = change.append_copy(run);
  if (std::string_view(how) == "w:del") {
    inner.child("w:t").set_name("w:delText");
  }
  run.parent().remove_child(run);
  return change;
}

std::string WordReview::add_said(const std::string& said, const std::string& who, bool is_resolved,
                                 const std::string& parent) {
  const std::string id = std::to_string(ids_++);
  comments_ += fmt::format(
      R"(<w:comment w:id="{0}" w:author="{1}" w:date="{2}" w:initials="X"><w:p w14:paraId="1000{0}">)"
      R"(<w:r><w:annotationRef/></w:r><w:r><w:t>{3}</w:t></w:r></w:p></w:comment>)",
      id, who, date, said);
  extended_ +=
      fmt::format(R"(<w15:commentEx w15:paraId="1000{}"{} w15:done="{}"/>)", id,
                  parent.empty() ? "" : fmt::format(R"( w15:paraIdParent="1000{}")", parent),
                  is_resolved ? 1 : 0);
  return id;
}

pugi::xml_node WordReview::reference(pugi::xml_node after, const std::string& id) {
  pugi::xml_node end = behind(after, "w:commentRangeEnd");
  end.append_attribute("w:id") = id.c_str();
  pugi::xml_node run = behind(end, "w:r");
  run.append_child("w:commentReference").append_attribute("w:id") = id.c_str();
  return run;
}

void WordReview::comment(const std::string& text, const std::string& said, bool is_resolved,
                         const std::string& answer) {
  const pugi::xml_node run = cut_out(text);
  // As after a correction of the spelling: the text stands in two runs.
  pugi::xml_node second = run.parent().insert_copy_after(run, run);
  std::size_t half = text.size() / 2;
  while ((static_cast<unsigned char>(text[half]) & 0xC0U) == 0x80U) {
    ++half;
  }
  set_text(run, text.substr(0, half));
  set_text(second, text.substr(half));
  behind(run, "w:proofErr").append_attribute("w:type") = "spellStart";
  const std::string id = add_said(said, author, is_resolved, "");
  run.parent().insert_child_before("w:commentRangeStart", run).append_attribute("w:id") =
      id.c_str();
  const pugi::xml_node last = reference(second, id);
  if (!answer.empty()) {
    const std::string other = add_said(answer, "Jean Martin", is_resolved, id);
    run.parent().insert_child_before("w:commentRangeStart", run).append_attribute("w:id") =
        other.c_str();
    reference(last, other);
  }
}

void WordReview::comment_from(const std::string& first, const std::string& last,
                              const std::string& said) {
  const pugi::xml_node from = cut_out(first);
  const pugi::xml_node to = cut_out(last);
  const std::string id = add_said(said, author, false, "");
  from.parent().insert_child_before("w:commentRangeStart", from).append_attribute("w:id") =
      id.c_str();
  reference(to, id);
}

void WordReview::remove(const std::string& text) {
  changed(cut_out(text), "w:del");
}

void WordReview::replace(const std::string& old, const std::string& by) {
  const pugi::xml_node deleted = changed(cut_out(old), "w:del");
  pugi::xml_node run = behind(deleted, "w:r");
  run.append_child("w:t").text() = by.c_str();
  changed(run, "w:ins");
}

void WordReview::insert_behind(const std::string& text, const std::string& added) {
  pugi::xml_node run = behind(cut_out(text), "w:r");
  run.append_child("w:t").text() = added.c_str();
  changed(run, "w:ins");
}

void WordReview::move(const std::string& text, const std::string& to) {
  const auto range = [&](pugi::xml_node change, const std::string& name) {
    pugi::xml_node start =
        change.parent().insert_child_before((name + "RangeStart").c_str(), change);
    start.append_attribute("w:id") = ++ids_;
    start.append_attribute("w:name") = "move1";
    behind(change, (name + "RangeEnd").c_str()).append_attribute("w:id") = ids_;
  };
  range(changed(cut_out(text), "w:moveFrom"), "w:moveFrom");
  pugi::xml_node run = behind(cut_out(to), "w:r");
  run.append_child("w:t").text() = text.c_str();
  range(changed(run, "w:moveTo"), "w:moveTo");
}

void WordReview::add_paragraph(const std::string& text, const std::string& added) {
  pugi::xml_node above = cut_out(text);
  while (std::string_view(above.name()) != "w:p") {
    above = above.parent();
  }
  pugi::xml_node paragraph = behind(above, "w:p");
  pugi::xml_node mark = paragraph.append_child("w:pPr").append_child("w:rPr").append_child("w:ins");
  mark.append_attribute("w:author") = author;
  mark.append_attribute("w:date") = date;
  pugi::xml_node run = paragraph.append_child("w:r");
  run.append_child("w:t").text() = added.c_str();
  changed(run, "w:ins");
}

std::string WordReview::bytes() {
  leave();
  const auto patch = [&](const std::string& part, const std::string& before,
                         const std::string& added) {
    std::string xml = package_.get(part).value_or("");
    const std::size_t at = xml.rfind(before);
    REQUIRE(at != std::string::npos);
    package_.set(part, xml.insert(at, added));
  };
  constexpr const char* w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  package_.set(
      "word/comments.xml",
      fmt::format(R"(<w:comments xmlns:w="{}" xmlns:w14="urn:w14">{}</w:comments>)", w, comments_));
  package_.set(
      "word/commentsExtended.xml",
      fmt::format(R"(<w15:commentsEx xmlns:w15="urn:w15">{}</w15:commentsEx>)", extended_));
  patch("[Content_Types].xml", "</Types>",
        R"(<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-)"
        R"(officedocument.wordprocessingml.comments+xml"/>)");
  patch("word/_rels/document.xml.rels", "</Relationships>",
        R"(<Relationship Id="rIdReview" Type="http://schemas.openxmlformats.org/officeDocument/)"
        R"(2006/relationships/comments" Target="comments.xml"/>)");
  package_.set("docProps/app.xml",
               "<Properties><Application>Microsoft Office Word</Application></Properties>");
  return package_.write();
}

}  // namespace rapporteur::test
