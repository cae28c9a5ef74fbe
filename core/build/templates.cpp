#include "build/templates.hpp"

#include "base/files.hpp"

namespace rapporteur::build {

std::shared_ptr<const template_::Template> Templates::open(const std::string& shown,
                                                           std::string bytes,
                                                           Diagnostics& diagnostics) {
  std::string digest = sha256(bytes);
  Kept& kept = kept_[shown];
  if (kept.digest != digest) {
    kept = {.digest = std::move(digest)};
    if (auto opened = template_::Template::open(shown, std::move(bytes), kept.told)) {
      kept.drawn = std::make_shared<template_::Template>(std::move(*opened));
    }
  }
  diagnostics.append(kept.told);
  return kept.drawn;
}

}  // namespace rapporteur::build
