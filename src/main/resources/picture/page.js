'use strict';
(() => {
  const panel = document.getElementById('details');
  let opened = null;

  const nodes = svg => [...svg.querySelectorAll('.n[id]')];

  function focus(node) {
    nodes(node.ownerSVGElement).forEach(n => n.setAttribute('tabindex', n === node ? '0' : '-1'));
    node.focus({preventScroll: true});
    node.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  function middle(node) {
    const box = node.getBoundingClientRect();
    return {x: box.x + box.width / 2, y: box.y + box.height / 2};
  }

  // Along a column, or to the nearest part of the next one; a part that a line leads to goes before others.
  function next(node, key) {
    const from = middle(node);
    const across = key === 'ArrowLeft' || key === 'ArrowRight';
    const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
    const joined = new Set();
    node.ownerSVGElement.querySelectorAll('.e').forEach(e => {
      if (e.dataset.a === node.id) joined.add(e.dataset.b);
      if (e.dataset.b === node.id) joined.add(e.dataset.a);
    });
    let best = null;
    let least = Infinity;
    for (const other of nodes(node.ownerSVGElement)) {
      if (other === node) continue;
      const to = middle(other);
      const ahead = sign * (across ? to.x - from.x : to.y - from.y);
      const aside = Math.abs(across ? to.y - from.y : to.x - from.x);
      if (ahead < 4 || (!across && aside > 60)) continue;
      const cost = ahead + aside * (across ? 0.6 : 3) + (across && !joined.has(other.id) ? 4000 : 0);
      if (cost < least) {
        least = cost;
        best = other;
      }
    }
    return best;
  }

  // All that carries a part and all that it carries, however far.
  function trace(node) {
    const svg = node.ownerSVGElement;
    const edges = [...svg.querySelectorAll('.e')];
    const on = new Set([node.id]);
    for (const [here, there] of [['a', 'b'], ['b', 'a']]) {
      const queue = [node.id];
      const seen = new Set(queue);
      while (queue.length) {
        const id = queue.pop();
        for (const e of edges) {
          if (e.dataset[here] === id && !e.classList.contains('far')) {
            e.classList.add('on');
            if (!seen.has(e.dataset[there])) {
              seen.add(e.dataset[there]);
              queue.push(e.dataset[there]);
            }
          }
        }
      }
      seen.forEach(id => on.add(id));
    }
    on.forEach(id => document.getElementById(id).classList.add('on'));
    svg.classList.add('trace');
  }

  function untrace() {
    document.querySelectorAll('.trace').forEach(svg => svg.classList.remove('trace'));
    document.querySelectorAll('.on').forEach(e => e.classList.remove('on'));
  }

  function open(node) {
    const row = document.getElementById('r-' + node.id);
    if (!row) return;
    untrace();
    const [name, layer, state, more] = row.cells;
    const title = document.createElement('h2');
    title.textContent = name.textContent;
    const how = document.createElement('p');
    how.className = 'how ' + row.className;
    how.textContent = layer.textContent + ' · ' + state.textContent;
    const shut = document.createElement('button');
    shut.type = 'button';
    shut.textContent = '×';
    shut.setAttribute('aria-label', 'Close details');
    shut.addEventListener('click', close);
    panel.replaceChildren(shut, title, how, ...[...more.childNodes].map(n => n.cloneNode(true)));
    panel.hidden = false;
    opened = node;
    if (!node.classList.contains('host')) trace(node);
  }

  function close() {
    if (!opened) return;
    const back = opened;
    opened = null;
    panel.hidden = true;
    untrace();
    focus(back);
  }

  document.querySelectorAll('.scroll > svg').forEach(svg => {
    svg.addEventListener('click', event => {
      const node = event.target.closest('.n[id]');
      if (node) {
        focus(node);
        open(node);
      } else {
        close();
      }
    });
    svg.addEventListener('keydown', event => {
      const node = event.target.closest('.n[id]');
      if (!node || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key.startsWith('Arrow')) {
        const to = next(node, event.key);
        if (to) {
          focus(to);
          if (opened) open(to);
        }
        event.preventDefault();
      } else if (event.key === 'Enter' || event.key === ' ') {
        open(node);
        event.preventDefault();
      } else if (event.key === 'Home' || event.key === 'End') {
        focus(nodes(svg).at(event.key === 'Home' ? 0 : -1));
        event.preventDefault();
      }
    });
  });

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') close();
  });

  // Two pictures beside each other are looked at in the same place.
  const panes = [...document.querySelectorAll('.pair .scroll')];
  panes.forEach(pane => pane.addEventListener('scroll', () => panes.forEach(other => {
    if (other !== pane && other.scrollLeft !== pane.scrollLeft) other.scrollLeft = pane.scrollLeft;
  })));
  const marked = document.querySelector('.pair .badge');
  if (marked) {
    const pane = marked.closest('.scroll');
    pane.scrollLeft += middle(marked).x - middle(pane).x;
  }
})();
