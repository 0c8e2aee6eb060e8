// The frame of every page: light and dark, the way back after a language switch, the demo's one-click sign-in.
const YEAR_IN_SECONDS = 365 * 24 * 3600;

function switchTheme() {
  const next = document.documentElement.dataset.bsTheme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.bsTheme = next;
  document.cookie = `theme=${next}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`;
  document.dispatchEvent(new CustomEvent('yinhang:theme'));
}

function signInAs(button) {
  document.getElementById('username').value = button.dataset.user;
  const password = document.getElementById('password');
  password.value = button.dataset.password;
  password.form.requestSubmit();
}

const prepared = new WeakSet();

// Each element once: a page is looked through when it opens, and once more when htmx has.
function onClick(root, selector, act) {
  for (const button of root.querySelectorAll(selector)) {
    if (!prepared.has(button)) {
      prepared.add(button);
      button.addEventListener('click', () => act(button));
    }
  }
}

export function prepareFrame(root) {
  onClick(root, '[data-theme-switch]', switchTheme);
  onClick(root, '[data-demo-staff] button', signInAs);
  onClick(root, '[data-go-back]', () => history.back());
  onClick(root, '[data-print]', () => print());
  for (const field of root.querySelectorAll('[data-back]')) {
    field.value = location.pathname + location.search;
  }
  const rail = root.querySelector('[data-rail]');
  if (rail) {
    const wide = matchMedia('(min-width: 900px)');
    const follow = () => (rail.open = wide.matches);
    wide.addEventListener('change', follow);
    follow();
  }
}
