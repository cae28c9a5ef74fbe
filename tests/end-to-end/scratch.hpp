// A small report of a test's own: plan, format and drawn template in a private folder, built with
// the binary and an office.
#pragma once

#include <string>

#include "base/files.hpp"

namespace rapporteur::test {

class ScratchReport {
 public:
  /// A plan "plan" in French and English without tables, and a format "scratch".
  /// `declaration`: fields added to plugin.lua; `view`: the body of view(plan, context).
  explicit ScratchReport(const std::string& view, const std::string& declaration = "");

  /// In the plan folder.
  void add_to_plan(const std::string& file, const std::string& text) const;
  void copy_to_plan(const std::string& file, const std::filesystem::path& source) const;
  /// The drawn template: what stands inside office:text, or w:body, and automatic styles.
  void draw_odt(const std::string& body, const std::string& automatic = "") const;
  void draw_docx(const std::string& body) const;

  /// Runs `rapporteur build` with these words behind it; its diagnostics as JSON text, one a line
  /// "id file row". `status` is its exit code.
  std::string build(const std::string& words, int* status = nullptr) const;
  [[nodiscard]] std::string out(const std::string& file) const;
  [[nodiscard]] const std::filesystem::path& root() const { return root_.path(); }

 private:
  TemporaryDirectory root_;
};

}  // namespace rapporteur::test
