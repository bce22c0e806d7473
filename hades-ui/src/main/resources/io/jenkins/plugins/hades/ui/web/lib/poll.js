// Asks again and again, while somebody looks.

/**
 * Calls `look` at once and then every `pause` milliseconds, never twice at a time, and not while the page is hidden. A failure goes to
 * `failed`, and the pause grows. Returns how to stop it, and how to look at once.
 */
export function poll(look, pause, failed) {
  let timer;
  let stopped = false;
  let busy = false;
  let again = false;
  let failures = 0;

  async function turn() {
    if (busy) {
      again = true;
      return;
    }
    clearTimeout(timer);
    busy = true;
    try {
      await look();
      failures = 0;
      failed(null);
    } catch (failure) {
      failures += 1;
      failed(failure);
    }
    busy = false;
    if (again) {
      again = false;
      turn();
    } else if (!stopped && !document.hidden) {
      timer = setTimeout(turn, Math.min(pause * 2 ** Math.min(failures, 4), 30_000));
    }
  }

  function shown() {
    if (!document.hidden && !stopped) {
      turn();
    }
  }

  document.addEventListener('visibilitychange', shown);
  return {
    first: turn(),
    now: turn,
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', shown);
    },
  };
}
