// The texts of the pages, in the language of the user.

let texts = {};
let plural = new Intl.PluralRules('en');
export let locale = 'en';

/** Loads the texts of a language, English where there are none. */
export async function loadTexts(language) {
  locale = language === 'ru' ? 'ru' : 'en';
  plural = new Intl.PluralRules(locale);
  const answer = await fetch(new URL(`../text/${locale}.json`, import.meta.url));
  texts = await answer.json();
}

/** The text of this key, with `{name}` replaced. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}

/** The text of a number of things: the key's `.one`, `.few`, `.many` or `.other`. */
export function counted(key, count) {
  const form = `${key}.${plural.select(count)}`;
  return t(form in texts ? form : `${key}.other`, { count });
}
