// What a reviewer does to a DOCX, written as Word writes it: runs split anywhere, proofing marks
// between them, comments with answers in parts of their own.
#pragma once

#include <pugixml.hpp>

#include <functional>
#include <string>
#include <vector>

#include "package/package.hpp"

namespace rapporteur::test {

class WordReview {
 public:
  explicit WordReview(const std::string& docx);

  /// Around the first place where `text` stands in one run of the body.
  void comment(const std::string& text, const std::string& said, bool is_resolved = false,
               const std::string& answer = "");
  /// From the first place of one text to the end of the first place of another behind it.
  void comment_from(const std::string& first, const std::string& last, const std::string& said);
  void replace(const std::string& old, const std::string& by);
  void remove(const std::string& text);
  void insert_behind(const std::string& text, const std::string& added);
  /// A text moved behind another one.
  void move(const std::string& text, const std::string& behind);
  /// A paragraph of the reviewer's own behind the one that holds `text`.
  void add_paragraph(const std::string& text, const std::string& added);
  /// What follows is done in this part ("word/footnotes.xml").
  void go_to(const std::string& part);

  [[nodiscard]] std::string bytes();

 private:
  pugi::xml_node cut_out(const std::string& text);
  pugi::xml_node changed(pugi::xml_node run, const char* how);
  std::string add_said(const std::string& said, const std::string& author, bool is_resolved,
                       const std::string& parent);
  pugi::xml_node reference(pugi::xml_node after, const std::string& id);
  void leave();

  package::Package package_;
  std::string part_;
  pugi::xml_document tree_;
  std::string comments_;
  std::string extended_;
  int ids_ = 0;
};

}  // namespace rapporteur::test
