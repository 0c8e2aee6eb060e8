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

export function prepareFrame(root) {
  for (const button of root.querySelectorAll('[data-theme-switch]')) {
    button.addEventListener('click', switchTheme);
  }
  for (const button of root.querySelectorAll('[data-demo-staff] button')) {
    button.addEventListener('click', () => signInAs(button));
  }
  for (const button of root.querySelectorAll('[data-go-back]')) {
    button.addEventListener('click', () => history.back());
  }
  for (const button of root.querySelectorAll('[data-print]')) {
    button.addEventListener('click', () => print());
  }
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
