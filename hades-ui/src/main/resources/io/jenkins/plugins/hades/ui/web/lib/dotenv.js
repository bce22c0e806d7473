// Reads the text of a .env file.

const LINE = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/;

/** The variables of a text as `{ name, value }`, and the numbers of lines that are none. */
export function readDotenv(text) {
  const variables = new Map();
  const wrong = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (let i = 0; i < lines.length; i += 1) {
    if (/^\s*(#|$)/.test(lines[i])) {
      continue;
    }
    const found = lines[i].match(LINE);
    if (!found) {
      wrong.push(i + 1);
      continue;
    }
    const begun = i + 1;
    let raw = found[2];
    const quote = raw[0] === '"' || raw[0] === "'" ? raw[0] : '';
    while (quote && end(raw, quote) < 0 && i + 1 < lines.length) {
      i += 1;
      raw += `\n${lines[i]}`;
    }
    const value = quote ? quoted(raw, quote) : raw.replace(/\s+#.*$/, '').trimEnd();
    if (value === null) {
      wrong.push(begun);
    } else {
      variables.set(found[1], value);
    }
  }
  return { variables: [...variables].map(([name, value]) => ({ name, value })), wrong };
}

function end(raw, quote) {
  for (let i = 1; i < raw.length; i += 1) {
    if (raw[i] === '\\' && quote === '"') {
      i += 1;
    } else if (raw[i] === quote) {
      return i;
    }
  }
  return -1;
}

function quoted(raw, quote) {
  const last = end(raw, quote);
  if (last < 0 || !/^\s*(#.*)?$/.test(raw.slice(last + 1))) {
    return null;
  }
  const inner = raw.slice(1, last);
  const escapes = { n: '\n', r: '\r', t: '\t' };
  return quote === "'" ? inner : inner.replace(/\\(.)/gs, (all, char) => escapes[char] ?? char);
}
