// Lists: rows open by a click or enter, j and k move, / searches, chosen columns are remembered.
const YEAR_IN_SECONDS = 365 * 24 * 3600;

function move(list, step) {
  const rows = [...list.querySelectorAll('tbody tr')];
  if (rows.length === 0) {
    return;
  }
  const now = rows.findIndex((row) => row.classList.contains('is-chosen'));
  const next = Math.min(rows.length - 1, Math.max(0, now + step));
  rows[now]?.classList.remove('is-chosen');
  rows[next].classList.add('is-chosen');
  rows[next].scrollIntoView({ block: 'nearest' });
}

function open(row) {
  if (row?.dataset.href) {
    location.assign(row.dataset.href);
  }
}

function onKey(event) {
  const typing = event.target.closest?.('input, select, textarea, [contenteditable]');
  const list = document.querySelector('[data-list]');
  if (!list || typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === 'j' || event.key === 'k') {
    move(list, event.key === 'j' ? 1 : -1);
  } else if (event.key === 'Enter' && !event.target.closest?.('a, button, summary')) {
    open(list.querySelector('tr.is-chosen'));
  } else if (event.key === '/') {
    const search = list.querySelector('input[type=search]');
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  }
}

function rememberColumns(box) {
  const chosen = [...box.querySelectorAll('input:checked')].map((input) => input.value);
  document.cookie = `columns-${box.dataset.columns}=${chosen.join('.')}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`;
  location.reload();
}

// Rows chosen for an action: on this page one by one, or everything the filters find. Its size shows before anything is done.
function prepareBulk(list) {
  const bulk = list.querySelector('[data-bulk]');
  if (!bulk) {
    return;
  }
  const rows = [...list.querySelectorAll('[data-choose]')];
  const page = list.querySelector('[data-choose-page]');
  const chosen = bulk.querySelector('[data-bulk-chosen]');
  const every = bulk.querySelector('[data-bulk-every]');
  const show = (all) => {
    const some = rows.filter((row) => row.checked);
    bulk.hidden = some.length === 0;
    chosen.disabled = all;
    chosen.value = some.map((row) => row.value).join('.');
    bulk.querySelector('[data-bulk-count]').textContent = all ? bulk.dataset.every : bulk.dataset.some.replace('#', some.length);
    page.checked = some.length === rows.length;
    page.indeterminate = some.length > 0 && some.length < rows.length;
    if (every) {
      every.hidden = all;
    }
  };
  const mark = (checked, all) => {
    rows.forEach((row) => (row.checked = checked));
    show(all);
  };
  rows.forEach((row) => row.addEventListener('change', () => show(false)));
  page.addEventListener('change', () => mark(page.checked, false));
  every?.addEventListener('click', () => mark(true, true));
  bulk.querySelector('[data-bulk-none]').addEventListener('click', () => mark(false, false));
}

export function prepareLists(root) {
  const lists = root.matches?.('[data-list]') ? [root] : root.querySelectorAll('[data-list]');
  for (const list of lists) {
    list.addEventListener('click', (event) => {
      if (!event.target.closest('a, button, input, label, select, summary') && !getSelection().toString()) {
        open(event.target.closest('tr[data-href]'));
      }
    });
    prepareBulk(list);
    const question = list.querySelector('[data-list-form]');
    question?.addEventListener('change', (event) => {
      if (event.target.matches('select, input[type=date]')) {
        question.requestSubmit();
      }
    });
    const box = list.querySelector('[data-columns]');
    box?.addEventListener('change', () => rememberColumns(box));
  }
}

document.addEventListener('keydown', onKey);
