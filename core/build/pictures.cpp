#include "build/pictures.hpp"

#include "base/files.hpp"
#include "base/origin_codec.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

const char* words_of(PictureFault fault) {
  switch (fault) {
    case PictureFault::kind:
      return "kind";
    case PictureFault::broken:
      return "broken";
    default:
      return "large";
  }
}

fs::path folder_of(const Plan& plan) {
  std::error_code error;
  const fs::path folder(plan.folder);
  return fs::is_regular_file(folder, error) ? folder.parent_path() : folder;  // a JSON export
}

}  // namespace

PlanPictures::PlanPictures(const Plan& plan) : folder_(folder_of(plan)) {
  for (const auto& [name, table] : plan.tables) {
    for (const Record& record : table.records) {
      for (const Cell& cell : record.cells) {
        const auto* path = std::get_if<std::string>(&cell.value);
        if (cell.column->type == ColumnType::path && path != nullptr) {
          cells_.try_emplace(*path, record.origin_of(cell));
        }
      }
    }
  }
}

std::string PlanPictures::encode() const {
  wire::Writer out;
  out.string(folder_.string());
  out.integer(static_cast<std::int64_t>(cells_.size()));
  for (const auto& [path, origin] : cells_) {
    out.string(path);
    wire::write(out, origin);
  }
  return out.take();
}

std::shared_ptr<const PlanPictures> PlanPictures::decode(std::string_view bytes) {
  wire::Reader in(bytes);
  const std::shared_ptr<PlanPictures> pictures(new PlanPictures);
  pictures->folder_ = in.string();
  const std::size_t count = in.count();
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    std::string path = in.string();
    pictures->cells_.emplace(std::move(path), wire::read_origin(in));
  }
  return in.ok() && in.at_end() ? pictures : nullptr;
}

std::set<std::string> PlanPictures::asked() const {
  const std::scoped_lock lock(mutex_);
  return asked_;
}

std::optional<Picture> PlanPictures::find(const view::Image& image, const Origin& place,
                                          Diagnostics& diagnostics) const {
  const auto cell = cells_.find(image.path);
  const Origin& origin = cell == cells_.end() ? place : cell->second;
  const auto tell = [&](const char* id, const char* what = "") {
    diagnostics.add(
        {.id = id, .origin = origin, .args = {{"path", image.path}, {"what", std::string(what)}}});
  };
  const fs::path relative(image.path);
  const fs::path file = folder_ / relative;
  if (relative.is_absolute() || !is_inside(file, folder_)) {
    tell("picture-outside");
    return std::nullopt;
  }
  {
    const std::scoped_lock lock(mutex_);
    asked_.insert(file.string());
  }
  std::error_code error;
  if (!fs::is_regular_file(file, error)) {
    if (cell == cells_.end()) {  // else it was told when the plan was loaded
      tell("media-missing");
    }
    return std::nullopt;
  }
  const std::optional<std::string> bytes = read_file(file, max_picture_bytes);
  Picture picture;
  const PictureFault fault = bytes ? read_picture(*bytes, picture) : PictureFault::large;
  if (fault != PictureFault::none) {
    tell("picture-unfit", words_of(fault));
    return std::nullopt;
  }
  if (picture.turned) {
    tell("picture-turned");
  }
  if (image.alt.empty()) {
    tell("picture-undescribed");
  }
  return picture;
}

}  // namespace rapporteur::build
