#include "office/note_references.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rapporteur::office {

namespace {

constexpr std::string_view made_up = "_RefF";

void mend_instruction(pugi::xml_node instruction) {
  const std::string text = instruction.text().get();
  const std::string start = " REF " + std::string(made_up);
  if (text.starts_with(start)) {
    const std::string name = text.substr(5, text.find(' ', 5) - 5);
    instruction.text().set((" NOTEREF " + name + " \\f \\h ").c_str());
  }
}

bool is_mark(pugi::xml_node node) {
  return std::string_view(node.name()) == "w:footnoteReference";
}

// The run, or the link, after `start` that holds a note's mark, in the same paragraph.
pugi::xml_node mark_behind(pugi::xml_node start) {
  pugi::xml_node at = start.next_sibling();
  while (at && !at.find_node(is_mark)) {
    at = at.next_sibling();
  }
  return at;
}

struct Walk : pugi::xml_tree_walker {
  std::vector<pugi::xml_node> starts;
  std::vector<pugi::xml_node> instructions;
  std::unordered_map<std::string, pugi::xml_node> ends;

  bool for_each(pugi::xml_node& node) override {
    const std::string_view name = node.name();
    if (name == "w:bookmarkStart" &&
        std::string_view(node.attribute("w:name").value()).starts_with(made_up)) {
      starts.push_back(node);
    } else if (name == "w:bookmarkEnd") {
      ends[node.attribute("w:id").value()] = node;
    } else if (name == "w:instrText") {
      instructions.push_back(node);
    }
    return true;
  }
};

}  // namespace

void mend_note_references(pugi::xml_document& document) {
  Walk walk;
  document.traverse(walk);
  std::unordered_set<std::string> known;
  for (pugi::xml_node start : walk.starts) {
    const pugi::xml_node mark = mark_behind(start);
    if (const auto end = walk.ends.find(start.attribute("w:id").value()); end != walk.ends.end()) {
      end->second.parent().remove_child(end->second);
    }
    if (!mark || !known.insert(start.attribute("w:name").value()).second) {
      start.parent().remove_child(start);
      continue;
    }
    start.parent().insert_child_after("w:bookmarkEnd", mark).append_attribute("w:id") =
        start.attribute("w:id").value();
  }
  for (const pugi::xml_node instruction : walk.instructions) {
    mend_instruction(instruction);
  }
}

}  // namespace rapporteur::office
