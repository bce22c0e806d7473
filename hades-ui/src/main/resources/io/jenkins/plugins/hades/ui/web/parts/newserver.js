// The dialogs by which a server is added: where it is, then whether its host key is the right one.
import { ask, field } from '../lib/dialog.js';
import { h } from '../lib/dom.js';
import { t } from '../lib/text.js';

/**
 * Asks for a server, shows its host keys, and adds it when they are confirmed.
 *
 * @param servers those that there are, to go through one of them
 * @param done called with the name of the server that was added
 */
export function askForServer(api, servers, done) {
  const input = (name, attributes = {}) => h('input', { class: 'jenkins-input', autocomplete: 'off', spellcheck: 'false', name, ...attributes });
  const name = input('name', { required: true, pattern: '[A-Za-z0-9][A-Za-z0-9._\\-]*', maxlength: 63 });
  const host = input('host', { required: true });
  const port = input('port', { type: 'number', min: 1, max: 65535, value: '22', required: true });
  const login = input('credentialsId', { required: true });
  const jump = h('select', { class: 'jenkins-select__input' }, h('option', { value: '' }, t('servers.direct')),
    servers.filter((one) => !one.defect).map((one) => h('option', { value: one.name }, one.name)));
  const build = h('input', { type: 'checkbox', checked: true });
  const deploy = h('input', { type: 'checkbox', checked: true });
  const projects = h('textarea', { class: 'jenkins-input', rows: 2, spellcheck: 'false', name: 'projects' });
  const mounts = h('textarea', { class: 'jenkins-input', rows: 2, spellcheck: 'false', name: 'mounts' });
  const box = (checkbox, label) => h('label', { class: 'hades-check' }, checkbox, ` ${label}`);
  ask({
    title: t('servers.add'),
    content: [
      field(t('column.name'), name, t('servers.name.hint')), field(t('servers.host'), host), field(t('servers.port'), port),
      field(t('servers.login'), login, t('servers.login.hint')),
      field(t('servers.jump'), jump, undefined, (bare) => h('div', { class: 'jenkins-select' }, bare)),
      h('fieldset', { class: 'hades-phases' }, h('legend', {}, t('column.roles')), box(build, t('role.BUILD')), box(deploy, t('role.DEPLOY'))),
      field(t('column.projects'), projects, t('servers.projects.hint')), field(t('servers.mounts'), mounts, t('servers.mounts.hint')),
    ],
    action: t('servers.look'),
    wide: true,
    submit: async () => {
      const server = {
        name: name.value.trim(),
        host: host.value.trim(),
        port: Number(port.value),
        credentialsId: login.value.trim(),
        jump: jump.value || null,
        roles: [build.checked && 'BUILD', deploy.checked && 'DEPLOY'].filter(Boolean),
        projects: linesOf(projects),
        mounts: linesOf(mounts),
      };
      const keys = await api.send('POST', '/host-keys', { host: server.host, port: server.port, jump: server.jump });
      confirm(api, server, keys, done);
    },
  });
}

/** The host keys, which a person compares with those on the server itself before they are trusted. */
function confirm(api, server, keys, done) {
  const sure = h('input', { type: 'checkbox', name: 'sure' });
  ask({
    title: t('servers.keys.title', { name: server.name }),
    content: [
      h('p', {}, t('servers.keys.what', { host: server.host })),
      h('ul', { class: 'hades-list hades-keys' }, keys.map((key) => h('li', {}, `${key.type} `, h('code', { class: 'hades-value' }, key.fingerprint)))),
      h('p', {}, t('servers.keys.how')),
      h('pre', {}, h('code', {}, 'for f in /etc/ssh/ssh_host_*_key.pub; do ssh-keygen -lf $f; done')),
      h('label', { class: 'hades-check' }, sure, ` ${t('servers.keys.sure')}`),
    ],
    action: t('servers.keys.add'),
    wide: true,
    submit: async () => {
      if (!sure.checked) {
        throw new Error(t('servers.keys.unsure'));
      }
      await api.send('POST', '/servers', { ...server, hostKeys: keys.map((key) => key.line) });
      done(server.name);
    },
  });
}

function linesOf(area) {
  return area.value.split('\n').map((line) => line.trim()).filter(Boolean);
}
