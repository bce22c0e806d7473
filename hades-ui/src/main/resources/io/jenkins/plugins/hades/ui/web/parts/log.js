// The live log of one operation, with its steps. The operation stands in the page's address, so a reload shows it again.
import { Ansi } from '../lib/ansi.js';
import { button, h, reconcile } from '../lib/dom.js';
import { failureBox } from '../lib/notice.js';
import { poll } from '../lib/poll.js';
import { t } from '../lib/text.js';
import { span } from '../lib/time.js';
import { operationStatus, open } from './status.js';

const PAUSE = 1000;
const LINES = 20_000;
const TROUBLE = /\b(error|failed|failure|fatal|exception|denied|refused|cannot)\b/i;

export class LogPanel {
  #operation = null;
  #live = null;

  constructor(api) {
    this.api = api;
    this.title = h('h2', { class: 'jenkins-section__title', id: 'hades-log-title' });
    this.state = h('p', { role: 'status', 'aria-live': 'polite', class: 'hades-log-state' });
    this.steps = h('ol', { class: 'hades-steps', 'aria-label': t('log.steps') });
    this.lines = h('pre', { class: 'hades-log', tabindex: '0', 'aria-labelledby': 'hades-log-title' });
    this.trouble = button(t('log.error'), () => this.#jump());
    this.failures = h('div', {});
    this.element = h('section', { class: 'jenkins-section', 'aria-labelledby': 'hades-log-title', hidden: true },
      this.title, this.state, this.steps, this.failures, this.lines,
      h('div', { class: 'jenkins-buttons-row hades-log-buttons' }, this.trouble,
        button(t('log.download'), () => this.#download()),
        button(t('log.close'), () => this.#close())));
    window.addEventListener('hashchange', () => this.#fromAddress());
  }

  /** Shows the operation of the page's address, or else the one that is at work. */
  offer(operations) {
    if (this.#operation === null && !this.#fromAddress()) {
      const working = operations.find(open);
      if (working && this.closed !== working.id) {
        this.#show(working.id);
      }
    }
  }

  /** Shows this operation, and puts it into the page's address. */
  follow(operation) {
    window.history.replaceState(null, '', `#operation=${operation}`);
    this.#show(String(operation));
    this.element.scrollIntoView({ block: 'nearest' });
  }

  #fromAddress() {
    const named = window.location.hash.match(/^#operation=(\d+)$/);
    if (named) {
      this.#show(named[1]);
    }
    return Boolean(named);
  }

  #close() {
    this.#live?.stop();
    this.closed = this.#operation;
    this.#operation = null;
    this.element.hidden = true;
    window.history.replaceState(null, '', window.location.pathname);
  }

  #show(operation) {
    if (String(operation) === this.#operation) {
      return;
    }
    this.#live?.stop();
    this.#operation = String(operation);
    this.offset = 0;
    this.ansi = new Ansi();
    this.lines.replaceChildren();
    this.steps.replaceChildren();
    this.failures.replaceChildren();
    this.line = null;
    this.trouble.hidden = true;
    this.state.replaceChildren();
    this.title.textContent = t('log.title', { id: operation });
    this.element.hidden = false;
    const live = poll(() => this.#look(String(operation), () => live.stop()), PAUSE,
      (failure) => this.failures.replaceChildren(...(failure ? [failureBox(failure)] : [])));
    this.#live = live;
  }

  async #look(operation, stop) {
    const path = `/operations/${operation}`;
    const [now, steps] = await Promise.all([
      this.api.get(path).then((document) => document.data),
      this.api.get(`${path}/steps`).then((document) => document.data),
    ]);
    let more = true;
    let read = true;
    while (read) {
      const answer = await this.api.plain(`${path}/log?offset=${this.offset}`);
      const next = Number(answer.headers.get('X-Text-Size'));
      more = answer.headers.get('X-More-Data') === 'true';
      read = more && next > this.offset;
      const text = await answer.text();
      if (operation !== this.#operation) {
        return;
      }
      this.offset = next;
      this.#append(text);
    }
    this.#tell(now, steps);
    if (!more && !open(now)) {
      this.trouble.hidden = now.status === 'SUCCEEDED' || !this.#troubled();
      stop();
    }
  }

  #tell(operation, steps) {
    const print = [operation.status, operation.outcome].join('\n');
    if (this.state.dataset.print !== print || !this.state.firstChild) {
      this.state.dataset.print = print;
      this.state.replaceChildren(operationStatus(operation.status),
        h('span', { class: 'hades-outcome' }, operation.outcome ? ` ${operation.outcome}` : ''));
    }
    reconcile(this.steps, steps, (step) => step.position,
      (step) => (step.endedAt ? 'ended' : span(step.startedAt)) + step.failed,
      (step) => h('li', { class: step.failed ? 'hades-step--failed' : step.endedAt ? 'hades-step--done' : 'hades-step--now' },
        `${step.name} `, h('span', { class: 'hades-detail' }, span(step.startedAt, step.endedAt)),
        step.failed && h('strong', {}, ` ${t('log.step.failed')}`)));
  }

  #append(text) {
    const followed = this.lines.scrollHeight - this.lines.scrollTop - this.lines.clientHeight < 40;
    for (const part of this.ansi.read(text)) {
      const pieces = part.text.split('\n');
      pieces.forEach((piece, i) => {
        this.line ??= this.lines.appendChild(h('span', { class: 'hades-log-line' }));
        if (piece) {
          this.line.append(part.classes ? h('span', { class: part.classes }, piece) : piece);
        }
        if (i < pieces.length - 1) {
          this.line.append('\n');
          this.line = null;
        }
      });
    }
    while (this.lines.childElementCount > LINES) {
      this.lines.firstElementChild.remove();
    }
    if (followed) {
      this.lines.scrollTop = this.lines.scrollHeight;
    }
  }

  /** The line that tells of the failure: the last one that speaks of trouble. */
  #troubled() {
    return [...this.lines.children].reverse().find((line) => TROUBLE.test(line.textContent));
  }

  #jump() {
    const line = this.#troubled();
    this.lines.querySelector('.hades-log-line--found')?.classList.remove('hades-log-line--found');
    line.classList.add('hades-log-line--found');
    line.scrollIntoView({ block: 'center' });
    this.lines.focus({ preventScroll: true });
  }

  /** The whole log as a file, control sequences and all. */
  async #download() {
    const operation = this.#operation;
    const parts = [];
    let offset = 0;
    let next = 0;
    do {
      offset = next;
      const answer = await this.api.plain(`/operations/${operation}/log?offset=${offset}`);
      next = Number(answer.headers.get('X-Text-Size'));
      parts.push(await answer.text());
    } while (next > offset);
    const address = URL.createObjectURL(new Blob(parts, { type: 'text/plain' }));
    h('a', { href: address, download: `operation-${operation}.log` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}
