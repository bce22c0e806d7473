// What can be done to an environment; each says before what will happen.
import { ask, field } from '../lib/dialog.js';
import { button, h } from '../lib/dom.js';
import { failureBox } from '../lib/notice.js';
import { counted, t } from '../lib/text.js';
import { ArchiveField } from './archive.js';
import { label } from './source.js';

/** The actions of one environment. `done` is called with the operation that an action began. Each is a button, or false where it is not offered. */
export class Actions {
  /** @param rights the user's permissions; without the one to deploy nothing is offered */
  constructor(api, rights, done) {
    this.api = api;
    this.offered = rights.has('DEPLOY');
    this.done = done;
  }

  async #begin(environment, request) {
    this.done(await this.api.send('POST', `/environments/${environment.id}/operations`, request));
  }

  deploy(environment, focus = 'deploy') {
    return this.offered && button(t('action.deploy'), () => {
      const ref = h('input', { class: 'jenkins-input', autocomplete: 'off', spellcheck: 'false', name: 'ref' });
      // A file in place of a commit: then there is no commit to name.
      const archive = new ArchiveField(() => { ref.disabled = Boolean(archive.file); });
      const dialog = ask({
        title: t('deploy.title', { environment: environment.name }),
        content: [h('p', {}, t('deploy.what')), field(t('deploy.ref'), ref, t('deploy.ref.hint')), archive.element],
        action: t('action.deploy'),
        submit: async () => this.#begin(environment, archive.file
          ? { kind: 'DEPLOY', archive: await archive.upload(this.api, environment.projectId) }
          : { kind: 'DEPLOY', ...(ref.value.trim() && { ref: ref.value.trim() }) }),
      });
      dialog.addEventListener('close', () => archive.stop());
    }, { kind: 'primary', 'data-focus': focus });
  }

  redeploy(environment) {
    return this.#plain(environment, 'REDEPLOY', 'redeploy');
  }

  restart(environment) {
    return this.#plain(environment, 'RESTART', 'restart');
  }

  #plain(environment, kind, name) {
    return this.offered && button(t(`action.${kind}`), () => ask({
      title: t(`ask.${kind}.title`, { environment: environment.name }),
      content: [h('p', {}, t(`ask.${kind}.what`))],
      action: t(`action.${kind}`),
      submit: () => this.#begin(environment, { kind }),
    }), { 'data-focus': name });
  }

  destroy(environment) {
    return this.offered && button(t('action.DESTROY'), () => ask({
      title: t('ask.DESTROY.title', { environment: environment.name }),
      content: [h('p', {}, t('ask.DESTROY.what')), environment.url && h('p', {}, t('ask.DESTROY.url', { url: environment.url }))],
      action: t('ask.DESTROY.action'),
      danger: true,
      typed: environment.name,
      submit: () => this.#begin(environment, { kind: 'DESTROY' }),
    }), { 'data-focus': 'destroy', class: 'jenkins-button jenkins-!-destructive-color' });
  }

  cancel(operation) {
    return this.offered && button(t('action.cancel'), () => ask({
      title: t('cancel.title', { id: operation.id }),
      content: [h('p', {}, t(operation.status === 'QUEUED' ? 'cancel.queued' : 'cancel.running'))],
      action: t('cancel.action'),
      submit: async () => this.done(await this.api.send('POST', `/operations/${operation.id}/cancel`)),
    }), { 'data-focus': 'cancel' });
  }

  /** Back to an older release; says what differs from what serves. */
  rollback(environment, release, releases) {
    return this.offered && button(t('action.ROLLBACK'), () => {
      const current = releases.find((one) => one.number === environment.release);
      const differing = h('div', { 'aria-live': 'polite' });
      this.api.get(`/environments/${environment.id}/releases/${release.number}/difference`)
        .then((document) => differing.replaceChildren(...[variables(document.data)].flat()))
        .catch((failure) => differing.replaceChildren(failureBox(failure)));
      ask({
        title: t('rollback.title', { environment: environment.name, number: release.number }),
        content: [
          h('p', {}, t('rollback.what')),
          current && h('p', {}, t('rollback.range', {
            from: `#${current.number} (${label(current.revision)})`, to: `#${release.number} (${label(release.revision)})`,
          })),
          commits(release, current, releases),
          differing,
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

/** The variables that differ, by name; what is public with its values. */
function variables(difference) {
  const lines = difference.variables.map(({ name, change, from, to }) => {
    if (change === 'ADDED') {
      return t('rollback.variable.added', { name });
    }
    if (change === 'REMOVED') {
      return t('rollback.variable.removed', { name });
    }
    return from.secret || to.secret
      ? t('rollback.variable.changed', { name })
      : t('rollback.variable.value', { name, from: from.value, to: to.value });
  });
  return lines.length > 0
    ? [h('p', {}, t('rollback.variables')), h('ul', { class: 'hades-list' }, lines.map((line) => h('li', {}, line)))]
    : h('p', {}, t('rollback.variables.same'));
}
