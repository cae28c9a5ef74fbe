-- Chapter VIII: the seven kinds of content that the form asks for.

local r = require "rapporteur"
local consent = require "common.consent"
local lettered = require "common.lettered"
local pick = require "common.pick"

return function(plan)
  local own = {
    messages = { messages = pick(plan.tables.messages, { "text" }) },
    stories = { stories = consent.words(plan.tables.stories, "story", true) },
    quotes = { quotes = consent.words(plan.tables.quotes, "quote", false) },
    photos = { photos = consent.pictures(plan.tables.photos) },
  }
  local extras = {}
  for i, part in ipairs { "overview", "messages", "events", "campaigns", "stories", "quotes", "photos" } do
    extras[i] = { title = r.t("communication." .. part), messages = {}, stories = {}, quotes = {}, photos = {} }
    for field, rows in pairs(own[part] or {}) do
      extras[i][field] = rows
    end
  end
  local intro, parts = lettered.parts(plan.narratives.communication, extras,
    { messages = {}, stories = {}, quotes = {}, photos = {} })
  return { intro = intro, parts = parts }
end
