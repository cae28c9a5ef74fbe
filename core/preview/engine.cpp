#include "preview/engine.hpp"

#include <algorithm>

#include "build/compile.hpp"
#include "build/trace.hpp"
#include "build/unwritable.hpp"
#include "build/workshop.hpp"
#include "check/check.hpp"
#include "office/workbooks.hpp"

namespace rapporteur::preview {

namespace fs = std::filesystem;

namespace {

office::PoolOptions one_office(office::PoolOptions options) {
  options.offices = 1;
  return options;
}

fs::path whole(const fs::path& path) {
  std::error_code error;
  return fs::weakly_canonical(path, error);
}

/// A trace names files from the plan's folder, whoever reads it; findings as the plan was named.
std::string file_of_plan(const std::string& file, const std::string& folder) {
  const fs::path whole_path = fs::path(folder) / file;
  std::error_code error;
  return !file.empty() && fs::exists(whole_path, error) ? whole_path.string() : file;
}

std::vector<OfferedFormat> offered(const build::Formats& formats, const std::optional<Plan>& plan) {
  std::vector<OfferedFormat> list;
  list.reserve(formats.all().size());
  for (const plugin::Declaration& format : formats.all()) {
    list.push_back({format.id, format.name, format.languages,
                    plan.has_value() && plan->formats.contains(format.id)});
  }
  return list;
}

}  // namespace

Engine::Engine(const Settings& settings, std::mutex& quiet)
    : settings_(settings), quiet_(quiet), pool_(one_office(settings.pool)) {}

plugin::Search Engine::search() const {
  return plugin::with_plan(settings_.search, settings_.plan);
}

build::Request Engine::request() const {
  build::Request request;
  request.plans = {settings_.plan};
  request.load.period = settings_.period;
  request.template_kind = settings_.template_kind;
  request.search = search();
  request.pool = settings_.pool;
  request.stamp = settings_.stamp;
  request.kinds = {"pdf"};
  request.out = scratch_.path();
  return request;
}

/// What was not chosen is the first that the plan names.
void Engine::complete(State& state) const {
  Choice& choice = state.choice;
  if (choice.format.empty() && plan_ && !plan_->formats.empty()) {
    choice.format = plan_->formats.begin()->first;
  }
  const auto format = std::ranges::find(state.formats, choice.format, &OfferedFormat::id);
  if (format == state.formats.end()) {
    return;
  }
  const auto has = [&](const std::string& language) {
    return std::ranges::find(format->languages, language) != format->languages.end();
  };
  if (!choice.language.empty() && has(choice.language)) {
    return;
  }
  const auto first = plan_ ? std::ranges::find_if(plan_->languages, has) : format->languages.end();
  const bool is_of_plan = plan_ && first != plan_->languages.end();
  if (is_of_plan) {
    choice.language = *first;
  } else if (!format->languages.empty()) {
    choice.language = format->languages.front();
  }
}

bool Engine::prepare(State& state, Diagnostics& diagnostics) {
  const std::scoped_lock lock(quiet_);
  pool_.rest();
  target_.reset();
  formats_ = std::make_unique<build::Formats>(search(), diagnostics, templates_);
  build::Request wanted = request();
  wanted.trace = true;  // the view keeps where its figures come from
  wanted.load.workbooks = [&](const fs::path& file, Diagnostics& found) {
    auto workbook = office::read_workbook(pool_, file, found);
    pool_.rest();
    if (workbook) {
      workbooks_[whole(file)] = *workbook;
    }
    return workbook;
  };
  plan_ = load_plan(settings_.plan, diagnostics, wanted.load);
  state.formats = offered(*formats_, plan_);
  complete(state);
  choice_ = state.choice;
  if (!plan_) {
    return false;
  }
  check_plan(*plan_, diagnostics);
  state.title = plan_->title;
  if (!state.choice.format.empty()) {
    wanted.formats = {state.choice.format};
  }
  if (!state.choice.language.empty()) {
    wanted.languages = {state.choice.language};
  }
  std::vector<std::string> failed;
  auto targets = build::prepare(*plan_, wanted, *formats_, failed, diagnostics);
  if (targets.empty()) {
    return false;
  }
  target_ = std::move(targets.front());
  return true;
}

std::shared_ptr<const Shown> Engine::lay_out(State& state) {
  Diagnostics diagnostics;
  std::shared_ptr<pdf::PdfPages> pages;
  if (prepare(state, diagnostics)) {
    const build::Workshop workshop(scratch_.path());
    const auto documents = build::compile(*target_, request(), workshop.path(), pool_, diagnostics);
    if (!documents.empty()) {
      pages = pdf::PdfPages::open(read_file(documents.front().path).value_or(""));
    }
  }
  state.findings = diagnostics.sorted();
  if (!pages) {
    target_.reset();
    return nullptr;
  }
  return std::make_shared<const Shown>(Shown{++layouts_, state.choice, target_->name, pages});
}

std::vector<build::Document> Engine::build(Diagnostics& diagnostics) {
  if (!target_) {
    return {};
  }
  build::Request wanted = request();
  wanted.kinds = {"odt", "docx", "pdf"};
  wanted.out = settings_.out;
  const build::Workshop workshop(settings_.out);
  if (workshop.path().empty()) {
    diagnostics.add(build::unwritable(settings_.out, workshop.error()));
    return {};
  }
  return build::compile(*target_, wanted, workshop.path(), pool_, diagnostics);
}

std::vector<build::TracedFigure> Engine::trace(const Shown& shown) {
  Diagnostics unheard;  // the layout told them
  const build::Workshop workshop(scratch_.path());
  auto trace = target_ ? build::trace(*target_, settings_.stamp, workshop.path(), pool_, unheard)
                       : std::nullopt;
  if (!trace || trace->pages != shown.pages->count()) {
    return {};
  }
  for (build::TracedFigure& traced : trace->figures) {
    traced.figure.origin.file = file_of_plan(traced.figure.origin.file, target_->plan_folder);
    if (traced.figure.formula) {
      for (view::Cells& group : traced.figure.formula->cells) {
        group.file = file_of_plan(group.file, target_->plan_folder);
      }
    }
  }
  return std::move(trace->figures);
}

std::vector<Followed> Engine::files_used() const {
  std::vector<Followed> used;
  std::error_code error;
  if (fs::is_directory(settings_.plan, error)) {
    used.push_back({settings_.plan, true, {}});
  } else {
    used.push_back({fs::absolute(settings_.plan, error).parent_path(), false,
                    settings_.plan.filename().string()});
  }
  // With all formats in it: what formats share lies there too, and a new one is offered.
  for (const fs::path& root : search().plugin_roots) {
    if (fs::is_directory(root, error)) {
      used.push_back({root, true, {}});
    }
  }
  if (formats_) {
    for (const plugin::Declaration& format : formats_->all()) {
      for (const auto& [kind, file] : format.templates) {
        if (format.id == choice_.format && !file.empty()) {
          used.push_back(
              {fs::absolute(file, error).parent_path(), false, file.filename().string()});
        }
      }
    }
  }
  return used;
}

const Workbook* Engine::workbook(const std::string& file) const {
  const auto found = workbooks_.find(whole(file));
  return found == workbooks_.end() ? nullptr : &found->second;
}

}  // namespace rapporteur::preview
