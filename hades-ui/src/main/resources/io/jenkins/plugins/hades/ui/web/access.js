// Who may read which project and who may write; given and taken here where Jenkins' authorization strategy allows it.
import { ask, field } from './lib/dialog.js';
import { button, h, reconcile } from './lib/dom.js';
import { Notices } from './lib/notice.js';
import { t } from './lib/text.js';
import { areaHead, cell, rightsOnAll, table } from './parts/areas.js';

/** Begins the page. */
export async function show(place, { api, root, areas }) {
  document.title = `${t('area.access')} – Hades`;
  const page = new AccessPage(api, root);
  place.replaceChildren(...areaHead(root, areas, await rightsOnAll(api), 'access'), page.element);
  await page.load();
}

class AccessPage {
  #projects = [];

  constructor(api, root) {
    this.api = api;
    this.root = root;
    this.notices = new Notices();
    this.filter = h('input', { type: 'search', class: 'jenkins-input', oninput: () => this.#show() });
    this.hints = h('div', {});
    this.body = h('tbody', {});
    this.table = table(t('area.access'), ['column.project', 'level.READ', 'level.WRITE', 'access.others', 'column.actions'], this.body);
    this.table.hidden = true;
    this.empty = h('p', { class: 'hades-empty', hidden: true }, t('access.empty'));
    this.element = h('div', {}, h('p', {}, t('access.what')), this.hints, this.notices.element,
      h('div', { class: 'hades-filters' }, field(t('filter.text'), this.filter)), this.table, this.empty);
  }

  async load() {
    try {
      this.#projects = await this.api.list('/access?sort=name&page[size]=100');
      this.#show();
      this.notices.failed(null);
    } catch (failure) {
      this.notices.failed(failure);
    }
  }

  #show() {
    const wanted = this.filter.value.trim().toLowerCase();
    const words = (one) => [one.project, ...one.grants.map((grant) => grant.sid)].join('\n').toLowerCase();
    const shown = this.#projects.filter((one) => !wanted || words(one).includes(wanted));
    reconcile(this.body, shown, (one) => one.id, (one) => JSON.stringify(one), (one) => this.#row(one));
    this.table.hidden = shown.length === 0;
    this.empty.hidden = this.#projects.length > 0;
    const hints = [...new Set(this.#projects.map((one) => one.hint).filter(Boolean))];
    this.hints.replaceChildren(...hints.map((hint) => h('p', { class: 'hades-detail' }, hint)));
  }

  #row(project) {
    const having = (level) => project.grants.filter((grant) => grant.level === level).map((grant) => this.#grant(project, grant));
    return h('tr', {},
      h('td', { role: 'rowheader' }, h('a', { href: `${this.root}/projects/${project.id}` }, project.project)),
      cell('level.READ', having('READ')),
      cell('level.WRITE', having('WRITE')),
      cell('access.others', project.others.map((one) => h('div', { class: 'hades-detail' }, one))),
      cell('column.actions', project.manageable && button(t('access.give'), () => this.#give(project),
        { 'aria-label': t('access.give.of', { project: project.project }), 'data-focus': 'give' })));
  }

  #grant(project, grant) {
    const who = t(`sid.${grant.kind}`, { name: grant.sid });
    return h('div', { class: 'hades-grant' }, h('span', {}, who),
      project.manageable && button(t('access.take'), () => this.#take(project, grant),
        { 'aria-label': t('access.take.of', { who, project: project.project }), 'data-focus': `take-${grant.kind}-${grant.sid}` }),
      grant.warning && h('div', { class: 'hades-remedy hades-changed' }, grant.warning));
  }

  async #change(project, change) {
    await this.api.send('PATCH', '/access', { project: project.id, ...change });
    await this.load();
  }

  #give(project) {
    const sid = h('input', { class: 'jenkins-input', name: 'sid', required: true, autocomplete: 'off', spellcheck: 'false', maxlength: 255 });
    const option = (value, label) => h('option', { value }, label);
    const kind = h('select', { class: 'jenkins-select__input', name: 'kind' }, option('USER', t('kindof.USER')), option('GROUP', t('kindof.GROUP')));
    const level = h('select', { class: 'jenkins-select__input', name: 'level' },
      option('READ', t('access.level.READ')), option('WRITE', t('access.level.WRITE')));
    const framed = (bare) => h('div', { class: 'jenkins-select' }, bare);
    ask({
      title: t('access.give.of', { project: project.project }),
      content: [field(t('access.kind'), kind, undefined, framed), field(t('column.name'), sid, t('access.sid.hint')),
        field(t('access.level'), level, undefined, framed)],
      action: t('access.give'),
      submit: async () => {
        await this.#change(project, { sid: sid.value.trim(), kind: kind.value, level: level.value });
        this.notices.say(t('access.given', { name: sid.value.trim(), project: project.project }));
      },
    });
  }

  #take(project, grant) {
    const who = t(`sid.${grant.kind}`, { name: grant.sid });
    ask({
      title: t('access.take.of', { who, project: project.project }),
      content: h('p', {}, t('access.take.what')),
      action: t('access.take'),
      danger: true,
      submit: async () => {
        await this.#change(project, { sid: grant.sid, kind: grant.kind, level: 'NONE' });
        this.notices.say(t('access.taken', { name: grant.sid, project: project.project }));
      },
    });
  }
}
