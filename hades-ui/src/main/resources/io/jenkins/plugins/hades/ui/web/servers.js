// The servers: what each is for and what uses it; checked, added and removed.
import { button, h, reconcile } from './lib/dom.js';
import { ask } from './lib/dialog.js';
import { failureBox, Notices } from './lib/notice.js';
import { t } from './lib/text.js';
import { areaHead, cell, rightsOnAll, table } from './parts/areas.js';
import { credentialButton } from './parts/newcredential.js';
import { askForServer } from './parts/newserver.js';

/** Begins the page. */
export async function show(place, { api, root, areas, credentials }) {
  document.title = `${t('area.servers')} – Hades`;
  const [rights, registry] = await Promise.all([rightsOnAll(api), api.get('/server-registry').then((document) => document.data)]);
  const page = new ServersPage(api, registry.editable);
  place.replaceChildren(...areaHead(root, areas, rights, 'servers', page.add,
    credentials && credentialButton(api, '/credentials', (told) => page.notices.say(told))), page.element);
  page.tell(registry.where, root);
  await page.load();
}

class ServersPage {
  constructor(api, editable) {
    this.api = api;
    this.editable = editable;
    this.notices = new Notices();
    this.place = h('p', { class: 'hades-detail' });
    this.body = h('tbody', {});
    this.add = editable && button(t('servers.add'), () => askForServer(api, this.servers, (name) => {
      this.notices.say(t('servers.added', { name }));
      this.load();
    }), { kind: 'primary' });
    this.table = table(t('area.servers'),
      ['column.name', 'column.address', 'column.roles', 'column.projects', 'column.keys', 'column.used', 'column.actions'], this.body);
    this.table.hidden = true;
    this.empty = h('p', { class: 'hades-empty', hidden: true }, t('servers.empty'));
    this.findings = h('section', { class: 'jenkins-section', 'aria-live': 'polite', hidden: true });
    this.element = h('div', {}, this.place, this.notices.element, this.table, this.empty, this.findings);
    this.servers = [];
  }

  /** Says where everything of the servers can be changed: in a file, or on a page. */
  tell(where, root) {
    const target = where.startsWith('manage/') ? h('a', { href: `${root.replace(/\/hades$/, '')}/${where}` }, t('servers.where.page')) : h('code', {}, where);
    this.place.replaceChildren(t(this.editable ? 'servers.where.editable' : 'servers.where.file'), ' ', target);
  }

  async load() {
    try {
      this.servers = await this.api.list('/servers');
      reconcile(this.body, this.servers, (one) => one.id, (one) => JSON.stringify(one), (one) => this.#row(one));
      this.table.hidden = this.servers.length === 0;
      this.empty.hidden = this.servers.length > 0;
      this.notices.failed(null);
    } catch (failure) {
      this.notices.failed(failure);
    }
  }

  #row(server) {
    const address = server.defect
      ? h('div', { class: 'hades-refused' }, server.defect, server.remedy && h('div', { class: 'hades-remedy' }, server.remedy))
      : [`${server.user}@${server.host}${server.port === 22 ? '' : `:${server.port}`}`,
        server.jump && h('div', { class: 'hades-detail' }, t('servers.through', { name: server.jump }))];
    return h('tr', {},
      h('td', { role: 'rowheader' }, server.name),
      cell('column.address', address),
      cell('column.roles', (server.roles ?? []).map((one) => t(`role.${one}`)).join(', ')),
      cell('column.projects', server.defect ? '' : lines(server.projects, t('servers.projects.none'))),
      cell('column.keys', server.defect ? '' : [t(`keys.${server.hostKeys}`), lines(server.pinned, '')]),
      cell('column.used', lines(server.usedBy, t('servers.unused'))),
      cell('column.actions',
        button(t('servers.check'), (event) => this.#check(server.name, event.currentTarget),
          { 'aria-label': t('servers.check.of', { name: server.name }), 'data-focus': 'check' }),
        this.editable && button(t('servers.remove'), () => this.#remove(server),
          { 'aria-label': t('servers.remove.of', { name: server.name }), 'data-focus': 'remove' })));
  }

  async #check(name, pressed) {
    pressed.disabled = true;
    this.findings.hidden = false;
    this.findings.replaceChildren(heading(name), h('p', {}, t('servers.checking')));
    try {
      const findings = await this.api.send('POST', `/servers/${encodeURIComponent(name)}/check`);
      this.findings.replaceChildren(heading(name), h('ul', { class: 'hades-findings' }, findings.map(finding)));
    } catch (failure) {
      this.findings.replaceChildren(heading(name), failureBox(failure));
    } finally {
      pressed.disabled = false;
    }
  }

  #remove(server) {
    const used = server.usedBy.length > 0;
    ask({
      title: t('servers.remove.title', { name: server.name }),
      content: used
        ? [h('p', {}, t('servers.remove.used')), h('ul', { class: 'hades-list' }, server.usedBy.map((one) => h('li', {}, one)))]
        : h('p', {}, t('servers.remove.what')),
      action: t('servers.remove'),
      danger: true,
      submit: async () => {
        await this.api.send('DELETE', `/servers/${encodeURIComponent(server.name)}`);
        this.notices.say(t('servers.removed', { name: server.name }));
        await this.load();
      },
    });
  }
}

function heading(name) {
  return h('h2', { class: 'jenkins-section__title' }, t('servers.found', { name }));
}

function finding({ subject, good, detail, remedy }) {
  return h('li', { class: good ? 'hades-finding hades-finding--good' : 'hades-finding hades-finding--bad' },
    h('strong', {}, subject), ' ', h('span', { class: 'hades-visually-hidden' }, t(good ? 'servers.good' : 'servers.bad')),
    h('span', { class: 'hades-subject' }, detail), remedy && h('div', { class: 'hades-remedy' }, remedy));
}

function lines(texts, otherwise) {
  return texts.length === 0 ? h('span', { class: 'hades-detail' }, otherwise) : texts.map((one) => h('div', { class: 'hades-subject' }, one));
}
