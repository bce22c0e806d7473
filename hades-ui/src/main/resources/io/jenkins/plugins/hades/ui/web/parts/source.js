// What a release was made from, in words.
import { h } from '../lib/dom.js';
import { t } from '../lib/text.js';

/** The short commit, or the name of the archive. */
export function label(revision) {
  return revision.kind === 'git' ? revision.commit.slice(0, 10) : revision.name;
}

/** The commit and the first line of its message, or the archive and its digest. */
export function source(revision) {
  if (!revision) {
    return '';
  }
  return h('span', { class: 'hades-source' },
    h('code', { title: revision.commit ?? revision.sha256 }, label(revision)),
    revision.kind === 'archive' && h('span', { class: 'hades-subject' }, ` ${t('source.archive', { digest: revision.sha256.slice(0, 10) })}`),
    revision.subject && h('span', { class: 'hades-subject' }, ` ${revision.subject}`));
}
