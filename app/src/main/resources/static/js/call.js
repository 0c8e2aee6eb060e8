// Recording a call: a draft survives a closed page, a finished record survives a lost network and is sent when it is back.
const DRAFT = 'yinhang-draft-';
const WAITING = 'yinhang-record-';

function fields(form) {
  const values = {};
  for (const [name, value] of new FormData(form)) {
    if (name !== '_csrf') {
      values[name] = value;
    }
  }
  return values;
}

function csrf() {
  return document.querySelector('meta[name="csrf"]')?.content ?? '';
}

function send(address, values) {
  return fetch(address, {
    method: 'POST',
    headers: { 'X-CSRF-TOKEN': csrf() },
    body: new URLSearchParams(values),
  });
}

function restore(form, draft) {
  for (const [name, value] of Object.entries(draft)) {
    const field = form.elements[name];
    if (field && name !== 'key' && !name.startsWith('script')) {
      field.value = value;
    }
  }
}

async function submit(form, next) {
  const id = form.dataset.record;
  const values = { ...fields(form), next };
  localStorage.setItem(WAITING + id, JSON.stringify({ address: form.action, values }));
  let answer;
  try {
    answer = await send(form.action, values);
  } catch {
    form.parentElement.querySelector('[data-record-kept]').hidden = false;
    localStorage.removeItem(DRAFT + id);
    return;
  }
  localStorage.removeItem(WAITING + id);
  localStorage.removeItem(DRAFT + id);
  if (answer.ok) {
    location.assign(answer.url);
  } else {
    const html = await answer.text();
    const faults = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
    if (faults) {
      document.querySelector('main').replaceWith(document.adoptNode(faults));
    }
  }
}

// What could not be sent goes again under its own key, so that it counts once.
async function flush() {
  const waiting = Object.keys(localStorage).filter((name) => name.startsWith(WAITING));
  for (const name of waiting) {
    const { address, values } = JSON.parse(localStorage.getItem(name));
    try {
      const answer = await send(address, values);
      if (!answer.url.includes('/sign-in')) {
        localStorage.removeItem(name);
        document.querySelectorAll('[data-record-kept]').forEach((note) => (note.hidden = true));
      }
    } catch {
      return;
    }
  }
}

function prepareForm(form) {
  const id = form.dataset.record;
  const draft = localStorage.getItem(DRAFT + id);
  if (draft) {
    restore(form, JSON.parse(draft));
  }
  form.addEventListener('input', () => localStorage.setItem(DRAFT + id, JSON.stringify(fields(form))));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(form, event.submitter?.value ?? '');
  });
}

let isListening = false;

export function prepareCalls(root) {
  for (const form of root.querySelectorAll?.('[data-record]') ?? []) {
    if (!form.dataset.ready) {
      form.dataset.ready = 'yes';
      prepareForm(form);
    }
  }
  for (const link of root.querySelectorAll?.('[data-dial]') ?? []) {
    link.focus();
  }
  for (const place of root.querySelectorAll?.('[data-own-address]') ?? []) {
    place.textContent = location.origin + place.dataset.ownAddress;
  }
  if (!isListening && document.querySelector('.rail')) {
    isListening = true;
    addEventListener('online', flush);
    flush();
  }
}
