#include "trial/inline_text.hpp"

#include "base/text.hpp"

namespace rapporteur::trial {
namespace {

constexpr std::string_view token_start = "\uE000";
constexpr std::string_view token_end = "\uE001";

std::string_view name_of(pugi::xml_node node) {
  return node.name();
}

/// What stands between two places of the document that are no text.
class Gatherer {
 public:
  explicit Gatherer(Inline& in) : in_(in) {}

  void odf(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = name_of(node);
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        text_ += node.value();
      } else if (name == "text:s") {
        text_ += std::string(node.attribute("text:c").as_uint(1), ' ');
      } else if (name == "text:tab") {
        text_ += '\t';
      } else if (name == "text:line-break") {
        text_ += '\n';
      } else if (name == "text:note") {
        text_ += in_.add_note(paragraphs(node.child("text:note-body")));
      } else if (name == "draw:frame") {
        frame(node);
      } else if (name != "office:annotation") {
        odf(node);
      }
    }
  }

  void ooxml(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = name_of(node);
      if (name == "w:t") {
        text_ += node.text().get();
      } else if (name == "w:tab") {
        text_ += parent.name() == std::string_view("w:r") ? "\t" : "";
      } else if (name == "w:br") {
        text_ += '\n';
      } else if (name == "w:footnoteReference") {
        const auto note = in_.docx_notes.find(node.attribute("w:id").value());
        text_ += in_.add_note(note == in_.docx_notes.end() ? "" : paragraphs(note->second));
      } else if (name == "wp:docPr") {
        text_ += std::string("[picture: ") + node.attribute("descr").value() + "]";
      } else if (name != "w:instrText" && name != "mc:Fallback") {
        ooxml(node);
      }
    }
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string paragraphs(pugi::xml_node parent) {
    std::string text;
    for (const pugi::xml_node node : parent.children()) {
      text += (text.empty() ? "" : " ") + trimmed(paragraph_text(in_, node));
    }
    return text;
  }

  void frame(pugi::xml_node node) {
    if (const pugi::xml_node box = node.child("draw:text-box")) {
      text_ += "[box: " + paragraphs(box) + "]";
      return;
    }
    const std::string title = node.child("svg:title").text().get();
    text_ += "[picture: " + (title.empty() ? node.child("svg:desc").text().get() : title) + "]";
  }

  Inline& in_;
  std::string text_;
};

/// Inline fills in place of their tokens.
std::string filled(Inline& in, std::string text) {
  for (std::size_t at = text.find(token_start); at != std::string::npos;
       at = text.find(token_start, at)) {
    const std::size_t end = text.find(token_end, at);
    const auto fill = end == std::string::npos
                          ? in.fills.end()
                          : in.fills.find(text.substr(at, end + token_end.size() - at));
    if (fill == in.fills.end() || !fill->second->is_inline) {
      at += token_start.size();
      continue;
    }
    std::string content;
    for (const Block& block : fill->second->blocks) {
      content += runs_text(in, block.runs);
    }
    text.replace(at, end + token_end.size() - at, content);
    at += content.size();
  }
  return text;
}

}  // namespace

std::string Inline::add_note(const std::string& text) {
  std::string call = "[^" + std::to_string(++noted) + "]";
  notes.push_back(call + ": " + text);
  return call;
}

std::string paragraph_text(Inline& in, pugi::xml_node paragraph) {
  Gatherer gatherer(in);
  if (in.markup == template_::Markup::odf) {
    gatherer.odf(paragraph);
  } else {
    gatherer.ooxml(paragraph);
  }
  return filled(in, gatherer.take());
}

std::string runs_text(Inline& in, const std::vector<Run>& runs) {
  std::string text;
  for (const Run& run : runs) {
    text += run.text;
    if (!run.note.empty()) {
      text += in.add_note(runs_text(in, run.note));
    }
  }
  return text;
}

const Fill* block_fill(const Inline& in, std::string_view text) {
  const std::size_t at = text.find(token_start);
  const std::size_t end = at == std::string_view::npos ? at : text.find(token_end, at);
  if (end == std::string_view::npos) {
    return nullptr;
  }
  const auto fill = in.fills.find(text.substr(at, end + token_end.size() - at));
  return fill == in.fills.end() ? nullptr : fill->second;
}

}  // namespace rapporteur::trial
