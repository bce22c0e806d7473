// Pushes: which deploy an environment, which one an operation was begun for, and what became of the last ones.
import { h, reconcile } from '../lib/dom.js';
import { t } from '../lib/text.js';
import { ago } from '../lib/time.js';

/** Who asked for an operation: somebody, or a push. */
export function cause(operation) {
  const push = operation.push;
  if (!push) {
    return [operation.actor, h('span', { class: 'hades-detail' }, ` ${operation.origin}`)];
  }
  return [pushed(push), h('span', { class: 'hades-detail' }, ' ',
    h('code', { title: push.commit }, push.commit.slice(0, 10)), ` ${t('push.delivery', { id: push.delivery })}`)];
}

/** The same in a few words. */
export function by(operation) {
  return operation.push ? pushed(operation.push) : t('operation.by', { actor: operation.actor });
}

/** Which pushes deploy an environment, and who triggers where none does; empty where that is not known yet. */
export function trigger(pushes) {
  if (!pushes) {
    return '';
  }
  const names = [
    pushes.branches.length > 0 && t('push.branches', { names: pushes.branches.join(', ') }),
    pushes.tags.length > 0 && t('push.tags', { names: pushes.tags.join(', ') }),
  ].filter(Boolean);
  return names.length > 0 ? t('push.hades', { names: names.join('; ') }) : t('push.nobody');
}

function pushed(push) {
  const ref = push.ref.replace(/^refs\/(heads|tags)\//, '');
  return push.pusher ? t('push.by', { ref, pusher: push.pusher }) : t('push.of', { ref });
}

/** The last pushes that a project was told of. */
export class PushTable {
  constructor() {
    this.body = h('tbody', {});
    const head = ['column.when', 'column.environment', 'column.push'];
    this.element = h('section', { class: 'jenkins-section', hidden: true, 'aria-labelledby': 'hades-pushes' },
      h('h2', { class: 'jenkins-section__title', id: 'hades-pushes' }, t('pushes.title')),
      h('table', { class: 'jenkins-table hades-table' },
        h('thead', {}, h('tr', {}, head.map((key) => h('th', { scope: 'col' }, t(key))))), this.body));
  }

  show(records) {
    this.element.hidden = records.length === 0;
    reconcile(this.body, records, (one) => one.id, (one) => JSON.stringify(one), (one) => this.#row(one));
  }

  #row(record) {
    const cell = (label, ...content) => h('td', { 'data-label': t(label) }, h('div', {}, content));
    return h('tr', {},
      h('td', { role: 'rowheader' }, ago(record.at)),
      cell('column.environment', record.environment),
      cell('column.push', record.detail, h('span', { class: 'hades-detail' }, ` ${record.origin}`)));
  }
}
