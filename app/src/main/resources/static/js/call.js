// Recording a call: a draft survives a closed page, and a finished record is kept until the server has it.
import { csrf, list, reasons } from './answers.js';
import * as records from './records.js';
import { PHOTOS_SENT, sendPhotos } from './visit.js';

function fields(form) {
  const values = {};
  for (const [name, value] of new FormData(form)) {
    if (name !== '_csrf') {
      values[name] = value;
    }
  }
  return values;
}

function send(address, values) {
  return fetch(address, {
    method: 'POST',
    headers: { 'X-CSRF-TOKEN': csrf(), Accept: 'text/html' },
    body: new URLSearchParams(values),
  });
}

// Whoever was signed out or must do something else first is led elsewhere, and that page is fine too.
function isTaken(answer) {
  return answer.ok && new URL(answer.url).pathname === '/my-day';
}

// The key goes along with a record that waits, so that it counts once however it is sent; a draft is of this page.
function restore(form, values, isWaiting) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements[name];
    if (field && name !== 'next' && !name.startsWith('script') && (isWaiting || name !== 'key')) {
      field.value = value;
    }
  }
}

function show(form, which) {
  for (const name of ['kept', 'refused']) {
    form.parentElement.querySelector(`[data-record-${name}]`).hidden = name !== which;
  }
}

function showRefusal(form, why) {
  list(form.parentElement.querySelector('[data-record-refused] ul'), why);
  show(form, 'refused');
}

// Elsewhere than on its own page a refused record is told of on its maker's day: what it says, why not, the way back, the way out.
async function listRefusals(root) {
  const notice = root.querySelector?.('[data-records-refused]');
  const refused = notice ? records.refusals() : [];
  const seal = refused.length > 0 ? await fetchSeal() : undefined;
  if (!seal) {
    return;
  }
  const entries = [];
  for (const [id, why] of refused) {
    const entry = notice.querySelector('template').content.cloneNode(true);
    const record = await records.open(id, seal);
    entry.querySelector('a').href = `/opportunities/${id}#record`;
    entry.querySelector('[data-why]').textContent = why.join(' ');
    entry.querySelector('[data-note]').textContent = record?.values.note ?? '';
    entry.querySelector('button').addEventListener('click', (event) => discard(id, event.target.closest('li'), notice));
    entries.push(entry);
  }
  notice.querySelector('ul').replaceChildren(...entries);
  notice.hidden = false;
}

function discard(id, entry, notice) {
  if (confirm(notice.dataset.recordsRefused)) {
    records.forget(id);
    entry.remove();
    notice.hidden = notice.querySelector('li') === null;
  }
}

async function submit(form, next) {
  const id = form.dataset.record;
  const record = { address: form.action, values: { ...fields(form), next } };
  await records.keep(id, record, form.dataset.seal);
  records.takeRefusalBack(id);
  if (!(await sendPhotos())) {
    show(form, 'kept');
    return;
  }
  let answer;
  try {
    answer = await send(record.address, record.values);
  } catch {
    show(form, 'kept');
    return;
  }
  await settle(id, answer, form);
}

async function settle(id, answer, form) {
  if (isTaken(answer)) {
    records.forget(id);
    if (form) {
      location.assign(answer.url);
    }
    return;
  }
  const why = await reasons(answer);
  if (why.length > 0) {
    records.keepRefusal(id, why);
  }
  if (form) {
    showRefusal(form, why);
  } else {
    listRefusals(document);
  }
}

// Whoever may not have it is led elsewhere or refused, and then nothing is opened.
async function fetchSeal() {
  const answer = await fetch('/my-day/seal');
  return answer.ok && !answer.redirected ? answer.text() : undefined;
}

// What could not be sent goes again under its own key, so that it counts once; photos of a visit go before what ends it.
async function flush() {
  if (records.waiting().length === 0 || !(await sendPhotos())) {
    return;
  }
  try {
    const seal = await fetchSeal();
    for (const id of seal ? records.waiting() : []) {
      const record = await records.open(id, seal);
      if (record) {
        const answer = await send(record.address, record.values);
        await settle(id, answer, document.querySelector(`[data-record="${id}"]`));
      }
    }
  } catch {
    // Still no network: it goes with the next page or when the browser is online again.
  }
}

function forgetOnLeaving(event) {
  if (event.target.getAttribute('action') === '/sign-out') {
    records.forgetDrafts();
  }
}

async function prepareForm(form) {
  const id = form.dataset.record;
  form.addEventListener('input', () => records.keepDraft(id, fields(form)));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(form, event.submitter?.value ?? '');
  });
  const draft = records.draft(id);
  if (draft) {
    restore(form, draft, false);
  }
  const waiting = await records.open(id, form.dataset.seal);
  if (waiting) {
    restore(form, waiting.values, true);
  }
  const refused = records.refusals().find(([one]) => one === id);
  if (refused) {
    showRefusal(form, refused[1]);
  }
}

let isListening = false;

export function prepareCalls(root) {
  listRefusals(root);
  for (const form of root.querySelectorAll?.('[data-record]') ?? []) {
    if (!form.dataset.ready) {
      form.dataset.ready = 'yes';
      prepareForm(form);
    }
  }
  for (const link of root.querySelectorAll?.('[data-dial]') ?? []) {
    link.focus();
  }
  for (const shown of root.querySelectorAll?.('[data-own-address]') ?? []) {
    shown.textContent = location.origin + shown.dataset.ownAddress;
  }
  if (!isListening && document.querySelector('.rail')) {
    isListening = true;
    addEventListener('online', flush);
    addEventListener(PHOTOS_SENT, flush);
    addEventListener('submit', forgetOnLeaving);
    flush();
  }
}
