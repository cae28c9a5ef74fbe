// The document's pages: drawn when they come near, kept in sight until the new ones are there.
import { calm, id, make, say } from './dom.js';
import { showFigures } from './figures.js';

const scroll = id('scroll');
const list = id('pages');
let current = null; // what the state says of the document
let zoom = 'fit';
let at = 1; // page in the middle of the view
let isDrawing = false;

const textAfter = 1000; // milliseconds: pictures first

const dots = () => {
  const wanted = 96 * (window.devicePixelRatio || 1) * (zoom === 'fit' ? 1 : Math.max(1, Number(zoom)));
  return wanted <= 110 ? 96 : wanted <= 150 ? 144 : 192;
};

const near = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      entry.target.isNear = entry.isIntersecting;
    }
    showAt();
    drawNear();
  },
  { root: scroll, rootMargin: '60% 0px' },
);

const wantedOf = (item) => `${current.number}/${item.number}/${dots()}`;

/** Swaps the picture in once it is decoded: no page goes blank in between. False when it failed. */
async function draw(item) {
  const wanted = wantedOf(item);
  item.wanted = wanted;
  const picture = new Image();
  picture.alt = say('page_of', { x: item.number, n: current.pages.length });
  picture.src = `pages/${wanted}.png`;
  try {
    await picture.decode();
  } catch {
    if (item.wanted === wanted) item.wanted = '';
    return false; // a newer layout is on its way, or the preview has ended
  }
  item.sheet.querySelector('img')?.remove();
  item.sheet.prepend(picture);
  item.sheet.classList.remove('waits');
  item.drawn = Number(wanted.split('/')[0]);
  item.dispatchEvent(new CustomEvent('drawn', { bubbles: true }));
  setTimeout(() => readText(item, item.drawn), textAfter);
  return true;
}

/**
 * Draws what is near, one page after the other, always the one that is nearest to what is looked at:
 * who scrolls far does not wait for all that lies between.
 */
async function drawNear() {
  if (isDrawing || !current) return;
  isDrawing = true;
  const failed = new Set(); // pictures of this round; another layout or another scroll asks again
  for (;;) {
    const [next] = [...list.children]
      .filter((item) => item.isNear && item.wanted !== wantedOf(item) && !failed.has(wantedOf(item)))
      .sort((a, b) => Math.abs(a.number - at) - Math.abs(b.number - at));
    if (!next) break;
    const wanted = wantedOf(next);
    if (!(await draw(next))) failed.add(wanted);
  }
  isDrawing = false;
}

/** What the page says, for those who do not see the picture. */
async function readText(item, number) {
  if (item.drawn !== number || number !== current?.number) return;
  try {
    const answer = await fetch(`pages/${number}/${item.number}.txt`);
    if (answer.ok && item.drawn === number) item.words.textContent = await answer.text();
  } catch {
    // The picture's name remains, and the PDF.
  }
}

function addPage(number) {
  const sheet = make('div', { class: 'sheet waits' });
  const text = make('div', { class: 'hidden' });
  const badge = make('span', { class: 'badge', hidden: true }, say('changed_page'));
  const item = make('li', { class: 'page', id: `page-${number}` },
    sheet, text, make('p', { class: 'caption' }, String(number), badge));
  Object.assign(item, { number, sheet, words: text, badge, wanted: '', isNear: false });
  list.append(item);
  near.observe(item);
  return item;
}

function place(item) {
  const [width, height] = current.pages[item.number - 1];
  item.sheet.style.aspectRatio = `${width} / ${height}`;
  item.sheet.style.width = zoom === 'fit'
    ? `min(100%, ${(width * 4) / 3}px)`
    : `${(width * 4 * Number(zoom)) / 3}px`;
  item.words.lang = current.language;
}

/** Takes a new state of the document (see state_json.hpp). */
export function showDocument(document_) {
  const isNew = document_ && (!current || current.number !== document_.number);
  current = document_;
  id('empty').hidden = Boolean(document_);
  id('pdf').hidden = !document_;
  if (!document_) return;
  id('pdf').href = `documents/${document_.number}.pdf`;
  if (isNew) {
    while (list.children.length > document_.pages.length) {
      near.unobserve(list.lastChild);
      list.lastChild.remove();
    }
    while (list.children.length < document_.pages.length) addPage(list.children.length + 1);
    for (const item of list.children) {
      place(item);
    }
    drawNear();
    id('of').textContent = say('of', { n: document_.pages.length });
    id('page').max = document_.pages.length;
    showAt();
    showFigures(null);
  }
  showChanged();
}

function showChanged() {
  const changed = new Set(current.changed);
  for (const item of list.children) {
    item.classList.toggle('is-changed', changed.has(item.number));
    item.badge.hidden = !changed.has(item.number);
  }
  const line = id('changed');
  const first = current.changed.slice(0, 6);
  line.hidden = first.length === 0;
  line.replaceChildren(say('changed', { n: current.changed.length }), ' ',
    ...first.map((number) => make('button', { type: 'button', class: 'chip', onclick: () => goTo(number, true),
      'aria-label': say('go_to_page', { x: number }) }, String(number))),
    current.changed.length > first.length ? '…' : '');
}

export function pageItem(number) {
  return list.children[number - 1];
}

export function goTo(number, isFocused = false) {
  if (!current) return;
  const item = pageItem(Math.min(Math.max(1, number), current.pages.length));
  scroll.scrollTo({ top: item.offsetTop - 12, behavior: calm() ? 'auto' : 'smooth' });
  if (isFocused) scroll.focus({ preventScroll: true });
}

function showAt() {
  const middle = scroll.scrollTop + scroll.clientHeight / 3;
  for (const item of list.children) {
    if (item.offsetTop <= middle) at = item.number;
    else break;
  }
  if (document.activeElement !== id('page')) id('page').value = at;
  id('previous').disabled = at <= 1;
  id('next').disabled = !current || at >= current.pages.length;
}

scroll.addEventListener('scroll', () => requestAnimationFrame(showAt), { passive: true });
id('previous').addEventListener('click', () => goTo(at - 1));
id('next').addEventListener('click', () => goTo(at + 1));
id('page').addEventListener('change', (event) => goTo(Number(event.target.value) || 1));
id('zoom').addEventListener('change', (event) => {
  const kept = at;
  zoom = event.target.value;
  for (const item of list.children) {
    place(item);
  }
  drawNear();
  pageItem(kept)?.scrollIntoView();
});
