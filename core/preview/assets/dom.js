// Small helpers: texts in the page's language, elements, numbers.
export const words = JSON.parse(document.getElementById('words').textContent);
export const language = document.documentElement.lang;

const plural = new Intl.PluralRules(language);

/** The text of a key, {names} filled in. Of a counted text, key_one or key_other. */
export function say(key, values = {}) {
  let text = words[key];
  if (text === undefined && 'n' in values) {
    text = words[`${key}_${plural.select(values.n)}`] ?? words[`${key}_other`];
  }
  if (text === undefined) throw new Error(`no text: ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export const id = (name) => document.getElementById(name);

/** make('p', {class: 'quiet'}, 'text', element): texts are never read as HTML. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** 840 → "0.8 s", "0,8 s" in French. */
export function seconds(milliseconds) {
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(milliseconds / 1000);
  return `${number}\u202Fs`;
}

export async function ask(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

export async function order(address, what) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(what),
  });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
}

export function calm() {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
