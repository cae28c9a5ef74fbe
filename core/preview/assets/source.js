// Where something stands: the rows of a table or the lines of a file around it.
import { ask, make, say } from './dom.js';

/** Column 3 of a sheet is C. */
function letters(column) {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function table(excerpt, label) {
  const width = Math.max(excerpt.header.length, ...excerpt.rows.map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, i) => i);
  const heads = columns.map((i) => make('th', { scope: 'col', class: i + 1 === excerpt.column ? 'here' : null },
    excerpt.sheet ? letters(i + 1) : (excerpt.header[i] ?? '')));
  const rows = excerpt.rows.map((row) => make('tr', { class: row.here ? 'here' : null },
    make('th', { scope: 'row' }, String(row.number)),
    ...columns.map((i) => {
      const isCell = row.here && i + 1 === excerpt.column;
      return make('td', { class: isCell ? 'cell' : null },
        isCell ? make('mark', {}, row.cells[i] ?? '') : (row.cells[i] ?? ''));
    })));
  return make('div', { class: 'excerpt', tabindex: '0', role: 'region', 'aria-label': label },
    make('table', {},
      make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, say('row')), ...heads)),
      make('tbody', {}, ...rows)));
}

function lines(excerpt, label) {
  return make('div', { class: 'excerpt lines', tabindex: '0', role: 'region', 'aria-label': label },
    make('ol', {}, ...excerpt.rows.map((row) => make('li', { class: row.here ? 'here' : null, value: row.number },
      row.here ? make('mark', {}, row.cells[0] || ' ') : row.cells[0] || ' '))));
}

/** An element that fills itself with the surroundings of a place (its number, see state_json.hpp). */
export function excerptOf(source, label) {
  const box = make('div', { class: 'source' });
  if (source < 0) return box;
  ask(`excerpts/${source}`)
    .then((excerpt) => {
      if (excerpt.rows.length === 0) {
        box.append(make('p', { class: 'quiet' }, say('not_there')));
        return;
      }
      box.append(excerpt.table ? table(excerpt, label) : lines(excerpt, label));
      if (excerpt.leftOff > 0) box.append(make('p', { class: 'quiet' }, say('left_off', { n: excerpt.leftOff })));
      const frame = box.firstChild;
      const corner = frame.querySelector('thead th');
      if (corner) frame.style.setProperty('--beside', `${corner.offsetWidth}px`);
      const cell = box.querySelector('td.cell');
      if (cell) {
        const held = cell.parentElement.children[1]; // stays in sight on the left
        const hidden = held === cell ? 0 : held.offsetLeft + held.offsetWidth - frame.scrollLeft;
        frame.scrollLeft = cell.offsetLeft - hidden - (frame.clientWidth - hidden - cell.clientWidth) / 2;
      }
    })
    .catch(() => box.append(make('p', { class: 'quiet' }, say('not_there'))));
  return box;
}
