// Dialogs: what will happen, and the button that makes it happen.
import { button, h } from './dom.js';
import { failureBox } from './notice.js';
import { t } from './text.js';

let count = 0;

/**
 * Asks, and calls `submit` when the user agrees; a failure is shown in the dialog, which then stays.
 * `danger` for what cannot be taken back; `typed` must then be typed by the user; `wide` for much content.
 */
export function ask({ title, content = [], action, danger = false, typed, wide = false, submit }) {
  count += 1;
  const id = `hades-dialog-${count}`;
  const failures = h('div', {});
  const confirm = button(action, undefined, { kind: danger ? 'primary' : 'primary', type: 'submit' });
  confirm.type = 'submit';
  if (danger) {
    confirm.classList.add('jenkins-!-destructive-color');
  }
  const typing = typed && h('input', {
    id: `${id}-typed`, class: 'jenkins-input', autocomplete: 'off', spellcheck: 'false',
    oninput: () => { confirm.disabled = typing.value !== typed; },
  });
  confirm.disabled = Boolean(typed);
  const dialog = h('dialog', { class: `jenkins-dialog hades-dialog${wide ? ' hades-dialog--wide' : ''}`, 'aria-labelledby': id },
    h('form', { method: 'dialog', onsubmit: (event) => { event.preventDefault(); agree(); } },
      h('h2', { class: 'jenkins-dialog__title', id }, title),
      h('div', { class: 'jenkins-dialog__contents' },
        content,
        typed && h('label', { class: 'jenkins-form-label', for: `${id}-typed` }, t('dialog.type', { name: typed })),
        typing,
        failures),
      h('div', { class: 'jenkins-buttons-row hades-dialog__buttons' },
        confirm, button(t('dialog.cancel'), () => dialog.close()))));

  async function agree() {
    if (confirm.disabled) {
      return;
    }
    confirm.disabled = true;
    try {
      await submit();
      dialog.close();
    } catch (failure) {
      failures.replaceChildren(failureBox(failure));
    } finally {
      confirm.disabled = false;
    }
  }

  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('input, textarea, select')?.focus();
  return dialog;
}

/** A field with its label and, below it, a hint; `framed` puts an element around the input. */
export function field(label, input, hint, framed = (bare) => bare) {
  count += 1;
  input.id ||= `hades-field-${count}`;
  const description = hint && h('div', { class: 'jenkins-form-description', id: `${input.id}-hint` }, hint);
  if (description) {
    input.setAttribute('aria-describedby', description.id);
  }
  return h('div', { class: 'jenkins-form-item' },
    h('label', { class: 'jenkins-form-label', for: input.id }, label), description, framed(input));
}
