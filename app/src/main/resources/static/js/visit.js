// A visit: the place only where the person gives it, photos small and without what cameras write into them, again when a network is back.
import { csrf, list, reasons } from './answers.js';

const LONGEST_SIDE = 1600;
const QUALITY = 0.8;
const AGAIN_AFTER = 10_000;
const NOT_THERE = [502, 503, 504];
export const PHOTOS_SENT = 'yinhang-photos-sent';
const PATIENCE = { enableHighAccuracy: true, timeout: 15000, maximumAge: 0 };

function showPlace(form, which) {
  for (const name of ['none', 'given', 'failed']) {
    form.querySelector(`[data-place-${name}]`).hidden = name !== which;
  }
}

function setPlace(form, place) {
  for (const name of ['latitude', 'longitude', 'accuracy']) {
    form.elements[name].value = place?.[name] ?? '';
  }
}

function askPlace(form, box) {
  const begin = form.querySelector('#begin');
  setPlace(form);
  showPlace(form, 'none');
  begin.disabled = box.checked && Boolean(navigator.geolocation);
  if (!begin.disabled) {
    showPlace(form, box.checked ? 'failed' : 'none');
    return;
  }
  const answered = (which) => {
    begin.disabled = false;
    if (box.checked) {
      showPlace(form, which);
    }
  };
  const fail = () => answered('failed');
  const take = ({ coords }) => {
    if (box.checked) {
      setPlace(form, coords);
    }
    answered('given');
  };
  navigator.geolocation.getCurrentPosition(take, fail, PATIENCE);
}

// Drawn anew, upright and no larger than needed; what no browser can draw goes as it is, and the server says what is wrong.
async function small(file) {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), 'image/jpeg', QUALITY));
  } catch {
    return file;
  }
}

const waiting = [];
let sending;
let again;

function show(name, isShown) {
  document.querySelector(`[data-photo-${name}]`).hidden = !isShown;
}

// Sends what waits, one at a time, so that none is passed over; whether nothing waits any more.
export async function sendPhotos() {
  if (waiting.length > 0) {
    sending ??= sendWaiting();
    await sending;
  }
  return waiting.length === 0;
}

async function sendWaiting() {
  try {
    while (waiting.length > 0 && (await sendFirst())) {
      waiting.shift();
    }
  } finally {
    sending = undefined;
  }
  show('waits', waiting.length > 0);
  if (waiting.length > 0) {
    clearTimeout(again);
    again = setTimeout(sendPhotos, AGAIN_AFTER);
  } else {
    dispatchEvent(new Event(PHOTOS_SENT));
  }
}

// Whether the server has it or would not have it. Without a network, signed out, or while the server begins anew it waits.
async function sendFirst() {
  const { address, photo } = waiting[0];
  const body = new FormData();
  body.append('photo', await photo, 'photo.jpg');
  let answer;
  try {
    answer = await fetch(address, { method: 'POST', headers: { 'X-CSRF-TOKEN': csrf(), Accept: 'text/html' }, body });
  } catch {
    return false;
  }
  if (answer.redirected || NOT_THERE.includes(answer.status)) {
    return false;
  }
  if (answer.ok) {
    document.getElementById('visit-photos').innerHTML = await answer.text();
  } else {
    const refused = document.querySelector('[data-photo-refused]');
    const why = await reasons(answer);
    list(refused.querySelector('ul'), why.length > 0 ? why : [refused.dataset.photoRefused]);
    show('refused', true);
  }
  return true;
}

function takePhoto(input) {
  const [file] = input.files;
  if (!file) {
    return;
  }
  show('refused', false);
  waiting.push({ address: input.dataset.visitPhoto, photo: small(file) });
  input.value = '';
  sendPhotos();
}

let isListening = false;

export function prepareVisits(root) {
  for (const box of root.querySelectorAll?.('[data-visit-place]') ?? []) {
    box.addEventListener('change', () => askPlace(box.form, box));
  }
  for (const input of root.querySelectorAll?.('[data-visit-photo]') ?? []) {
    input.addEventListener('change', () => takePhoto(input));
  }
  if (!isListening) {
    isListening = true;
    addEventListener('online', sendPhotos);
    addEventListener('beforeunload', (event) => waiting.length > 0 && event.preventDefault());
  }
}
