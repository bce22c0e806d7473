// The dialog by which a credential is added: what is secret goes in, and is never shown again.
import { ask, field } from '../lib/dialog.js';
import { button, h } from '../lib/dom.js';
import { t } from '../lib/text.js';

/**
 * A button that asks for a credential.
 *
 * @param path where it is sent: `/credentials` or below a project
 * @param done called with a sentence that says where it is kept
 */
export function credentialButton(api, path, done) {
  return button(t('credential.add'), () => askForCredential(api, path, done), { 'data-focus': 'credential' });
}

function askForCredential(api, path, done) {
  const option = (value) => h('option', { value }, t(`credential.${value}`));
  const kind = h('select', { class: 'jenkins-select__input', name: 'kind', onchange: () => adapt() },
    option('SSH_KEY'), option('USERNAME_PASSWORD'), option('SECRET_TEXT'));
  const text = (name) => h('input', { class: 'jenkins-input', name, autocomplete: 'off', spellcheck: 'false' });
  const hidden = (name) => h('input', { type: 'password', class: 'jenkins-input', name, autocomplete: 'new-password' });
  const id = text('id');
  id.required = true;
  id.pattern = '[A-Za-z0-9._\\-]+';
  const description = text('description');
  const username = text('username');
  const key = h('textarea', {
    class: 'jenkins-input hades-value-input', name: 'key', rows: 6, spellcheck: 'false', autocomplete: 'off',
    placeholder: '-----BEGIN OPENSSH PRIVATE KEY-----',
  });
  const passphrase = hidden('passphrase');
  const secret = hidden('secret');
  const parts = {
    username: field(t('credential.user'), username),
    key: field(t('credential.SSH_KEY'), key, t('credential.hint')),
    passphrase: field(t('credential.passphrase'), passphrase),
    secret: field(t('credential.secret'), secret, t('credential.hint')),
  };

  function adapt() {
    const isKey = kind.value === 'SSH_KEY';
    parts.username.hidden = kind.value === 'SECRET_TEXT';
    parts.key.hidden = !isKey;
    parts.passphrase.hidden = !isKey;
    parts.secret.hidden = isKey;
  }

  adapt();
  ask({
    title: t('credential.add'),
    content: [field(t('credential.kind'), kind, undefined, (bare) => h('div', { class: 'jenkins-select' }, bare)),
      field(t('credential.id'), id, t('credential.id.hint')), field(t('credential.description'), description),
      parts.username, parts.key, parts.passphrase, parts.secret],
    action: t('credential.keep'),
    wide: true,
    submit: async () => {
      const isKey = kind.value === 'SSH_KEY';
      const kept = await api.send('POST', path, {
        kind: kind.value,
        id: id.value.trim(),
        description: description.value.trim() || null,
        username: kind.value === 'SECRET_TEXT' ? null : username.value.trim(),
        secret: isKey ? `${key.value.trim()}\n` : secret.value,
        passphrase: (isKey && passphrase.value) || null,
      });
      [key, passphrase, secret].forEach((input) => { input.value = ''; });
      done(t('credential.kept', { id: kept.id, place: kept.place }));
    },
  });
}
