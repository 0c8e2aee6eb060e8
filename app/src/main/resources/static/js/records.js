// Records of calls that wait for the network, and drafts, in this browser under the user they are of. A record is sealed: its key is
// the server's, for that user only, and not kept here. A browser that cannot seal keeps records as long as the page is open.
const CIPHER = 'AES-GCM';
const NONCE_BYTES = 12;
const inThisPage = new Map();

function place(kind, id = '') {
  return `yinhang-${kind}-${document.body.dataset.user}-${id}`;
}

function ids(kind) {
  const start = place(kind);
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length));
}

function bytes(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)));
}

function key(seal) {
  return crypto.subtle.importKey('raw', bytes(seal), CIPHER, false, ['encrypt', 'decrypt']);
}

export async function keep(id, record, seal) {
  if (!crypto.subtle) {
    inThisPage.set(id, record);
    return;
  }
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(record));
  const sealed = await crypto.subtle.encrypt({ name: CIPHER, iv: nonce }, await key(seal), plain);
  localStorage.setItem(place('record', id), JSON.stringify({ nonce: text(nonce), sealed: text(sealed) }));
}

// Those to be sent: what was refused is not, until it is corrected.
export function waiting() {
  const refused = new Set(ids('refused'));
  return [...inThisPage.keys(), ...ids('record')].filter((id) => !refused.has(id));
}

// The record; nothing where there is none or its seal was another.
export async function open(id, seal) {
  const stored = JSON.parse(localStorage.getItem(place('record', id)));
  if (inThisPage.has(id) || !stored || !crypto.subtle) {
    return inThisPage.get(id);
  }
  try {
    const opened = { name: CIPHER, iv: bytes(stored.nonce) };
    const plain = await crypto.subtle.decrypt(opened, await key(seal), bytes(stored.sealed));
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}

export function forget(id) {
  inThisPage.delete(id);
  ['record', 'refused', 'draft'].forEach((kind) => localStorage.removeItem(place(kind, id)));
}

// A record the server would not have waits for its maker, with why; nothing of what it says is here.
export function keepRefusal(id, reasons) {
  localStorage.setItem(place('refused', id), JSON.stringify(reasons));
}

export function takeRefusalBack(id) {
  localStorage.removeItem(place('refused', id));
}

export function refusals() {
  return ids('refused').map((id) => [id, JSON.parse(localStorage.getItem(place('refused', id)))]);
}

// What was tapped so far; never the note.
export function keepDraft(id, values) {
  const { note, ...tapped } = values;
  localStorage.setItem(place('draft', id), JSON.stringify(tapped));
}

export function draft(id) {
  return JSON.parse(localStorage.getItem(place('draft', id)));
}

export function forgetDrafts() {
  ids('draft').forEach((id) => localStorage.removeItem(place('draft', id)));
}
