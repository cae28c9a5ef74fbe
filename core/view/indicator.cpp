#include "view/indicator.hpp"

#include <algorithm>

namespace rapporteur::view {
namespace {

struct Convert {
  const IndicatorValue& whole;
  const Scale* scale;
  std::string_view language;

  Value operator()(Missing missing) const { return {missing, {}, {}}; }
  Value operator()(const Decimal& number) const {
    if (!whole.before.empty() || !whole.after.empty()) {
      return {Qualified{number, whole.is_percent, false, whole.before, whole.after}, {}, {}};
    }
    return whole.is_percent ? Value{Percent{number}, {}, {}} : Value{number, {}, {}};
  }
  Value operator()(const Relative& relative) const {
    return {Qualified{relative.change, whole.is_percent, true, whole.before, whole.after}, {}, {}};
  }
  Value operator()(bool answer) const { return {answer, {}, {}}; }
  Value operator()(const ScaleStep& step) const {
    const std::string digit = std::to_string(step.digit);
    if (scale != nullptr) {
      const auto found = std::ranges::find(scale->steps, step.digit, &Scale::Step::digit);
      if (found != scale->steps.end() && !found->label.empty()) {
        const auto label = found->label.in(language);
        return {Text{digit + " – " + std::string(label.text),
                     label.language == language ? "" : std::string(label.language)},
                {},
                {}};
      }
    }
    return {Text{digit, {}}, {}, {}};
  }
  Value operator()(const std::vector<std::string>& items) const {
    List list;
    for (const std::string& item : items) {
      list.push_back({Text{item, {}}, {}, {}});
    }
    return {std::move(list), {}, {}};
  }
  Value operator()(const std::vector<Part>& parts) const {
    List list;
    for (const Part& part : parts) {
      list.push_back({Qualified{part.number, part.is_percent, false, {}, part.name}, {}, {}});
    }
    return {std::move(list), {}, {}};
  }
  Value operator()(const std::string& text) const { return {Text{text, {}}, {}, {}}; }
};

}  // namespace

Value value_of(const IndicatorValue& value, const Scale* scale, std::string_view language) {
  return std::visit(Convert{value, scale, language}, value.data);
}

}  // namespace rapporteur::view
