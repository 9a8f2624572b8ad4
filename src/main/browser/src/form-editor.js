import { FormEditor } from '@bpmn-io/form-js-editor';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js-editor/dist/assets/properties-panel.css';
import { kinds, speakDutch } from './dutch-form.js';
import { editWith } from './file-editor.js';
import { ask, register } from './tool.js';

// The kinds of field that a task form can show; what the server does not know cannot be drawn.
class KnownFields {
  constructor(formFields, language) {
    const fields = formFields._formFields;
    for (const type of Object.keys(fields)) {
      const { config } = fields[type];
      if (type !== 'default' && !kinds[type]) {
        delete fields[type];
      } else if (language === 'nl' && kinds[type]) {
        config.name = kinds[type];
        const { create } = config;
        // What a person did not name yet has a name in Dutch; what is read from a file keeps its own.
        config.create = (options = {}) => {
          const made = create(options);
          return 'label' in made && made.label !== options.label ? { ...made, label: kinds[type] } : made;
        };
      }
    }
  }
}
KnownFields.$inject = ['formFields', 'language'];

// A row that holds one field alone says nothing: the tool gives one to every field it reads.
const tidy = (components = []) => {
  const rows = components.map(({ layout = {} }) => layout.row);
  return components.map(({ layout, ...field }) => ({ ...field, ...(field.components ? { components: tidy(field.components) } : {}),
    ...(layout && (layout.columns || rows.filter((row) => row === layout.row).length > 1) ? { layout } : {}) }));
};

const textOf = (forms, file) => {
  const { schemaVersion, components, ...others } = forms.getSchema();
  const schema = { ...others, components: tidy(components) };
  // The version of the form's own schema stays: only what a person changed changes.
  const before = JSON.parse(file);
  const ordered = Object.fromEntries(Object.keys(before).filter((key) => key in schema || key === 'schemaVersion')
    .map((key) => [key, key === 'schemaVersion' ? before.schemaVersion : schema[key]]));
  return `${JSON.stringify({ ...ordered, ...schema, ...ordered }, null, 2)}\n`;
};

const open = async ({ canvas, file, texts }) => {
  const dutch = speakDutch(canvas, texts.language);
  const forms = new FormEditor({ container: canvas, additionalModules: [
    { __init__: ['knownFields'], knownFields: ['type', KnownFields], language: ['value', texts.language] }] });
  await forms.importSchema(JSON.parse(file));
  return { tool: { on: (...listen) => forms.get('eventBus').on(...listen), get: (name) => forms.get(name) }, text: () => textOf(forms, file),
    close: () => { forms.destroy(); dutch.disconnect(); } };
};

register('form', { edit: editWith(open), ask });
