-- Plugins run in the sandbox of core/plugin: Lua 5.4 with `require "rapporteur"`.
std = "lua54"
max_line_length = false -- help texts stand on one line
