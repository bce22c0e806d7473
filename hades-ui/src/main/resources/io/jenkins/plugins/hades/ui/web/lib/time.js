// Points in time and spans, as a person says them.
import { h } from './dom.js';
import { locale } from './text.js';

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** A point in time: how long ago, and exactly as a tip. Kept up to date while it is on the page. */
export function ago(instant) {
  if (!instant) {
    return '';
  }
  const date = new Date(instant);
  return h('time', { datetime: date.toISOString(), title: written(date), class: 'hades-ago' }, relative(date));
}

/** A point in time, to the second. */
export function exact(instant) {
  const date = new Date(instant);
  return h('time', { datetime: date.toISOString() }, written(date));
}

function written(date) {
  return date.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium' });
}

function relative(date) {
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) {
      return format.format(Math.trunc(seconds / length), unit);
    }
  }
  return format.format(Math.abs(seconds) < 10 ? 0 : seconds, 'second');
}

setInterval(() => {
  for (const time of document.querySelectorAll('time.hades-ago')) {
    const text = relative(new Date(time.dateTime));
    if (time.textContent !== text) {
      time.textContent = text;
    }
  }
}, 5000);

/** How long something took or takes: `1:05`, `0.4 s`. */
export function span(from, to) {
  const millis = Math.max(0, (to ? new Date(to) : new Date()) - new Date(from));
  if (millis < 10_000) {
    return new Intl.NumberFormat(locale, {
      style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 1,
    }).format(millis / 1000);
  }
  const seconds = Math.round(millis / 1000);
  const pad = (number) => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
