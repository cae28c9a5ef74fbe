// What is wrong or worth saying: faults first, then by severity; many of one kind fold into one.
import { id, make, say } from './dom.js';
import { goToFigure } from './figures.js';
import { goTo } from './pages.js';
import { excerptOf } from './source.js';

const foldFrom = 4; // so many of one kind fold
const opened = new Set(); // keys of findings and kinds that were opened: they stay so
let last = '';

const rank = (finding) => (finding.fault ? 0 : { error: 1, warning: 2, information: 3 }[finding.severity]);
const kinds = ['faults', 'errors', 'warnings', 'notes'];
const keyOf = (finding) => `${finding.id}|${finding.place}|${finding.message}`;

export function showFindings(findings, rules, hasFigures) {
  const text = JSON.stringify([findings, hasFigures]);
  if (text === last) return;
  last = text;
  const groups = [[], [], [], []];
  for (const finding of findings) groups[rank(finding)].push(finding);
  const kept = focusedKey();
  id('list').replaceChildren(...groups.flatMap((group, index) => (group.length ? [section(kinds[index], group, rules)] : [])));
  id('findings-text').textContent = findings.length === 0 ? say('nothing_found') : summary(groups.filter((group) => group.length));
  for (const count of document.querySelectorAll('[data-count]')) {
    const urgent = groups[0].length + groups[1].length;
    count.textContent = urgent || findings.length || '';
    count.classList.toggle('is-urgent', urgent > 0);
  }
  if (kept) [...id('list').querySelectorAll('.head')].find((head) => head.dataset.key === kept)?.focus();
}

const focusedKey = () => document.activeElement?.closest?.('#list') && document.activeElement.dataset.key;

function summary(groups) {
  if (groups.length < 2) return ''; // the heading says it
  return groups.map((group) => say(kinds[rank(group[0])], { n: group.length })).join(' · ');
}

function section(kind, group, rules) {
  const byRule = new Map();
  for (const finding of group) {
    if (!byRule.has(finding.id)) byRule.set(finding.id, []);
    byRule.get(finding.id).push(finding);
  }
  const list = make('ul', { class: 'cards' });
  for (const [rule, findings] of byRule) {
    if (kind === 'faults' || findings.length < foldFrom) list.append(...findings.map((one) => card(one, kind)));
    else list.append(folded(rule, findings, kind, rules[rule]));
  }
  return make('section', { class: `kind ${kind}` }, make('h3', {}, say(kind, { n: group.length })), list);
}

function folded(rule, findings, kind, help) {
  const details = make('details', { open: opened.has(rule) },
    make('summary', {}, make('span', {}, help || findings[0].message),
      make('span', { class: 'many' }, `${findings.length}\u202F×`)));
  const fill = () => {
    opened[details.open ? 'add' : 'delete'](rule);
    if (details.open && details.children.length === 1) {
      details.append(make('ul', { class: 'cards' }, ...findings.map((one) => card(one, kind))));
    }
  };
  details.addEventListener('toggle', fill);
  if (details.open) fill();
  return make('li', { class: 'card fold' }, details);
}

function card(finding, kind) {
  const key = keyOf(finding);
  const item = make('li', { class: 'card finding' });
  const more = make('div', { class: 'more' });
  const head = make('button', { type: 'button', class: 'head', 'data-key': key, 'aria-expanded': 'false', onclick: () => toggle() },
    make('span', { class: 'severity' }, say(`word_${kind}`)),
    make('span', { class: 'message' }, finding.message),
    finding.place ? make('span', { class: 'place' }, finding.place) : null);
  const texts = make('dl', {}, ...pair('cause', finding.cause), ...pair('remedy', finding.remedy),
    ...pair('meant', finding.suggestion));
  const isLoud = kind === 'faults' || kind === 'errors';
  const fill = () => {
    more.replaceChildren(...(isLoud ? [] : [texts]), excerptOf(finding.source, finding.place), ...jumps(finding), ...related(finding));
    item.classList.add('is-open');
    head.setAttribute('aria-expanded', 'true');
  };
  const toggle = () => {
    if (item.classList.contains('is-open')) {
      opened.delete(key);
      more.replaceChildren();
      item.classList.remove('is-open');
      head.setAttribute('aria-expanded', 'false');
    } else {
      opened.add(key);
      fill();
    }
  };
  item.append(head, ...(isLoud ? [texts] : []), more);
  if (opened.has(key)) fill();
  return item;
}

function pair(word, text) {
  return text ? [make('dt', {}, say(word)), make('dd', {}, text)] : [];
}

function jumps(finding) {
  const buttons = [];
  if (finding.page > 0) {
    buttons.push(make('button', { type: 'button', class: 'link', onclick: () => {
      document.body.dataset.view = 'pages';
      document.dispatchEvent(new Event('view'));
      goTo(finding.page, true);
    } }, say('go_to_page', { x: finding.page })));
  }
  if (finding.figures.length > 0) {
    buttons.push(make('button', { type: 'button', class: 'link', onclick: () => goToFigure(finding.figures[0]) }, say('go_to_figure')));
  }
  return buttons.length ? [make('p', { class: 'jumps' }, ...buttons)] : [];
}

function related(finding) {
  if (finding.related.length === 0) return [];
  return [make('p', { class: 'quiet' }, say('related')),
    make('ul', { class: 'related' }, ...finding.related.map(relatedItem))];
}

function relatedItem(one) {
  if (one.source < 0) return make('li', {}, one.message, one.place ? make('span', { class: 'place' }, one.place) : null);
  const box = make('div');
  const button = make('button', { type: 'button', class: 'link place', 'aria-expanded': 'false', onclick: () => {
    const isOpen = box.childElementCount > 0;
    button.setAttribute('aria-expanded', String(!isOpen));
    box.replaceChildren(...(isOpen ? [] : [excerptOf(one.source, one.place)]));
  } }, one.place);
  return make('li', {}, one.message, button, box);
}
