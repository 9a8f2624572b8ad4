import EditingManager from 'dmn-js-shared/lib/base/EditingManager';
import DecisionTable from 'dmn-js-decision-table/lib/Editor';
import InputSelect from 'dmn-js-shared/lib/components/InputSelect';
import { is } from 'dmn-js-shared/lib/util/ModelUtil';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import { tableTranslate } from './dutch-table.js';
import { editWith } from './file-editor.js';
import { ask, register } from './tool.js';

// Decision tables alone: no drawing of decisions, no expressions beside a table.
class Tables extends EditingManager {
  _getViewProviders() {
    return [{ id: 'decisionTable', constructor: DecisionTable,
      opens: (element) => is(element, 'dmn:Decision') && is(element.decisionLogic, 'dmn:DecisionTable') }];
  }
}

const FEEL = 'FEEL';
// What the server knows (DmnGate).
const TYPES = ['string', 'boolean', 'integer', 'long', 'double', 'number', 'date'];

// The kind of a value is chosen by its name, never typed as a code.
const { render } = InputSelect.prototype;
InputSelect.prototype.render = function () {
  if (this.props.className === 'type-ref-edit-select') { this.props = { ...this.props, noInput: true }; }
  return render.call(this);
};

const open = async ({ canvas, file, texts }) => {
  const tables = new Tables({ container: canvas, common: { dataTypes: TYPES }, decisionTable: {
    additionalModules: [{ translate: ['value', tableTranslate(texts.language)] }],
    // What is typed is FEEL and nothing else. In capitals the tool takes its plain cells: those for 'feel' lose the place of the cursor.
    expressionLanguages: { options: [{ value: FEEL, label: FEEL }], defaults: { editor: FEEL, inputCell: FEEL, outputCell: FEEL, inputExpression: FEEL } } } });
  await tables.importXML(file);
  return { tool: tables.getActiveViewer(), text: async () => (await tables.saveXML({ format: true })).xml, close: () => tables.destroy() };
};

// {act: 'add-rule'|'add-input'|'add-output'|'remove-rule', rule}
const command = async (host, wanted) => {
  if (!host.opened) { return; }
  const viewer = host.opened.tool;
  const actions = viewer.get('editorActions');
  const row = wanted.rule && viewer.get('elementRegistry').get(wanted.rule);
  switch (wanted.act) {
    case 'add-rule': actions.trigger('addRule'); break;
    case 'add-input': actions.trigger('addInput'); break;
    case 'add-output': actions.trigger('addOutput'); break;
    case 'remove-rule': actions.trigger('removeRule', { rule: row }); break;
  }
  await host.later.now();
};

register('table', { edit: editWith(open), ask, command });
