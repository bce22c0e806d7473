// One project: its environments, and a new one.
import { ask, field } from './lib/dialog.js';
import { button, h } from './lib/dom.js';
import { Notices } from './lib/notice.js';
import { poll } from './lib/poll.js';
import { rightsOn } from './lib/rights.js';
import { t } from './lib/text.js';
import { credentialButton } from './parts/newcredential.js';
import { EnvironmentTable } from './parts/environments.js';
import { PushTable } from './parts/push.js';

const PAUSE = 1500;

/** Begins the page. */
export async function show(place, { api, root, project: id, credentials }) {
  const [project, rights] = await Promise.all([api.get(`/projects/${id}`).then((document) => document.data), rightsOn(api, id)]);
  document.title = `${project.name} – Hades`;
  const notices = new Notices();
  const table = new EnvironmentTable(root, false);
  const pushes = new PushTable();
  const empty = h('p', { class: 'hades-empty', hidden: true }, t('project.empty'));
  place.replaceChildren(
    h('nav', { 'aria-label': t('nav.label'), class: 'hades-crumbs' }, h('a', { href: `${root}/` }, t('dashboard.title'))),
    h('div', { class: 'jenkins-app-bar' },
      h('div', { class: 'jenkins-app-bar__content' }, h('h1', {}, project.name)),
      h('div', { class: 'jenkins-app-bar__controls' },
        rights.has('DEPLOY') && button(t('project.new'), () => define(api, root, project), { kind: 'primary' }),
        credentials && rights.has('CONFIGURE')
          && credentialButton(api, `/projects/${id}/credentials`, (told) => notices.say(told)))),
    notices.element, table.element, empty, pushes.element);
  const live = poll(async () => {
    const [all, told] = await Promise.all([
      api.list(`/projects/${id}/environments?include=release,operation&page[size]=500`),
      api.get(`/projects/${id}/audit?filter[actor]=trigger:push&page[size]=10`).then((document) => document.data),
    ]);
    const environments = all.filter((one) => one.status !== 'GONE');
    pushes.show(told);
    table.show(environments);
    table.element.hidden = environments.length === 0;
    empty.hidden = environments.length > 0;
  }, PAUSE, (failure) => notices.failed(failure));
  await live.first;
}

function define(api, root, project) {
  const name = h('input', {
    class: 'jenkins-input', required: true, maxlength: 40, pattern: '[a-z]([a-z0-9\\-]*[a-z0-9])?', autocomplete: 'off', name: 'name',
  });
  ask({
    title: t('project.new.title', { project: project.name }),
    content: [h('p', {}, t('project.new.what')), field(t('project.new.name'), name, t('project.new.hint'))],
    action: t('project.new.action'),
    submit: async () => {
      const made = await api.send('POST', `/projects/${project.id}/environments`, { name: name.value.trim() });
      window.location.assign(`${root}/environments/${made.id}`);
    },
  });
}
