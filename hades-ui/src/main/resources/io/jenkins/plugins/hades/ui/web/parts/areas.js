// The parts of Hades beside its projects, as links; what a user may not see is not offered.
import { h } from '../lib/dom.js';
import { t } from '../lib/text.js';

const FOR_ADMINISTRATORS = new Set(['servers', 'access', 'credentials']);

/** What the user may do with all of Hades. */
export async function rightsOnAll(api) {
  return new Set((await api.get('/rights')).data.permissions);
}

/**
 * Links to the areas, the one that is shown marked.
 *
 * @param areas those that there are here
 * @param rights the user's on all of Hades
 */
export function areaLinks(root, areas, rights, current) {
  const offered = areas.filter((area) => rights.has('ADMINISTER') || !FOR_ADMINISTRATORS.has(area));
  return h('nav', { class: 'hades-areas', 'aria-label': t('areas.label') },
    h('a', { href: `${root}/`, 'aria-current': current === 'dashboard' && 'page' }, t('dashboard.title')),
    offered.map((area) => h('a', {
      href: `${root}/${area}/`, 'aria-current': current === area && 'page',
    }, t(`area.${area}`))));
}

/** The head of an area's page. */
export function areaHead(root, areas, rights, current, ...controls) {
  return [
    areaLinks(root, areas, rights, current),
    h('div', { class: 'jenkins-app-bar' },
      h('div', { class: 'jenkins-app-bar__content' }, h('h1', {}, t(`area.${current}`))),
      controls.some(Boolean) && h('div', { class: 'jenkins-app-bar__controls' }, controls)),
  ];
}

/** A table with these columns, by the keys of their words. */
export function table(caption, columns, body) {
  return h('table', { class: 'jenkins-table hades-table' },
    h('caption', { class: 'jenkins-visually-hidden hades-visually-hidden' }, caption),
    h('thead', {}, h('tr', {}, columns.map((key) => h('th', { scope: 'col' }, t(key))))), body);
}

/** A cell of such a table; on a phone its label stands beside it. */
export function cell(label, ...content) {
  return h('td', { 'data-label': t(label) }, h('div', {}, content));
}
