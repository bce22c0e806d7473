// One environment: what it is, what runs, its releases, operations and variables.
import { h, outerLink, replaceKeepingFocus } from './lib/dom.js';
import { Notices } from './lib/notice.js';
import { poll } from './lib/poll.js';
import { rightsOn } from './lib/rights.js';
import { t } from './lib/text.js';
import { ago } from './lib/time.js';
import { Actions } from './parts/actions.js';
import { LogPanel } from './parts/log.js';
import { OperationTable } from './parts/operations.js';
import { by, trigger } from './parts/push.js';
import { ReleaseTable } from './parts/releases.js';
import { source } from './parts/source.js';
import { environmentStatus, open, operationStatus } from './parts/status.js';
import { VariableEditor } from './parts/variables.js';

const PAUSE = 1500;

/** Begins the page. */
export async function show(place, { api, root, environment: id }) {
  const path = `/environments/${id}`;
  const notices = new Notices();
  const log = new LogPanel(api);
  const rights = await rightsOn(api, (await api.get(path)).data.projectId);
  const actions = new Actions(api, rights, (operation) => {
    notices.say(t('operation.begun', { id: operation.id, kind: t(`kind.${operation.request.kind}`) }));
    log.follow(operation.id);
    live.now();
  });
  const operations = new OperationTable(actions, (operation) => log.follow(operation));
  const releases = new ReleaseTable(actions);
  const variables = new VariableEditor(api, path, rights, actions.done);
  let overview = h('div', {});
  place.replaceChildren(notices.element, overview, log.element,
    releases.element, operations.element, variables.element);

  let seen = '';
  const live = poll(async () => {
    const [environment, released, operated] = await Promise.all([
      api.get(`${path}?include=project,release,operation`).then((document) => document.data),
      api.get(`${path}/releases?page[size]=50`).then((document) => document.data),
      api.get(`${path}/operations?page[size]=20`).then((document) => document.data),
    ]);
    const print = JSON.stringify(environment);
    if (print !== seen) {
      seen = print;
      document.title = `${environment.name} – ${environment.projectOf?.name ?? ''} – Hades`;
      const made = head(root, environment, actions);
      replaceKeepingFocus(overview, made);
      overview = made;
    }
    releases.show(environment, released);
    operations.show(operated);
    log.offer(operated);
  }, PAUSE, (failure) => notices.failed(failure));
  await Promise.all([live.first, variables.load().catch((failure) => notices.failed(failure))]);
}

function head(root, environment, actions) {
  const release = environment.releaseOf;
  const operation = environment.operationOf;
  const gone = environment.status === 'GONE';
  const row = (label, ...content) => content.some(Boolean) && [h('dt', {}, label), h('dd', {}, content)];
  return h('div', {},
    h('nav', { 'aria-label': t('nav.label'), class: 'hades-crumbs' },
      h('a', { href: `${root}/` }, t('dashboard.title')), ' / ',
      h('a', { href: `${root}/projects/${environment.projectId}` }, environment.projectOf?.name ?? t('nav.project'))),
    h('div', { class: 'jenkins-app-bar' },
      h('div', { class: 'jenkins-app-bar__content' }, h('h1', {}, environment.name), environmentStatus(environment)),
      !gone && h('div', { class: 'jenkins-app-bar__controls' },
        actions.deploy(environment),
        release && [actions.redeploy(environment), actions.restart(environment)],
        environment.status !== 'DEFINED' && actions.destroy(environment))),
    operation && open(operation) && h('div', { class: 'jenkins-alert jenkins-alert-info hades-now' },
      h('span', {}, `${t(`kind.${operation.request.kind}`)} `, operationStatus(operation.status),
        ` ${by(operation)} `, ago(operation.startedAt ?? operation.requestedAt)),
      actions.cancel(operation)),
    h('dl', { class: 'hades-facts' },
      row(t('fact.site'), environment.url && outerLink(environment.url, environment.url)),
      row(t('fact.release'), release ? [`#${release.number} `, source(release.revision)] : t('release.none')),
      row(t('fact.branch'), release?.revision.ref),
      row(t('fact.released'), release && [ago(release.at), ` ${t('fact.on', { server: release.deployServer })}`]),
      row(t('fact.pushes'), trigger(environment.pushes)),
      row(t('fact.since'), ago(environment.since)),
      row(t('fact.reason'), environment.reason && t(`reason.${environment.reason}`)),
      row(t('fact.detail'), environment.detail)));
}
