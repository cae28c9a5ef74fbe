#include "load/json_plan.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "base/text.hpp"
#include "load/faults.hpp"
#include "load/json_places.hpp"
#include "load/json_table.hpp"
#include "load/narrative.hpp"
#include "load/plan_yaml.hpp"
#include "plan/export_names.hpp"

namespace rapporteur::load {
namespace {

/// JSON is YAML but for tabs between values and for pairs of surrogates. The text of a value with
/// both put right, behind so many line ends and blanks that each line and character of it stands
/// where it stood in the document.
std::string as_yaml(std::string_view text, const json::Value& value) {
  std::string yaml(static_cast<std::size_t>(value.line) - 1, '\n');
  yaml.append(static_cast<std::size_t>(value.column) - 1, ' ');
  const std::string_view json = text.substr(value.begin, value.end - value.begin);
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '\t') {
      yaml.push_back(' ');  // JSON allows none inside of a text
      continue;
    }
    if (json[i] != '\\') {
      yaml.push_back(json[i]);
      continue;
    }
    const bool is_pair =
        json.size() >= i + 12 && json.substr(i, 3) == "\\ud" && json.substr(i + 6, 3) == "\\ud";
    const bool is_upper_pair =
        json.size() >= i + 12 && json.substr(i, 3) == "\\uD" && json.substr(i + 6, 3) == "\\uD";
    if (is_pair || is_upper_pair) {
      json::Problem problem;
      const auto character = json::parse("\"" + std::string(json.substr(i, 12)) + "\"", problem);
      yaml += character ? character->text : std::string();
      i += 11;
    } else {
      yaml.push_back(json[i]);
      yaml.push_back(json[++i]);
    }
  }
  return yaml;
}

class JsonPlan {
 public:
  JsonPlan(std::string file, Plan& plan, Diagnostics& diagnostics)
      : file_(std::move(file)), plan_(plan), diagnostics_(diagnostics) {}

  bool read(const std::string& text) {
    json::Problem problem;
    const auto document = json::parse(text, problem);
    if (!document) {
      Origin place;
      place.file = file_;
      place.row = problem.line;
      place.column = problem.column;
      report(diagnostics_, "json-broken", std::move(place),
             {{"fault", std::string(json::name_of(problem.fault))}, {"name", problem.name}});
      return false;
    }
    const json::Value* const settings = document->find("plan");
    if (settings == nullptr || !settings->is(json::Type::object)) {
      report_at(settings == nullptr ? *document : *settings, "json-not-a-plan");
      return false;
    }
    const json::Value* const version = document->find("rapporteur_export");
    if (version != nullptr && version->text != std::to_string(export_version)) {
      report_at(*version, "json-version",
                {{"version", version->text}, {"known", std::to_string(export_version)}});
    }
    if (!read_plan_yaml(as_yaml(text, *settings), file_, plan_, diagnostics_)) {
      return false;
    }
    for (const json::Member& member : document->members) {
      read_member(member, *document);
    }
    return true;
  }

 private:
  void read_member(const json::Member& member, const json::Value& document) {
    const std::string& name = member.name;
    if (name == "plan" || name == "rapporteur_export" || name.starts_with('_') ||
        name.starts_with('$')) {
      return;
    }
    if (name != "narratives") {
      read_table(member, document);
    } else if (is_list(member)) {
      for (const json::Value& item : member.value.items) {
        read_narrative(item);
      }
    }
  }

  void read_table(const json::Member& member, const json::Value& document) {
    const TableSpec* const spec = find_table(member.name);
    if (spec == nullptr) {
      std::vector<std::string> known = {"plan", "narratives"};
      for (const TableSpec& table : schema()) {
        known.emplace_back(table.name);
      }
      report_at(member.value, "json-table-unknown", {{"name", member.name}},
                nearest(member.name, known));
      return;
    }
    if (const auto twice = plan_.tables.find(spec->name); twice != plan_.tables.end()) {
      report_at(member.value, "table-twice",
                {{"table", std::string(spec->name)}, {"other", twice->second.origin.file}});
      return;
    }
    if (is_list(member)) {
      plan_.tables.emplace(
          spec->name, read_json_table(*spec, member.value, document, file_, plan_, diagnostics_));
    }
  }

  bool is_list(const json::Member& member) {
    if (member.value.is(json::Type::array)) {
      return true;
    }
    report_at(member.value, "json-shape", {{"name", member.name}, {"shape", "rows"}});
    return false;
  }

  void read_narrative(const json::Value& item) {
    const std::string_view slot = item.string_at("slot");
    const std::string_view language = item.string_at("language");
    const json::Value* const markdown = item.find("markdown");
    if (slot.empty() || language.empty() || markdown == nullptr ||
        !markdown->is(json::Type::string)) {
      report_at(item, "json-shape", {{"name", "narratives"}, {"shape", "narrative"}});
      return;
    }
    Origin place;
    place.file = file_;
    place.row = item.line;
    add_narrative({std::string(slot), std::string(language), markdown->text,
                   exported_place(item).value_or(place)},
                  plan_, diagnostics_);
  }

  void report_at(const json::Value& value, const char* id, Arguments args = {},
                 std::string suggestion = {}) {
    Origin place;
    place.file = file_;
    place.row = value.line;
    place.column = value.column;
    report(diagnostics_, id, std::move(place), std::move(args), std::move(suggestion));
  }

  std::string file_;
  Plan& plan_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool is_json_plan(const std::filesystem::path& path) {
  return path.extension() == ".json";
}

bool read_json_text(const std::string& text, const std::string& file, Plan& plan,
                    Diagnostics& diagnostics) {
  return JsonPlan(file, plan, diagnostics).read(text);
}

bool read_json_plan(Folder& folder, const std::string& name, Plan& plan, Diagnostics& diagnostics) {
  const auto text = folder.read_text(name);
  return text && read_json_text(*text, folder.shown(name), plan, diagnostics);
}

}  // namespace rapporteur::load
