// The one entry of our scripts: each module looks for what it knows in the page, now and after htmx changed it.
import { prepareAudience } from './audience.js';
import { prepareCalls } from './call.js';
import { prepareCharts } from './chart.js';
import { prepareForms } from './form.js';
import { prepareFrame } from './frame.js';
import { prepareLists } from './list.js';
import { prepareModels } from './model.js';
import { prepareTags } from './tag.js';
import { prepareVisits } from './visit.js';

const modules = [prepareFrame, prepareLists, prepareCharts, prepareAudience, prepareModels, prepareCalls, prepareVisits, prepareTags];

function prepare(root) {
  for (const module of modules) {
    module(root);
  }
}

document.addEventListener('htmx:configRequest', (event) => {
  const csrf = document.querySelector('meta[name="csrf"]');
  if (csrf && event.detail.verb !== 'get') {
    event.detail.headers['X-CSRF-TOKEN'] = csrf.content;
  }
});
document.addEventListener('htmx:load', (event) => prepare(event.detail.elt));
prepareForms();
prepare(document);
