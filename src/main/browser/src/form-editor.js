import { FormEditor } from '@bpmn-io/form-js-editor';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js-editor/dist/assets/properties-panel.css';
import { kinds, speakDutch } from './dutch-form.js';
import { fail as failed, patiently, register } from './tool.js';

// The kinds of field that a task form can show; what the server does not know cannot be drawn.
class KnownFields {
  constructor(formFields, language) {
    const fields = formFields._formFields;
    for (const type of Object.keys(fields)) {
      if (type !== 'default' && !kinds[type]) { delete fields[type]; } else if (language === 'nl' && kinds[type]) { fields[type].config.name = kinds[type]; }
    }
  }
}
KnownFields.$inject = ['formFields', 'language'];

const send = async (host) => {
  const { drawing, texts, file } = host.shown;
  const { schemaVersion, ...schema } = host.forms.getSchema();
  // The version of the form's own schema stays: only what a person changed changes.
  const before = JSON.parse(file);
  const ordered = Object.fromEntries(Object.keys(before).filter((key) => key in schema || key === 'schemaVersion')
    .map((key) => [key, key === 'schemaVersion' ? before.schemaVersion : schema[key]]));
  host.$server.changed(`${JSON.stringify({ ...ordered, ...schema, ...ordered }, null, 2)}\n`, texts.changed, drawing);
};

const edit = async (host) => {
  const wanted = host.wanted;
  const { canvas, file, texts } = wanted;
  try {
    if (!canvas.isConnected) { return; }
    if (host.later) { await host.later.now(); }
    if (host.forms) { host.forms.destroy(); host.dutch.disconnect(); }
    canvas.textContent = '';
    host.dutch = speakDutch(canvas, texts.language);
    host.forms = new FormEditor({ container: canvas, additionalModules: [
      { __init__: ['knownFields'], knownFields: ['type', KnownFields], language: ['value', texts.language] }] });
    await host.forms.importSchema(JSON.parse(file));
    host.shown = wanted;
    host.later = patiently(() => send(host));
    host.forms.get('eventBus').on('commandStack.changed', () => host.later.soon());
    const actions = host.forms.get('editorActions');
    ['undo', 'redo'].filter((name) => actions.isRegistered(name)).forEach((name) => actions.unregister(name));
    actions.register({ undo: () => ask(host, 'undo'), redo: () => ask(host, 'redo') });
  } catch (failure) {
    failed(canvas, texts, failure);
  }
};

const ask = async (host, act) => {
  if (host.later) { await host.later.now(); }
  host.$server.act(act);
};

register('form', { edit, ask });
