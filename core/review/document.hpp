// A document that came back: its paragraphs as they were before anyone changed them, and what was
// said about them. The same reader takes an expanded template, whose values stand between marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "package/package.hpp"
#include "package/xml.hpp"
#include "template/template.hpp"

namespace rapporteur::review {

/// What is compared with its like only: the text, its notes, what stands at the edges of pages.
enum class Stream { body, notes, margins };

struct Paragraph {
  Stream stream = Stream::body;
  std::string text;      ///< with all changes rejected; white space as it stands
  bool in_cell = false;  ///< an empty one is kept, as it may hold a blank value
  int page = 0;          ///< as Word laid it out when it saved; 0 = not known
};

/// Bytes [from, to) of a paragraph's text. Empty where something was put in.
struct Spot {
  std::size_t paragraph = 0;
  std::size_t from = 0;
  std::size_t to = 0;
};

enum class RemarkKind { comment, insertion, deletion, replacement, move };

struct Reply {
  std::string author;
  std::string date;
  std::string text;
};

struct Remark {
  RemarkKind kind = RemarkKind::comment;
  std::string author;   ///< as the file says it
  std::string date;     ///< ISO 8601, as the file says it; empty = not said
  std::string text;     ///< of a comment
  std::string added;    ///< what was put in
  std::string removed;  ///< what was taken out
  bool resolved = false;
  std::vector<Reply> replies = {};
  std::vector<Spot> spots = {};
};

struct Document {
  template_::Markup markup = template_::Markup::odf;
  std::vector<Paragraph> paragraphs;
  std::vector<Remark> remarks;  ///< in the order of the text
  std::int64_t formatting = 0;  ///< changes of looks, which touch no text
  std::string title;            ///< of its properties
  std::string subject;
};

/// Reads a document that may come from strangers. Faults: review-not-a-document,
/// review-encrypted, review-zip-bomb, review-broken.
[[nodiscard]] Result<Document> open_document(const std::string& file, std::string bytes,
                                             Diagnostics& diagnostics);

/// Whether private-use characters are data to be dropped or marks to be kept.
enum class Marks { dropped, kept };

/// Fills in the paragraphs and remarks of a package that was let in. When a part cannot be read
/// `part` names it.
[[nodiscard]] package::XmlFault read_odt(const package::Package& package, Marks marks,
                                         Document& document, std::string& part);
[[nodiscard]] package::XmlFault read_docx(const package::Package& package, Marks marks,
                                          Document& document, std::string& part);

}  // namespace rapporteur::review
