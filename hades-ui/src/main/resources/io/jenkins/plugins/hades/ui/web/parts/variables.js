// The variables of an environment. Changes are gathered, and saved together; a secret's value goes in and is never shown.
import { ask, field } from '../lib/dialog.js';
import { button, h } from '../lib/dom.js';
import { readDotenv } from '../lib/dotenv.js';
import { Notices } from '../lib/notice.js';
import { counted, t } from '../lib/text.js';
import { ago } from '../lib/time.js';

const key = (variable) => `${variable.scope} ${variable.name}`;

export class VariableEditor {
  #variables = [];
  #pending = new Map();

  /**
   * @param rights the user's permissions; without the one to configure, variables are only shown
   * @param done called with the operation that "save and redeploy" began
   */
  constructor(api, environment, rights, done) {
    this.editable = rights.has('CONFIGURE');
    this.deploys = rights.has('DEPLOY');
    this.api = api;
    this.environment = environment;
    this.done = done;
    this.notices = new Notices();
    this.body = h('tbody', {});
    const head = ['column.name', 'column.value', 'column.scope', 'column.phases', 'column.actions'];
    this.table = h('table', { class: 'jenkins-table hades-table' },
      h('thead', {}, h('tr', {}, head.map((one) => h('th', { scope: 'col' }, t(one))))), this.body);
    this.empty = h('p', { class: 'hades-empty' }, t('variables.empty'));
    this.save = button(t('variables.save'), () => this.#send(false), { kind: 'primary' });
    this.redeploy = button(t('variables.redeploy'), () => this.#send(true));
    this.discard = button(t('variables.discard'), () => { this.#pending.clear(); this.#render(); });
    this.count = h('span', { class: 'hades-detail', role: 'status' });
    this.saving = h('div', { class: 'jenkins-buttons-row hades-saving' }, this.save, this.deploys && this.redeploy, this.discard, this.count);
    this.past = h('tbody', {});
    const pastHead = ['column.name', 'column.value', 'column.who', 'column.when'];
    this.history = h('details', { ontoggle: () => this.#showHistory() },
      h('summary', {}, t('variables.history')),
      h('table', { class: 'jenkins-table hades-table' },
        h('thead', {}, h('tr', {}, pastHead.map((one) => h('th', { scope: 'col' }, t(one))))), this.past));
    this.element = h('section', { class: 'jenkins-section', 'aria-labelledby': 'hades-variables' },
      h('h2', { class: 'jenkins-section__title', id: 'hades-variables' }, t('variables.title')),
      h('p', { class: 'jenkins-section__description' }, t('variables.what')),
      this.table, this.empty,
      this.editable && h('div', { class: 'jenkins-buttons-row' },
        button(t('variables.add'), () => this.#edit(), { 'data-focus': 'add' }),
        button(t('variables.paste'), () => this.#paste())),
      this.saving, this.notices.element, this.history);
  }

  /** Asks for the variables. */
  async load() {
    this.#variables = await this.api.list(`${this.environment}/variables`);
    this.#render();
    await this.#showHistory();
  }

  /** What was changed, newest first; asked for only while somebody looks at it. */
  async #showHistory() {
    if (!this.history.open) {
      return;
    }
    try {
      const versions = (await this.api.get(`${this.environment}/variables/history?page[size]=100`)).data;
      this.past.replaceChildren(...versions.map((one) => this.#version(one)));
    } catch (failure) {
      this.notices.failed(failure);
    }
  }

  #version(version) {
    const cell = (label, ...content) => h('td', { 'data-label': t(label) }, h('div', {}, content));
    return h('tr', {},
      h('td', { role: 'rowheader' }, h('code', {}, version.name)),
      cell('column.value', version.removed || version.secret
        ? h('span', { class: 'hades-detail' }, t(version.removed ? 'variables.past.removed' : 'variables.past.secret'))
        : h('code', { class: 'hades-value' }, version.value)),
      cell('column.who', version.actor),
      cell('column.when', ago(version.at)));
  }

  #render() {
    const rows = new Map(this.#variables.map((one) => [key(one), one]));
    this.#pending.forEach((change, name) => {
      if (!change.removed) {
        rows.set(name, { ...rows.get(name), ...change, changed: true });
      }
    });
    const sorted = [...rows.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    this.body.replaceChildren(...sorted.map((one) => this.#row(one, this.#pending.get(key(one)))));
    this.table.hidden = sorted.length === 0;
    this.empty.hidden = sorted.length > 0;
    this.saving.hidden = this.#pending.size === 0;
    this.count.textContent = this.#pending.size === 0 ? '' : counted('variables.pending', this.#pending.size);
  }

  #row(variable, change) {
    const cell = (label, ...content) => h('td', { 'data-label': t(label) }, h('div', {}, content));
    const mark = change && h('strong', { class: 'hades-changed' }, ` ${t(change.removed ? 'variables.removed' : 'variables.changed')}`);
    return h('tr', { class: change?.removed ? 'hades-removed' : '' },
      h('td', { role: 'rowheader' }, h('code', {}, variable.name), mark),
      cell('column.value', variable.secret
        ? h('span', { class: 'hades-detail' }, t('variables.secret'))
        : h('code', { class: 'hades-value' }, variable.value)),
      cell('column.scope', t(`scope.${variable.scope}`)),
      cell('column.phases', variable.phases.map((phase) => t(`phase.${phase}`)).join(', ')),
      cell('column.actions', this.editable && [
        button(t(variable.secret ? 'variables.replace' : 'variables.edit'), () => this.#edit(variable),
          { 'aria-label': t('variables.edit.of', { name: variable.name }) }),
        change
          ? button(t('variables.undo'), () => this.#drop(variable), { 'aria-label': t('variables.undo.of', { name: variable.name }) })
          : button(t('variables.remove'), () => this.#remove(variable), { 'aria-label': t('variables.remove.of', { name: variable.name }) })]));
  }

  #drop(variable) {
    this.#pending.delete(key(variable));
    this.#render();
  }

  #remove(variable) {
    this.#pending.set(key(variable), { name: variable.name, scope: variable.scope, removed: true });
    this.#render();
  }

  #put(change) {
    this.#pending.set(key(change), change);
  }

  #edit(variable) {
    const name = h('input', {
      class: 'jenkins-input', name: 'name', required: true, pattern: '[A-Za-z_][A-Za-z0-9_]*', autocomplete: 'off',
      spellcheck: 'false', value: variable?.name ?? '', disabled: Boolean(variable),
    });
    const value = h('textarea', {
      class: 'jenkins-input hades-value-input', name: 'value', rows: 3, spellcheck: 'false', autocomplete: 'off',
      value: variable && !variable.secret ? variable.value : '',
    });
    const settings = new Settings(variable);
    ask({
      title: variable ? t('variables.edit.title', { name: variable.name }) : t('variables.add'),
      content: [field(t('variables.name'), name),
        field(t('variables.value'), value, variable?.secret ? t('variables.secret.replace') : undefined), settings.elements],
      action: t('variables.take'),
      submit: async () => {
        this.#put({ name: name.value.trim(), value: value.value, ...settings.values() });
        this.#render();
      },
    });
  }

  #paste() {
    const text = h('textarea', { class: 'jenkins-input hades-paste', rows: 12, spellcheck: 'false', name: 'dotenv', placeholder: 'NAME=value' });
    const settings = new Settings();
    ask({
      title: t('variables.paste'),
      content: [field(t('variables.paste.text'), text, t('variables.paste.hint')), settings.elements],
      action: t('variables.take'),
      wide: true,
      submit: async () => {
        const { variables, wrong } = readDotenv(text.value);
        if (wrong.length > 0 || variables.length === 0) {
          throw new Error(wrong.length > 0 ? t('variables.paste.wrong', { lines: wrong.join(', ') }) : t('variables.paste.none'));
        }
        variables.forEach((one) => this.#put({ ...one, ...settings.values() }));
        this.#render();
      },
    });
  }

  async #send(redeploy) {
    this.save.disabled = true;
    this.redeploy.disabled = true;
    try {
      await this.#change();
      if (redeploy) {
        this.done(await this.api.send('POST', `${this.environment}/operations`, { kind: 'REDEPLOY' }));
      }
      this.notices.say(t(redeploy ? 'variables.saved.redeploy' : 'variables.saved'));
      this.notices.failed(null);
    } catch (failure) {
      this.notices.failed(failure);
    } finally {
      this.save.disabled = false;
      this.redeploy.disabled = false;
    }
  }

  /** All new values go in one request, and what is removed in one for each scope, as the API has it. */
  async #change() {
    const changes = [...this.#pending.values()];
    const set = changes.filter((one) => !one.removed);
    const removed = (scope) => changes.filter((one) => one.removed && one.scope === scope).map((one) => one.name);
    const requests = ['APP', 'DEPLOYMENT'].map((scope) => ({ unset: removed(scope), scope })).filter((one) => one.unset.length > 0);
    if (set.length > 0) {
      requests.push({ ...(requests.pop() ?? {}), set });
    }
    for (const request of requests) {
      await this.api.send('PATCH', `${this.environment}/variables`, request);
    }
    this.#pending.clear();
    await this.load();
  }
}

/** What a variable is for, and whether it is secret. */
class Settings {
  constructor(variable) {
    const option = (value, label) => h('option', { value }, label);
    this.scope = h('select', { class: 'jenkins-select__input', id: 'hades-variable-scope' },
      option('APP', t('scope.APP')), option('DEPLOYMENT', t('scope.DEPLOYMENT')));
    this.scope.value = variable?.scope ?? 'APP';
    this.scope.disabled = Boolean(variable);
    const phases = variable?.phases ?? ['RUN'];
    this.run = h('input', { type: 'checkbox', checked: phases.includes('RUN') });
    this.build = h('input', { type: 'checkbox', checked: phases.includes('BUILD') });
    this.secret = h('input', { type: 'checkbox', checked: variable?.secret ?? false, name: 'secret' });
    const box = (input, label) => h('label', { class: 'hades-check' }, input, ` ${label}`);
    this.elements = [
      box(this.secret, t('variables.is.secret')),
      h('fieldset', { class: 'hades-phases' }, h('legend', {}, t('variables.phases')),
        box(this.run, t('phase.RUN')), box(this.build, t('phase.BUILD'))),
      h('label', { class: 'jenkins-form-label', for: this.scope.id }, t('column.scope')),
      h('div', { class: 'jenkins-select' }, this.scope),
    ];
  }

  values() {
    const phases = [this.run.checked && 'RUN', this.build.checked && 'BUILD'].filter(Boolean);
    if (phases.length === 0) {
      throw new Error(t('variables.phases.none'));
    }
    return { scope: this.scope.value, phases, secret: this.secret.checked };
  }
}
