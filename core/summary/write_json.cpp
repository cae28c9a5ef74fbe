// An account as JSON: docs/summary.en.md tells the members, which are stable.
#include "base/json.hpp"
#include "summary/account.hpp"

namespace rapporteur::summary {

namespace {

json::Value value_of(const Target& target);
json::Value value_of(const Plan& plan);

json::Value value_of(const Finding& one) {
  json::Value value = json::object();
  value.set("id", json::string(one.id));
  value.set("severity", json::string(one.severity));
  value.set("exit", json::number(one.exit));
  value.set("place", json::string(one.place));
  value.set("file", json::string(one.file));
  value.set("row", json::number(one.row));
  value.set("column", json::number(one.column));
  value.set("message", json::string(one.message));
  value.set("cause", json::string(one.cause));
  value.set("remedy", json::string(one.remedy));
  return value;
}

json::Value value_of(const Document& document) {
  json::Value value = json::object();
  value.set("path", json::string(document.path));
  value.set("kind", json::string(document.kind));
  value.set("pages", json::number(document.pages));
  value.set("bytes", json::number(document.bytes));
  value.set("sha256", json::string(document.sha256));
  return value;
}

json::Value value_of(const Office& office) {
  json::Value value = json::object();
  value.set("jobs", json::number(office.jobs));
  value.set("peak_bytes", json::number(office.peak_bytes));
  return value;
}

template <class Items>
json::Value list_of(const Items& items) {
  json::Value list = json::array();
  for (const auto& item : items) {
    list.push(value_of(item));
  }
  return list;
}

json::Value value_of(const Target& target) {
  json::Value value = json::object();
  value.set("name", json::string(target.name));
  value.set("format", json::string(target.format));
  value.set("language", json::string(target.language));
  value.set("state", json::string(target.state));
  value.set("milliseconds", json::number(target.milliseconds));
  value.set("why", json::string(target.why));
  value.set("subject", json::string(target.subject));
  value.set("documents", list_of(target.documents));
  value.set("findings", list_of(target.found));
  return value;
}

json::Value value_of(const Plan& plan) {
  json::Value value = json::object();
  value.set("folder", json::string(plan.folder));
  value.set("name", json::string(plan.name));
  value.set("findings", list_of(plan.found));
  value.set("targets", list_of(plan.targets));
  return value;
}

}  // namespace

std::string write_json(const Account& account) {
  json::Value root = json::object();
  root.set("rapporteur_summary", json::number(1));
  root.set("language", json::string(account.language));
  json::Value& versions = root.set("versions", json::object());
  for (const auto& [name, version] : account.versions) {
    versions.set(name, json::string(version));
  }
  if (account.shard) {
    json::Value& shard = root.set("shard", json::object());
    shard.set("index", json::number(account.shard->index));
    shard.set("of", json::number(account.shard->of));
  }
  root.set("batch", json::strings(account.batch));
  root.set("own", json::strings(account.own));
  root.set("milliseconds", json::number(account.milliseconds));
  root.set("interrupted", json::boolean(account.interrupted));
  root.set("walled", json::boolean(account.walled));
  root.set("offices", list_of(account.offices));
  root.set("findings", list_of(account.found));
  root.set("plans", list_of(account.plans));
  return json::write(root);
}

}  // namespace rapporteur::summary
