// Puts paragraphs together while a document is walked, and notes what was done to them.
//
// The text that counts is the one before the changes: what was deleted is part of it, what was
// inserted is not. A paragraph whose end was inserted is one with what follows it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "review/document.hpp"

namespace rapporteur::review {

/// Who changed something.
struct Change {
  RemarkKind kind = RemarkKind::insertion;
  std::string author;
  std::string date;
  std::string move;  ///< name that both ends of a move share
};

class Gatherer {
 public:
  Gatherer(Document& document, Marks marks) : document_(document), marks_(marks) {}

  /// Text of ours, or of the change that is going on.
  void text(std::string_view words);
  /// Ends a paragraph; one whose end was inserted goes on in the next.
  void end_paragraph(bool end_is_inserted);
  /// Whatever is open ends here: a cell, a story.
  void end_block();

  /// A stretch of its own inside a paragraph (text box, note), or a part of the document.
  void begin_story(Stream stream);
  void end_story();
  void begin_cell();
  void end_cell();
  /// In a row that was inserted or deleted as a whole all cells are one change.
  void begin_row(bool is_one_change);
  void next_page() { page_ += page_ > 0 ? 1 : 0; }
  void know_pages() { page_ = 1; }

  void begin_change(Change change) { changes_.push_back(std::move(change)); }
  void end_change() { changes_.pop_back(); }

  /// The number by which a comment is told of.
  [[nodiscard]] std::size_t add_comment(Remark comment);
  void begin_comment(std::size_t comment);
  void end_comment(std::size_t comment);
  /// A comment without a stretch of text.
  void point_comment(std::size_t comment);

  /// Sorts what was gathered; deletions and insertions at one place become replacements.
  void finish();

 private:
  struct Pending {
    std::size_t remark;
    std::size_t from;
    std::size_t to;
  };
  struct Story {
    Stream stream = Stream::body;
    std::string text;
    std::vector<Pending> pending;
    std::map<std::size_t, std::size_t> comments;  ///< open ones: where they begin
    int cells = 0;                                ///< nested cells around
    int page = 0;                                 ///< where the paragraph began
  };
  std::size_t remark_of(const Change& change);
  void changed_text(const Change& change, std::string_view words);
  void flush();
  [[nodiscard]] Story& story() { return stories_.back(); }

  Document& document_;
  Marks marks_;
  std::vector<Story> stories_;
  std::vector<Change> changes_;
  std::map<std::string, std::size_t> moves_;
  std::map<RemarkKind, std::size_t> running_;  ///< changes that the next text may go on with
  std::map<std::size_t, bool> pointed_;        ///< comments that have a place
  std::vector<Pending> homeless_;              ///< of a start without text: they go to the next
  int page_ = 0;
  bool row_is_one_ = false;
};

}  // namespace rapporteur::review
