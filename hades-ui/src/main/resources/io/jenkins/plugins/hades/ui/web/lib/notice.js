// What the user should know: failures with what to do, and what was done.
import { h } from './dom.js';
import { t } from './text.js';

/** A failure, in words. */
export function failureBox(failure) {
  return h('div', { class: 'jenkins-alert jenkins-alert-danger hades-alert', role: 'alert' },
    h('strong', {}, failure.message || t('failure.unknown')),
    failure.detail && h('p', {}, failure.detail),
    failure.remedy && h('p', { class: 'hades-remedy' }, failure.remedy));
}

/** A place for failures and for what was done, told to screen readers too. */
export class Notices {
  constructor() {
    this.element = h('div', { class: 'hades-notices' });
    this.said = h('div', { class: 'hades-said', role: 'status', 'aria-live': 'polite' });
    this.element.append(this.said);
    this.box = null;
  }

  /** Shows a failure until the next one; null takes it away. */
  failed(failure) {
    if (failure && this.box && this.box.dataset.print === print(failure)) {
      return;
    }
    this.box?.remove();
    this.box = null;
    if (failure) {
      this.box = failureBox(failure);
      this.box.dataset.print = print(failure);
      this.element.append(this.box);
    }
  }

  /** Says what was done. */
  say(text) {
    this.said.textContent = text;
  }
}

function print(failure) {
  return [failure.status, failure.message, failure.detail, failure.remedy].join('\n');
}
