// From a printed figure to its cell: transparent buttons over the page, a card that tells where the
// figure comes from. A page's figures are one stop of the Tab key; arrows go from one to the next.
import { ask, id, make, say } from './dom.js';
import { excerptOf } from './source.js';

let figures = null; // {document, figures}, or null
let returnTo = null;

export async function loadFigures(number) {
  if (figures?.document === number) return;
  try {
    const loaded = await ask(`figures/${number}`);
    showFigures(loaded);
  } catch {
    showFigures(null); // a newer layout came in between
  }
}

/** Lays the buttons over the pages that are there; null takes them away. */
export function showFigures(loaded) {
  figures = loaded;
  for (const layer of document.querySelectorAll('.figures')) layer.remove();
  if (!loaded) return;
  const byPage = new Map();
  loaded.figures.forEach((figure, index) => {
    figure.boxes.forEach(([page, ...box], line) => {
      if (!byPage.has(page)) byPage.set(page, []);
      byPage.get(page).push({ figure, box, name: line === 0 ? `figure-${index}` : null });
    });
  });
  for (const [page, list] of byPage) {
    const item = id(`page-${page}`);
    if (item) item.sheet.append(layerOf(page, list, item.sheet));
  }
}

function layerOf(page, list, sheet) {
  const [width, height] = sheet.style.aspectRatio.split('/').map(Number);
  const layer = make('div', { class: 'figures', role: 'group', 'aria-label': say('figures_of', { x: page }) });
  list.forEach(({ figure, box: [x, y, w, h], name }, position) => {
    const button = make('button', {
      type: 'button', tabindex: position === 0 ? '0' : '-1', id: name,
      'aria-label': say('figure', { x: figure.printed }), onclick: () => open(figure, button),
    });
    Object.assign(button.style, {
      left: `${(100 * x) / width}%`, top: `${(100 * y) / height}%`,
      width: `${(100 * w) / width}%`, height: `${(100 * h) / height}%`,
    });
    layer.append(button);
  });
  layer.addEventListener('keydown', (event) => move(event, layer));
  return layer;
}

function move(event, layer) {
  const all = [...layer.children];
  const now = all.indexOf(document.activeElement);
  const to = { ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now - 1, ArrowUp: now - 1,
    Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || !all[to]) return;
  event.preventDefault();
  all[now].tabIndex = -1;
  all[to].tabIndex = 0;
  all[to].focus();
}

function mark(button) {
  document.querySelector('.figures .is-open')?.classList.remove('is-open');
  button.classList.add('is-open');
}

function open(figure, button) {
  returnTo = button;
  mark(button);
  const body = id('figure-body');
  id('figure-title').textContent = figure.printed;
  body.replaceChildren();
  if (figure.place) {
    body.append(make('p', { class: 'place' }, figure.place), excerptOf(figure.source, figure.place));
  }
  if (figure.text) body.append(make('p', {}, figure.text));
  for (const group of figure.groups) {
    body.append(make('p', { class: 'place' }, group.place), excerptOf(group.source, group.place));
  }
  id('figure').hidden = false;
  document.body.dataset.view = 'findings';
  document.dispatchEvent(new Event('view'));
  id('figure').scrollIntoView({ block: 'nearest' });
  id('figure').focus({ preventScroll: true });
}

export function closeFigure() {
  if (id('figure').hidden) return false;
  id('figure').hidden = true;
  document.querySelector('.figures .is-open')?.classList.remove('is-open');
  document.body.dataset.view = 'pages';
  document.dispatchEvent(new Event('view'));
  (returnTo?.isConnected ? returnTo : id('scroll')).focus();
  return true;
}

/** Brings figure `index` of the list into sight and marks it. */
export function goToFigure(index) {
  const button = id(`figure-${index}`);
  if (!button) return;
  document.body.dataset.view = 'pages';
  document.dispatchEvent(new Event('view'));
  mark(button);
  button.scrollIntoView({ block: 'center' });
  button.focus({ preventScroll: true });
}

id('figure-close').addEventListener('click', closeFigure);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeFigure();
});
