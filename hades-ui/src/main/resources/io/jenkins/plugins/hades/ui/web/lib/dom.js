// Makes elements. Text is always inserted as text: nothing that comes from elsewhere can become markup.

/** An element with attributes (`on…` are listeners; empty ones are left out) and children (texts or nodes). */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'value' || name === 'checked' || name === 'disabled') {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...present(children));
  return element;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false);
}

/** A button of Jenkins' look. */
export function button(label, onclick, { kind = '', ...attributes } = {}) {
  const look = kind ? ` jenkins-button--${kind}` : '';
  return h('button', { type: 'button', class: `jenkins-button${look}`, onclick, ...attributes }, label);
}

/** A link to an address from elsewhere: only if it leads to a web page, else its text. */
export function outerLink(address, label) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return label;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return label;
  }
  return h('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer' }, label);
}

/**
 * Brings the children of a container to a list of items, and touches only those that changed, so that focus and selection stay.
 * `key` names an item, `print` sums up all that is shown of it, `render` makes its element.
 */
export function reconcile(container, items, key, print, render) {
  const before = new Map([...container.children].map((child) => [child.dataset.key, child]));
  let last = null;
  for (const item of items) {
    const name = String(key(item));
    const seen = print(item);
    let node = before.get(name);
    before.delete(name);
    if (!node || node.hadesPrint !== seen) {
      const made = render(item);
      made.dataset.key = name;
      made.hadesPrint = seen;
      if (node) {
        replaceKeepingFocus(node, made);
      }
      node = made;
    }
    const wanted = last ? last.nextElementSibling : container.firstElementChild;
    if (wanted !== node) {
      container.insertBefore(node, wanted);
    }
    last = node;
  }
  before.forEach((node) => node.remove());
}

/** Puts an element in another's place; what had the focus has it again, found by its `data-focus`. */
export function replaceKeepingFocus(old, made) {
  const focus = old.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
  old.replaceWith(made);
  if (focus) {
    made.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus();
  }
}
