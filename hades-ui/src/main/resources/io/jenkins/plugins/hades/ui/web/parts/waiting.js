// Why an operation of the queue has not begun.

/**
 * What an operation waits for: `{ what: 'operation', id }` before it in its environment, `{ what: 'lock', lock }`, or `{ what: 'worker' }`; null if it
 * is at work.
 *
 * @param queue all operations that wait or are at work, the oldest first
 * @param locks the locks that are held, by environment
 */
export function waitsFor(operation, queue, locks) {
  if (operation.status !== 'QUEUED') {
    return null;
  }
  const before = queue.filter((one) => one.environmentId === operation.environmentId && one.id !== operation.id
    && (one.status === 'RUNNING' || Number(one.id) < Number(operation.id)));
  const next = before.find((one) => one.status === 'RUNNING') ?? before[before.length - 1];
  if (next) {
    return { what: 'operation', id: next.id };
  }
  const lock = locks.get(operation.environmentId);
  return lock && lock.holder !== operation.actor ? { what: 'lock', lock } : { what: 'worker' };
}

/** The environments whose lock may be what somebody waits for: nothing else of them is in the way. */
export function perhapsLocked(queue) {
  const waiting = queue.filter((one) => waitsFor(one, queue, new Map())?.what === 'worker');
  return [...new Set(waiting.map((one) => one.environmentId))];
}
