// An archive that the user chooses, or drops, to be deployed.
import { field } from '../lib/dialog.js';
import { h } from '../lib/dom.js';
import { t } from '../lib/text.js';

/** The field for an archive, with a bar that tells how much of it was sent. */
export class ArchiveField {
  #input = h('input', {
    type: 'file', name: 'archive', class: 'hades-file', accept: '.tar,.gz,.tgz,.zip', onchange: () => this.#changed(),
  });

  #sent = h('progress', { max: 100, value: 0, 'aria-label': t('deploy.archive.sending') });
  #state = h('div', { 'aria-live': 'polite', class: 'jenkins-form-description' });
  #stop = new AbortController();
  #changed;

  /** @param changed called when another file is chosen */
  constructor(changed) {
    this.#changed = changed;
    this.#sent.hidden = true;
    this.element = h('div', {
      class: 'hades-drop',
      ondragover: (event) => { event.preventDefault(); this.element.classList.add('hades-drop--over'); },
      ondragleave: () => this.element.classList.remove('hades-drop--over'),
      ondrop: (event) => this.#drop(event),
    }, field(t('deploy.archive'), this.#input, t('deploy.archive.hint')), this.#sent, this.#state);
  }

  /** The file, if one is chosen. */
  get file() {
    return this.#input.files[0];
  }

  /** Sends the file to a project; the id by which it is deployed. */
  async upload(api, project) {
    this.#sent.hidden = false;
    this.#state.textContent = t('deploy.archive.sending');
    try {
      const upload = await api.upload(`/projects/${project}/uploads?name=${encodeURIComponent(this.file.name)}`, this.file, {
        signal: this.#stop.signal,
        progress: (part) => {
          this.#sent.value = Math.round(part * 100);
          this.#state.textContent = t(part < 1 ? 'deploy.archive.sending' : 'deploy.archive.checking');
        },
      });
      return upload.id;
    } finally {
      this.#sent.hidden = true;
      this.#state.textContent = '';
    }
  }

  /** Ends the sending. */
  stop() {
    this.#stop.abort();
  }

  #drop(event) {
    event.preventDefault();
    this.element.classList.remove('hades-drop--over');
    if (event.dataTransfer.files.length > 0) {
      this.#input.files = event.dataTransfer.files;
      this.#changed();
    }
  }
}
