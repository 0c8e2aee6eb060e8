// What was typed into a form that was refused is there again on the way back. It is kept for this tab only, and gone as soon as
// another page than the refusal opens.
const PLACE = 'yinhang-typed';
const KEPT = ['text', 'search', 'number', 'date', 'time', 'datetime-local', 'checkbox', 'radio', 'select-one', 'textarea'];

function fields(form) {
  return [...form.elements].filter((field) => field.name && KEPT.includes(field.type));
}

function hasState(field) {
  return field.type === 'checkbox' || field.type === 'radio';
}

function keep(event) {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented || !form.closest('main')) {
    return;
  }
  const typed = fields(form).map((field) => (hasState(field) ? field.checked : field.value));
  sessionStorage.setItem(PLACE, JSON.stringify({ page: location.pathname, action: form.action, typed }));
}

function restore({ action, typed }) {
  const form = [...document.querySelectorAll('main form')].find((one) => one.action === action);
  if (!form || fields(form).length !== typed.length) {
    return;
  }
  fields(form).forEach((field, place) => {
    field[hasState(field) ? 'checked' : 'value'] = typed[place];
  });
}

export function prepareForms() {
  addEventListener('submit', keep);
  if (document.getElementById('faults')) {
    return;
  }
  const kept = JSON.parse(sessionStorage.getItem(PLACE));
  sessionStorage.removeItem(PLACE);
  const isBack = performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
  if (kept && isBack && kept.page === location.pathname) {
    restore(kept);
  }
}
