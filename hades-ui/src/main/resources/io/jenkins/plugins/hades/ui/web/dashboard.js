// All projects with their environments, as they are now.
import { h } from './lib/dom.js';
import { field } from './lib/dialog.js';
import { Notices } from './lib/notice.js';
import { poll } from './lib/poll.js';
import { counted, t } from './lib/text.js';
import { areaLinks, rightsOnAll } from './parts/areas.js';
import { EnvironmentTable } from './parts/environments.js';
import { GROUPS } from './parts/status.js';

const PAUSE = 1500;
const ROWS = 200;

/** Begins the page. */
export async function show(place, { api, root, areas }) {
  document.title = t('dashboard.title');
  const notices = new Notices();
  const table = new EnvironmentTable(root, true);
  const text = h('input', { type: 'search', class: 'jenkins-input', id: 'hades-filter', oninput: () => filter() });
  const status = h('select', { class: 'jenkins-select__input', onchange: () => filter() },
    h('option', { value: '' }, t('filter.all')),
    Object.keys(GROUPS).map((group) => h('option', { value: group }, t(`filter.${group}`))));
  const count = h('p', { class: 'hades-count', role: 'status', 'aria-live': 'polite' });
  const empty = h('div', { class: 'hades-empty', hidden: true });
  const filters = h('div', { class: 'hades-filters' },
    field(t('filter.text'), text), field(t('filter.status'), h('div', { class: 'jenkins-select' }, status)));
  const others = h('p', { class: 'hades-others' });
  status.id = 'hades-filter-status';
  filters.querySelectorAll('label')[1].htmlFor = status.id;
  place.replaceChildren(
    areaLinks(root, areas, await rightsOnAll(api), 'dashboard'),
    h('div', { class: 'jenkins-app-bar' }, h('div', { class: 'jenkins-app-bar__content' }, h('h1', {}, t('dashboard.title')))),
    notices.element, filters, count, table.element, others, empty);

  let environments = [];
  let projects = [];

  function filter() {
    const wanted = text.value.trim().toLowerCase();
    const statuses = GROUPS[status.value];
    const shown = environments.filter((one) => (!statuses || statuses.includes(one.status))
      && (!wanted || words(one).includes(wanted)));
    table.show(shown.slice(0, ROWS));
    table.element.hidden = shown.length === 0;
    filters.hidden = environments.length === 0;
    count.textContent = environments.length === 0 ? ''
      : counted('dashboard.count', shown.length) + (shown.length > ROWS ? ` ${t('dashboard.first', { count: ROWS })}` : '');
    const used = new Set(environments.map((one) => one.projectId));
    const bare = projects.filter((project) => !used.has(project.id));
    others.replaceChildren(...(bare.length === 0 ? [] : [`${t('dashboard.bare')} `,
      ...bare.flatMap((project, i) => [i ? ', ' : '', h('a', { href: `${root}/projects/${project.id}` }, project.name)])]));
    empty.hidden = environments.length > 0 || projects.length > 0;
    if (!empty.hidden && !empty.firstChild) {
      empty.append(h('h2', {}, t('dashboard.empty')), h('p', {}, t('dashboard.empty.what')),
        h('pre', {}, h('code', {}, 'hades init path/to/your/project\nhades deploy https://github.com/you/project.git')));
    }
  }

  const live = poll(async () => {
    [environments, projects] = await Promise.all([
      api.list('/environments?include=project,release,operation&page[size]=500'),
      api.list('/projects?page[size]=500'),
    ]);
    environments = environments.filter((one) => one.status !== 'GONE');
    filter();
  }, PAUSE, (failure) => notices.failed(failure));
  await live.first;
}

function words(environment) {
  const revision = environment.releaseOf?.revision ?? {};
  return [environment.projectOf?.name, environment.name, environment.url, revision.commit, revision.subject, revision.ref,
    environment.operationOf?.actor].join('\n').toLowerCase();
}
