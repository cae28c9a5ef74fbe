#include "template/write.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "template/program.hpp"

namespace rapporteur::template_ {
namespace {

std::string_view country_of(std::string_view language) {
  return language.substr(0, 2) == "fr" ? "FR" : "GB";
}

// In ODF, white space collapses: the first of several spaces, and one at an edge, must be spelt.
void write_odf(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    const bool is_edge_space =
        byte == ' ' && (i == 0 || i + 1 == text.size() || text[i - 1] == ' ' ||
                        text[i - 1] == '\n' || text[i - 1] == '\t');
    if (byte != '\n' && byte != '\t' && byte != '\r' && !is_edge_space) {
      continue;
    }
    append_escaped(out, text.substr(plain, i - plain));
    plain = i + 1;
    if (byte == '\n') {
      out += "<text:line-break/>";
    } else if (byte == '\t') {
      out += "<text:tab/>";
    } else if (byte == ' ') {
      out += "<text:s/>";
    }
  }
  append_escaped(out, text.substr(plain));
}

constexpr std::string_view open_text = "<w:t xml:space=\"preserve\">";

void write_ooxml(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\t\r"), text.size());
    if (end > 0) {
      out += open_text;
      append_escaped(out, text.substr(0, end));
      out += "</w:t>";
    }
    if (end == text.size()) {
      return;
    }
    if (text[end] != '\r') {
      out += text[end] == '\n' ? "<w:br/>" : "<w:tab/>";
    }
    text.remove_prefix(end + 1);
  }
}

}  // namespace

void write_text(std::string& out, Markup markup, std::string_view text) {
  if (markup == Markup::odf) {
    write_odf(out, text);
  } else {
    write_ooxml(out, text);
  }
}

bool needs_stripping(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 || code == 0xEE || code == 0xEF || code >= 0xF3;
  });
}

bool is_language(std::string_view language) {
  const auto is_letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  return language.size() >= 2 && is_letter(language[0]) && is_letter(language[1]) &&
         (language.size() == 2 || language[2] == '-');
}

std::string with_language(std::string_view looks, std::string_view language) {
  const std::string mark =
      fmt::format("<w:lang w:val=\"{0}-{1}\"/>", language.substr(0, 2), country_of(language));
  std::string out(looks);
  const std::size_t old = out.find("<w:lang ");
  if (old != std::string::npos) {
    out.erase(old, out.find('>', old) + 1 - old);
  }
  const std::size_t end = out.rfind("</w:rPr>");
  if (end == std::string::npos) {
    return "<w:rPr>" + mark + "</w:rPr>";
  }
  return out.insert(end, mark);
}

std::string with_link_style(std::string_view looks) {
  constexpr std::string_view open = "<w:rPr>";
  constexpr std::string_view style = "<w:rStyle w:val=\"RapporteurFigure\"/>";
  std::string out(looks);
  if (out.find("<w:rStyle ") != std::string::npos) {
    return out;
  }
  const std::size_t at = out.find(open);
  return at == std::string::npos ? fmt::format("{}{}</w:rPr>{}", open, style, out)
                                 : out.insert(at + open.size(), style);
}

std::string language_style_xml(std::string_view language) {
  return fmt::format(
      "<style:style style:name=\"rap_language_{0}\" style:family=\"text\">"
      "<style:text-properties fo:language=\"{0}\" fo:country=\"{1}\"/></style:style>",
      language.substr(0, 2), country_of(language));
}

}  // namespace rapporteur::template_
