// The try-out of a customer: a slider and its number move together.

function follow(row) {
  const slider = row.querySelector('[data-slider]');
  const value = row.querySelector('[data-value]');
  if (!slider || !value) {
    return;
  }
  slider.addEventListener('input', () => {
    value.value = slider.value;
  });
  value.addEventListener('input', () => {
    if (value.value !== '' && Number.isFinite(Number(value.value))) {
      slider.value = value.value;
    }
  });
}

export function prepareModels(root) {
  for (const row of root.querySelectorAll?.('[data-what-if]') ?? []) {
    if (!row.dataset.ready) {
      row.dataset.ready = 'yes';
      follow(row);
    }
  }
}
