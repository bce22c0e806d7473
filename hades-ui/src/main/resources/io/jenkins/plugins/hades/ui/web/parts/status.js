// Statuses: a symbol, a word, a colour.
import { h } from '../lib/dom.js';
import { t } from '../lib/text.js';

const ENVIRONMENT = {
  DEFINED: ['○', 'none'],
  CREATE_PENDING: ['◔', 'work'],
  RUNNING: ['✔', 'good'],
  UPDATE_PENDING: ['◔', 'work'],
  FAILURE: ['✖', 'bad'],
  ARCHIVE_PENDING: ['◔', 'work'],
  ARCHIVED: ['▪', 'none'],
  CLEANUP_PENDING: ['◔', 'work'],
  CLEANUP_FAILED: ['✖', 'bad'],
  GONE: ['○', 'none'],
};
const OPERATION = {
  QUEUED: ['○', 'none'],
  RUNNING: ['◔', 'work'],
  SUCCEEDED: ['✔', 'good'],
  FAILED: ['✖', 'bad'],
  CANCELLED: ['▪', 'none'],
  SUPERSEDED: ['▪', 'none'],
  LOST: ['✖', 'bad'],
};

/** The filters by status: what a user looks for. */
export const GROUPS = {
  good: ['RUNNING'],
  bad: ['FAILURE', 'CLEANUP_FAILED'],
  work: ['CREATE_PENDING', 'UPDATE_PENDING', 'ARCHIVE_PENDING', 'CLEANUP_PENDING'],
  none: ['DEFINED', 'ARCHIVED', 'GONE'],
};

/** The status of an environment. */
export function environmentStatus(environment) {
  const [symbol, look] = ENVIRONMENT[environment.status] ?? ['?', 'none'];
  return badge(symbol, look, t(`environment.${environment.status}`));
}

/** The status of an operation. */
export function operationStatus(status) {
  const [symbol, look] = OPERATION[status] ?? ['?', 'none'];
  return badge(symbol, look, t(`operation.${status}`));
}

/** Whether an operation waits or is at work. */
export function open(operation) {
  return operation.status === 'QUEUED' || operation.status === 'RUNNING';
}

function badge(symbol, look, word) {
  return h('span', { class: `hades-status hades-status--${look}` },
    h('span', { class: 'hades-status__symbol', 'aria-hidden': 'true' }, symbol), word);
}
