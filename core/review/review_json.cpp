#include "base/workbook.hpp"
#include "build/trace.hpp"
#include "review/review.hpp"

namespace rapporteur::review {
namespace {

void set_text(json::Value& value, const char* key, const std::string& text) {
  if (!text.empty()) {
    value.set(key, json::string(text));
  }
}

json::Value touch_json(const Touch& touch) {
  json::Value value = json::object();
  value.set("source", json::string(name_of(touch.source)));
  set_text(value, "slot", touch.value.slot);
  const Origin& origin = touch.value.origin;
  if (touch.source == Source::cell || touch.source == Source::text ||
      touch.source == Source::drawn) {
    value.set("file", json::string(origin.file));
  }
  if (touch.source == Source::cell || touch.source == Source::text) {
    value.set("row", json::number(origin.row));
  }
  if (touch.source == Source::text) {
    value.set("last_row", json::number(touch.last_row));
  }
  if (touch.source == Source::cell) {
    set_text(value, "sheet", origin.sheet);
    if (origin.column > 0) {
      value.set("column", json::number(origin.column));
    }
    if (!origin.sheet.empty()) {
      value.set("cell", json::string(cell_name(origin.row, origin.column)));
    }
    set_text(value, "column_name", origin.column_name);
    set_text(value, "typed", origin.text);
  }
  if (touch.value.formula) {
    value.set("operation", json::string(touch.value.formula->operation));
    value.set("cells", build::to_json(touch.value.formula->cells));
  }
  if (touch.source != Source::drawn && touch.source != Source::unknown) {
    set_text(value, "printed", touch.value.printed);
  }
  set_text(value, "now", touch.now);
  return value;
}

json::Value item_json(const Item& item) {
  const Remark& remark = item.remark;
  json::Value value = json::object();
  value.set("kind", json::string(name_of(remark.kind)));
  value.set("author", json::string(remark.author));
  set_text(value, "date", remark.date);
  if (item.page != 0) {
    value.set("page", json::number(item.page));
  }
  if (remark.kind == RemarkKind::comment) {
    value.set("text", json::string(remark.text));
    value.set("resolved", json::boolean(remark.resolved));
    json::Value& replies = value.set("replies", json::array());
    for (const Reply& reply : remark.replies) {
      json::Value one = json::object();
      one.set("author", json::string(reply.author));
      set_text(one, "date", reply.date);
      one.set("text", json::string(reply.text));
      replies.push(std::move(one));
    }
    value.set("on", json::string(item.on));
  } else {
    set_text(value, "removed", remark.removed);
    set_text(value, "added", remark.added);
  }
  json::Value& touches = value.set("touches", json::array());
  for (const Touch& touch : item.touches) {
    touches.push(touch_json(touch));
  }
  return value;
}

}  // namespace

json::Value review_json(const Review& review) {
  json::Value value = json::object();
  value.set("document", json::string(review.document));
  value.set("plan", json::string(review.plan));
  value.set("format", json::string(review.format));
  value.set("language", json::string(review.language));
  value.set("plan_changed", json::boolean(review.plan_changed));
  value.set("formatting", json::number(review.formatting));
  json::Value& items = value.set("items", json::array());
  for (const Item& item : review.items) {
    items.push(item_json(item));
  }
  return value;
}

}  // namespace rapporteur::review
