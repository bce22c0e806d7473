// What can be done to an environment; each says before what will happen.
import { ask, field } from '../lib/dialog.js';
import { button, h } from '../lib/dom.js';
import { counted, t } from '../lib/text.js';
import { label } from './source.js';

/** The actions of one environment. `done` is called with the operation that an action began. */
export class Actions {
  constructor(api, done) {
    this.api = api;
    this.done = done;
  }

  async #begin(environment, request) {
    this.done(await this.api.send('POST', `/environments/${environment.id}/operations`, request));
  }

  deploy(environment, focus = 'deploy') {
    return button(t('action.deploy'), () => {
      const ref = h('input', { class: 'jenkins-input', autocomplete: 'off', spellcheck: 'false', name: 'ref' });
      ask({
        title: t('deploy.title', { environment: environment.name }),
        content: [h('p', {}, t('deploy.what')), field(t('deploy.ref'), ref, t('deploy.ref.hint'))],
        action: t('action.deploy'),
        submit: () => this.#begin(environment, {
          kind: 'DEPLOY', ...(ref.value.trim() && { ref: ref.value.trim() }),
        }),
      });
    }, { kind: 'primary', 'data-focus': focus });
  }

  redeploy(environment) {
    return this.#plain(environment, 'REDEPLOY', 'redeploy');
  }

  restart(environment) {
    return this.#plain(environment, 'RESTART', 'restart');
  }

  #plain(environment, kind, name) {
    return button(t(`action.${kind}`), () => ask({
      title: t(`ask.${kind}.title`, { environment: environment.name }),
      content: [h('p', {}, t(`ask.${kind}.what`))],
      action: t(`action.${kind}`),
      submit: () => this.#begin(environment, { kind }),
    }), { 'data-focus': name });
  }

  destroy(environment) {
    return button(t('action.DESTROY'), () => ask({
      title: t('ask.DESTROY.title', { environment: environment.name }),
      content: [h('p', {}, t('ask.DESTROY.what')), environment.url && h('p', {}, t('ask.DESTROY.url', { url: environment.url }))],
      action: t('ask.DESTROY.action'),
      danger: true,
      typed: environment.name,
      submit: () => this.#begin(environment, { kind: 'DESTROY' }),
    }), { 'data-focus': 'destroy', class: 'jenkins-button jenkins-!-destructive-color' });
  }

  cancel(operation) {
    return button(t('action.cancel'), () => ask({
      title: t('cancel.title', { id: operation.id }),
      content: [h('p', {}, t(operation.status === 'QUEUED' ? 'cancel.queued' : 'cancel.running'))],
      action: t('cancel.action'),
      submit: async () => this.done(await this.api.send('POST', `/operations/${operation.id}/cancel`)),
    }), { 'data-focus': 'cancel' });
  }

  /** Back to an older release; says what differs from what serves. */
  rollback(environment, release, releases) {
    return button(t('action.ROLLBACK'), () => {
      const current = releases.find((one) => one.number === environment.release);
      ask({
        title: t('rollback.title', { environment: environment.name, number: release.number }),
        content: [
          h('p', {}, t('rollback.what')),
          current && h('p', {}, t('rollback.range', {
            from: `#${current.number} (${label(current.revision)})`, to: `#${release.number} (${label(release.revision)})`,
          })),
          commits(release, current, releases),
          variables(release, current),
        ],
        action: t('rollback.action', { number: release.number }),
        submit: () => this.#begin(environment, { kind: 'ROLLBACK', release: release.number }),
      });
    }, { 'data-focus': `rollback-${release.number}` });
  }
}

/** The releases whose changes are taken back, newest first. */
function commits(release, current, releases) {
  const between = releases.filter((one) => one.number > release.number && one.number <= (current?.number ?? 0));
  return between.length > 0 && [
    h('p', {}, counted('rollback.back', between.length)),
    h('ul', { class: 'hades-list' }, between.slice(0, 10).map((one) => h('li', {},
      `#${one.number} `, h('code', {}, label(one.revision)), ` ${one.revision.subject ?? ''}`))),
  ];
}

function variables(release, current) {
  const named = (one) => new Map((one?.variables ?? []).map((variable) => [`${variable.scope} ${variable.name}`, variable]));
  const then = named(release);
  const now = named(current);
  const lines = [];
  then.forEach((variable, key) => {
    if (!now.has(key)) {
      lines.push(t('rollback.variable.added', { name: variable.name }));
    } else if (now.get(key).version !== variable.version) {
      lines.push(t('rollback.variable.changed', { name: variable.name }));
    }
  });
  now.forEach((variable, key) => {
    if (!then.has(key)) {
      lines.push(t('rollback.variable.removed', { name: variable.name }));
    }
  });
  return lines.length > 0
    ? [h('p', {}, t('rollback.variables')), h('ul', { class: 'hades-list' }, lines.map((line) => h('li', {}, line)))]
    : h('p', {}, t('rollback.variables.same'));
}
