// A visit: the place only where the person gives it, photos small and without what cameras write into them, again when a network is back.
import { csrf, list, reasons } from './answers.js';

const LONGEST_SIDE = 1600;
const QUALITY = 0.8;
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
  setPlace(form);
  showPlace(form, 'none');
  if (!box.checked) {
    return;
  }
  const fail = () => showPlace(form, 'failed');
  if (!navigator.geolocation) {
    fail();
    return;
  }
  const take = ({ coords }) => {
    if (box.checked) {
      setPlace(form, coords);
      showPlace(form, 'given');
    }
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

function show(name, isShown) {
  document.querySelector(`[data-photo-${name}]`).hidden = !isShown;
}

async function sendWaiting() {
  while (waiting.length > 0) {
    const { address, photo } = waiting[0];
    const body = new FormData();
    body.append('photo', photo, 'photo.jpg');
    let answer;
    try {
      answer = await fetch(address, { method: 'POST', headers: { 'X-CSRF-TOKEN': csrf(), Accept: 'text/html' }, body });
    } catch {
      show('waits', true);
      return;
    }
    waiting.shift();
    show('waits', false);
    if (answer.ok && !answer.redirected) {
      document.getElementById('visit-photos').innerHTML = await answer.text();
    } else {
      list(document.querySelector('[data-photo-refused] ul'), await reasons(answer));
      show('refused', true);
    }
  }
}

async function takePhoto(input) {
  const [file] = input.files;
  if (!file) {
    return;
  }
  show('refused', false);
  const photo = await small(file);
  input.value = '';
  waiting.push({ address: input.dataset.visitPhoto, photo });
  if (waiting.length === 1) {
    await sendWaiting();
  }
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
    addEventListener('online', sendWaiting);
  }
}
