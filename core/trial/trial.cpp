#include "trial/trial.hpp"

#include <algorithm>
#include <deque>
#include <iterator>

#include "base/files.hpp"
#include "build/pictures.hpp"
#include "build/target.hpp"
#include "plugin/lua_tests.hpp"
#include "plugin/terms.hpp"
#include "trial/line_difference.hpp"
#include "trial/outline.hpp"
#include "trial/settings.hpp"

namespace rapporteur::trial {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr const char* expected_view = "expected.view";
constexpr const char* expected_text = "expected.text";

/// What a test works with.
struct Surroundings {
  Plan plan;
  plugin::Context context;
  locale::Catalogue terms;
};

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    entries.push_back(entry->path());
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

/// The members of the view that a test looks at; one that is not there is missing in the text too.
view::Value selected(const view::Value& whole, const std::vector<std::string>& names) {
  if (names.empty()) {
    return whole;
  }
  view::Map chosen;
  for (const std::string& name : names) {
    if (const view::Value* value = whole.find(name)) {
      chosen.emplace_back(name, *value);
    }
  }
  return {std::move(chosen), {}, {}};
}

class Runner {
 public:
  Runner(const Request& request, build::Formats& formats, const plugin::Declaration& format)
      : request_(request), formats_(formats), format_(format) {}

  std::vector<Outcome> run() {
    const fs::path tests = format_.folder / "tests";
    for (const fs::path& entry : sorted_entries(tests)) {
      std::error_code error;
      if (fs::is_directory(entry, error)) {
        if (entry.filename() != "plan") {
          folder(entry);
        }
      } else if (entry.filename().string().ends_with("_test.lua")) {
        functions(entry);
      }
    }
    return {std::make_move_iterator(outcomes_.begin()), std::make_move_iterator(outcomes_.end())};
  }

 private:
  Outcome& begin(std::string name, Origin place) {
    began_ = Clock::now();
    Outcome& outcome = outcomes_.emplace_back();
    outcome.name = std::move(name);
    outcome.place = std::move(place);
    return outcome;
  }
  void end(Outcome& outcome) const {
    outcome.took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began_);
  }

  std::optional<Surroundings> surround(const fs::path& folder, const Settings& settings,
                                       Diagnostics& diagnostics) const {
    const auto path = plan_beside(folder);
    Diagnostics found;
    auto plan = path ? load_plan(*path, found, request_.load) : std::nullopt;
    if (!path) {
      diagnostics.add({.id = "test-plan-missing", .origin = {.file = (folder / "plan").string()}});
    }
    if (!plan) {
      diagnostics.append(found);  // what a sound plan has to say is the affair of check
      return std::nullopt;
    }
    plan->formats[format_.id].values.clear();
    for (const auto& [name, value] : settings.options) {
      plan->formats[format_.id].values[name] = value;
    }
    std::string language = settings.language;
    for (const std::string& one : plan->languages) {
      const bool is_known = std::find(format_.languages.begin(), format_.languages.end(), one) !=
                            format_.languages.end();
      language = language.empty() && is_known ? one : language;
    }
    auto context = plugin::make_context(format_, *plan, language, diagnostics);
    auto terms = plugin::load_terms(format_, language, diagnostics);
    if (!context || !terms) {
      return std::nullopt;
    }
    return Surroundings{*std::move(plan), *std::move(context), *std::move(terms)};
  }

  // --- folders ------------------------------------------------------------------------------

  void folder(const fs::path& at) {
    const std::string name = at.filename().string();
    bool compares_view = is_there(at / expected_view);
    bool compares_text = is_there(at / expected_text);
    if (request_.accept && !compares_view && !compares_text) {
      compares_view = compares_text = true;
    }
    Outcome& view_outcome =
        begin(name + "/" + (compares_view || !compares_text ? expected_view : expected_text),
              {.file = at.string()});
    Diagnostics& diagnostics = view_outcome.diagnostics;
    if (!compares_view && !compares_text) {
      diagnostics.add({.id = "test-nothing-expected", .origin = {.file = at.string()}});
      return end(view_outcome);
    }
    const auto settings = read_settings(at, diagnostics);
    const auto around = settings ? surround(at, *settings, diagnostics) : std::nullopt;
    const auto view = around ? plugin::run_view(format_, around->plan, around->context,
                                                around->terms, {}, diagnostics)
                             : std::nullopt;
    if (!view) {
      return end(view_outcome);
    }
    if (compares_view) {
      compare(view_outcome, at / expected_view, view::to_text(selected(*view, settings->view)));
    }
    if (compares_text) {
      Outcome& outcome =
          compares_view ? begin(name + "/" + expected_text, {.file = at.string()}) : view_outcome;
      if (const auto text = document(*around, *view, outcome.diagnostics)) {
        compare(outcome, at / expected_text, *text);
      }
      end(outcome);
    }
  }

  std::optional<std::string> document(const Surroundings& around, const view::Value& view,
                                      Diagnostics& diagnostics) {
    const auto drawn = formats_.drawn(format_, "", diagnostics);
    if (!drawn) {
      return std::nullopt;
    }
    const build::PlanPictures pictures(around.plan);
    std::vector<std::string> limits;
    for (const auto& [name, limit] : format_.limits) {
      limits.push_back(name);
    }
    const auto expansion = drawn->expand(
        {.view = view,
         .terms = around.terms,
         .formats = format_.formats,
         .language = around.context.language,
         .nonce = "0",
         .find_picture = [&](const view::Image& image, const Origin& place,
                             Diagnostics& found) { return pictures.find(image, place, found); },
         .limits = limits},
        diagnostics);
    return expansion ? std::optional(outline(*expansion)) : std::nullopt;
  }

  void compare(Outcome& outcome, const fs::path& file, const std::string& actual) const {
    const std::string expected = read_file(file).value_or("");
    outcome.place = {.file = file.string()};
    if (request_.accept && (expected != actual || !is_there(file))) {
      outcome.written = write_file(file, actual);
      outcome.passed = outcome.written;
      if (!outcome.written) {
        outcome.diagnostics.add({.id = "test-unwritable", .origin = outcome.place});
      }
    } else {
      const LineDifference difference = line_difference(expected, actual);
      outcome.difference = difference.text;
      outcome.place.row = difference.line;
      outcome.passed = expected == actual;
    }
    end(outcome);
  }

  // --- functions ----------------------------------------------------------------------------

  void functions(const fs::path& file) {
    const std::string stem = file.stem().string();
    const std::string module = "tests." + stem;
    Outcome& whole = begin(stem, {.file = file.string()});
    std::optional<Surroundings> around;
    if (plan_beside(file.parent_path())) {
      around = surround(file.parent_path(), {}, whole.diagnostics);
    } else {
      around = without_plan(whole.diagnostics);
    }
    if (!around) {
      return end(whole);
    }
    const bool has_plan = plan_beside(file.parent_path()).has_value();
    const plugin::TestSetup setup{format_, has_plan ? &around->plan : nullptr, around->context,
                                  around->terms};
    const auto names = plugin::list_tests(setup, module, whole.diagnostics);
    if (names && names->empty()) {
      whole.diagnostics.add({.id = "test-no-function", .origin = whole.place});
    }
    if (!names || names->empty()) {
      return end(whole);
    }
    outcomes_.pop_back();
    for (const std::string& name : *names) {
      Outcome& outcome = begin(stem + "/" + name, {.file = file.string()});
      outcome.passed = plugin::run_test(setup, module, name, outcome.diagnostics);
      if (!outcome.passed && !outcome.diagnostics.empty()) {
        outcome.place = outcome.diagnostics.all().back().origin;
      }
      end(outcome);
    }
  }

  std::optional<Surroundings> without_plan(Diagnostics& diagnostics) const {
    plugin::Context context{format_.languages.front(), {}};
    for (const plugin::Option& option : format_.options) {
      context.options[option.name] = option.default_value;
    }
    auto terms = plugin::load_terms(format_, context.language, diagnostics);
    return terms ? std::optional(Surroundings{Plan{}, std::move(context), *std::move(terms)})
                 : std::nullopt;
  }

  const Request& request_;
  build::Formats& formats_;
  const plugin::Declaration& format_;
  std::deque<Outcome> outcomes_;  ///< a deque: they are filled while further ones come
  Clock::time_point began_;
};

}  // namespace

std::vector<Outcome> run(const Request& request, Diagnostics& diagnostics) {
  std::error_code error;
  const fs::path whole = fs::absolute(request.format, error).lexically_normal();
  const fs::path folder = whole.has_filename() ? whole : whole.parent_path();
  if (!is_there(folder / "plugin.lua")) {
    diagnostics.add({.id = "test-no-format", .origin = {.file = request.format.string()}});
    return {};
  }
  plugin::Search search = request.search;
  const fs::path root = folder.parent_path();
  search.plugin_roots.insert(search.plugin_roots.begin(),
                             request.format.is_absolute() ? root : fs::proximate(root, error));
  build::Formats formats(search, diagnostics);
  const auto* format = formats.find(folder.filename().string(), {}, diagnostics);
  if (format == nullptr) {
    return {};
  }
  std::vector<Outcome> outcomes = Runner(request, formats, *format).run();
  if (outcomes.empty()) {
    diagnostics.add({.id = "test-none", .origin = {.file = (format->folder / "tests").string()}});
  }
  return outcomes;
}

}  // namespace rapporteur::trial
