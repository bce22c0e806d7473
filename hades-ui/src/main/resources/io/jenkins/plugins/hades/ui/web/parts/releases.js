// The releases of an environment, with the way back to each.
import { h, reconcile } from '../lib/dom.js';
import { t } from '../lib/text.js';
import { ago } from '../lib/time.js';
import { source } from './source.js';

export class ReleaseTable {
  constructor(actions) {
    this.actions = actions;
    this.body = h('tbody', {});
    const head = ['column.release', 'column.source', 'column.when', 'column.server', 'column.actions'];
    this.element = h('section', { class: 'jenkins-section', 'aria-labelledby': 'hades-releases', hidden: true },
      h('h2', { class: 'jenkins-section__title', id: 'hades-releases' }, t('releases.title')),
      h('table', { class: 'jenkins-table hades-table' },
        h('thead', {}, h('tr', {}, head.map((key) => h('th', { scope: 'col' }, t(key))))), this.body));
  }

  show(environment, releases) {
    this.element.hidden = releases.length === 0;
    const numbers = releases.map((one) => one.number);
    const print = (one) => JSON.stringify([one.number, environment.release, environment.status, numbers]);
    reconcile(this.body, releases, (one) => one.number, print, (one) => this.#row(environment, one, releases));
  }

  #row(environment, release, releases) {
    const cell = (label, ...content) => h('td', { 'data-label': t(label) }, h('div', {}, content));
    const current = release.number === environment.release;
    return h('tr', { 'aria-current': current },
      h('td', { role: 'rowheader' }, `#${release.number} `, current && h('strong', {}, t('releases.current'))),
      cell('column.source', source(release.revision),
        release.revision.author && h('div', { class: 'hades-detail' }, release.revision.author)),
      cell('column.when', ago(release.at)),
      cell('column.server', release.deployServer),
      cell('column.actions', !current && environment.status !== 'GONE' && this.actions.rollback(environment, release, releases)));
  }
}
