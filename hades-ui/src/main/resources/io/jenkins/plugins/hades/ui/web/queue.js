// What waits, for what and since when, and what is at work.
import { h, reconcile } from './lib/dom.js';
import { Notices } from './lib/notice.js';
import { poll } from './lib/poll.js';
import { rightsOn } from './lib/rights.js';
import { counted, t } from './lib/text.js';
import { ago } from './lib/time.js';
import { Actions } from './parts/actions.js';
import { areaHead, cell, rightsOnAll, table } from './parts/areas.js';
import { operationStatus } from './parts/status.js';
import { perhapsLocked, waitsFor } from './parts/waiting.js';

const PAUSE = 1500;

/** Begins the page. */
export async function show(place, { api, root, areas }) {
  document.title = `${t('area.queue')} – Hades`;
  const notices = new Notices();
  const body = h('tbody', {});
  const shown = table(t('area.queue'),
    ['column.operation', 'column.environment', 'column.status', 'column.waits', 'column.who', 'column.since', 'column.actions'], body);
  shown.hidden = true;
  const count = h('p', { class: 'hades-count', role: 'status', 'aria-live': 'polite' });
  const empty = h('p', { class: 'hades-empty', hidden: true }, t('queue.empty'));
  place.replaceChildren(...areaHead(root, areas, await rightsOnAll(api), 'queue'), notices.element, count, shown, empty);

  const allowed = new Map();
  const actions = async (project) => {
    if (!allowed.has(project)) {
      allowed.set(project, new Actions(api, await rightsOn(api, project), (operation) => {
        notices.say(t('queue.cancelled', { id: operation.id }));
        live.now();
      }));
    }
    return allowed.get(project);
  };
  const live = poll(async () => {
    const operations = await api.list('/operations?filter[status]=QUEUED,RUNNING&sort=id&include=environment.project&page[size]=500');
    const locks = new Map(await Promise.all(perhapsLocked(operations).map(async (environment) =>
      [environment, (await api.get(`/environments/${environment}/lock`)).data])));
    const rows = await Promise.all(operations.map(async (operation) => ({
      operation, waits: waitsFor(operation, operations, locks), actions: await actions(operation.environmentOf.projectId),
    })));
    reconcile(body, rows, (one) => one.operation.id, ({ operation, waits }) => JSON.stringify([{ ...operation, heartbeat: '' }, waits]),
      (one) => row(root, one));
    shown.hidden = rows.length === 0;
    empty.hidden = rows.length > 0;
    const waiting = rows.filter((one) => one.waits).length;
    const text = rows.length === 0 ? '' : counted('queue.waiting', waiting);
    if (count.textContent !== text) {
      count.textContent = text;
    }
  }, PAUSE, (failure) => notices.failed(failure));
  await live.first;
}

function row(root, { operation, waits, actions }) {
  const environment = operation.environmentOf;
  return h('tr', {},
    h('td', { role: 'rowheader' },
      h('a', { href: `${root}/environments/${environment.id}#operation=${operation.id}`, 'data-focus': 'operation' },
        `${operation.id} ${t(`kind.${operation.request.kind}`)}`),
      operation.request.ref && [' ', h('code', {}, operation.request.ref)]),
    cell('column.environment',
      h('a', { class: 'hades-name__project', href: `${root}/projects/${environment.projectId}` }, environment.projectOf?.name ?? ''),
      h('span', { 'aria-hidden': 'true' }, ' / '),
      h('a', { href: `${root}/environments/${environment.id}` }, environment.name)),
    cell('column.status', operationStatus(operation.status)),
    cell('column.waits', waits && reason(waits)),
    cell('column.who', operation.actor, h('span', { class: 'hades-detail' }, ` ${operation.origin}`)),
    cell('column.since', ago(operation.startedAt ?? operation.requestedAt)),
    cell('column.actions', operation.cancelRequested
      ? t('queue.stopping', { actor: operation.cancelRequested }) : actions.cancel(operation)));
}

function reason(waits) {
  if (waits.what === 'operation') {
    return t('waits.operation', { id: waits.id });
  }
  if (waits.what === 'worker') {
    return t('waits.worker');
  }
  return [
    t('waits.lock', { holder: waits.lock.holder }), ' ',
    h('span', { class: 'hades-detail' }, waits.lock.reason, ', ', t('waits.until'), ' ', ago(waits.lock.until))];
}
