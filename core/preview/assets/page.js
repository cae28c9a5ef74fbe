// The page of a preview: takes states as the server sends them and shows them.
import { id, make, order, say, seconds } from './dom.js';
import { loadFigures } from './figures.js';
import { showFindings } from './findings.js';
import { showDocument } from './pages.js';

let state = null;
let isLost = false;
let told = '';

const languageNames = new Intl.DisplayNames([document.documentElement.lang], { type: 'language' });

function fillSelect(select, options, chosen) {
  const text = JSON.stringify(options);
  if (select.dataset.options !== text) {
    select.dataset.options = text;
    select.replaceChildren(...options.map(([value, name]) => make('option', { value }, name)));
  }
  if (document.activeElement !== select || select.value === '') select.value = chosen;
}

function showChoices() {
  const { formats, choice } = state;
  const sorted = [...formats].sort((a, b) => Number(b.ofPlan) - Number(a.ofPlan));
  fillSelect(id('format'), sorted.map((one) => [one.id, one.name || one.id]), choice.format);
  const languages = formats.find((one) => one.id === choice.format)?.languages ?? [];
  fillSelect(id('language'), languages.map((one) => {
    const name = languageNames.of(one) ?? one;
    return [one, name.charAt(0).toUpperCase() + name.slice(1)];
  }), choice.language);
}

function statusText() {
  if (isLost) return say('lost');
  if (state.phase === 'starting') return say('starting');
  if (state.phase === 'building') return say('building');
  if (state.phase === 'failed') return say('failed');
  return `${say('up_to_date')} · ${say('extent', { n: state.document.pages.length })} · ${seconds(state.document.took)}`;
}

function showStatus() {
  document.body.dataset.phase = isLost ? 'lost' : state.phase;
  id('status-text').textContent = statusText();
  const isBroken = isLost || state.phase === 'failed' || (state.phase === 'building' && !id('banner').hidden);
  id('banner').hidden = !isBroken;
  if (!isBroken) return;
  id('banner-title').textContent = isLost ? say('lost_title') : say('faults_to_mend', { n: state.faults });
  id('banner-text').textContent = isLost ? say('lost_text') : state.document ? say('last_good') : say('no_good');
  id('banner-go').hidden = isLost;
}

/** What a screen reader says, once each. */
function tell() {
  let news = '';
  if (isLost) news = say('lost_title');
  else if (state.output.phase === 'built' && told.startsWith('output')) news = say('news_files', { n: state.output.files.length });
  else if (state.phase === 'ready') news = say('news_built', { n: state.document.pages.length, x: state.document.number });
  else if (state.phase === 'failed') news = say('faults_to_mend', { n: state.faults });
  const key = `${state.output.phase === 'building' ? 'output' : state.phase}${state.document?.number ?? 0}${state.output.phase}`;
  if (news && key !== told) id('news').textContent = news;
  told = key;
}

function showOutput() {
  const { output } = state;
  const button = id('build');
  const isBusy = output.phase === 'building';
  button.textContent = isBusy ? say('build_busy') : say('build');
  button.setAttribute('aria-disabled', String(isBusy || !state.document || state.phase === 'failed'));
  id('ready').hidden = output.files.length === 0 && output.phase !== 'failed';
  id('ready-text').textContent = output.phase === 'failed' ? say('build_failed') : say('ready_in', { x: output.folder });
  id('files').replaceChildren(...output.files.map((file) => make('li', {},
    make('a', { href: `files/${file.id}`, download: file.name },
      make('span', { class: 'type' }, file.name.split('.').pop().toUpperCase()), file.name))));
}

function show(next) {
  state = next;
  isLost = false;
  const title = state.title || state.folder;
  id('title').textContent = title;
  document.title = `${title} – ${say('title_page')}`;
  showChoices();
  showDocument(state.document);
  showStatus();
  showFindings(state.findings, state.rules, state.figures === 'ready');
  showOutput();
  tell();
  if (state.figures === 'ready' && state.document) loadFigures(state.document.number);
}

function listen() {
  const events = new EventSource(`events?lang=${document.documentElement.lang}`);
  events.addEventListener('state', (event) => show(JSON.parse(event.data)));
  events.addEventListener('error', () => {
    isLost = true;
    if (state) {
      showStatus();
      tell();
    } else id('status-text').textContent = say('lost');
  });
}

function showView() {
  for (const button of document.querySelectorAll('.views button')) {
    button.setAttribute('aria-pressed', String(button.dataset.view === document.body.dataset.view));
  }
}

for (const button of document.querySelectorAll('.views button')) {
  button.addEventListener('click', () => {
    document.body.dataset.view = button.dataset.view;
    showView();
  });
}
document.addEventListener('view', showView);
for (const [goal, view] of [['document', 'pages'], ['findings', 'findings']]) {
  document.querySelector(`.skips [href="#${goal}"]`).addEventListener('click', () => {
    document.body.dataset.view = view; // where it is narrow only one of both is there to go to
    showView();
  });
}
id('format').addEventListener('change', (event) => order('choice', { format: event.target.value, language: '' }));
id('language').addEventListener('change', (event) => order('choice', { format: '', language: event.target.value }));
id('choices').addEventListener('submit', (event) => event.preventDefault());
id('build').addEventListener('click', () => {
  if (id('build').getAttribute('aria-disabled') !== 'true') order('build', {});
});
id('banner-go').addEventListener('click', () => {
  document.body.dataset.view = 'findings';
  showView();
  (document.querySelector('#list .head') ?? id('findings')).focus();
});
listen();
