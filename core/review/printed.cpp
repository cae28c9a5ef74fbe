#include "review/printed.hpp"

#include <charconv>
#include <map>

#include "base/text.hpp"
#include "template/figures.hpp"

namespace rapporteur::review {
namespace {

constexpr std::string_view token_start = "\uE000";
constexpr std::string_view token_end = "\uE001";

/// Takes the marks out of a text and keeps their places.
PrintedParagraph without_marks(Stream stream, std::string_view marked) {
  PrintedParagraph paragraph{.stream = stream, .text = {}, .spans = {}};
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < marked.size();) {
    const std::string_view rest = marked.substr(at);
    if (rest.starts_with(template_::value_open)) {
      const std::size_t end = rest.find(template_::value_close);
      std::size_t number = 0;
      std::from_chars(rest.data() + template_::value_open.size(), rest.data() + rest.size(),
                      number);
      open.push_back(paragraph.spans.size());
      paragraph.spans.push_back({paragraph.text.size(), paragraph.text.size(), number - 1});
      at += end == std::string_view::npos ? rest.size() : end + template_::value_close.size();
    } else if (rest.starts_with(template_::value_end)) {
      if (!open.empty()) {
        paragraph.spans[open.back()].to = paragraph.text.size();
        open.pop_back();
      }
      at += template_::value_end.size();
    } else {
      paragraph.text += rest.front() == '\n' ? ' ' : rest.front();
      ++at;
    }
  }
  return paragraph;
}

class Reader {
 public:
  Reader(const template_::Expansion& expansion, Printed& printed) : printed_(printed) {
    for (const Fill& fill : expansion.fills) {
      fills_[fill.token] = &fill;
    }
  }

  void read(const Paragraph& paragraph) {
    const std::string text = trimmed(paragraph.text);
    if (const Fill* fill = block_fill(text)) {
      for (const Block& block : fill->blocks) {
        add(paragraph.stream, runs_text(block.runs));
      }
      if (!fill->blocks.empty()) {
        return;
      }
    }
    add(paragraph.stream, filled(paragraph.text));
  }

  void add_notes() {
    for (const std::string& note : notes_) {
      add(Stream::notes, note);
    }
  }

 private:
  void add(Stream stream, const std::string& marked) {
    printed_.paragraphs.push_back(without_marks(stream, marked));
  }

  /// The fill that takes the whole paragraph's place.
  [[nodiscard]] const Fill* block_fill(std::string_view text) const {
    const std::size_t at = text.find(token_start);
    const std::size_t end = at == std::string_view::npos ? at : text.find(token_end, at);
    if (end == std::string_view::npos) {
      return nullptr;
    }
    const auto fill = fills_.find(text.substr(at, end + token_end.size() - at));
    return fill == fills_.end() || fill->second->is_inline ? nullptr : fill->second;
  }

  std::string filled(std::string_view text) {
    std::string out;
    while (!text.empty()) {
      const std::size_t at = text.find(token_start);
      const std::size_t end = at == std::string_view::npos ? at : text.find(token_end, at);
      if (end == std::string_view::npos) {
        return out.append(text);
      }
      out += text.substr(0, at);
      const auto fill = fills_.find(text.substr(at, end + token_end.size() - at));
      if (fill != fills_.end()) {
        for (const Block& block : fill->second->blocks) {
          out += runs_text(block.runs);
        }
      }
      text.remove_prefix(end + token_end.size());
    }
    return out;
  }

  std::string runs_text(const std::vector<Run>& runs) {
    std::string text;
    for (const Run& run : runs) {
      text += run.text;
      if (!run.note.empty()) {
        notes_.push_back(runs_text(run.note));
      }
    }
    return text;
  }

  Printed& printed_;
  std::map<std::string, const Fill*, std::less<>> fills_;
  std::vector<std::string> notes_;
};

}  // namespace

Printed read_printed(template_::Expansion expansion) {
  Printed printed;
  package::Package package;
  std::string detail;
  Document document;
  if (package.read(std::move(expansion.package), detail) != package::PackageFault::none) {
    return printed;
  }
  const package::XmlFault fault = expansion.markup == template_::Markup::odf
                                      ? read_odt(package, Marks::kept, document, detail)
                                      : read_docx(package, Marks::kept, document, detail);
  if (fault == package::XmlFault::none) {
    Reader reader(expansion, printed);
    for (const Paragraph& paragraph : document.paragraphs) {
      reader.read(paragraph);
    }
    reader.add_notes();
  }
  printed.values = std::move(expansion.figures);
  return printed;
}

}  // namespace rapporteur::review
