// Pictures: the plan's file in the frame that the template has drawn for it.
#include "base/text.hpp"
#include "template/runner.hpp"
#include "template/write.hpp"

namespace rapporteur::template_ {

void Runner::picture(const Op& op) {
  const view::Value* value = look_up(op.tag);
  if (value == nullptr) {
    return;
  }
  const auto* image = std::get_if<view::Image>(&value->data);
  if (image == nullptr && !std::holds_alternative<Missing>(value->data)) {
    fault(op.tag, "template-not-a-picture", {{"path", tag(op.tag).path_text}});
    return;
  }
  std::optional<Picture> found;
  if (image != nullptr && input_.find_picture) {
    const Origin& place = value->origin.file.empty() ? tag(op.tag).origin : value->origin;
    found = input_.find_picture(*image, place, diagnostics_);
  }
  if (!found) {
    no_picture(op, *value);
    return;
  }
  PlacedPicture placed;
  const std::string xml = picture_xml(document_.markup, op.drawn, *found,
                                      strip_unprintable(image->alt), ++placed_, placed);
  if (xml.empty()) {
    fault(op.tag, "template-picture-size");
    return;
  }
  out_ += xml;
  pictures_.push_back(std::move(placed));
}

// The mark of what is missing stands in its place. A frame beside all paragraphs has none.
void Runner::no_picture(const Op& op, const view::Value& value) {
  const view::Value missing{std::holds_alternative<Missing>(value.data)
                                ? std::get<Missing>(value.data)
                                : Missing::no_data,
                            {},
                            value.origin};
  const std::string mark = print(op.tag, missing).value_or("");
  note_missing(tag(op.tag), *formats_[static_cast<std::size_t>(op.tag)], missing, mark);
  const Role outer = role_of(document_.markup, op.drawn.parent().name());
  if (outer == Role::paragraph || outer == Role::inline_) {
    write_text(out_, document_.markup, mark);
  }
}

}  // namespace rapporteur::template_
