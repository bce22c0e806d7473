// Finds out which page this is, and begins it. What happens before it is there is told in the language of the page.
import { loadTexts } from './lib/text.js';
import { Api } from './lib/api.js';
import { failureBox } from './lib/notice.js';

const place = document.getElementById('hades');
const pages = {
  dashboard: () => import('./dashboard.js'),
  project: () => import('./project.js'),
  environment: () => import('./environment.js'),
  queue: () => import('./queue.js'),
  audit: () => import('./audit.js'),
  access: () => import('./access.js'),
  servers: () => import('./servers.js'),
};

async function begin() {
  const { api, pages: root, page, project, environment, language, areas, credentials } = place.dataset;
  await loadTexts(language);
  const context = { api: new Api(api), root, project, environment, language, areas: areas.split(' '), credentials: Boolean(credentials) };
  try {
    const module = await pages[page]();
    await module.show(place, context);
  } catch (failure) {
    place.replaceChildren(failureBox(failure));
    console.warn(failure);
  }
}

if (place && pages[place.dataset.page]) {
  begin();
}
