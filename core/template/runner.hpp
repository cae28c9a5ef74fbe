// Runs compiled parts over a view: writes the expanded XML and the fills that the office will do.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "template/columns.hpp"
#include "template/document.hpp"
#include "template/evaluate.hpp"
#include "template/markdown.hpp"
#include "template/pictures.hpp"
#include "template/program.hpp"
#include "template/table_layout.hpp"
#include "template/template.hpp"

namespace rapporteur::template_ {

/// One part as XML text, without a package: what tests and benches call.
struct Expanded {
  std::string xml;
  std::vector<Fill> fills;
};
[[nodiscard]] Result<Expanded> expand_xml(Markup markup, std::string xml, const ExpandInput& input,
                                          Diagnostics& diagnostics);

/// What template-unknown-field says: the name, the names there are, and whether it is that of a
/// block which does not reach here, or follows a value that has no parts.
[[nodiscard]] Arguments unknown_arguments(const Document& document, const Found& found);

/// One expansion of one document. Faults go to the diagnostics, each once per tag.
class Runner {
 public:
  Runner(const Document& document, const ExpandInput& input, Diagnostics& diagnostics);
  ~Runner();

  /// Formats, terms and first names of every tag, those in branches that nothing enters included.
  void check_tags();
  /// The XML text of a part.
  [[nodiscard]] std::string run(const Part& part);
  [[nodiscard]] bool failed() const { return failed_; }
  /// The pictures that run() put into the part.
  [[nodiscard]] std::vector<PlacedPicture> take_pictures() { return std::move(pictures_); }
  [[nodiscard]] std::vector<LimitMark> take_marks() { return std::move(marks_); }
  [[nodiscard]] std::vector<Fill> take_fills() { return std::move(fills_); }
  [[nodiscard]] std::vector<PrintedFigure> take_figures() { return std::move(figures_); }

 private:
  struct Columns;  // a table whose columns were cloned
  struct Merge {
    std::size_t table = 0;
    std::size_t row = 0;
    std::size_t position = 0;
    std::size_t count = 0;
    std::string printed;
  };
  struct Frame {
    int tag = -1;
    const view::List* list = nullptr;
  };

  void run(const Program& program);
  void each(const Op& op);
  void in_language(const Op& op);
  void clone(const Op& op);
  void columns_table(const Op& op);
  void rows(const Op& op);
  void cell(const Op& op);
  void merge_cell(const Op& op);
  void close_merge(Merge& merge);
  void value(const Op& op);
  void table(const Op& op);
  void picture(const Op& op);
  void limit(const Op& op);
  void term(const Op& op);
  void no_picture(const Op& op, const view::Value& value);
  std::optional<std::string> print_cell(int tag, const view::Value& value,
                                        const std::string& format, const std::string& column);
  void cell_text(int drawn, const CellText& text, const std::string& run_looks);
  void markdown(const Op& op, const view::Value& value, const view::Markdown& text);
  [[nodiscard]] view::Markdown to_be_read(view::Markdown text) const;
  void no_table(const Op& op, Narrative text, std::string_view language);
  void narrative(const Op& op, Narrative text);
  void table_runs(const std::vector<Run>& runs, const char* looks, std::size_t figure = 0);
  void write(const std::string& looks, std::string_view text, std::string_view language);
  /// The number of a figure that is printed; 0 = none, or none is traced.
  std::size_t add_figure(int drawn, const view::Value& value, std::string_view printed);
  [[nodiscard]] std::string comment_on(std::size_t figure) const;
  void mark(Run& run, std::size_t figure) const;
  void mark_lines(std::vector<Run>& runs, int drawn, const view::Markdown& text);
  void mark_figures(std::vector<Run>& runs, int drawn, const view::Markdown& text);
  void mark_figures(Narrative& narrative, int drawn, const view::Markdown& text);
  /// What `write_printed` writes, marked as this figure. In Word it stands in a run of these looks.
  void write_figure(std::size_t figure, const std::string& looks,
                    const std::function<void(const std::string& looks)>& write_printed);
  void leave(Fill fill);
  void note_missing(const Tag& tag, const locale::Format& format, const view::Value& value,
                    const std::string& printed);
  [[nodiscard]] std::string patched();

  std::vector<std::string> section_languages();
  /// The items of a list tag; nothing to iterate when it is missing or a fault.
  const view::List* list_of(int tag);
  const view::Value* look_up(int tag);
  std::optional<std::string> print(int tag, const view::Value& value);
  void fault(int tag, const char* id, Arguments args = {}, std::string suggestion = {});
  [[nodiscard]] const Tag& tag(int number) const {
    return document_.tags[static_cast<std::size_t>(number)];
  }
  std::string language_style(std::string_view language);

  const Document& document_;
  const ExpandInput& input_;
  Diagnostics& diagnostics_;
  Scope scope_;
  std::string language_;                                ///< the report's, or that of the section
  std::vector<std::optional<locale::Format>> formats_;  ///< parallel to the tags
  std::set<std::pair<int, std::string>> said_;
  bool failed_ = false;
  std::vector<Fill> fills_;
  std::vector<PlacedPicture> pictures_;
  std::vector<LimitMark> marks_;
  std::vector<PrintedFigure> figures_;
  std::size_t placed_ = 0;  ///< pictures of the whole document

  std::string out_;
  std::vector<std::pair<std::size_t, std::string>> patches_;
  std::size_t styles_position_ = 0;
  bool has_styles_ = false;
  NewStyles new_styles_;
  std::set<std::string, std::less<>> languages_;
  AutomaticStyles table_styles_;
  std::int64_t note_numbers_ = 0;
  std::map<std::string, std::unique_ptr<Columns>> columns_;
  std::vector<Frame> frames_;
  std::map<const Op*, Merge> merges_;
  int repeats_ = 0;
  std::map<std::string, std::optional<locale::Format>, std::less<>> cell_formats_;
  std::size_t drawn_tables_ = 0;
  std::size_t tables_ = 0;
  std::size_t table_ = 0;
  std::size_t row_ = 0;
};

}  // namespace rapporteur::template_
