// The table of environments, of one project or of all.
import { h, outerLink, reconcile } from '../lib/dom.js';
import { t } from '../lib/text.js';
import { ago } from '../lib/time.js';
import { open, environmentStatus, operationStatus } from './status.js';
import { source } from './source.js';

/** A table whose rows are brought up to date by `show`. */
export class EnvironmentTable {
  constructor(root, withProject) {
    this.root = root;
    this.withProject = withProject;
    this.body = h('tbody', {});
    const head = ['column.environment', 'column.status', 'column.release', 'column.last', 'column.site'];
    this.element = h('table', { class: 'jenkins-table hades-table' },
      h('caption', { class: 'jenkins-visually-hidden hades-visually-hidden' }, t('dashboard.caption')),
      h('thead', {}, h('tr', {}, head.map((key) => h('th', { scope: 'col' }, t(key))))),
      this.body);
  }

  show(environments) {
    reconcile(this.body, environments, (one) => one.id, (one) => JSON.stringify(one), (one) => this.#row(one));
  }

  #row(environment) {
    const release = environment.releaseOf;
    const cell = (label, ...content) => h('td', { 'data-label': t(label) }, h('div', {}, content));
    return h('tr', {},
      h('td', { role: 'rowheader', class: 'hades-name' },
        this.withProject && [
          h('a', { class: 'hades-name__project', href: `${this.root}/projects/${environment.projectId}` },
            environment.projectOf?.name ?? ''),
          h('span', { 'aria-hidden': 'true' }, ' / '),
        ],
        h('a', { href: `${this.root}/environments/${environment.id}`, 'data-focus': `environment-${environment.id}` }, environment.name)),
      cell('column.status', environmentStatus(environment),
        environment.detail && h('div', { class: 'hades-detail' }, environment.detail)),
      cell('column.release', release
        ? [h('span', { class: 'hades-number' }, `#${release.number} `), source(release.revision), ' ', ago(release.at)]
        : t('release.none')),
      cell('column.last', this.#last(environment)),
      cell('column.site', environment.url ? outerLink(environment.url, shown(environment.url)) : ''));
  }

  #last(environment) {
    const operation = environment.operationOf;
    if (!operation) {
      return '';
    }
    const link = `${this.root}/environments/${environment.id}#operation=${operation.id}`;
    return [
      h('a', { href: link, 'data-focus': `operation-${operation.id}` }, t(`kind.${operation.request.kind}`)), ' ',
      operationStatus(operation.status), ' ',
      h('span', { class: 'hades-detail' }, operation.actor, ', ',
        ago(open(operation) ? operation.startedAt ?? operation.requestedAt : operation.endedAt)),
    ];
  }
}

function shown(url) {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
