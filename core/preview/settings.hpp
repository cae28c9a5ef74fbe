// What a preview is told on the command line.
#pragma once

#include <filesystem>
#include <string>

#include "office/normalise.hpp"
#include "office/pool.hpp"
#include "plugin/format.hpp"
#include "preview/snapshot.hpp"

namespace rapporteur::preview {

struct Settings {
  std::filesystem::path plan;
  Choice choice;
  std::string period;                 ///< empty = plan.yaml's
  std::string template_kind;          ///< "odt", "docx"; empty = ODT when there is one
  std::filesystem::path out = "out";  ///< where the Build button puts documents
  plugin::Search search;
  office::PoolOptions pool;
  office::Stamp stamp;
};

}  // namespace rapporteur::preview
