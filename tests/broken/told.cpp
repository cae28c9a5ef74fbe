#include "told.hpp"

#include "base/files.hpp"
#include "base/report.hpp"
#include "base/text.hpp"
#include "build/layout.hpp"
#include "build/sample_view.hpp"
#include "build/target.hpp"
#include "drawn.hpp"
#include "load/load.hpp"
#include "office/fonts.hpp"
#include "template/survey.hpp"

namespace rapporteur::broken {
namespace {

namespace fs = std::filesystem;

/// Short, so that what never ends takes a second here.
constexpr plugin::Limits quick{std::chrono::milliseconds{10'000}, std::chrono::seconds{1},
                               std::size_t{64} << 20};

/// The format of a case, put together in a folder of its own.
class Workshop {
 public:
  Workshop(const fs::path& folder, const fs::path& base, const std::string& kind)
      : folder_(folder), base_(base) {
    const fs::path own = root_.path() / "plugins" / "essai";
    fs::create_directories(own);
    fs::create_directories(root_.path() / "templates" / "essai");
    for (const fs::path& from : {base, folder}) {
      for (const auto& entry : fs::directory_iterator(from)) {
        const std::string extension = entry.path().extension().string();
        if (extension == ".lua" || entry.path().filename().string().starts_with("terms.")) {
          fs::copy_file(entry.path(), own / entry.path().filename(),
                        fs::copy_options::overwrite_existing);
        }
      }
    }
    if (!fs::exists(folder / "no-template")) {
      static_cast<void>(write_file(root_.path() / "templates" / "essai" / ("essai." + kind),
                                   draw_template(folder, base, kind)));
    }
    for (const char* more : {"second", "common"}) {
      if (fs::exists(folder / more)) {
        const fs::path to =
            root_.path() / (std::string(more) == "second" ? "second/essai" : "plugins/common");
        fs::create_directories(to);
        fs::copy(folder / more, to, fs::copy_options::recursive);
      }
    }
  }

  [[nodiscard]] Diagnostics run(const std::string& kind) const {
    Diagnostics diagnostics;
    plugin::Search search{{root_.path() / "plugins"}, {root_.path() / "templates"}};
    if (fs::exists(folder_ / "second")) {
      search.plugin_roots.push_back(root_.path() / "second");
    }
    if (fs::exists(folder_ / "no-folder")) {
      search.plugin_roots.push_back(root_.path() / "nowhere");
    }
    build::Formats formats(search, diagnostics);
    const auto* format = formats.find("essai", {}, diagnostics);
    if (format == nullptr) {
      return diagnostics;
    }
    const std::string asked = trimmed(read_file(folder_ / "ask").value_or(kind));
    const auto drawn = formats.drawn(*format, asked, diagnostics);
    const auto plan = load_plan(base_ / "plan", diagnostics);
    const auto target =
        plan ? build::prepare_target(*plan, *format, "fr", drawn, {.limits = quick}, diagnostics)
             : std::nullopt;
    if (target && fs::exists(folder_ / "survey")) {
      look_into(*target, format->templates.at(kind), diagnostics);
    } else if (target && drawn) {
      static_cast<void>(build::expand(*target, {}, diagnostics));
    }
    return diagnostics;
  }

  /// Without what differs from run to run and from kind to kind.
  [[nodiscard]] std::string plain(std::string text, const std::string& kind) const {
    replace(text, root_.path().string() + "/plugins/essai/", "");
    replace(text, root_.path().string() + "/plugins/", "");
    replace(text, fs::proximate(root_.path()).string() + "/templates/essai/", "");
    replace(text, root_.path().string() + "/", "");
    replace(text, base_.string() + "/", "");
    replace(text, "essai." + kind, "essai.KIND");
    return text;
  }

 private:
  /// As `rapporteur template FILE --format essai --plan …`.
  static void look_into(const build::Target& target, const fs::path& file,
                        Diagnostics& diagnostics) {
    const std::set<std::string> own = build::own_terms(*target.format, target.language);
    const template_::SurveyView view{.view = target.view,
                                     .terms = target.terms,
                                     .formats = target.format->formats,
                                     .language = target.language,
                                     .limits = build::limit_names(*target.format),
                                     .lua_terms = build::terms_in_lua(*target.format, own),
                                     .own_terms = own};
    const std::string shown = fs::proximate(file).string();
    const auto survey = template_::survey(shown, read_file(file).value_or(""), &view, diagnostics);
    for (const std::string& font :
         office::missing_fonts(survey ? survey->fonts : std::vector<std::string>())) {
      diagnostics.add(
          {.id = "template-font-missing", .origin = {.file = shown}, .args = {{"font", font}}});
    }
  }

  static void replace(std::string& text, const std::string& old, const std::string& by) {
    for (std::size_t at = text.find(old); at != std::string::npos;
         at = text.find(old, at + by.size())) {
      text.replace(at, old.size(), by);
    }
  }

  TemporaryDirectory root_;
  fs::path folder_;
  fs::path base_;
};

std::string said(const Diagnostics& diagnostics) {
  return "--- fr\n" + report_text(diagnostics, "fr") + "--- en\n" + report_text(diagnostics, "en");
}

bool concerns(const fs::path& folder, const std::string& kind) {
  const std::string other = kind == "odt" ? "docx" : "odt";
  const auto has = [&](const std::string& of) {
    return fs::exists(folder / ("body." + of + ".xml")) || fs::exists(folder / ("package." + of)) ||
           fs::exists(folder / ("bytes." + of));
  };
  return has(kind) || !has(other);
}

}  // namespace

std::string told(const fs::path& folder, const fs::path& base, std::set<std::string>& ids) {
  std::string odt;
  std::string docx;
  const bool is_drawn = fs::exists(folder / "template.txt") || fs::exists(folder / "package.odt") ||
                        fs::exists(folder / "body.odt.xml") || fs::exists(folder / "bytes.odt") ||
                        fs::exists(folder / "package.docx") || fs::exists(folder / "body.docx.xml");
  for (const std::string kind : {"odt", "docx"}) {
    const bool is_asked =
        kind == "odt" ? concerns(folder, kind) : is_drawn && concerns(folder, kind);
    if (!is_asked) {
      continue;  // a fault of Lua is the same whichever the template
    }
    const Workshop workshop(folder, base, kind);
    const Diagnostics diagnostics = workshop.run(kind);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      ids.insert(diagnostic.id);
    }
    (kind == "odt" ? odt : docx) = workshop.plain(said(diagnostics), kind);
  }
  if (odt == docx || docx.empty()) {
    return "=== " + std::string(is_drawn && odt == docx ? "odt and docx" : "odt") + "\n" + odt;
  }
  return (odt.empty() ? "" : "=== odt\n" + odt) + "=== docx\n" + docx;
}

}  // namespace rapporteur::broken
