#include "plugin/reply.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/wire.hpp"
#include "plugin/lua_fault.hpp"
#include "plugin/session.hpp"

namespace rapporteur::plugin {
namespace {

constexpr std::array<std::string_view, 18> allowed_ids{
    "plugin-error",      "plugin-result",       "plugin-print",      "plugin-timeout",
    "plugin-memory",     "plugin-syntax",       "plugin-nil",        "plugin-compare",
    "plugin-argument",   "plugin-unknown-name", "plugin-module",     "plugin-value",
    "plugin-refused",    "plugin-recursion",    "text-untranslated", "text-other-language",
    "narrative-missing", "plugin-closed"};

// An origin travels inside a missing value, whose codec knows it already.
void write(wire::Writer& out, const Origin& origin) {
  out.string(view::encode({Missing::empty, {}, origin}));
}

void write(wire::Writer& out, const Arguments& args) {
  out.integer(static_cast<std::int64_t>(args.size()));
  for (const auto& [name, value] : args) {
    out.string(name);
    const auto* text = std::get_if<std::string>(&value);
    out.boolean(text != nullptr);
    if (text != nullptr) {
      out.string(*text);
    } else {
      out.integer(std::get<std::int64_t>(value));
    }
  }
}

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : in_(bytes) {}

  std::optional<Reply> reply() {
    Reply reply;
    const std::size_t count = in_.count();
    for (std::size_t i = 0; i < count && ok(); ++i) {
      reply.diagnostics.add(diagnostic());
    }
    if (in_.boolean()) {
      reply.value = view::decode(in_.string());
      ok_ = ok_ && reply.value.has_value();
    }
    return ok() && in_.at_end() ? std::optional(std::move(reply)) : std::nullopt;
  }

 private:
  [[nodiscard]] bool ok() const { return ok_ && in_.ok(); }

  Diagnostic diagnostic() {
    Diagnostic result;
    result.id = in_.string();
    ok_ = ok_ && std::find(allowed_ids.begin(), allowed_ids.end(), result.id) != allowed_ids.end();
    result.origin = origin();
    result.args = arguments();
    result.suggestion = in_.string();
    ok_ = ok_ && first_invalid_utf8(result.suggestion) == std::string::npos;
    const std::size_t count = in_.count();
    for (std::size_t i = 0; i < count && ok(); ++i) {
      Related related;
      related.key = in_.string();
      related.args = arguments();
      related.origin = origin();
      result.related.push_back(std::move(related));
    }
    return result;
  }

  Arguments arguments() {
    Arguments args;
    const std::size_t count = in_.count();
    for (std::size_t i = 0; i < count && ok(); ++i) {
      std::string name = in_.string();
      if (in_.boolean()) {
        std::string text = in_.string();
        ok_ = ok_ && first_invalid_utf8(text) == std::string::npos;
        args.emplace_back(std::move(name), std::move(text));
      } else {
        args.emplace_back(std::move(name), in_.integer());
      }
    }
    return args;
  }

  Origin origin() {
    std::optional<view::Value> carrier = view::decode(in_.string());
    ok_ = ok_ && carrier.has_value();
    return carrier ? std::move(carrier->origin) : Origin{};
  }

  wire::Reader in_;
  bool ok_ = true;
};

}  // namespace

std::string encode(const Reply& reply) {
  wire::Writer out;
  out.integer(static_cast<std::int64_t>(reply.diagnostics.all().size()));
  for (const Diagnostic& diagnostic : reply.diagnostics.all()) {
    out.string(diagnostic.id);
    write(out, diagnostic.origin);
    write(out, diagnostic.args);
    out.string(diagnostic.suggestion);
    out.integer(static_cast<std::int64_t>(diagnostic.related.size()));
    for (const Related& related : diagnostic.related) {
      out.string(related.key);
      write(out, related.args);
      write(out, related.origin);
    }
  }
  out.boolean(reply.value.has_value());
  if (reply.value) {
    out.string(view::encode(*reply.value));
  }
  return out.take();
}

std::optional<Reply> decode_reply(std::string_view bytes) {
  return Decoder(bytes).reply();
}

Arguments timeout_arguments(const Limits& limits) {
  return {{"seconds", std::int64_t{limits.cpu.count()}},
          {"wall", std::int64_t{limits.wall.count() / 1000}}};
}

Arguments memory_arguments(const Limits& limits) {
  return {{"megabytes", static_cast<std::int64_t>(limits.memory >> 20)}};
}

namespace {

/// The diagnostic for a child that gave no answer.
Diagnostic ended(const ChildEnd& end, const Limits& limits) {
  Diagnostic diagnostic;
  switch (end.how) {
    case ChildEnd::How::timeout:
      diagnostic.id = "plugin-timeout";
      diagnostic.args = timeout_arguments(limits);
      break;
    case ChildEnd::How::memory:
      diagnostic.id = "plugin-memory";
      diagnostic.args = memory_arguments(limits);
      break;
    case ChildEnd::How::finished:
    case ChildEnd::How::crashed:
      diagnostic.id = "plugin-crash";
      diagnostic.args = {{"signal", std::int64_t{end.signal}}};
      break;
  }
  return diagnostic;
}

}  // namespace

std::optional<view::Value> ask_child(const std::function<Reply(LastPlace*)>& work,
                                     const Limits& limits, const Folders& folders,
                                     Diagnostics& diagnostics) {
  const SharedPlace last;
  const ChildEnd end = run_in_child([&] { return encode(work(last.get())); }, limits);
  if (end.how == ChildEnd::How::finished) {
    if (std::optional<Reply> reply = decode_reply(end.bytes)) {
      diagnostics.append(reply->diagnostics);
      return std::move(reply->value);
    }
  }
  Diagnostic diagnostic = ended(end, limits);
  Session session;  // knows whose file a chunk is
  session.folder = folders.own;
  session.common = folders.common;
  session.bases = folders.bases;
  const Origin nowhere{.file = "plugin.lua"};
  diagnostic.origin = last.get() == nullptr ? nowhere : last.get()->origin(nowhere);
  diagnostic.origin.file = session.file(diagnostic.origin.file);
  show_line(session, diagnostic.origin);
  diagnostics.add(std::move(diagnostic));
  return std::nullopt;
}

}  // namespace rapporteur::plugin
