#include "build/prepared.hpp"

#include <algorithm>

#include "base/diagnostic_codec.hpp"
#include "base/json.hpp"
#include "base/wire.hpp"
#include "plugin/terms.hpp"

namespace rapporteur::build {

namespace {

void write(wire::Writer& out, const Target& target) {
  out.string(target.plan_folder);
  out.string(target.title);
  out.string(target.author);
  out.integer(static_cast<std::int64_t>(target.limits.size()));
  for (const auto& [name, limit] : target.limits) {
    out.string(name);
  }
  out.string(encode(target.view));
  out.string(target.pictures->encode());
}

void write(wire::Writer& out, const Attempt& attempt) {
  out.string(attempt.name);
  out.string(attempt.format);
  out.string(attempt.language);
  out.string(encode(attempt.found));
  out.integer(static_cast<std::int64_t>(attempt.seconds * 1e6));
  out.boolean(attempt.target.has_value());
  if (attempt.target) {
    write(out, *attempt.target);
  }
}

class Decoder {
 public:
  Decoder(wire::Reader& in, Formats& formats, const std::string& template_kind)
      : in_(in), formats_(formats), kind_(template_kind) {}

  [[nodiscard]] std::optional<Attempt> attempt() {
    Attempt attempt;
    attempt.name = in_.string();
    attempt.format = in_.string();
    attempt.language = in_.string();
    auto found = decode_diagnostics(in_.string());
    attempt.seconds = static_cast<double>(in_.integer()) / 1e6;
    const bool has_target = in_.boolean();
    if (!found || !in_.ok()) {
      return std::nullopt;
    }
    attempt.found = std::move(*found);
    if (has_target) {
      attempt.target = target(attempt);
      if (!attempt.target) {
        return std::nullopt;
      }
    }
    return attempt;
  }

 private:
  [[nodiscard]] Result<Target> target(const Attempt& attempt) {
    Diagnostics told;  // by the process that made the view
    const plugin::Declaration* const format = formats_.find(attempt.format, {}, told);
    auto terms =
        format != nullptr ? plugin::load_terms(*format, attempt.language, told) : std::nullopt;
    auto drawn = terms ? formats_.drawn(*format, kind_, told) : nullptr;
    Target target{.name = attempt.name,
                  .language = attempt.language,
                  .plan_folder = in_.string(),
                  .title = in_.string(),
                  .author = in_.string(),
                  .format = format,
                  .limits = limits(format),
                  .drawn = drawn,
                  .terms = {{}, attempt.language},
                  .view = {},
                  .pictures = nullptr};
    auto view = view::decode(in_.string());
    target.pictures = pictures();
    if (!drawn || !view || !target.pictures) {
      return std::nullopt;
    }
    target.terms = std::move(*terms);
    target.view = std::move(*view);
    return target;
  }

  [[nodiscard]] plugin::LimitsByName limits(const plugin::Declaration* format) {
    plugin::LimitsByName limits;
    const std::size_t count = in_.count();
    for (std::size_t i = 0; i < count && in_.ok(); ++i) {
      const std::string name = in_.string();
      if (format != nullptr && format->limits.contains(name)) {
        limits.emplace(name, format->limits.find(name)->second);
      }
    }
    return limits;
  }

  /// One for the targets of a plan: it remembers what they asked for.
  [[nodiscard]] std::shared_ptr<const PlanPictures> pictures() {
    std::string bytes = in_.string();
    if (!pictures_ || bytes != picture_bytes_) {
      pictures_ = PlanPictures::decode(bytes);
      picture_bytes_ = std::move(bytes);
    }
    return pictures_;
  }

  wire::Reader& in_;
  Formats& formats_;
  const std::string& kind_;
  std::string picture_bytes_;
  std::shared_ptr<const PlanPictures> pictures_;
};

}  // namespace

std::string encode(const Prepared& prepared) {
  wire::Writer out;
  out.integer(static_cast<std::int64_t>(prepared.plan));
  out.boolean(prepared.is_whole);
  out.string(encode(prepared.found));
  out.string(json::write(to_json(prepared.reads)));
  out.integer(static_cast<std::int64_t>(prepared.attempts.size()));
  for (const Attempt& attempt : prepared.attempts) {
    write(out, attempt);
  }
  return out.take();
}

std::size_t plan_of(std::string_view bytes) {
  return static_cast<std::size_t>(std::max<std::int64_t>(0, wire::Reader(bytes).integer()));
}

std::optional<Prepared> decode_prepared(std::string_view bytes, Formats& formats,
                                        const std::string& template_kind) {
  wire::Reader in(bytes);
  Prepared prepared;
  prepared.plan = static_cast<std::size_t>(std::max<std::int64_t>(0, in.integer()));
  prepared.is_whole = in.boolean();
  auto found = decode_diagnostics(in.string());
  json::Problem problem;
  const auto reads_text = json::parse(in.string(), problem);
  auto reads = reads_text ? reads_of(*reads_text) : std::nullopt;
  const std::size_t count = in.count();
  Decoder decoder(in, formats, template_kind);
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    auto attempt = decoder.attempt();
    if (!attempt) {
      return std::nullopt;
    }
    prepared.attempts.push_back(std::move(*attempt));
  }
  if (!found || !reads || !in.ok() || !in.at_end()) {
    return std::nullopt;
  }
  prepared.found = std::move(*found);
  prepared.reads = std::move(*reads);
  return prepared;
}

}  // namespace rapporteur::build
