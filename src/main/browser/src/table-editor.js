import EditingManager from 'dmn-js-shared/lib/base/EditingManager';
import DecisionTable from 'dmn-js-decision-table/lib/Editor';
import { is } from 'dmn-js-shared/lib/util/ModelUtil';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import { tableTranslate } from './dutch-table.js';
import { fail as failed, patiently, register } from './tool.js';

// Decision tables alone: no drawing of decisions, no expressions beside a table.
class Tables extends EditingManager {
  _getViewProviders() {
    return [{ id: 'decisionTable', constructor: DecisionTable,
      opens: (element) => is(element, 'dmn:Decision') && is(element.decisionLogic, 'dmn:DecisionTable') }];
  }
}

const send = async (host) => {
  const { drawing, texts } = host.shown;
  const { xml } = await host.tables.saveXML({ format: true });
  host.$server.changed(xml, texts.changed, drawing);
};

const edit = async (host) => {
  const wanted = host.wanted;
  const { canvas, file, texts } = wanted;
  try {
    if (!canvas.isConnected) { return; }
    if (host.later) { await host.later.now(); }
    if (host.tables) { host.tables.destroy(); }
    canvas.textContent = '';
    host.tables = new Tables({ container: canvas, decisionTable: { additionalModules: [{ translate: ['value', tableTranslate(texts.language)] }] },
      // What is typed is FEEL and nothing else.
      expressionLanguages: { options: [{ value: 'feel', label: 'FEEL' }], defaults: { inputCell: 'feel', outputCell: 'feel', inputExpression: 'feel' } } });
    await host.tables.importXML(file);
    host.shown = wanted;
    const viewer = host.tables.getActiveViewer();
    host.later = patiently(() => send(host));
    viewer.on('commandStack.changed', () => host.later.soon());
    const actions = viewer.get('editorActions');
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

// {act: 'add-rule'|'add-input'|'add-output'|'remove-rule', rule}
const command = async (host, wanted) => {
  if (!host.tables) { return; }
  const viewer = host.tables.getActiveViewer();
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

register('table', { edit, ask, command });
