// Turns terminal text into elements: colours become classes, every other control sequence is left out.

const ESCAPE = /\x1b(?:\[([0-9;:]*)([@-~])|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])/g;
const UNFINISHED = /\x1b(?:\[[0-9;:]*|\][^\x07\x1b]*\x1b?)?$/;
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
const LONGEST_ESCAPE = 4096;

/** Reads text in pieces, as it comes; a sequence that a piece cuts in two is kept for the next one. */
export class Ansi {
  #rest = '';
  #style = { colour: '', bold: false };

  /** The piece as parts: a text, and the classes it has. */
  read(piece) {
    let text = this.#rest + piece;
    const cut = text.match(UNFINISHED);
    this.#rest = cut && cut[0].length < LONGEST_ESCAPE ? cut[0] : '';
    text = text.slice(0, text.length - this.#rest.length);
    const parts = [];
    let from = 0;
    for (const found of text.matchAll(ESCAPE)) {
      this.#push(parts, text.slice(from, found.index));
      if (found[2] === 'm') {
        this.#colour(found[1]);
      }
      from = found.index + found[0].length;
    }
    this.#push(parts, text.slice(from));
    return parts;
  }

  #push(parts, text) {
    const clean = text.replace(CONTROLS, '');
    if (clean) {
      const classes = [this.#style.colour && `hades-ansi-${this.#style.colour}`, this.#style.bold && 'hades-ansi-bold'];
      parts.push({ text: clean, classes: classes.filter(Boolean).join(' ') });
    }
  }

  #colour(codes) {
    const numbers = codes.split(/[;:]/).map(Number);
    for (let i = 0; i < numbers.length; i += 1) {
      const code = numbers[i];
      if (code === 0) {
        this.#style = { colour: '', bold: false };
      } else if (code === 1) {
        this.#style = { ...this.#style, bold: true };
      } else if (code === 22) {
        this.#style = { ...this.#style, bold: false };
      } else if (code === 39) {
        this.#style = { ...this.#style, colour: '' };
      } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
        this.#style = { ...this.#style, colour: String(code % 10) };
      } else if (code === 38 || code === 48) {
        i += numbers[i + 1] === 5 ? 2 : 4;
      }
    }
  }
}
