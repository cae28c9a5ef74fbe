// Short forms for writing the schema down: one function a column type, in the order
// name, aliases (French first), help in English, help in French.
#pragma once

#include "plan/schema.hpp"

namespace rapporteur::schema_data {

using View = std::string_view;

constexpr ColumnSpec column(ColumnType type, View name, View aliases, View en, View fr,
                            Spread spread = Spread::single, View target = {}, View choices = {}) {
  return {name, type, spread, Required::no, target, choices, en, fr, aliases};
}
constexpr ColumnSpec key(View name, View aliases, View en, View fr) {
  ColumnSpec spec = column(ColumnType::id, name, aliases, en, fr);
  spec.required = Required::yes;
  return spec;
}
constexpr ColumnSpec id() {
  return key("id", "identifiant", "Unique key of the row.", "Clé unique de la ligne.");
}
constexpr ColumnSpec required(ColumnSpec spec) {
  spec.required = Required::yes;
  return spec;
}
constexpr ColumnSpec text(View name, View aliases, View en, View fr) {
  return column(ColumnType::text, name, aliases, en, fr);
}
/// Text by language: `title.fr`, `title.en`.
constexpr ColumnSpec texts(View name, View aliases, View en, View fr) {
  return column(ColumnType::text, name, aliases, en, fr, Spread::by_language);
}
constexpr ColumnSpec code(View name, View aliases, View en, View fr) {
  return column(ColumnType::code, name, aliases, en, fr);
}
constexpr ColumnSpec integer(View name, View aliases, View en, View fr) {
  return column(ColumnType::integer, name, aliases, en, fr);
}
constexpr ColumnSpec order() {
  return integer("order", "ordre", "Place in the order of printing.", "Rang d’impression.");
}
constexpr ColumnSpec decimal(View name, View aliases, View en, View fr) {
  return column(ColumnType::decimal, name, aliases, en, fr);
}
constexpr ColumnSpec money(View name, View aliases, View en, View fr) {
  return column(ColumnType::money, name, aliases, en, fr);
}
constexpr ColumnSpec flag(View name, View aliases, View en, View fr) {
  return column(ColumnType::boolean, name, aliases, en, fr);
}
constexpr ColumnSpec date(View name, View aliases, View en, View fr) {
  return column(ColumnType::date, name, aliases, en, fr);
}
constexpr ColumnSpec list(View name, View aliases, View en, View fr) {
  return column(ColumnType::list, name, aliases, en, fr);
}
constexpr ColumnSpec path(View name, View aliases, View en, View fr) {
  return column(ColumnType::path, name, aliases, en, fr);
}
constexpr ColumnSpec value(View name, View aliases, View en, View fr) {
  return column(ColumnType::value, name, aliases, en, fr);
}
constexpr ColumnSpec period(View en, View fr) {
  return column(ColumnType::period, "period", "periode|annee", en, fr);
}
/// One column a period: `amount.2012`, `amount.2013`.
constexpr ColumnSpec each_period(ColumnType type, View name, View aliases, View en, View fr) {
  return column(type, name, aliases, en, fr, Spread::by_period);
}
constexpr ColumnSpec choice(View name, View aliases, View choices, View en, View fr) {
  return column(ColumnType::choice, name, aliases, en, fr, Spread::single, {}, choices);
}
constexpr ColumnSpec reference(View target, View name, View aliases, View en, View fr) {
  return column(ColumnType::reference, name, aliases, en, fr, Spread::single, target);
}
constexpr ColumnSpec references(View target, View name, View aliases, View en, View fr) {
  return column(ColumnType::references, name, aliases, en, fr, Spread::single, target);
}
constexpr ColumnSpec node() {
  return reference("nodes", "node", "noeud|axe|activite|rattachement",
                   "Node of the results chain that it belongs to.",
                   "Nœud de la chaîne de résultats dont elle relève.");
}
constexpr ColumnSpec agency() {
  return reference("organisations", "agency", "agence", "Agency in charge.", "Agence responsable.");
}

// The tables, one subject a file.
[[nodiscard]] std::span<const TableSpec> results_tables();
[[nodiscard]] std::span<const TableSpec> money_tables();
[[nodiscard]] std::span<const TableSpec> partner_tables();
[[nodiscard]] std::span<const TableSpec> story_tables();
[[nodiscard]] std::span<const TableSpec> governance_tables();

}  // namespace rapporteur::schema_data
