// Who did what to what, when and by what; with filters, page by page, and as a table for other programs.
import { field } from './lib/dialog.js';
import { button, h, reconcile } from './lib/dom.js';
import { Notices } from './lib/notice.js';
import { t } from './lib/text.js';
import { exact } from './lib/time.js';
import { areaHead, cell, rightsOnAll, table } from './parts/areas.js';
import { saveTable } from './parts/audittable.js';

/** The words of what the audit may hold; behind the prefix stands what the API calls it. */
const DEEDS = [
  'did.operation.submit', 'did.operation.cancel', 'did.archive.upload', 'did.environment.define', 'did.variables.change', 'did.lock.take',
  'did.lock.release', 'did.lock.break', 'did.push.deploy', 'did.push.pass', 'did.push.fail', 'did.project.register',
  'did.server.add', 'did.server.remove', 'did.server.check', 'did.server.look', 'did.access.change', 'did.credential.add',
  'did.audit.remove',
];
const PREFIX = 'did.';
const ROWS = 50;

/** Begins the page. */
export async function show(place, { api, root, areas }) {
  document.title = `${t('area.audit')} – Hades`;
  const rights = await rightsOnAll(api);
  const page = new AuditPage(api, rights.has('ADMINISTER'));
  place.replaceChildren(...areaHead(root, areas, rights, 'audit', page.export), page.element);
  await page.begin();
}

class AuditPage {
  #before = [];
  #now = '';
  #next = '';

  constructor(api, all) {
    this.api = api;
    this.all = all;
    this.notices = new Notices();
    this.export = button(t('audit.export'), () => this.#export());
    this.project = select(all ? [['', t('filter.all')]] : []);
    this.action = select([['', t('filter.all')], ...DEEDS.map((one) => [one.slice(PREFIX.length), t(one)])]);
    this.actor = h('input', { class: 'jenkins-input', autocomplete: 'off', spellcheck: 'false' });
    this.from = h('input', { type: 'datetime-local', class: 'jenkins-input' });
    this.until = h('input', { type: 'datetime-local', class: 'jenkins-input' });
    const choice = (label, chosen) => field(label, chosen, undefined, (input) => h('div', { class: 'jenkins-select' }, input));
    this.filters = h('form', {
      class: 'hades-filters', 'aria-label': t('audit.filters'),
      onchange: () => this.#first(), onsubmit: (event) => { event.preventDefault(); this.#first(); },
    },
    choice(t('column.project'), this.project), choice(t('column.did'), this.action), field(t('column.who'), this.actor),
    field(t('audit.from'), this.from), field(t('audit.until'), this.until));
    this.body = h('tbody', {});
    this.table = table(t('area.audit'),
      ['column.when', 'column.who', 'column.did', 'column.to', 'column.detail'], this.body);
    this.table.hidden = true;
    this.empty = h('p', { class: 'hades-empty', hidden: true }, t('audit.empty'));
    this.newer = button(t('page.newer'), () => this.#turn(this.#before.pop()));
    this.older = button(t('page.older'), () => { this.#before.push(this.#now); this.#turn(this.#next); });
    this.element = h('div', {}, this.notices.element, this.filters, this.table, this.empty,
      h('nav', { class: 'jenkins-buttons-row', 'aria-label': t('page.label') }, this.newer, this.older));
  }

  /** Fills the filters, and shows the newest records. */
  async begin() {
    const projects = await this.api.list('/projects?page[size]=500');
    this.project.append(...projects.map((one) => h('option', { value: one.id }, one.name)));
    const wanted = new URLSearchParams(window.location.search);
    this.project.value = wanted.get('project') ?? this.project.value;
    this.actor.value = wanted.get('actor') ?? '';
    if (!this.all && projects.length === 0) {
      this.#show({ data: [] });
      return;
    }
    await this.#first();
  }

  #query(more) {
    const time = (input) => (input.value ? new Date(input.value).toISOString() : '');
    const query = new URLSearchParams();
    Object.entries({
      'filter[project]': this.project.value,
      'filter[action]': this.action.value,
      'filter[actor]': this.actor.value.trim(),
      'filter[from]': time(this.from),
      'filter[until]': time(this.until),
      ...more,
    }).filter(([, value]) => value).forEach(([name, value]) => query.set(name, value));
    return `/audit?${query}`;
  }

  async #first() {
    this.#before = [];
    await this.#turn('');
  }

  async #turn(cursor) {
    this.newer.disabled = true;
    this.older.disabled = true;
    try {
      const document = await this.api.get(this.#query({ 'page[size]': String(ROWS), 'page[after]': cursor }));
      this.#now = cursor;
      this.#next = document.next ? new URL(document.next, window.location.href).searchParams.get('page[after]') : '';
      this.#show(document);
      this.notices.failed(null);
    } catch (failure) {
      this.notices.failed(failure);
    }
    this.newer.disabled = this.#before.length === 0;
    this.older.disabled = !this.#next;
  }

  #show({ data }) {
    reconcile(this.body, data, (one) => one.id, (one) => JSON.stringify(one), row);
    this.table.hidden = data.length === 0;
    this.empty.hidden = data.length > 0;
    this.export.disabled = data.length === 0;
    this.newer.disabled = this.#before.length === 0;
    this.older.disabled = !this.#next;
  }

  async #export() {
    this.export.disabled = true;
    try {
      const { rows, whole } = await saveTable(this.api, this.#query({}));
      this.notices.say(t(whole ? 'audit.exported' : 'audit.exported.part', { count: rows }));
      this.notices.failed(null);
    } catch (failure) {
      this.notices.failed(failure);
    } finally {
      this.export.disabled = false;
    }
  }
}

function select(options) {
  return h('select', { class: 'jenkins-select__input' }, options.map(([value, label]) => h('option', { value }, label)));
}

function row(entry) {
  return h('tr', {},
    h('td', { role: 'rowheader' }, exact(entry.at)),
    cell('column.who', entry.actor, h('span', { class: 'hades-detail' }, ` ${entry.origin}`)),
    cell('column.did', DEEDS.includes(PREFIX + entry.action) ? t(PREFIX + entry.action) : entry.action,
      entry.outcome === 'REFUSED' && h('strong', { class: 'hades-refused' }, ` ${t('audit.refused')}`)),
    cell('column.to', entry.project, entry.environment && [h('span', { 'aria-hidden': 'true' }, ' / '), entry.environment]),
    cell('column.detail', h('span', { class: 'hades-subject' }, entry.detail)));
}
