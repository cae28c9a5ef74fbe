// Who is in charge of a row: its agency, else who leads its node.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "check/ledger.hpp"

namespace rapporteur::check {

class Agencies {
 public:
  explicit Agencies(const Plan& plan);

  /// Who leads a node: itself, else the nearest above that says so; empty when none does.
  [[nodiscard]] std::string lead_of(std::size_t node) const;
  /// The organisation or, when it is not among `known`, the one among them that it is a part of;
  /// else the one at the top.
  [[nodiscard]] std::string among(std::string agency, const std::set<std::string>& known) const;
  [[nodiscard]] std::string of(const Entry& entry, const std::set<std::string>& known) const;

 private:
  const Plan& plan_;
  std::unordered_map<std::string, std::string> parents_;
};

}  // namespace rapporteur::check
