// Talks to Hades' HTTP API (JSON:API).
import { t } from './text.js';

const MOST_PAGES = 20;

/** What the API answered in place of what was asked for; `remedy` says what to do. */
export class ApiFailure extends Error {
  constructor(status, title, detail, remedy) {
    super(title);
    this.status = status;
    this.detail = detail;
    this.remedy = remedy;
  }
}

export class Api {
  #root;
  #known = new Map();

  /** @param root the path of the API's root, without a slash at its end */
  constructor(root) {
    this.#root = root;
  }

  /** The answer to a GET, as the browser gives it. */
  async plain(path, headers = {}) {
    return this.#fetch(this.#root + path, { headers });
  }

  /** The path below the API's root of an address that the API gave; nothing without one. */
  below(address) {
    return address?.slice(this.#root.length);
  }

  /** A document: `data` with the resources it refers to put in their place. The same object again while nothing changed. */
  async get(path) {
    return this.#document(this.#root + path);
  }

  /** A whole list, of as many pages as it has. The same object again while nothing changed. */
  async list(path) {
    const parts = [];
    let next = this.#root + path;
    while (next && parts.length < MOST_PAGES) {
      const part = await this.#document(next);
      parts.push(part);
      next = part.next;
    }
    const before = this.#known.get(`list ${path}`);
    if (before && before.parts.length === parts.length && before.parts.every((part, i) => part === parts[i])) {
      return before.data;
    }
    const data = parts.flatMap((part) => part.data);
    this.#known.set(`list ${path}`, { parts, data });
    return data;
  }

  /** Asks for a change; the data of the answer. */
  async send(method, path, body) {
    const { crumbHeader, crumbValue } = document.head.dataset;
    const headers = { 'Content-Type': 'application/json' };
    if (crumbHeader) {
      headers[crumbHeader] = crumbValue;
    }
    const answer = await this.#fetch(this.#root + path, { method, headers, body: JSON.stringify(body ?? {}) });
    const text = await answer.text();
    return text ? flat(JSON.parse(text)).data : undefined;
  }

  /**
   * Sends a file; the data of the answer. `progress` is called with the part of it that was sent, up to 1; `signal` ends it.
   * The browser's `fetch` does not tell how much was sent.
   */
  upload(path, file, { progress, signal }) {
    const { crumbHeader, crumbValue } = document.head.dataset;
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', this.#root + path);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      if (crumbHeader) {
        request.setRequestHeader(crumbHeader, crumbValue);
      }
      request.upload.onprogress = (event) => progress(event.total > 0 ? event.loaded / event.total : 0);
      request.onerror = () => reject(new ApiFailure(0, t('failure.cut'), '', t('failure.cut.remedy')));
      request.onabort = request.onerror;
      request.onload = () => {
        if (request.status >= 200 && request.status < 300) {
          resolve(flat(JSON.parse(request.responseText)).data);
        } else {
          reject(told(request.status, request.responseText, request.getResponseHeader('Content-Type') ?? ''));
        }
      };
      signal.addEventListener('abort', () => request.abort());
      request.send(file);
    });
  }

  async #document(address) {
    const before = this.#known.get(address);
    const answer = await this.#fetch(address, { headers: before?.tag ? { 'If-None-Match': before.tag } : {} });
    if (answer.status === 304) {
      return before.document;
    }
    const text = await answer.text();
    if (before?.text === text) {
      return before.document;
    }
    const parsed = flat(JSON.parse(text));
    this.#known.set(address, { tag: answer.headers.get('ETag'), text, document: parsed });
    return parsed;
  }

  async #fetch(address, options) {
    let answer;
    try {
      answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store', ...options });
    } catch {
      throw new ApiFailure(0, t('failure.unreachable'), '', t('failure.unreachable.remedy'));
    }
    if (!answer.ok && answer.status !== 304) {
      throw await failure(answer);
    }
    return answer;
  }
}

async function failure(answer) {
  return told(answer.status, await answer.text(), answer.headers.get('Content-Type') ?? '');
}

function told(status, text, type) {
  try {
    const [error] = JSON.parse(text).errors;
    return new ApiFailure(status, error.title ?? '', error.detail ?? '', error.meta?.remedy ?? '');
  } catch {
    const plain = type.startsWith('text/plain') ? text.trim() : '';
    return new ApiFailure(status, t('failure.refused', { status }), plain, '');
  }
}

/** Resources with their attributes beside their id, and related ones that the document holds as objects. */
function flat(document) {
  const included = new Map((document.included ?? []).map((one) => [`${one.type} ${one.id}`, one]));
  const resolve = (resource, depth) => {
    const object = { ...resource.meta, ...resource.attributes, id: resource.id };
    for (const [name, relation] of Object.entries(resource.relationships ?? {})) {
      const target = relation.data && !Array.isArray(relation.data)
        ? included.get(`${relation.data.type} ${relation.data.id}`) : undefined;
      if (target && depth < 3) {
        object[`${name}Of`] = resolve(target, depth + 1);
      }
    }
    return object;
  };
  const data = Array.isArray(document.data)
    ? document.data.map((one) => resolve(one, 0))
    : document.data && resolve(document.data, 0);
  return { data, next: document.links?.next };
}
