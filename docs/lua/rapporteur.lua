---@meta rapporteur
-- Generated from the table of the interface by the test unit-plugin. Do not edit.

---@class rapporteur.value
---@class rapporteur.money: rapporteur.value
---@operator add(rapporteur.money): rapporteur.money
---@operator sub(rapporteur.money): rapporteur.money
---@operator unm: rapporteur.money
---@class rapporteur.decimal: rapporteur.value
---@operator add(rapporteur.decimal|integer): rapporteur.decimal
---@operator sub(rapporteur.decimal|integer): rapporteur.decimal
---@operator unm: rapporteur.decimal
---@class rapporteur.percent: rapporteur.value
---@operator add(rapporteur.percent): rapporteur.percent
---@operator sub(rapporteur.percent): rapporteur.percent
---@operator unm: rapporteur.percent
---@class rapporteur.date: rapporteur.value
---@field year integer
---@field month integer?
---@field day integer?
---@class rapporteur.text: rapporteur.value
---@operator concat(string|integer|rapporteur.text): rapporteur.text
---@class rapporteur.markdown: rapporteur.value
---@class rapporteur.missing: rapporteur.value

---The programme's plan. Read-only.
---@class rapporteur.plan
---@field id string Its id in plan.yaml.
---@field title rapporteur.text|rapporteur.missing Title of the plan.
---@field kind rapporteur.text|rapporteur.missing Kind of document: "National action plan".
---@field country rapporteur.text|rapporteur.missing Country or region.
---@field issuer rapporteur.text|rapporteur.missing Ministry or agency that publishes it.
---@field references (rapporteur.text)[] Texts that it refers to.
---@field date rapporteur.date|rapporteur.missing Date printed on the cover.
---@field start_date rapporteur.date|rapporteur.missing First day of the plan.
---@field end_date rapporteur.date|rapporteur.missing Last day of the plan.
---@field periods (rapporteur.period)[] Its periods, in the order of plan.yaml.
---@field reporting_period rapporteur.period|rapporteur.missing The period that is reported on.
---@field currency string ISO 4217 code of its amounts.
---@field languages (string)[] Languages the plan says it is written in.
---@field levels (rapporteur.level)[] Levels of the results chain, highest first.
---@field roots (rapporteur.node)[] Nodes of the highest level.
---@field nodes (rapporteur.node)[] All nodes, in the order of their table.
---@field lines (rapporteur.line)[] All budget lines, in the order of their table.
---@field indicators (rapporteur.indicator)[] All indicators, in the order of their table.
---@field budget rapporteur.budget Totals over the whole plan.
---@field narratives rapporteur.narratives Texts of narrative/, by slot.
---@field narrative_slots (string)[] Slots that have a text in narrative/, in any language: a format leaves a section without one out and asks for no text that would then be reported as missing.
---@field tables rapporteur.tables Every table of the plan as rows, by name.

---A period of the plan: a year, a quarter.
---@class rapporteur.period
---@field id string Its id: key of every map by period.
---@field label rapporteur.text|rapporteur.missing What is printed: "2012", "Year 1".
---@field start_date rapporteur.date|rapporteur.missing First day.
---@field end_date rapporteur.date|rapporteur.missing Last day.
---@field parts (rapporteur.period)[] The periods it is made of.

---A level of the results chain: axis, outcome, activity.
---@class rapporteur.level
---@field id string Its id.
---@field label rapporteur.text|rapporteur.missing What the plan calls it.
---@field numbering string "1", "I", "A" or "none".

---A node of the results chain.
---@class rapporteur.node
---@field id string Its unique id.
---@field code string What is printed as its number; may repeat, may be empty.
---@field title rapporteur.text|rapporteur.missing Its title.
---@field level rapporteur.level|rapporteur.missing Its level.
---@field parent rapporteur.node|nil The node above; nil for a root.
---@field children (rapporteur.node)[] The nodes right below.
---@field lines (rapporteur.line)[] Budget lines of this very node.
---@field indicators (rapporteur.indicator)[] Indicators of this very node.
---@field budget rapporteur.budget Totals of this node with all that hangs below it.
---@field row rapporteur.row Its row in the table nodes, for all other columns.

---A budget line.
---@class rapporteur.line
---@field id string Its unique id.
---@field kind string "amount"; "memo" (costed elsewhere, "PM"); "blank" (not costed yet).
---@field title rapporteur.text|rapporteur.missing Its own title, when it has one.
---@field node rapporteur.node The node that it pays for.
---@field amounts table<string, rapporteur.money|rapporteur.missing> Its amount in each period, by period id.
---@field total rapporteur.total Its total over all periods.

---A total: as declared beside as computed.
---@class rapporteur.total
---@field declared rapporteur.money|rapporteur.missing The total as its author typed it, with its place in the plan.
---@field computed rapporteur.money|rapporteur.missing The exact sum of the amounts present; missing when there is none.
---@field missing integer How many cells of the sum have no amount.
---@field difference rapporteur.money|nil declared - computed; nil when they agree or one of them is absent.

---Totals over all periods, and for each period.
---@class rapporteur.budget
---@field declared rapporteur.money|rapporteur.missing The total as its author typed it, with its place in the plan.
---@field computed rapporteur.money|rapporteur.missing The exact sum of the amounts present; missing when there is none.
---@field missing integer How many cells of the sum have no amount.
---@field difference rapporteur.money|nil declared - computed; nil when they agree or one of them is absent.
---@field by_period table<string, rapporteur.total> The same for each period, by its id.

---What is measured. Values that are broken down stand with its series.
---@class rapporteur.indicator
---@field id string Its unique id.
---@field code string What is printed as its number; may repeat, may be empty.
---@field title rapporteur.text|rapporteur.missing The indicator in words.
---@field type string "count", "percent", "points", "index", "amount", "yes_no", "ordinal", "checklist", "text" or "composite".
---@field unit rapporteur.text|rapporteur.missing Unit of measure.
---@field direction string|nil "up", "down", "maintain"; nil when not said.
---@field aggregation string|nil "annual", "cumulative", "stock", "survey"; nil when not said.
---@field node rapporteur.node|nil The node that it measures; nil for a framework's indicator.
---@field series (rapporteur.series)[] Its disaggregations, in the order of their table.
---@field row rapporteur.row Its row in the table indicators, for all other columns.
---@field baseline string|integer|boolean|rapporteur.value|rapporteur.missing The baseline.
---@field target string|integer|boolean|rapporteur.value|rapporteur.missing The target that stands without a period.
---@field milestones table<string, string|integer|boolean|rapporteur.value> Milestones, by period id.
---@field targets table<string, string|integer|boolean|rapporteur.value> Targets of the main set, by period id.
---@field actuals table<string, string|integer|boolean|rapporteur.value> Actual values, by period id, as the plan has them.
---@field annual table<string, string|integer|boolean|rapporteur.value> Actual values of each period alone: of a cumulative indicator, what the period added.
---@field cumulative table<string, string|integer|boolean|rapporteur.value> Actual values up to each period: of an annual indicator, their sum. Empty for stocks and surveys.
---@field measures (rapporteur.measure)[] All values of all kinds, periods and target sets.

---A disaggregation of an indicator.
---@class rapporteur.series
---@field id string Its unique id.
---@field label rapporteur.text|rapporteur.missing Its name.
---@field indicator rapporteur.indicator The indicator that it belongs to.
---@field part_of rapporteur.series|nil The series that it is a part of.
---@field row rapporteur.row Its row in the table series, for sex, age, place and group.
---@field baseline string|integer|boolean|rapporteur.value|rapporteur.missing The baseline.
---@field target string|integer|boolean|rapporteur.value|rapporteur.missing The target that stands without a period.
---@field milestones table<string, string|integer|boolean|rapporteur.value> Milestones, by period id.
---@field targets table<string, string|integer|boolean|rapporteur.value> Targets of the main set, by period id.
---@field actuals table<string, string|integer|boolean|rapporteur.value> Actual values, by period id, as the plan has them.
---@field annual table<string, string|integer|boolean|rapporteur.value> Actual values of each period alone: of a cumulative indicator, what the period added.
---@field cumulative table<string, string|integer|boolean|rapporteur.value> Actual values up to each period: of an annual indicator, their sum. Empty for stocks and surveys.
---@field measures (rapporteur.measure)[] All values of all kinds, periods and target sets.

---One value of an indicator or series.
---@class rapporteur.measure
---@field kind string "baseline", "milestone", "target" or "actual".
---@field period string Period id; empty when it stands without one.
---@field set string Target set; empty for the main one.
---@field value string|integer|boolean|rapporteur.value|rapporteur.missing The value.
---@field date rapporteur.date|rapporteur.missing When it was measured, where that is no period.
---@field due rapporteur.date|rapporteur.missing When a pending value is due.
---@field agency string Who sent it; empty when not said.
---@field note rapporteur.text|rapporteur.missing Remark for the reader.
---@field source rapporteur.text|rapporteur.missing Where it comes from.

---plan.narratives.<slot>: the text of narrative/<slot>.<language>.md in the report's language, else in another, which is marked and reported; missing when there is none, which is reported too.
---@class rapporteur.narratives
---@field [string] rapporteur.markdown|rapporteur.missing

---A row of the table nodes. The results chain: axes, outcomes, outputs, activities.
---@class rapporteur.row.nodes: rapporteur.row
---@field id string Unique key of the row.
---@field level string|rapporteur.missing Level of the results chain, as named in plan.yaml.
---@field parent string|rapporteur.missing Node above; empty at the top.
---@field code string|rapporteur.missing Code that is printed; generated when empty.
---@field title rapporteur.text|rapporteur.missing Title as printed.
---@field long_title rapporteur.text|rapporteur.missing Full statement, where a format asks for it.
---@field description rapporteur.text|rapporteur.missing Description, a paragraph or two.
---@field lead string|rapporteur.missing Organisation that leads.
---@field partners string[]|rapporteur.missing Organisations that take part.
---@field responsible string[]|rapporteur.missing Organisations that answer for it.
---@field alignment rapporteur.text|rapporteur.missing Frameworks and paragraphs that it answers to.
---@field location string[]|rapporteur.missing Places where it happens.
---@field when table<string, boolean|rapporteur.missing> Yes in each period in which it is carried out.
---@field gender_dedicated boolean|rapporteur.missing Wholly devoted to gender equality.
---@field note rapporteur.text|rapporteur.missing Remark for the reader.

---A row of the table actions. Bulleted actions under an activity.
---@class rapporteur.row.actions: rapporteur.row
---@field id string Unique key of the row.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field text rapporteur.text|rapporteur.missing What is done, as one bullet.
---@field budget_lines string[]|rapporteur.missing Lines that pay for it.

---A row of the table links. Links between nodes, or from nodes to frameworks.
---@class rapporteur.row.links: rapporteur.row
---@field from string|rapporteur.missing Node that the link starts at; the whole plan when empty.
---@field to string|rapporteur.missing Node or framework that it points to.
---@field kind string|rapporteur.missing Sub-programme (many to many) or framework.

---A row of the table indicators. What is measured.
---@class rapporteur.row.indicators: rapporteur.row
---@field id string Unique key of the row.
---@field node string|rapporteur.missing Node of the results chain, or framework, that it measures.
---@field code string|rapporteur.missing Code that is printed.
---@field title rapporteur.text|rapporteur.missing The indicator in words.
---@field type string|rapporteur.missing What its values are.
---@field unit rapporteur.text|rapporteur.missing Unit of measure.
---@field direction string|rapporteur.missing Which way is progress.
---@field aggregation string|rapporteur.missing How values of several periods combine.
---@field scale string|rapporteur.missing Scale of plan.yaml that its values are read on.
---@field source rapporteur.text|rapporteur.missing Where values come from.
---@field method rapporteur.text|rapporteur.missing How it is measured.
---@field frequency string|rapporteur.missing How often it is measured.
---@field responsible string[]|rapporteur.missing Who measures it.
---@field disaggregation rapporteur.text|rapporteur.missing Dimensions that values are broken down by.

---A row of the table series. Disaggregations of an indicator.
---@class rapporteur.row.series: rapporteur.row
---@field id string Unique key of the row.
---@field indicator string|rapporteur.missing Indicator that it belongs to.
---@field label rapporteur.text|rapporteur.missing Name of the series.
---@field sex string|rapporteur.missing Sex counted.
---@field age string|rapporteur.missing Age group, as printed.
---@field place string|rapporteur.missing Place counted.
---@field group string|rapporteur.missing Any other group.
---@field type string|rapporteur.missing What its values are, when not the indicator’s type.
---@field direction string|rapporteur.missing Which way is progress, when not the indicator’s way.
---@field part_of string|rapporteur.missing Series that it is a part of.

---A row of the table values. Baselines, milestones, targets and actuals.
---@class rapporteur.row.values: rapporteur.row
---@field series string|rapporteur.missing Series that is measured.
---@field indicator string|rapporteur.missing Indicator that is measured, by id or by code, when it has no series.
---@field kind string|rapporteur.missing What the value is; in results/, what was reached when empty.
---@field period string|rapporteur.missing Period of the value.
---@field date rapporteur.date|rapporteur.missing Year, month or day of the measurement, where it is not a period of the plan.
---@field set string|rapporteur.missing Target set; empty for the main one.
---@field value string|rapporteur.missing The value, by the indicator’s type.
---@field missing string|rapporteur.missing Why there is no value.
---@field due rapporteur.date|rapporteur.missing When a pending value is due.
---@field qualifier string|rapporteur.missing Sign or word that belongs to it: at least, per …
---@field note rapporteur.text|rapporteur.missing Remark for the reader.
---@field source rapporteur.text|rapporteur.missing Where the value comes from.
---@field baseline string|rapporteur.missing Baseline value, in the wide form.
---@field milestone table<string, string|rapporteur.missing> Milestone of a period.
---@field target table<string, string|rapporteur.missing> Target of a period.
---@field actual table<string, string|rapporteur.missing> What was reached.

---A row of the table target_sets. Second and further sets of targets.
---@class rapporteur.row.target_sets: rapporteur.row
---@field id string Unique key of the row.
---@field title rapporteur.text|rapporteur.missing Name of the set.
---@field reason rapporteur.text|rapporteur.missing Why it stands beside the main one.

---A row of the table budget_lines. The budget, one line a row.
---@class rapporteur.row.budget_lines: rapporteur.row
---@field id string Unique key of the row.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.
---@field set string|rapporteur.missing Second presentation of the budget that it belongs to; empty for the main one. Sums never cross sets.
---@field title rapporteur.text|rapporteur.missing Title of the line; else the node’s.
---@field agency string|rapporteur.missing Agency in charge.
---@field partner string|rapporteur.missing Partner that carries it out.
---@field responsible string[]|rapporteur.missing Organisations that answer for it together, when the source names several.
---@field partners string[]|rapporteur.missing Partners that carry it out together, when the source names several.
---@field indicators string[]|rapporteur.missing Indicators whose targets it pays for.
---@field source string|rapporteur.missing Source of funds.
---@field category string|rapporteur.missing Expense category.
---@field kind string|rapporteur.missing An amount, a memo entry (PM), or a line not costed yet.
---@field amount table<string, rapporteur.money|rapporteur.missing> Amount of a period.
---@field total rapporteur.money|rapporteur.missing Total of the line as its author states it.
---@field note rapporteur.text|rapporteur.missing Remark for the reader.

---A row of the table budget_sets. Second and further presentations of the budget.
---@class rapporteur.row.budget_sets: rapporteur.row
---@field id string Unique key of the row.
---@field title rapporteur.text|rapporteur.missing Name of the presentation.
---@field reason rapporteur.text|rapporteur.missing Why it stands beside the main one.

---A row of the table contributions. What donors give or promise.
---@class rapporteur.row.contributions: rapporteur.row
---@field id string Unique key of the row.
---@field title rapporteur.text|rapporteur.missing Project or output that it pays for.
---@field node string|rapporteur.missing Node that it pays for; the whole plan when empty.
---@field agency string|rapporteur.missing Agency in charge.
---@field donor string|rapporteur.missing Who gives.
---@field donors string[]|rapporteur.missing Who gives, when several give one amount that the source does not split.
---@field fund string|rapporteur.missing Fund or facility.
---@field reference string|rapporteur.missing The donor’s reference.
---@field amount rapporteur.money|rapporteur.missing Amount over all periods.
---@field amount table<string, rapporteur.money|rapporteur.missing> Amount of a period.
---@field status string|rapporteur.missing Allocated, pledged, or still to be mobilised.
---@field note rapporteur.text|rapporteur.missing Remark for the reader.

---A row of the table rates. Management fees, levies and indirect costs.
---@class rapporteur.row.rates: rapporteur.row
---@field id string Unique key of the row.
---@field kind string|rapporteur.missing What the rate pays.
---@field base string|rapporteur.missing What the rate is applied to.
---@field rate rapporteur.decimal|rapporteur.missing Rate in per cent.
---@field period string|rapporteur.missing Period; empty for all.
---@field contribution string|rapporteur.missing Contribution; empty for all.
---@field reason rapporteur.text|rapporteur.missing Why this rate.

---A row of the table expenditures. What was budgeted, committed and spent.
---@class rapporteur.row.expenditures: rapporteur.row
---@field id string Unique key of the row.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.
---@field agency string|rapporteur.missing Agency in charge.
---@field period string|rapporteur.missing Period of the spending.
---@field budgeted rapporteur.money|rapporteur.missing Amount budgeted.
---@field committed rapporteur.money|rapporteur.missing Amount committed.
---@field spent rapporteur.money|rapporteur.missing Amount spent.

---A row of the table exchange_rates. Exchange rates, each with its day and source.
---@class rapporteur.row.exchange_rates: rapporteur.row
---@field from string|rapporteur.missing Currency converted (ISO 4217).
---@field to string|rapporteur.missing Currency obtained (ISO 4217).
---@field rate rapporteur.decimal|rapporteur.missing Units of the second for one of the first.
---@field date rapporteur.date|rapporteur.missing Day of the rate.
---@field source string|rapporteur.missing Who publishes it.

---A row of the table declared_totals. Totals that the source document prints.
---@class rapporteur.row.declared_totals: rapporteur.row
---@field id string Unique key of the row.
---@field of string|rapporteur.missing Table that is added up; the budget lines when empty.
---@field set string|rapporteur.missing Second presentation of the budget that it belongs to; empty for the main one. Sums never cross sets.
---@field node string|rapporteur.missing Node that is added up; the whole plan when empty.
---@field period string|rapporteur.missing Period; all periods together when empty.
---@field agency string|rapporteur.missing Only this agency’s share.
---@field donor string|rapporteur.missing Only this donor’s share.
---@field category string[]|rapporteur.missing Only rows of these categories (contributions: of this status); all when empty.
---@field fund string|rapporteur.missing Only this fund or facility.
---@field column string|rapporteur.missing Column that is added up, when not the amount.
---@field amount rapporteur.money|rapporteur.missing The total as the source states it.
---@field place string|rapporteur.missing Where the source prints it.
---@field printed string|rapporteur.missing The total as printed, when it is not a well-formed number.

---A row of the table organisations. Agencies, ministries, donors, associations.
---@class rapporteur.row.organisations: rapporteur.row
---@field id string Unique key of the row.
---@field name rapporteur.text|rapporteur.missing Full name.
---@field short rapporteur.text|rapporteur.missing Short name or acronym.
---@field aliases string[]|rapporteur.missing Other spellings met in texts and tables.
---@field kind string|rapporteur.missing What it is.
---@field type string|rapporteur.missing How far it reaches.
---@field parent string|rapporteur.missing Organisation that it is a part of: the ministry of a directorate.
---@field women_led boolean|rapporteur.missing Led by women.
---@field womens_rights boolean|rapporteur.missing Works for women’s rights.

---A row of the table partners. Organisations the programme works with.
---@class rapporteur.row.partners: rapporteur.row
---@field organisation string|rapporteur.missing The partner.
---@field group rapporteur.text|rapporteur.missing Heading that it is listed under.
---@field role rapporteur.text|rapporteur.missing What it does in the programme.
---@field kind string|rapporteur.missing Table of partners that lists it.
---@field agency string|rapporteur.missing Agency in charge.
---@field since string|rapporteur.missing Partner since.
---@field places string[]|rapporteur.missing Where it works.
---@field project rapporteur.text|rapporteur.missing Project that it carries out.
---@field agreement_start rapporteur.date|rapporteur.missing First day or month of its agreement.
---@field agreement_end rapporteur.date|rapporteur.missing Last day or month of its agreement.
---@field agreement_months integer|rapporteur.missing Length of its agreement as stated, in months.

---A row of the table awards. Grants and contracts to partners.
---@class rapporteur.row.awards: rapporteur.row
---@field id string Unique key of the row.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.
---@field organisation string|rapporteur.missing Who receives it.
---@field agency string|rapporteur.missing Agency in charge.
---@field amount rapporteur.money|rapporteur.missing Amount awarded.
---@field code string|rapporteur.missing Code of the node as the form states it.
---@field heading string|rapporteur.missing Heading of the form that it stands under, as printed.
---@field type string|rapporteur.missing Reach of the organisation as the form states it.
---@field modality string|rapporteur.missing How it is given.
---@field category string|rapporteur.missing Category of the award.
---@field new_partner boolean|rapporteur.missing First agreement with this partner.
---@field population string|rapporteur.missing Population served.
---@field note rapporteur.text|rapporteur.missing Remark for the reader.

---A row of the table risks. The risk register.
---@class rapporteur.row.risks: rapporteur.row
---@field id string Unique key of the row.
---@field category string|rapporteur.missing Kind of risk.
---@field title rapporteur.text|rapporteur.missing The risk in words.
---@field likelihood string|rapporteur.missing Likelihood, a digit of its scale.
---@field impact string|rapporteur.missing Impact, a digit of its scale.
---@field mitigation rapporteur.text|rapporteur.missing What is done about it.
---@field owner string[]|rapporteur.missing Who watches it.
---@field owner_role rapporteur.text|rapporteur.missing Who watches it, by function.
---@field frequency string|rapporteur.missing How often it is looked at.
---@field source rapporteur.text|rapporteur.missing What it is watched with: reports, meetings …
---@field date rapporteur.date|rapporteur.missing When it was identified.
---@field status string|rapporteur.missing Open, closed, come true …
---@field is_new boolean|rapporteur.missing New in this period.

---A row of the table beneficiaries. People reached.
---@class rapporteur.row.beneficiaries: rapporteur.row
---@field id string Unique key of the row.
---@field group rapporteur.text|rapporteur.missing Group of people.
---@field sex string|rapporteur.missing Sex counted.
---@field age string|rapporteur.missing Age group, as printed.
---@field period string|rapporteur.missing Period counted.
---@field direct integer|rapporteur.missing People reached directly.
---@field indirect integer|rapporteur.missing People reached indirectly.
---@field note rapporteur.text|rapporteur.missing Remark for the reader.

---A row of the table stakeholders. Who has a stake, with an analysis.
---@class rapporteur.row.stakeholders: rapporteur.row
---@field id string Unique key of the row.
---@field band rapporteur.text|rapporteur.missing Band of the table: local, regional, national.
---@field name rapporteur.text|rapporteur.missing Name.
---@field text rapporteur.text|rapporteur.missing Description.
---@field parent string|rapporteur.missing Item above.
---@field value string|rapporteur.missing Value, where there is one.
---@field unit rapporteur.text|rapporteur.missing Unit of the value.
---@field period string|rapporteur.missing Period, as printed.
---@field places string[]|rapporteur.missing Where.
---@field donors string[]|rapporteur.missing Who pays for it.
---@field role rapporteur.text|rapporteur.missing Part that it plays, or should play, in the plan.

---A row of the table external_projects. Projects of others in the same field.
---@class rapporteur.row.external_projects: rapporteur.row
---@field id string Unique key of the row.
---@field band rapporteur.text|rapporteur.missing Band of the table: local, regional, national.
---@field name rapporteur.text|rapporteur.missing Name.
---@field text rapporteur.text|rapporteur.missing Description.
---@field parent string|rapporteur.missing Item above.
---@field value string|rapporteur.missing Value, where there is one.
---@field unit rapporteur.text|rapporteur.missing Unit of the value.
---@field period string|rapporteur.missing Period, as printed.
---@field places string[]|rapporteur.missing Where.
---@field donors string[]|rapporteur.missing Who pays for it.
---@field implementers string[]|rapporteur.missing Who carries it out.
---@field node string|rapporteur.missing Node of the plan that it is close to.

---A row of the table areas. Target areas.
---@class rapporteur.row.areas: rapporteur.row
---@field id string Unique key of the row.
---@field band rapporteur.text|rapporteur.missing Band of the table: local, regional, national.
---@field name rapporteur.text|rapporteur.missing Name.
---@field text rapporteur.text|rapporteur.missing Description.
---@field parent string|rapporteur.missing Item above.
---@field value string|rapporteur.missing Value, where there is one.
---@field unit rapporteur.text|rapporteur.missing Unit of the value.
---@field period string|rapporteur.missing Period, as printed.
---@field places string[]|rapporteur.missing Where.
---@field donors string[]|rapporteur.missing Who pays for it.

---A row of the table key_figures. Key figures.
---@class rapporteur.row.key_figures: rapporteur.row
---@field id string Unique key of the row.
---@field band rapporteur.text|rapporteur.missing Band of the table: local, regional, national.
---@field name rapporteur.text|rapporteur.missing Name.
---@field text rapporteur.text|rapporteur.missing Description.
---@field parent string|rapporteur.missing Item above.
---@field value string|rapporteur.missing Value, where there is one.
---@field unit rapporteur.text|rapporteur.missing Unit of the value.
---@field period string|rapporteur.missing Period, as printed.
---@field places string[]|rapporteur.missing Where.
---@field donors string[]|rapporteur.missing Who pays for it.

---A row of the table assumptions. What the plan takes for granted.
---@class rapporteur.row.assumptions: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field title rapporteur.text|rapporteur.missing Title.
---@field text rapporteur.text|rapporteur.missing Text.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.

---A row of the table strategies. How the plan goes about it.
---@class rapporteur.row.strategies: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field title rapporteur.text|rapporteur.missing Title.
---@field text rapporteur.text|rapporteur.missing Text.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.

---A row of the table frameworks. Frameworks that the plan answers to.
---@class rapporteur.row.frameworks: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field code string|rapporteur.missing Code that is printed.
---@field parent string|rapporteur.missing Framework that it is a part of.
---@field title rapporteur.text|rapporteur.missing Title.
---@field text rapporteur.text|rapporteur.missing Text.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.

---A row of the table funding_opportunities. Where further funds may come from.
---@class rapporteur.row.funding_opportunities: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field donor string|rapporteur.missing Who offers the funds.
---@field title rapporteur.text|rapporteur.missing Title.
---@field text rapporteur.text|rapporteur.missing Text.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.

---A row of the table claims. Results in words, each with its evidence.
---@class rapporteur.row.claims: rapporteur.row
---@field id string Unique key of the row.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.
---@field theme string|rapporteur.missing Theme, when it belongs to no node.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field claim rapporteur.text|rapporteur.missing The result in one sentence.
---@field evidence rapporteur.text|rapporteur.missing What supports it.
---@field note rapporteur.text|rapporteur.missing Footnote to it.
---@field agency string|rapporteur.missing Agency in charge.
---@field facts string[]|rapporteur.missing Facts quoted in it.

---A row of the table challenges. Difficulties and what was done.
---@class rapporteur.row.challenges: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field group rapporteur.text|rapporteur.missing Heading that it is listed under.
---@field title rapporteur.text|rapporteur.missing What it says in a few words, printed in bold.
---@field text rapporteur.text|rapporteur.missing Text.
---@field response rapporteur.text|rapporteur.missing What was done or is proposed.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.

---A row of the table lessons. Lessons learnt.
---@class rapporteur.row.lessons: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field group rapporteur.text|rapporteur.missing Heading that it is listed under.
---@field title rapporteur.text|rapporteur.missing What it says in a few words, printed in bold.
---@field text rapporteur.text|rapporteur.missing Text.
---@field response rapporteur.text|rapporteur.missing What was done or is proposed.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.

---A row of the table opportunities. New opportunities.
---@class rapporteur.row.opportunities: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field group rapporteur.text|rapporteur.missing Heading that it is listed under.
---@field title rapporteur.text|rapporteur.missing What it says in a few words, printed in bold.
---@field text rapporteur.text|rapporteur.missing Text.
---@field response rapporteur.text|rapporteur.missing What was done or is proposed.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.

---A row of the table next_steps. What comes next.
---@class rapporteur.row.next_steps: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field group rapporteur.text|rapporteur.missing Heading that it is listed under.
---@field title rapporteur.text|rapporteur.missing What it says in a few words, printed in bold.
---@field text rapporteur.text|rapporteur.missing Text.
---@field response rapporteur.text|rapporteur.missing What was done or is proposed.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.

---A row of the table decisions. Decisions taken.
---@class rapporteur.row.decisions: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field group rapporteur.text|rapporteur.missing Heading that it is listed under.
---@field title rapporteur.text|rapporteur.missing What it says in a few words, printed in bold.
---@field text rapporteur.text|rapporteur.missing Text.
---@field response rapporteur.text|rapporteur.missing What was done or is proposed.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.

---A row of the table messages. Messages spread.
---@class rapporteur.row.messages: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field group rapporteur.text|rapporteur.missing Heading that it is listed under.
---@field title rapporteur.text|rapporteur.missing What it says in a few words, printed in bold.
---@field text rapporteur.text|rapporteur.missing Text.
---@field response rapporteur.text|rapporteur.missing What was done or is proposed.
---@field node string|rapporteur.missing Node of the results chain that it belongs to.

---A row of the table practices. Innovative, promising and good practices.
---@class rapporteur.row.practices: rapporteur.row
---@field id string Unique key of the row.
---@field class string|rapporteur.missing Innovative, promising or good.
---@field title rapporteur.text|rapporteur.missing Title.
---@field summary rapporteur.text|rapporteur.missing Short form, for a list of practices.
---@field description rapporteur.text|rapporteur.missing What is done.
---@field objective rapporteur.text|rapporteur.missing What it aims at.
---@field stakeholders rapporteur.text|rapporteur.missing Who takes part.
---@field innovation rapporteur.text|rapporteur.missing What makes it new.
---@field challenges rapporteur.text|rapporteur.missing Difficulties met.
---@field results rapporteur.text|rapporteur.missing What came of it.
---@field adaptable rapporteur.text|rapporteur.missing How it can be adapted.
---@field replicable rapporteur.text|rapporteur.missing How it can be repeated elsewhere.
---@field sustainable rapporteur.text|rapporteur.missing What makes it last.
---@field validated rapporteur.text|rapporteur.missing By whom it was validated.
---@field contact_role rapporteur.text|rapporteur.missing Function of the contact, no name.
---@field agency string|rapporteur.missing Agency in charge.

---A row of the table stories. Human stories.
---@class rapporteur.row.stories: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field title rapporteur.text|rapporteur.missing Title.
---@field text rapporteur.text|rapporteur.missing Text.
---@field role rapporteur.text|rapporteur.missing Who speaks, by role.
---@field place string|rapporteur.missing Where.
---@field consent boolean|rapporteur.missing The person agreed to be quoted and shown.
---@field is_minor boolean|rapporteur.missing The person is under age.
---@field photo string|rapporteur.missing Picture, a file of media/.

---A row of the table quotes. Quotations.
---@class rapporteur.row.quotes: rapporteur.row
---@field id string Unique key of the row.
---@field order integer|rapporteur.missing Place in the order of printing.
---@field title rapporteur.text|rapporteur.missing Title.
---@field text rapporteur.text|rapporteur.missing Text.
---@field role rapporteur.text|rapporteur.missing Who speaks, by role.
---@field place string|rapporteur.missing Where.
---@field consent boolean|rapporteur.missing The person agreed to be quoted and shown.
---@field is_minor boolean|rapporteur.missing The person is under age.
---@field photo string|rapporteur.missing Picture, a file of media/.

---A row of the table photos. Pictures with captions and consent.
---@class rapporteur.row.photos: rapporteur.row
---@field file string|rapporteur.missing Picture, a file of media/.
---@field caption rapporteur.text|rapporteur.missing Caption.
---@field alt rapporteur.text|rapporteur.missing What it shows, for those who do not see it.
---@field credit string|rapporteur.missing Who took it.
---@field date rapporteur.date|rapporteur.missing When.
---@field place string|rapporteur.missing Where.
---@field consent boolean|rapporteur.missing The people shown agreed.
---@field is_minor boolean|rapporteur.missing It shows someone under age.
---@field slot string|rapporteur.missing Slot of the format that shows it.

---A row of the table acronyms. Acronyms and their meaning.
---@class rapporteur.row.acronyms: rapporteur.row
---@field short string The short form.
---@field meaning rapporteur.text|rapporteur.missing What it stands for.
---@field aliases string[]|rapporteur.missing Other spellings of it.

---A row of the table facts. Numbers said once and quoted in prose.
---@class rapporteur.row.facts: rapporteur.row
---@field name string Name used in prose: {{fact.NAME}}.
---@field value string|rapporteur.missing The number, said once.
---@field unit rapporteur.text|rapporteur.missing Unit.
---@field source string|rapporteur.missing Where it comes from.
---@field part_of string|rapporteur.missing Fact that it adds up to, with its other parts.
---@field same_as string|rapporteur.missing Fact that it says again, in another place.
---@field series string|rapporteur.missing Series whose actual it quotes.

---A row of the table bodies. Steering and technical bodies.
---@class rapporteur.row.bodies: rapporteur.row
---@field id string Unique key of the row.
---@field body string|rapporteur.missing Body that it belongs to.
---@field title rapporteur.text|rapporteur.missing Title.
---@field role rapporteur.text|rapporteur.missing Role or function.
---@field organisation string|rapporteur.missing Organisation.
---@field date rapporteur.date|rapporteur.missing Date.
---@field frequency string|rapporteur.missing How often.
---@field cost rapporteur.money|rapporteur.missing Cost.
---@field order integer|rapporteur.missing Place in the order of printing.

---A row of the table members. Members of the bodies, by function.
---@class rapporteur.row.members: rapporteur.row
---@field id string Unique key of the row.
---@field body string|rapporteur.missing Body that it belongs to.
---@field title rapporteur.text|rapporteur.missing Title.
---@field role rapporteur.text|rapporteur.missing Role or function.
---@field organisation string|rapporteur.missing Organisation.
---@field date rapporteur.date|rapporteur.missing Date.
---@field frequency string|rapporteur.missing How often.
---@field cost rapporteur.money|rapporteur.missing Cost.
---@field order integer|rapporteur.missing Place in the order of printing.

---A row of the table meetings. Meetings held or planned.
---@class rapporteur.row.meetings: rapporteur.row
---@field id string Unique key of the row.
---@field body string|rapporteur.missing Body that it belongs to.
---@field title rapporteur.text|rapporteur.missing Title.
---@field role rapporteur.text|rapporteur.missing Role or function.
---@field organisation string|rapporteur.missing Organisation.
---@field date rapporteur.date|rapporteur.missing Date.
---@field frequency string|rapporteur.missing How often.
---@field cost rapporteur.money|rapporteur.missing Cost.
---@field order integer|rapporteur.missing Place in the order of printing.

---A row of the table posts. Posts of the team.
---@class rapporteur.row.posts: rapporteur.row
---@field id string Unique key of the row.
---@field body string|rapporteur.missing Body that it belongs to.
---@field title rapporteur.text|rapporteur.missing Title.
---@field role rapporteur.text|rapporteur.missing Part of the team: delivery, quality assurance …
---@field organisation string|rapporteur.missing Organisation that employs.
---@field number integer|rapporteur.missing How many people hold it.
---@field grade string|rapporteur.missing Grade.
---@field contract string|rapporteur.missing Kind of contract.
---@field place string|rapporteur.missing Duty station.
---@field share rapporteur.decimal|rapporteur.missing Share of the post that the plan pays, in per cent.
---@field duration string|rapporteur.missing How long, as printed.
---@field cost rapporteur.money|rapporteur.missing Cost.
---@field order integer|rapporteur.missing Place in the order of printing.

---A row of the table signatures. Who signs, by function.
---@class rapporteur.row.signatures: rapporteur.row
---@field id string Unique key of the row.
---@field body string|rapporteur.missing Body that it belongs to.
---@field title rapporteur.text|rapporteur.missing Title.
---@field role rapporteur.text|rapporteur.missing Role or function.
---@field organisation string|rapporteur.missing Organisation.
---@field date rapporteur.date|rapporteur.missing Date.
---@field frequency string|rapporteur.missing How often.
---@field cost rapporteur.money|rapporteur.missing Cost.
---@field order integer|rapporteur.missing Place in the order of printing.

---A row of the table monitoring_events. Surveys, evaluations, audits, missions.
---@class rapporteur.row.monitoring_events: rapporteur.row
---@field id string Unique key of the row.
---@field kind string|rapporteur.missing What it is; `review`, `mid_term` and `evaluation` judge the programme itself.
---@field body string|rapporteur.missing Body that it belongs to.
---@field title rapporteur.text|rapporteur.missing Title.
---@field role rapporteur.text|rapporteur.missing What it is for, or what came of it.
---@field organisation string|rapporteur.missing Organisation.
---@field date rapporteur.date|rapporteur.missing Date.
---@field frequency string|rapporteur.missing How often.
---@field cost rapporteur.money|rapporteur.missing Cost.
---@field order integer|rapporteur.missing Place in the order of printing.

---Every table of the plan as rows, by name.
---@class rapporteur.tables
---@field nodes rapporteur.row.nodes[]
---@field actions rapporteur.row.actions[]
---@field links rapporteur.row.links[]
---@field indicators rapporteur.row.indicators[]
---@field series rapporteur.row.series[]
---@field values rapporteur.row.values[]
---@field target_sets rapporteur.row.target_sets[]
---@field budget_lines rapporteur.row.budget_lines[]
---@field budget_sets rapporteur.row.budget_sets[]
---@field contributions rapporteur.row.contributions[]
---@field rates rapporteur.row.rates[]
---@field expenditures rapporteur.row.expenditures[]
---@field exchange_rates rapporteur.row.exchange_rates[]
---@field declared_totals rapporteur.row.declared_totals[]
---@field organisations rapporteur.row.organisations[]
---@field partners rapporteur.row.partners[]
---@field awards rapporteur.row.awards[]
---@field risks rapporteur.row.risks[]
---@field beneficiaries rapporteur.row.beneficiaries[]
---@field stakeholders rapporteur.row.stakeholders[]
---@field external_projects rapporteur.row.external_projects[]
---@field areas rapporteur.row.areas[]
---@field key_figures rapporteur.row.key_figures[]
---@field assumptions rapporteur.row.assumptions[]
---@field strategies rapporteur.row.strategies[]
---@field frameworks rapporteur.row.frameworks[]
---@field funding_opportunities rapporteur.row.funding_opportunities[]
---@field claims rapporteur.row.claims[]
---@field challenges rapporteur.row.challenges[]
---@field lessons rapporteur.row.lessons[]
---@field opportunities rapporteur.row.opportunities[]
---@field next_steps rapporteur.row.next_steps[]
---@field decisions rapporteur.row.decisions[]
---@field messages rapporteur.row.messages[]
---@field practices rapporteur.row.practices[]
---@field stories rapporteur.row.stories[]
---@field quotes rapporteur.row.quotes[]
---@field photos rapporteur.row.photos[]
---@field acronyms rapporteur.row.acronyms[]
---@field facts rapporteur.row.facts[]
---@field bodies rapporteur.row.bodies[]
---@field members rapporteur.row.members[]
---@field meetings rapporteur.row.meetings[]
---@field posts rapporteur.row.posts[]
---@field signatures rapporteur.row.signatures[]
---@field monitoring_events rapporteur.row.monitoring_events[]

---A row of a table: row.<column>. A column by language gives the text in the report's language, a column by period gives a map by period id, an empty cell is missing.
---@class rapporteur.row
---@field [string] any

---What is asked of this report.
---@class rapporteur.context
---@field language string Language of the report: "fr", "en".
---@field options rapporteur.options The options of plugin.lua, as the plan sets them.

---context.options.<name>: the plan's choice, else the default.
---@class rapporteur.options
---@field [string] string|boolean|integer

---@class rapporteur
local rapporteur = {}

---The format's own words in the report's language.
---@param key string Key of terms.<language>.yaml; nested keys are joined by dots.
---@param args? table<string, any> Values for the {names} of the text. Money, dates and numbers are printed as the report's language does.
---@return string
function rapporteur.t(key, args) end

---Calls the function and returns what it returns. Inside it the plan's texts and t() are in that language: for a section whose language a donor fixes. The template prints it between {{#lang en}} and {{/lang}}, so that figures and dates follow.
---@param language string One of the format's languages.
---@param work fun(): any Makes the section: a function without arguments.
---@return any
function rapporteur.with_language(language, work) end

---The same value with a footnote set behind it. A second note is added to the first.
---@param value string|integer|boolean|rapporteur.value What the slot prints.
---@param text string|rapporteur.text The footnote, in the report's language.
---@return string|integer|boolean|rapporteur.value
function rapporteur.note(value, text) end

---The exact sum of the amounts present (missing when there is none), and how many are missing.
---@param list any[] Amounts of money, or whole numbers, and missing values.
---@return rapporteur.money|integer|rapporteur.missing, integer
function rapporteur.sum(list) end

---Part of the whole, rounded half away from zero. Missing when one of them is; not_applicable when the whole is 0.
---@param part rapporteur.money|integer|rapporteur.missing The part.
---@param whole rapporteur.money|integer|rapporteur.missing What is 100 %.
---@param decimals? integer 0 to 6; 0 when left out.
---@return rapporteur.percent|rapporteur.missing
function rapporteur.percent(part, whole, decimals) end

---The share of each in the sum of all. They add up to exactly 100: each is cut, and what is left goes to the largest remainders. What is missing stays missing; all are not_applicable when the sum is 0.
---@param list any[] Amounts of money, or whole numbers, and missing values.
---@param decimals? integer 0 to 6; 0 when left out.
---@return (rapporteur.percent|rapporteur.missing)[]
function rapporteur.shares(list, decimals) end

---An exact amount. Amounts of one currency can be added, subtracted and compared.
---@param amount string|integer In units of the currency: "12.50" or 12000000.
---@param currency string ISO 4217: "XOF", "USD".
---@return rapporteur.money
function rapporteur.money(amount, currency) end

---The label of a step of a scale, in the report's language; the value itself when the plan has no such scale or step.
---@param scale string Id of the scale in plan.yaml.
---@param value string|integer|boolean|rapporteur.value What a table says: a label of the step in any language, or its digit.
---@return rapporteur.text|string|integer|boolean|rapporteur.value
function rapporteur.step(scale, value) end

---How far a number has come from the baseline to its goal: 0 % at the baseline, 100 % at the goal, less than 0 when it went the other way. A goal below the baseline needs no more: less is then progress. Yes counts as 1, no as 0. not_applicable when goal and baseline are equal; missing when one of the three is no number.
---@param baseline string|integer|boolean|rapporteur.value Where it began.
---@param value string|integer|boolean|rapporteur.value What was reached.
---@param goal string|integer|boolean|rapporteur.value The milestone or target.
---@param decimals? integer 0 to 6; 0 when left out.
---@return rapporteur.percent|rapporteur.missing
function rapporteur.progress(baseline, value, goal, decimals) end

---The text taken apart at its headings of the first level: what stands before the first one (missing when there is nothing), then a list of `{ title, text }`. Each part keeps its language, its place and the footnotes that it calls.
---@param text rapporteur.markdown|rapporteur.missing A text of the plan.
---@return rapporteur.markdown|rapporteur.missing, any[]
function rapporteur.sections(text) end

---The amount in another currency: exact, then rounded half away from zero to its minor unit.
---@param amount rapporteur.money The amount.
---@param rate rapporteur.decimal Units of the other currency for one unit of the amount's own.
---@param currency string The other currency (ISO 4217).
---@return rapporteur.money
function rapporteur.convert(amount, rate, currency) end

---An exact number with its decimals. Lua's own fractions are not exact and are refused in a view.
---@param number string|integer "39.18" or 7.
---@return rapporteur.decimal
function rapporteur.decimal(number) end

---A date of the calendar: a year, a month or a day.
---@param text string 2012, 2012-03 or 2012-03-31.
---@return rapporteur.date
function rapporteur.date(text) end

---Two dates as a span, in the report's language, what both share said once: "du 1er janvier au 31 mars 2020", "1 January – 31 March 2020", "2019–2021". Missing when one of them is.
---@param first rapporteur.date|rapporteur.missing Where it begins.
---@param last rapporteur.date|rapporteur.missing Where it ends; not before the first.
---@return string|rapporteur.missing
function rapporteur.date_range(first, last) end

---The place in an order, in the report's language: "1er", "1st".
---@param number integer From 1 on.
---@param options? table<string, any> `feminine`: "1re" in French; `words`: "premier", "first".
---@return string
function rapporteur.ordinal(number, options) end

---A number in words, in the report's language: "vingt-et-un", "twenty-one".
---@param number integer A whole number.
---@param options? table<string, any> `feminine`: "vingt-et-une" in French.
---@return string
function rapporteur.in_words(number, options) end

---Rich text: paragraphs, headings, lists, tables, task marks, footnotes, links.
---@param source string|rapporteur.text CommonMark.
---@return rapporteur.markdown
function rapporteur.markdown(source) end

---A picture. It takes the place of a picture drawn in the template whose alternative text is the tag, `{{photo.image}}`: as large as the drawn one allows, in its own proportions. Without a path it is missing.
---@param path string|rapporteur.text|rapporteur.missing A PNG or JPEG file of the plan folder: "media/market.jpg".
---@param alt string|rapporteur.text|rapporteur.missing What the picture shows, for those who do not see it, in the report's language.
---@return rapporteur.image|rapporteur.missing
function rapporteur.image(path, alt) end

---A table that a slot `{{path | look NAME}}` draws in a look of the template. `label` of a column is a text, or a list of texts from the top: equal neighbours of an upper level share one cell. `class` says how wide a column is and which cells of the look it takes: `text` shares the room, `figure`, `code`, `date` are as wide as their longest value, `mark` is narrow; a class of your own behaves as text. `weight` (1 when left out) is a text column's share of the spare room. `kind` of a row is `body` when left out, or `band`, `band2`, `subtotal`, `total` or any other word that the look draws; its `label` goes from the first column to the first that has a cell. `cells` are found by the id of the column, others are ignored: a column profile is another list of columns over the same rows. A cell is a value, a list of values (one paragraph each), `r.above` (the cell above goes on), or `{ value =, class =, format = }`; an element of a list may have a class and a format of its own too. Without a label each column needs a cell. `keep` holds a row on the page of the next one.
---@param description table<string, any> `columns`: a list of `{ id, label, class, format, weight }`; `rows`: a list of `{ kind, label, cells, keep }`.
---@return table<string, any>
function rapporteur.table(description) end

---A missing value: the slot prints its mark for it, never 0 and never a silent blank.
---@param kind? string empty (when left out), not_applicable, not_measured, no_data, pending, nothing_to_report.
---@return rapporteur.missing
function rapporteur.missing(kind) end

---True for a missing value and for nil.
---@param value? any Anything.
---@return boolean
function rapporteur.is_missing(value) end

---The type in this manual's words: "money", "text", "node", "integer" …
---@param value? any Anything.
---@return string
function rapporteur.kind(value) end

---In a cell of a table: the cell above goes on.
---@type table<string, any>
rapporteur.above = {}

return rapporteur
