// The parts of binding: names that are given once, single answers, tables.
#pragma once

#include <set>
#include <string>

#include "takeover/binding.hpp"

namespace rapporteur::takeover {

class Binder {
 public:
  explicit Binder(Binding& out) : out_(out) {}
  void answer(const Answer& answer);
  void table(const FormTable& table);

 private:
  struct Tag {
    BoundTo to = BoundTo::text;
    std::string text;
    std::string name;
  };
  [[nodiscard]] Tag tag_of(const Answer& answer);
  [[nodiscard]] Tag text_tag(const Answer& answer);
  [[nodiscard]] Tag own_text(const std::string& label, const std::string& heading, bool is_line,
                             int level = 0);
  [[nodiscard]] static std::string path_of(const std::string& slot, bool is_line, int level);
  [[nodiscard]] Tag box(const Answer& answer);
  [[nodiscard]] std::string unique(const std::string& label, const std::string& heading,
                                   std::size_t words = 5);

  UsedTable& used(const TableEntry& entry);
  void known_table(const FormTable& table);
  void known_row(const FormTable& table, const TableRow& row);
  void repeated_row(const FormTable& table, const TableRow& row);
  void total_row(const FormTable& table, const TableRow& row);
  void own_table(const FormTable& table);
  void number(const TableRow& row);
  void name_result(const TableRow& row, bool is_asked);
  void cell(const RowCell& cell, const Tag& tag);
  [[nodiscard]] std::string own_field(const FormTable& table, const RowCell& cell);
  [[nodiscard]] std::vector<ColumnMatch> fields_of(const FormTable& table) const;

  Binding& out_;
  std::set<std::string> names_;
  std::set<std::string> texts_;  ///< slots of the lexicon that are taken
};

}  // namespace rapporteur::takeover
