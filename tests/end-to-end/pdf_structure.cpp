#include "pdf_structure.hpp"

#include <cstdint>
#include <map>
#include <regex>

#include "base/files.hpp"
#include "office/pdf_objects.hpp"

namespace rapporteur::test {
namespace {

using Objects = std::map<int, std::string>;

std::string after(const std::string& text, const std::string& key, const char* pattern) {
  const std::size_t at = text.find(key);
  std::smatch match;
  const std::string rest = at == std::string::npos ? "" : text.substr(at + key.size(), 4000);
  return std::regex_search(rest, match, std::regex(pattern), std::regex_constants::match_continuous)
             ? match[1].str()
             : "";
}

/// A hexadecimal string of UTF-16 with its mark, as Writer writes texts.
std::string text_of_hex(const std::string& hex) {
  std::string text;
  for (std::size_t i = 4; i + 4 <= hex.size(); i += 4) {
    const auto unit = static_cast<std::uint32_t>(std::stoul(hex.substr(i, 4), nullptr, 16));
    if (unit < 0x80) {
      text += static_cast<char>(unit);
    } else if (unit < 0x800) {
      text += static_cast<char>(0xC0U | (unit >> 6U));
      text += static_cast<char>(0x80U | (unit & 0x3FU));
    } else {
      text += static_cast<char>(0xE0U | (unit >> 12U));
      text += static_cast<char>(0x80U | ((unit >> 6U) & 0x3FU));
      text += static_cast<char>(0x80U | (unit & 0x3FU));
    }
  }
  return text;
}

class Tree {
 public:
  explicit Tree(const std::string& file) {
    const auto pdf = office::parse_pdf(read_file(file).value_or(""));
    for (const auto& object : pdf ? pdf->objects : std::vector<office::PdfObject>{}) {
      // a stream is nothing of the tree, and may hold any bytes
      objects_[object.number] = object.bytes.substr(0, object.bytes.find("stream\n"));
    }
    for (const auto& [number, bytes] : objects_) {
      if (bytes.find("/Type/StructTreeRoot") != std::string::npos) {
        read_roles(bytes);
        add_children(bytes, "", 0);
      } else if (bytes.find("/Type/Catalog") != std::string::npos) {
        language_ = after(bytes, "/Lang", "\\(([^)]*)\\)");
      }
    }
  }
  std::vector<PdfElement> elements_;
  std::string language_;

 private:
  void read_roles(const std::string& root) {
    const std::size_t begin = root.find("/RoleMap<<");
    if (begin == std::string::npos) {
      return;
    }
    const std::string map = root.substr(begin + 10, root.find(">>", begin) - begin - 10);
    static const std::regex pair("/([^\\s/]+)/([^\\s/]+)");
    for (std::sregex_iterator at(map.begin(), map.end(), pair), end; at != end; ++at) {
      roles_[(*at)[1]] = (*at)[2];
    }
  }

  void add_children(const std::string& parent, const std::string& language, int depth) {
    const std::size_t begin = parent.find("\n/K[");
    if (begin == std::string::npos) {
      return;
    }
    const std::string kids = parent.substr(begin, parent.find(']', begin) - begin);
    static const std::regex reference("([0-9]+) 0 R");
    for (std::sregex_iterator at(kids.begin(), kids.end(), reference), end; at != end; ++at) {
      const auto child = objects_.find(std::stoi((*at)[1]));
      if (child != objects_.end() && child->second.find("/Type/StructElem") != std::string::npos) {
        add(child->second, language, depth);
      }
    }
  }

  void add(const std::string& bytes, const std::string& around, int depth) {
    PdfElement element;
    const std::string drawn = after(bytes, "/S/", "([^\\s/]+)");
    const auto role = roles_.find(drawn);
    element.type = role == roles_.end() ? drawn : role->second;
    const std::string own = after(bytes, "/Lang", "\\(([^)]*)\\)");
    element.language = own.empty() ? around : own;
    element.alt = text_of_hex(after(bytes, "/Alt", "<([0-9A-Fa-f]*)>"));
    element.depth = depth;
    elements_.push_back(element);
    add_children(bytes, element.language, depth + 1);
  }

  Objects objects_;
  std::map<std::string, std::string> roles_;
};

}  // namespace

std::vector<PdfElement> pdf_structure(const std::string& file) {
  return Tree(file).elements_;
}

std::string pdf_language(const std::string& file) {
  return Tree(file).language_;
}

}  // namespace rapporteur::test
