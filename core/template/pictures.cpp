#include "template/pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "base/files.hpp"
#include "template/markup.hpp"
#include "template/paragraph_styles.hpp"

namespace rapporteur::template_ {
namespace {

constexpr double emu_per_cm = 360'000;  // ECMA-376, 20.1.2.1: lengths in DrawingML
constexpr const char* image_relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

/// Centimetres.
struct Size {
  double width = 0;
  double height = 0;
};

/// The largest of the picture's proportions in the box; a side that the box lacks follows.
Size fitted(Size box, const Picture& picture) {
  const double ratio = static_cast<double>(picture.width) / picture.height;
  if (box.width <= 0) {
    return {box.height * ratio, box.height};
  }
  if (box.height <= 0) {
    return {box.width, box.width / ratio};
  }
  const double width = std::min(box.width, box.height * ratio);
  return {width, width / ratio};
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
  pugi::xml_attribute attribute = node.attribute(name);
  if (!attribute) {
    attribute = node.append_attribute(name);
  }
  attribute = value.c_str();
}

void remove_all(pugi::xml_node parent, const char* name) {
  while (parent.remove_child(name)) {
  }
}

std::string printed(const pugi::xml_document& tree) {
  std::ostringstream out;
  tree.first_child().print(out, "", pugi::format_raw);
  return out.str();
}

pugi::xml_node drawing_of(pugi::xml_node drawn) {
  const pugi::xml_node inline_ = drawn.child("wp:inline");
  return inline_ ? inline_ : drawn.child("wp:anchor");
}

pugi::xml_node pic_of(pugi::xml_node drawing) {
  return drawing.child("a:graphic").child("a:graphicData").child("pic:pic");
}

std::string odf_xml(pugi::xml_node drawn, const Picture& picture, const std::string& alt,
                    std::size_t number, const PlacedPicture& placed) {
  const Size size = fitted({centimetres(drawn.attribute("svg:width").value()),
                            centimetres(drawn.attribute("svg:height").value())},
                           picture);
  if (!(size.width > 0)) {
    return {};
  }
  pugi::xml_document tree;
  pugi::xml_node frame = tree.append_copy(drawn);
  for (const char* gone : {picture_attribute, "xml:id", "style:rel-width", "style:rel-height"}) {
    frame.remove_attribute(gone);
  }
  for (const char* gone :
       {"draw:image", "svg:title", "svg:desc", "draw:contour-polygon", "draw:contour-path"}) {
    remove_all(frame, gone);
  }
  set(frame, "svg:width", fmt::format("{:.3f}cm", size.width));
  set(frame, "svg:height", fmt::format("{:.3f}cm", size.height));
  const std::string name = frame.attribute("draw:name").as_string("Picture");
  set(frame, "draw:name", fmt::format("{} {}", name, number));
  pugi::xml_node description = frame.prepend_child("svg:desc");
  description.append_child(pugi::node_pcdata).set_value(alt.c_str());
  pugi::xml_node image = frame.prepend_child("draw:image");
  set(image, "xlink:href", placed.file);
  set(image, "xlink:type", "simple");
  set(image, "xlink:show", "embed");
  set(image, "xlink:actuate", "onLoad");
  return printed(tree);
}

void set_extent(pugi::xml_node extent, Size size) {
  set(extent, "cx", std::to_string(std::llround(size.width * emu_per_cm)));
  set(extent, "cy", std::to_string(std::llround(size.height * emu_per_cm)));
}

std::string ooxml_xml(pugi::xml_node drawn, const Picture& picture, const std::string& alt,
                      std::size_t number, const PlacedPicture& placed) {
  constexpr std::size_t first_id = 100'000;  // beyond those that an editor counts
  pugi::xml_document tree;
  tree.append_copy(drawn).remove_attribute(picture_attribute);
  pugi::xml_node drawing = drawing_of(tree.first_child());
  pugi::xml_node extent = drawing.child("wp:extent");
  const Size size = fitted({extent.attribute("cx").as_double() / emu_per_cm,
                            extent.attribute("cy").as_double() / emu_per_cm},
                           picture);
  if (!(size.width > 0)) {
    return {};
  }
  // Shares of the page would win over the size.
  for (const char* gone : {"wp14:sizeRelH", "wp14:sizeRelV"}) {
    remove_all(drawing, gone);
  }
  for (const char* gone : {"wp14:anchorId", "wp14:editId"}) {
    drawing.remove_attribute(gone);
  }
  set_extent(extent, size);
  pugi::xml_node pic = pic_of(drawing);
  const std::string id = std::to_string(first_id + number);
  for (pugi::xml_node named :
       {drawing.child("wp:docPr"), pic.child("pic:nvPicPr").child("pic:cNvPr")}) {
    named.remove_attribute("title");
    set(named, "id", id);
    set(named, "name", fmt::format("Picture {}", number));
    set(named, "descr", alt);
  }
  pugi::xml_node fill = pic.child("pic:blipFill");
  fill.remove_child("a:srcRect");
  pugi::xml_node blip = fill.child("a:blip");
  blip.remove_child("a:extLst");  // a drawing in SVG would be shown in its place
  blip.remove_attribute("r:link");
  set(blip, "r:embed", placed.relation);
  set_extent(pic.child("pic:spPr").child("a:xfrm").child("a:ext"), size);
  return printed(tree);
}

/// Parses an entry, changes it, puts it back; one that is not there begins as `empty`.
template <class Change>
void change(package::Package& package, const std::string& name, const char* empty,
            const Change& work) {
  pugi::xml_document tree;
  const std::string xml = package.get(name).value_or(empty);
  static_cast<void>(
      tree.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
  work(tree.document_element());
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  package.set(name, out.str());
}

std::string media_type(PictureKind kind) {
  return "image/" + std::string(name_of(kind));
}

void add_to_odt(const std::vector<PlacedPicture>& pictures, package::Package& package) {
  change(package, "META-INF/manifest.xml", "<manifest:manifest/>", [&](pugi::xml_node manifest) {
    for (const PlacedPicture& picture : pictures) {
      if (manifest.find_child_by_attribute("manifest:full-path", picture.file.c_str())) {
        continue;
      }
      pugi::xml_node entry = manifest.append_child("manifest:file-entry");
      set(entry, "manifest:full-path", picture.file);
      set(entry, "manifest:media-type", media_type(picture.kind));
    }
  });
}

void add_to_docx(const std::string& part, const std::vector<PlacedPicture>& pictures,
                 package::Package& package) {
  const std::size_t slash = part.rfind('/') + 1;  // 0 when there is none
  const std::string relations = part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
  change(package, relations,
         "<Relationships "
         "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>",
         [&](pugi::xml_node root) {
           for (const PlacedPicture& picture : pictures) {
             pugi::xml_node relation = root.append_child("Relationship");
             set(relation, "Id", picture.relation);
             set(relation, "Type", image_relation);
             set(relation, "Target", "/" + picture.file);
           }
         });
  change(package, "[Content_Types].xml", "<Types/>", [&](pugi::xml_node types) {
    for (const PlacedPicture& picture : pictures) {
      const std::string extension(name_of(picture.kind));
      const bool is_known = static_cast<bool>(types.find_child([&](pugi::xml_node entry) {
        return std::string_view(entry.name()) == "Default" &&
               extension == entry.attribute("Extension").value();
      }));
      if (!is_known) {
        pugi::xml_node entry = types.prepend_child("Default");
        set(entry, "Extension", extension);
        set(entry, "ContentType", media_type(picture.kind));
      }
    }
  });
}

}  // namespace

Alternative alternative_of(Markup markup, pugi::xml_node node) {
  const std::string_view name = node.name();
  if (markup == Markup::odf) {
    if (!name.starts_with("draw:")) {
      return {};
    }
    // Writer has two fields for it.
    std::string text = node.child("svg:desc").text().get();
    if (text.find("{{") == std::string::npos) {
      text = node.child("svg:title").text().get();
    }
    return {std::move(text), name == "draw:frame" && node.child("draw:image") &&
                                 !node.child("draw:object") && !node.child("draw:text-box")};
  }
  if (name == "v:shape") {
    return {node.attribute("alt").value(), false};
  }
  if (name != "w:drawing") {
    return {};
  }
  const pugi::xml_node drawing = drawing_of(node);
  const pugi::xml_node properties = drawing.child("wp:docPr");
  std::string text = properties.attribute("descr").value();
  if (text.find("{{") == std::string::npos) {
    text = properties.attribute("title").value();
  }
  return {std::move(text),
          static_cast<bool>(pic_of(drawing).child("pic:blipFill").child("a:blip"))};
}

std::string picture_xml(Markup markup, pugi::xml_node drawn, const Picture& picture,
                        const std::string& alt, std::size_t number, PlacedPicture& placed) {
  constexpr std::size_t name_length = 16;
  const bool is_odf = markup == Markup::odf;
  placed.relation = fmt::format("rapPicture{}", number);
  placed.file = fmt::format("{}/rap-{}.{}", is_odf ? "Pictures" : "word/media",
                            sha256(picture.bytes).substr(0, name_length), name_of(picture.kind));
  placed.kind = picture.kind;
  placed.bytes = picture.bytes;
  return is_odf ? odf_xml(drawn, picture, alt, number, placed)
                : ooxml_xml(drawn, picture, alt, number, placed);
}

void add_pictures(Markup markup, const std::string& part,
                  const std::vector<PlacedPicture>& pictures, package::Package& package) {
  if (pictures.empty()) {
    return;
  }
  for (const PlacedPicture& picture : pictures) {
    package.set(picture.file, picture.bytes);
  }
  if (markup == Markup::odf) {
    add_to_odt(pictures, package);
  } else {
    add_to_docx(part, pictures, package);
  }
}

}  // namespace rapporteur::template_
