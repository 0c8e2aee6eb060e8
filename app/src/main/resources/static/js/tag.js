// Editing a tag: what was typed into its fields last is in its text before the text is saved.
import { csrf } from './answers.js';

// The text that the fields say; nothing changes where the server does not tell.
async function compose(form) {
  const answer = await fetch('/tags/compose', {
    method: 'POST',
    headers: { 'X-CSRF-TOKEN': csrf(), Accept: 'text/html' },
    body: new URLSearchParams(new FormData(form)),
  });
  const text = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('yaml');
  if (!answer.ok || !text) {
    return false;
  }
  form.elements.yaml.value = text.value;
  return true;
}

function watch(form) {
  let isBehind = false;
  form.addEventListener('input', (event) => (isBehind = event.target.closest('#tag-fields') !== null), true);
  form.addEventListener('submit', async (event) => {
    if (isBehind) {
      event.preventDefault();
      isBehind = !(await compose(form));
      if (!isBehind) {
        form.requestSubmit();
      }
    }
  });
}

export function prepareTags(root) {
  const form = root.querySelector?.('#tag-form');
  if (form && !form.dataset.ready) {
    form.dataset.ready = 'yes';
    watch(form);
  }
}
