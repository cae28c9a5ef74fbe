// word/comments.xml holds the texts; word/commentsExtended.xml ties an answer to what it answers
// and says what is settled, both by the id of a comment's last paragraph.
#include "review/comments.hpp"

#include <vector>

#include "base/text.hpp"
#include "package/xml.hpp"

namespace rapporteur::review {
namespace {

using Node = pugi::xml_node;

constexpr std::size_t deepest_thread = 64;

struct Comment {
  std::string id;
  std::string paragraph;  ///< id of its last one
  Remark remark;
};

void gather(Node parent, std::string& text) {
  for (const Node node : parent.children()) {
    const std::string_view name = node.name();
    if (name == "w:t") {
      text += node.text().get();
    } else if (name == "w:br" || name == "w:tab") {
      text += ' ';
    } else if (name != "w:del" && name != "w:instrText") {
      gather(node, text);
    }
  }
}

Comment comment_of(Node node) {
  Comment comment{.id = node.attribute("w:id").value(), .paragraph = {}, .remark = {}};
  comment.remark.author = strip_unprintable(node.attribute("w:author").value());
  comment.remark.date = node.attribute("w:date").value();
  for (const Node paragraph : node.children("w:p")) {
    std::string text;
    gather(paragraph, text);
    text = trimmed(strip_unprintable(text));
    comment.remark.text += (comment.remark.text.empty() || text.empty() ? "" : "\n") + text;
    comment.paragraph = paragraph.attribute("w14:paraId").value();
  }
  return comment;
}

}  // namespace

package::XmlFault read_docx_comments(const package::Package& package, Gatherer& gatherer,
                                     std::map<std::string, std::size_t>& numbers,
                                     std::string& part) {
  part = "word/comments.xml";
  if (!package.contains(part)) {
    return package::XmlFault::none;
  }
  const package::ParsedXml xml = package::parse_xml(package.get(part).value_or(""));
  if (!xml.tree) {
    return xml.fault;
  }
  std::vector<Comment> comments;
  std::map<std::string, std::size_t> by_paragraph;
  for (const Node node : xml.tree->document_element().children("w:comment")) {
    comments.push_back(comment_of(node));
    if (!comments.back().paragraph.empty()) {
      by_paragraph[comments.back().paragraph] = comments.size() - 1;
    }
  }
  std::vector<std::size_t> answers(comments.size());  // number of what it answers, from 1
  part = "word/commentsExtended.xml";
  if (const auto extended = package.get(part)) {
    const package::ParsedXml more = package::parse_xml(*extended);
    if (!more.tree) {
      return more.fault;
    }
    for (const Node node : more.tree->document_element().children("w15:commentEx")) {
      const auto own = by_paragraph.find(node.attribute("w15:paraId").value());
      const auto parent = by_paragraph.find(node.attribute("w15:paraIdParent").value());
      if (own == by_paragraph.end()) {
        continue;
      }
      comments[own->second].remark.resolved = node.attribute("w15:done").as_bool();
      if (parent != by_paragraph.end() && parent->second != own->second) {
        answers[own->second] = parent->second + 1;
      }
    }
  }
  for (std::size_t i = 0; i < comments.size(); ++i) {
    std::size_t first = i;  // of its thread; a ring of answers, which no editor writes, ends too
    for (std::size_t steps = 0; answers[first] != 0 && steps < deepest_thread; ++steps) {
      first = answers[first] - 1;
    }
    if (answers[first] != 0) {
      answers[i] = 0;
    } else if (first != i) {
      const Remark& answer = comments[i].remark;
      comments[first].remark.replies.push_back({answer.author, answer.date, answer.text});
    }
  }
  for (std::size_t i = 0; i < comments.size(); ++i) {
    if (answers[i] == 0) {
      numbers.emplace(comments[i].id, gatherer.add_comment(std::move(comments[i].remark)));
    }
  }
  return package::XmlFault::none;
}

}  // namespace rapporteur::review
