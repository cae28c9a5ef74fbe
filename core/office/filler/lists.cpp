// List items. Bullets and numbers are the template's; a task's box is a list style made after its
// bullets, so that the text hangs as it does beside a bullet.
#include <algorithm>
#include <com/sun/star/container/XIndexReplace.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/NumberingType.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>

#include "office/filler/styles.hpp"

namespace rapporteur::filler {

Reference<css::container::XNameContainer> styles_of(const Document& document, const char* family) {
  const Reference<css::style::XStyleFamiliesSupplier> supplier(document, UNO_QUERY_THROW);
  return {supplier->getStyleFamilies()->getByName(OUString::createFromAscii(family)),
          UNO_QUERY_THROW};
}

bool has_style(const Document& document, const char* family, const OUString& name) {
  return styles_of(document, family)->hasByName(name);
}

namespace {

using Paragraph = Reference<css::beans::XPropertySet>;
using Settings = css::uno::Sequence<css::beans::PropertyValue>;

// List styles as Word names its paragraph styles, or a list style of that name, or Writer's own.
struct ListLook {
  OUString paragraph_style;
  OUString list_style;
};

ListLook list_look(const Document& document, const Block& block) {
  const OUString name(block.ordered ? "List Number" : "List Bullet");
  const OUString level_name = block.level > 1 ? name + " " + OUString::number(block.level) : name;
  ListLook look;
  if (has_style(document, "ParagraphStyles", level_name)) {
    look.paragraph_style = level_name;
  } else if (has_style(document, "ParagraphStyles", name)) {
    look.paragraph_style = name;
  }
  if (has_style(document, "NumberingStyles", name)) {
    look.list_style = name;
  }
  if (!look.paragraph_style.isEmpty() && look.list_style.isEmpty()) {
    const Reference<css::beans::XPropertySet> style(
        styles_of(document, "ParagraphStyles")->getByName(look.paragraph_style), UNO_QUERY_THROW);
    look.list_style = get<OUString>(style, "NumberingStyleName");
  }
  if (look.list_style.isEmpty()) {
    look.list_style = block.ordered ? OUString("Numbering 123") : OUString("List 1");
  }
  return look;
}

// The settings of a bullet with a box in its place.
Settings boxed(const Settings& bullet, const OUString& box) {
  Properties settings;
  for (const css::beans::PropertyValue& one : bullet) {
    if (one.Name != "NumberingType" && one.Name != "BulletChar" && one.Name != "BulletFont" &&
        one.Name != "BulletFontName" && one.Name != "BulletId" && one.Name != "Prefix" &&
        one.Name != "Suffix" && one.Name != "ListFormat" && one.Name != "ParentNumbering") {
      settings.add(one);
    }
  }
  settings.add("NumberingType", css::style::NumberingType::CHAR_SPECIAL);
  settings.add("BulletChar", box);
  settings.add("BulletFontName", OUString::createFromAscii(symbol_font));
  return settings.sequence();
}

// "Task Open" and "Task Done"; a template may have drawn its own.
OUString task_style(const Document& document, Task task, const OUString& bullets) {
  const OUString name(task == Task::done ? "Task Done" : "Task Open");
  const auto styles = styles_of(document, "NumberingStyles");
  if (styles->hasByName(name)) {
    return name;
  }
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  const Any made(factory->createInstance("com.sun.star.style.NumberingStyle"));
  styles->insertByName(name, made);
  const Reference<css::beans::XPropertySet> style(styles->getByName(name), UNO_QUERY_THROW);
  const Reference<css::beans::XPropertySet> drawn(styles->getByName(bullets), UNO_QUERY_THROW);
  const Reference<css::container::XIndexReplace> rules(style->getPropertyValue("NumberingRules"),
                                                       UNO_QUERY_THROW);
  const Reference<css::container::XIndexReplace> source(drawn->getPropertyValue("NumberingRules"),
                                                        UNO_QUERY_THROW);
  const OUString box(task == Task::done ? sal_Unicode{0x2611} : sal_Unicode{0x2610});
  for (sal_Int32 level = 0; level < rules->getCount(); ++level) {
    Settings bullet;
    source->getByIndex(level) >>= bullet;
    rules->replaceByIndex(level, Any(boxed(bullet, box)));
  }
  style->setPropertyValue("NumberingRules", Any(rules));
  return name;
}

}  // namespace

void set_list(const Document& document, const Paragraph& paragraph, const Block& block) {
  ListLook look = list_look(document, block);
  if (block.task != Task::none) {
    look.list_style = task_style(document, block.task, look.list_style);
  }
  if (!look.paragraph_style.isEmpty()) {
    set(paragraph, "ParaStyleName", look.paragraph_style);
  }
  set(paragraph, "NumberingStyleName", look.list_style);
  set(paragraph, "NumberingLevel",
      static_cast<sal_Int16>(std::max(0, std::min(block.level, 9) - 1)));
  if (!block.labelled) {
    set(paragraph, "NumberingIsNumber", false);
  }
  if (block.ordered && block.starts_list) {
    set(paragraph, "ParaIsNumberingRestart", true);
    set(paragraph, "NumberingStartValue", static_cast<sal_Int16>(block.number));
  }
}

}  // namespace rapporteur::filler
