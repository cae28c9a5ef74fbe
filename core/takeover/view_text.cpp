// view.lua: one line for each value that the template names.
#include <algorithm>
#include <filesystem>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "takeover/plugin_files.hpp"

namespace rapporteur::takeover {
namespace {

class ViewText {
 public:
  explicit ViewText(const Description& description)
      : description_(description), needs_(description.needs) {}

  std::string write() {
    lists();
    members();
    std::string out = comment("takeover_view", "--",
                              std::filesystem::path(description_.form).filename().string());
    out += "\nlocal r = require \"rapporteur\"\n";
    out += modules();
    out += "\nreturn function(plan, context)\n" + body_ + "  return {\n" + view_ + "  }\nend\n";
    return without_unused(std::move(out));
  }

 private:
  std::string comment(const char* key, const std::string& mark, const std::string& x = {}) const {
    std::string out;
    for (const std::string& line :
         split(trimmed(ui_text(key, {{"x", x}}, description_.wishes.languages.front())), '\n')) {
      (out += line.empty() ? mark : mark + " " + line) += "\n";
    }
    return out;
  }

  [[nodiscard]] std::string modules() const {
    std::string out;
    const auto need = [&](const std::string& name, const std::string& module) {
      if ((body_ + view_).find(name + ".") != std::string::npos) {
        out += "local " + name + " = require \"common." + module + "\"\n";
      }
    };
    need("form", "form");
    need("periods", "periods");
    need("registers", "form_registers");
    need("rows", "form_rows");
    return out;
  }

  // luacheck has nothing to say of what is written.
  std::string without_unused(std::string out) const {
    const std::string text = body_ + view_;
    if (text.find("r.") == std::string::npos || text.find(" r.") == std::string::npos) {
      const std::string line = "local r = require \"rapporteur\"\n";
      out.erase(out.find(line), line.size());
    }
    if (text.find("context.") == std::string::npos) {
      const std::size_t at = out.find("(plan, context)");
      out.replace(at, std::string("(plan, context)").size(), "(plan)");
    }
    return out;
  }

  // Rows of tables that are used more than once, or to which columns are added.
  void lists() {
    for (const UsedTable& table : needs_.tables) {
      const std::string name(table.entry->name);
      body_ += "  local " + name + " = " + std::string(table.entry->lua) + "\n";
      for (const auto& [field, slot] : table.own) {
        body_ += "  form.own_column(plan, " + in_quotes(slot) + ", " + name + ", " +
                 in_quotes(field) + ")\n";
      }
    }
    if (!needs_.chains.empty() &&
        std::none_of(needs_.tables.begin(), needs_.tables.end(),
                     [](const UsedTable& table) { return table.entry->name == "results"; })) {
      body_ += "  local chain_nodes = rows.results(plan)\n";
    }
    body_ += body_.empty() ? "" : "\n";
  }

  void line(const std::string& name, const std::string& lua, int depth,
            const std::string& note = {}) {
    view_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + key(name) + " = " + lua + "," +
             (note.empty() ? "" : " -- " + one_line(note)) + "\n";
  }

  void group(const char* name, const char* note, const std::string& lines) {
    if (!lines.empty()) {
      view_ += comment(note, "    --") + "    " + std::string(name) + " = {\n" + lines + "    },\n";
    }
  }

  template <class Write>
  std::string lines_of(Write write) {
    std::string kept;
    kept.swap(view_);
    write();
    kept.swap(view_);
    return kept;
  }

  void members() {
    if (!needs_.values.empty()) {
      view_ += comment("takeover_view_values", "    --");
    }
    for (const ValueEntry* value : needs_.values) {
      line(std::string(value->name), std::string(value->lua), 2);
    }
    tables();
    group("chain", "takeover_view_chain", lines_of([&] {
            for (const std::string& level : needs_.chains) {
              line(level, "rows.titles(chain_nodes, " + in_quotes(level) + ")", 3);
            }
          }));
    group("texts", "takeover_view_texts", lines_of([&] { slots(false); }));
    group("lines", "takeover_view_lines", lines_of([&] { slots(true); }));
    group("own", "takeover_view_own", lines_of([&] { own(); }));
    group("boxes", "takeover_view_boxes", lines_of([&] {
            for (const Tick& tick : needs_.ticks) {
              line(tick.name, "form.box(context.options." + tick.name + ")", 3, tick.label);
            }
          }));
    if (needs_.has_instructions) {
      view_ += comment("takeover_view_guidance", "    --");
      line("guidance", "context.options.guidance", 2);
    }
  }

  void tables() {
    if (!needs_.tables.empty()) {
      view_ += comment("takeover_view_tables", "    --");
    }
    for (const UsedTable& table : needs_.tables) {
      const std::string name(table.entry->name);
      line(name, name, 2);
      for (const std::string& level : table.levels) {
        line(name + "_" + level, "rows.of_level(" + name + ", " + in_quotes(level) + ")", 2);
      }
    }
    group("totals", "takeover_view_totals", lines_of([&] {
            for (const UsedTable& table : needs_.tables) {
              for (const std::string& field : table.sums) {
                const std::string name(table.entry->name);
                line(name + "_" + field,
                     field == "rate" ? "form.rate(" + name + ")"
                                     : "form.sum(" + name + ", " + in_quotes(field) + ")",
                     3);
              }
            }
          }));
    group("costs", "takeover_view_costs", lines_of([&] {
            for (const UsedTable& table : needs_.tables) {
              for (const auto& [name, label] : table.kinds) {
                line(name, "registers.category(budget, " + in_quotes(label) + ")", 3);
              }
            }
          }));
  }

  void slots(bool is_line) {
    for (const Slot& slot : needs_.slots) {
      if (slot.is_line != is_line) {
        continue;
      }
      std::string lua =
          std::string(is_line ? "form.line" : "form.text") + "(plan, " + in_quotes(slot.name);
      for (const std::string& other : slot.others) {
        lua += ", " + in_quotes(other);
      }
      line(slot.name, lua + ")", 3, shortened(slot.label, 70));
    }
  }

  void own() {
    for (const OwnTable& table : needs_.own) {
      const std::string call = table.rows.empty() ? "form.own_rows" : "form.own_grid";
      const std::string count = table.rows.empty() ? "" : ", " + std::to_string(table.rows.size());
      line(table.slot,
           call + "(plan, " + in_quotes(table.slot) + ", " + std::to_string(table.columns.size()) +
               count + ")",
           3, shortened(table.label, 70));
    }
  }

  const Description& description_;
  const Needs& needs_;
  std::string body_;
  std::string view_;
};

}  // namespace

std::string view_lua(const Description& description) {
  return ViewText(description).write();
}

}  // namespace rapporteur::takeover
