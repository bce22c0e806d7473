// The operations of an environment.
import { button, h, reconcile } from '../lib/dom.js';
import { t } from '../lib/text.js';
import { ago, span } from '../lib/time.js';
import { cause } from './push.js';
import { open, operationStatus } from './status.js';

export class OperationTable {
  constructor(actions, follow) {
    this.actions = actions;
    this.follow = follow;
    this.body = h('tbody', {});
    const head = ['column.operation', 'column.status', 'column.who', 'column.when', 'column.took', 'column.actions'];
    this.element = h('section', { class: 'jenkins-section', 'aria-labelledby': 'hades-operations' },
      h('h2', { class: 'jenkins-section__title', id: 'hades-operations' }, t('operations.title')),
      h('table', { class: 'jenkins-table hades-table' },
        h('thead', {}, h('tr', {}, head.map((key) => h('th', { scope: 'col' }, t(key))))), this.body));
  }

  show(operations) {
    this.element.hidden = operations.length === 0;
    reconcile(this.body, operations, (one) => one.id, (one) => JSON.stringify(one), (one) => this.#row(one));
  }

  #row(operation) {
    const cell = (label, ...content) => h('td', { 'data-label': t(label) }, h('div', {}, content));
    return h('tr', {},
      h('td', { role: 'rowheader' }, `${operation.id} `, t(`kind.${operation.request.kind}`),
        operation.request.ref && [' ', h('code', {}, operation.request.ref)]),
      cell('column.status', operationStatus(operation.status),
        operation.outcome && operation.status !== 'SUCCEEDED' && h('div', { class: 'hades-detail hades-outcome' }, operation.outcome)),
      cell('column.who', cause(operation)),
      cell('column.when', ago(operation.requestedAt)),
      cell('column.took', operation.startedAt && operation.endedAt ? span(operation.startedAt, operation.endedAt) : ''),
      cell('column.actions',
        button(t('operations.log'), () => this.follow(operation.id),
          { 'data-focus': `log-${operation.id}`, 'aria-label': t('operations.log.of', { id: operation.id }) }),
        open(operation) && this.actions.cancel(operation)));
  }
}
