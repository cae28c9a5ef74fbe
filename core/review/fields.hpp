// Fields of Word: which results are text of the document, and which the editor works out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::review {

class Fields {
 public:
  void begin() { open_.push_back({}); }
  void instruction(std::string_view code);
  /// Between its code and its result.
  void separate();
  void end();
  /// Nothing that stands here is text: a page number, a line of a contents list.
  [[nodiscard]] bool is_computed() const;

 private:
  struct Field {
    std::string code;
    bool shows_result = false;
    bool is_computed = false;
  };
  std::vector<Field> open_;
};

/// Links, forms and quotations keep their words; all else is worked out anew.
[[nodiscard]] bool is_computed_field(std::string_view code);

}  // namespace rapporteur::review
