// The audience builder: one predicate, shown as groups on the left and as text on the right. The text is the truth: every
// change writes it anew, and the server reads it, counts, and says what the groups are.
import { moveBy, moveIn, moveOut, remove } from './tree.js';

const WAIT = 150;
const PASS_WAIT = 350;
const PROFILE_WAIT = 700;

function quoteName(name) {
  return /^[\p{L}_][\p{L}\p{N}_.·]*$/u.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function quoteText(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

function constant(value, type) {
  if (type === 'text' || type === 'set') {
    return quoteText(value);
  }
  return type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `date '${value}'` : value || '0';
}

function conditionText(node, field) {
  if (!field) {
    return node.text;
  }
  const name = quoteName(node.field);
  const values = node.values.map((value) => constant(value, field.type));
  switch (node.operator) {
    case 'is true': return name;
    case 'is false': return `not ${name}`;
    case 'is null':
    case 'is not null': return `${name} ${node.operator}`;
    case 'in':
    case 'not in': return `${name} ${node.operator} (${values.length ? values.join(', ') : quoteText('')})`;
    case 'between': return `${name} between ${values[0] ?? 0} and ${values[1] ?? values[0] ?? 0}`;
    case 'has': return `has(${name}, ${values[0] ?? quoteText('')})`;
    case 'has not': return `not has(${name}, ${values[0] ?? quoteText('')})`;
    default: return `${name} ${node.operator} ${values[0] ?? 0}`;
  }
}

function operatorsOf(type) {
  switch (type) {
    case 'truth': return ['is true', 'is false', 'is null', 'is not null'];
    case 'text': return ['in', 'not in', '=', '<>', 'is null', 'is not null'];
    case 'set': return ['has', 'has not', 'is null', 'is not null'];
    default: return ['>=', '<=', '>', '<', '=', '<>', 'between', 'is null', 'is not null'];
  }
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children);
  return made;
}

class Builder {
  constructor(root) {
    this.root = root;
    const words = JSON.parse(root.querySelector('script[data-fields]').textContent);
    this.fields = new Map(words.fields.map((field) => [field.name, field]));
    this.operators = words.operators;
    this.words = root.dataset;
    this.text = root.querySelector('[data-text]');
    this.tree = { group: 'and', items: [] };
    this.asked = 0;
    this.name = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');
    const options = root.querySelector('[data-field-options]');
    for (const field of words.fields) {
      options.append(element('option', { value: `${field.label} ${field.name}` }));
    }
    this.text.addEventListener('input', () => this.later());
    const add = root.querySelector('[data-add]');
    add.addEventListener('change', () => this.add(add, this.tree, ''));
    root.querySelector('[data-add-group]').addEventListener('click', () => this.addGroup());
    root.querySelector('[data-tree]').addEventListener('keydown', (event) => this.key(event));
    document.querySelector('[data-pass-rate]').addEventListener('click', (event) => {
      const offer = event.target.closest('[data-leave-out]');
      if (offer) {
        this.leaveOut(offer.dataset.leaveOut);
      }
    });
    this.ask();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async post(address, accept) {
    return fetch(address, {
      method: 'POST',
      headers: { 'X-CSRF-TOKEN': document.querySelector('meta[name="csrf"]').content, Accept: accept },
      body: new URLSearchParams({ predicate: this.text.value, builder: this.name, number: this.asked }),
    });
  }

  async ask() {
    const number = ++this.asked;
    clearTimeout(this.profileTimer);
    clearTimeout(this.passTimer);
    const began = performance.now();
    const response = await this.post('/audiences/live', 'application/json');
    if (number !== this.asked || !response.ok) {
      return;
    }
    const answer = await response.json();
    if (number !== this.asked) {
      return;
    }
    this.show(answer);
    performance.measure('audience-count', { start: began });
    if (answer.isReadable) {
      this.passTimer = setTimeout(() => this.passRate(number), PASS_WAIT);
      this.profileTimer = setTimeout(() => this.fill('[data-profile]', '/audiences/profile', number), PROFILE_WAIT);
    }
  }

  async passRate(number) {
    const place = await this.fill('[data-pass-rate]', '/audiences/pass-rate', number);
    if (place) {
      this.root.querySelector('[data-pass]').textContent = place.querySelector('[data-summary]')?.dataset.summary ?? '';
    }
  }

  async fill(name, address, number) {
    const place = document.querySelector(name);
    const response = await this.post(address, 'text/html');
    const answer = await response.text();
    if (number !== this.asked || !response.ok) {
      return null;
    }
    place.innerHTML = answer;
    document.dispatchEvent(new CustomEvent('htmx:load', { detail: { elt: place } }));
    return place;
  }

  show(answer) {
    const find = (name) => this.root.querySelector(`[data-${name}]`);
    find('count').textContent = answer.countWords;
    find('share').textContent = answer.share;
    find('millis').textContent = answer.isReadable ? `${answer.millis} ms` : '';
    this.text.setAttribute('aria-invalid', String(!answer.isReadable));
    find('problems').replaceChildren(...answer.problems.map((problem) => this.problem(problem)));
    find('notes').replaceChildren(...answer.notes.map((note) => element('li', {}, note)));
    const save = find('save');
    if (save) {
      save.disabled = !answer.isReadable;
    }
    if (!answer.isReadable) {
      find('pass').textContent = '';
      return;
    }
    const tree = answer.tree;
    this.tree = tree.group === 'and' && !tree.isNegated ? tree : { group: 'and', isNegated: false, items: [tree] };
    this.steps = answer.steps.filter((step) => !step.isPlatform);
    this.largest = Math.max(1, ...answer.steps.map((step) => step.removed));
    const focused = document.activeElement?.dataset?.at;
    find('tree').replaceChildren(this.group(this.tree, ''));
    if (this.moved !== undefined) {
      this.focusItem(this.moved);
      this.moved = undefined;
    } else if (focused) {
      find('tree').querySelector(`[data-at="${focused}"]`)?.focus();
    }
    find('platform').replaceChildren(...answer.steps.filter((step) => step.isPlatform).map((step) =>
      element('li', {}, element('span', {}, step.label), this.removed(step))));
  }

  problem(problem) {
    return element('li', {}, element('button', {
      type: 'button',
      class: 'link-button',
      onclick: () => {
        this.text.focus();
        this.text.setSelectionRange(problem.from, problem.to);
      },
    }, problem.message));
  }

  removed(step) {
    return element('span', { class: 'removed' },
      element('meter', { min: 0, max: this.largest, value: step.removed }),
      element('span', { class: 'number' }, step.removed === 0 ? '0' : `−${step.removedWords}`));
  }

  /** What a key does to the condition or group it is pressed on. */
  key(event) {
    const item = event.target.closest('[data-item]');
    if (!item) {
      return;
    }
    const at = item.dataset.item;
    const isOnItem = event.target === item;
    const moves = {
      ArrowUp: () => this.move(moveBy(this.tree, at, -1)),
      ArrowDown: () => this.move(moveBy(this.tree, at, 1)),
      ArrowLeft: () => this.move(moveOut(this.tree, at, true)),
      ArrowRight: () => this.move(moveIn(this.tree, at)),
      Delete: () => this.move(remove(this.tree, at)),
    };
    const steps = { ArrowUp: -1, ArrowDown: 1 };
    if (moves[event.key] && (event.altKey || (isOnItem && event.key === 'Delete'))) {
      event.preventDefault();
      moves[event.key]();
    } else if (isOnItem && steps[event.key] && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const all = [...this.root.querySelectorAll('[data-item]')];
      all[all.indexOf(item) + steps[event.key]]?.focus();
    }
  }

  move(path) {
    this.moved = path;
    this.write();
  }

  /** The item at a place; where the server has joined groups, the nearest around it; without any, the field that adds one. */
  focusItem(path) {
    for (let at = path; at !== ''; at = at.split('.').slice(0, -1).join('.')) {
      const item = this.root.querySelector(`[data-item="${at}"]`);
      if (item) {
        item.focus();
        return;
      }
    }
    (this.root.querySelector('[data-item]') ?? this.root.querySelector('[data-add]')).focus();
  }

  moves(at) {
    const button = (sign, word, act) =>
      element('button', { type: 'button', class: 'btn btn-small', tabindex: '-1', title: this.words[word], 'aria-label': this.words[word], onclick: act }, sign);
    return element('span', { class: 'tree-moves' },
      button('↑', 'up', () => this.move(moveBy(this.tree, at, -1))),
      button('↓', 'down', () => this.move(moveBy(this.tree, at, 1))),
      button('→', 'in', () => this.move(moveIn(this.tree, at))),
      button('←', 'out', () => this.move(moveOut(this.tree, at, true))));
  }

  adder(node, path) {
    const input = element('input', {
      class: 'form-control tree-add', list: 'builder-fields', autocomplete: 'off',
      placeholder: this.words.addto, 'aria-label': this.words.addto, 'data-at': `${path}-add`,
    });
    input.addEventListener('change', () => this.add(input, node, path));
    return input;
  }

  group(node, path) {
    const box = element('div', { class: 'tree-group', role: 'group', ...(path === '' ? {} : { 'data-item': path, tabindex: '0', 'aria-label': this.words[node.group] }) });
    if (path !== '') {
      box.append(this.groupHead(node, path));
    } else if (node.items.length > 1) {
      box.append(this.wordSwitch(node, 'root'));
    }
    node.items.forEach((item, index) => {
      const at = path === '' ? `${index}` : `${path}.${index}`;
      const row = item.group ? this.group(item, at) : this.condition(item, at);
      if (path === '' && this.steps?.[index]) {
        row.append(this.removed(this.steps[index]));
      }
      box.append(row);
    });
    if (path !== '') {
      box.append(this.adder(node, path));
    }
    return box;
  }

  groupHead(node, path) {
    return element('div', { class: 'tree-head' },
      this.wordSwitch(node, path),
      element('label', { class: 'form-check' },
        this.checkbox(node, path), this.operators.not ?? 'not'),
      this.moves(path),
      this.remover(path));
  }

  checkbox(node, path) {
    const box = element('input', { type: 'checkbox', class: 'form-check-input', 'data-at': `${path}-not`, onchange: () => {
      node.isNegated = box.checked;
      this.write();
    } });
    box.checked = node.isNegated;
    return box;
  }

  wordSwitch(node, path) {
    const select = element('select', { class: 'form-select tree-word', 'data-at': `${path}-word`, 'aria-label': 'and / or', onchange: () => {
      node.group = select.value;
      this.write();
    } });
    for (const word of ['and', 'or']) {
      select.append(element('option', { value: word, selected: node.group === word }, this.words[word]));
    }
    return select;
  }

  remover(path) {
    return element('button', { type: 'button', class: 'btn btn-small', title: this.words.remove, 'aria-label': this.words.remove, onclick: () => this.move(remove(this.tree, path)) }, '×');
  }

  condition(node, at) {
    const field = this.fields.get(node.field);
    const row = element('div', { class: 'tree-row', role: 'group', 'data-item': at, tabindex: '0', 'aria-label': field?.label ?? node.text });
    if (field) {
      row.append(
        element('span', { class: 'tree-field', title: field.name }, field.label, ' ', element('span', { class: 'hash' }, field.name)),
        this.operator(node, field, at),
        this.values(node, field, at));
    } else {
      const input = element('input', { class: 'form-control tree-text', value: node.text, 'data-at': at, 'aria-label': node.text, onchange: () => {
        node.text = input.value;
        this.write();
      } });
      row.append(input);
    }
    row.append(this.moves(at), this.remover(at));
    return row;
  }

  operator(node, field, at) {
    const select = element('select', { class: 'form-select', 'data-at': `${at}-operator`, 'aria-label': field.label, onchange: () => {
      node.operator = select.value;
      this.write();
    } });
    const known = operatorsOf(field.type);
    for (const operator of known.includes(node.operator) ? known : [node.operator, ...known]) {
      select.append(element('option', { value: operator, selected: operator === node.operator }, this.operators[operator] ?? operator));
    }
    return select;
  }

  values(node, field, at) {
    if (node.operator.startsWith('is ')) {
      return element('span', {});
    }
    const known = Object.entries(field.values);
    const isList = node.operator === 'in' || node.operator === 'not in';
    if (known.length > 0 && isList) {
      return this.codes(node, field, at);
    }
    if (known.length > 0) {
      const select = element('select', { class: 'form-select', 'data-at': `${at}-value`, 'aria-label': field.label, onchange: () => {
        node.values = [select.value];
        this.write();
      } });
      for (const [code, label] of known) {
        select.append(element('option', { value: code, selected: node.values[0] === code }, label));
      }
      return select;
    }
    const shown = node.values.join(isList ? ', ' : ' ~ ');
    const input = element('input', { class: 'form-control', value: shown, 'data-at': `${at}-value`, 'aria-label': field.label, onchange: () => {
      const parts = isList ? input.value.split(/[,，、]/) : node.operator === 'between' ? input.value.split(/[~～]/) : [input.value];
      node.values = parts.map((part) => part.trim());
      this.write();
    } });
    return input;
  }

  codes(node, field, at) {
    const summary = element('summary', { class: 'form-select', 'data-at': `${at}-value` }, node.values.map((code) => field.values[code] ?? code).join('、') || '…');
    const box = element('details', { class: 'codes' }, summary);
    const list = element('div', { class: 'codes-list' });
    for (const [code, label] of Object.entries(field.values)) {
      const input = element('input', { type: 'checkbox', class: 'form-check-input', value: code });
      input.checked = node.values.includes(code);
      list.append(element('label', { class: 'form-check' }, input, label));
    }
    box.append(list);
    box.addEventListener('toggle', () => {
      if (!box.open) {
        node.values = [...list.querySelectorAll('input:checked')].map((input) => input.value);
        this.write();
      }
    });
    return box;
  }

  starting(field) {
    const first = Object.keys(field.values)[0] ?? '';
    switch (field.type) {
      case 'truth': return { operator: 'is true', values: [] };
      case 'text': return { operator: 'in', values: [first] };
      case 'set': return { operator: 'has', values: [first] };
      case 'date':
      case 'moment': return { operator: '>=', values: ['as_of - 90 days'] };
      default: return { operator: '>=', values: ['0'] };
    }
  }

  /** Adds a condition on the field somebody has chosen, at the end of a group. */
  add(input, group, path) {
    const name = input.value.trim().split(/\s+/).at(-1);
    const field = this.fields.get(name) ?? [...this.fields.values()].find((each) => each.label === input.value.trim());
    if (!field) {
      return;
    }
    group.items.push({ group: '', field: field.name, text: '', ...this.starting(field) });
    input.value = '';
    this.move([path, group.items.length - 1].filter((part) => part !== '').join('.'));
  }

  leaveOut(condition) {
    this.tree.items.push({ group: '', field: '', text: condition });
    this.write();
  }

  addGroup() {
    const [one, two] = this.fields.values();
    const items = [one, two].map((field) => ({ group: '', field: field.name, text: '', ...this.starting(field) }));
    this.tree.items.push({ group: 'or', isNegated: false, items });
    this.write();
  }

  textOf(node, isInside) {
    if (!node.group) {
      return conditionText(node, this.fields.get(node.field));
    }
    const parts = node.items.map((item) => this.textOf(item, true)).filter((part) => part !== '');
    const joined = parts.join(isInside ? ` ${node.group} ` : `\n${node.group} `);
    if (node.isNegated) {
      return parts.length ? `not (${joined})` : '';
    }
    return isInside && parts.length > 1 ? `(${joined})` : joined;
  }

  write() {
    this.text.value = this.textOf(this.tree, false);
    this.ask();
  }
}

export function prepareAudience(root) {
  for (const builder of root.querySelectorAll?.('[data-builder]') ?? []) {
    if (!builder.dataset.ready) {
      builder.dataset.ready = 'yes';
      new Builder(builder);
    }
  }
}
