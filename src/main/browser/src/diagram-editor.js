import Modeler from 'bpmn-js/lib/Modeler';
import Viewer from 'bpmn-js/lib/NavigatedViewer';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { allowedOnly } from './allowed.js';
import { translate } from './dutch.js';
import { Together, addAfter, callBlock, connect, remind, remove, together } from './templates.js';
import { ask, badge, fail as failed, historyElsewhere, patiently, register, whenSeen } from './tool.js';
import { fit, open } from './view.js';
import { words } from './words.js';

// What was done, for the history: the first command of a stroke says it.
const DONE = { 'shape.create': 'added', 'elements.create': 'added', 'shape.append': 'added', 'elements.delete': 'removed', 'shape.delete': 'removed',
  'connection.delete': 'removed', 'elements.move': 'moved', 'shape.move': 'moved', 'spaceTool': 'moved', 'element.updateLabel': 'renamed',
  'connection.create': 'connected', 'connection.reconnect': 'reconnected', 'connection.updateWaypoints': 'line', 'connection.layout': 'line',
  'shape.resize': 'resized', 'shape.replace': 'kind', 'elements.paste': 'pasted' };

const nameOf = (element) => {
  const real = element && (element.labelTarget || element);
  const object = real && real.businessObject;
  if (!object) { return ''; }
  if (object.name) { return object.name; }
  return real.waypoints ? `${nameOf(real.source)} → ${nameOf(real.target)}`.replace(/^ → | → $/g, '') : '';
};

const describe = (texts, { command, context }) => {
  const word = texts[DONE[command]] || texts.changed;
  const elements = [context.connection, context.shape, context.element, context.newShape, ...(context.elements || []), ...(context.shapes || [])].filter(Boolean);
  const name = elements.map(nameOf).find(Boolean);
  return name ? `${word}: ${name}` : word;
};

const chance = (id) => /^(Activity|Event|Gateway|Flow)_[0-9a-z]{7}$/.test(id);

const create = (host) => {
  const { canvas, readOnly, texts } = host.wanted;
  const Tool = readOnly ? Viewer : Modeler;
  return new Tool({
    container: canvas,
    moddleExtensions: { camunda },
    additionalModules: [
      { translate: ['value', translate(texts.language)], words: ['value', words(texts.language)] },
      ...(readOnly ? [] : [allowedOnly]),
    ],
  });
};

// New elements get the ids of the house before anybody else sees them.
const nameNew = async (host) => {
  const modeler = host.viewer;
  const fresh = modeler.get('elementRegistry').filter((element) => element.type !== 'label' && element.parent && chance(element.id));
  if (!fresh.length) { return; }
  const drawn = fresh.map((element) => ({ id: element.id, type: element.type, name: element.businessObject.name || '',
    from: element.source ? element.source.id : '', to: element.target ? element.target.id : '' }));
  const names = await host.$server.namesFor(drawn);
  const modeling = modeler.get('modeling');
  host.quiet = true;
  try {
    for (const [from, to] of Object.entries(names)) {
      const element = modeler.get('elementRegistry').get(from);
      if (element) { modeling.updateProperties(element, { id: to, di: { id: `${to}_di` } }); }
    }
  } finally {
    host.quiet = false;
  }
};

const selectedId = (host) => {
  const [element, ...others] = host.viewer.get('selection').get();
  return element && !others.length ? (element.labelTarget || element).id : '';
};

// Says on which showing it was drawn: when another came meanwhile, whoever listens sees that and loses nothing.
const send = async (host) => {
  const { drawing } = host.shown;
  const what = host.done.filter((text, i, all) => all.indexOf(text) === i).join('; ');
  host.done = [];
  await nameNew(host);
  const { xml } = await host.viewer.saveXML({ format: true });
  host.$server.changed(xml, what, drawing, selectedId(host));
};

const listen = (host) => {
  const { texts } = host.wanted;
  const bus = host.viewer.get('eventBus');
  let depth = 0;
  bus.on('commandStack.preExecute', 10000, (event) => {
    if (depth++ === 0 && !host.quiet) {
      host.stroke = event;
    }
  });
  bus.on('commandStack.postExecuted', -10000, () => { depth--; });
  bus.on('commandStack.changed', () => {
    if (host.quiet || !host.stroke) { return; }
    host.done.push(host.says || describe(texts, host.stroke));
    host.stroke = null;
    host.later.soon();
  });
  bus.on('selection.changed', () => {
    if (!host.quiet) { host.$server.picked(selectedId(host)); }
  });
  bus.on('elements.changed', () => signs(host));
  const actions = host.viewer.get('editorActions', false);
  if (actions) { historyElsewhere(host, actions, ['find']); }
};

const edit = async (host) => {
  const wanted = host.wanted;
  const { canvas, file, readOnly, selected, texts } = wanted;
  try {
    if (!canvas.isConnected) { return; }
    if (host.later) { await host.later.now(); }
    if (host.wanted !== wanted) { return; }
    host.quiet = true;
    const again = host.viewer && host.viewer.readOnly === readOnly && canvas.contains(host.viewer._container);
    const before = again && host.process && host.viewer.get('canvas').viewbox();
    const process = host.process;
    if (!again) {
      if (host.viewer) { host.viewer.destroy(); }
      canvas.textContent = '';
      host.viewer = create(host);
      host.viewer.readOnly = readOnly;
      if (!readOnly) { host.viewer.get('commandStack').registerHandler('dw.together', Together); }
      host.done = [];
      host.later = patiently(() => send(host));
      listen(host);
    }
    host.done = [];
    await host.viewer.importXML(file);
    host.shown = wanted;
    host.viewer.get('canvas')._svg.setAttribute('role', 'application');
    host.viewer.get('canvas')._svg.setAttribute('aria-label', canvas.getAttribute('aria-label'));
    host.process = host.viewer.get('canvas').getRootElement().id;
    if (before && process === host.process) {
      host.viewer.get('canvas').viewbox({ x: before.x, y: before.y, width: before.width, height: before.height });
    } else {
      whenSeen(canvas, () => { host.viewer.get('canvas').resized(); open(host.viewer, selected ? [selected] : [], covered(host)); });
    }
    if (selected) { select(host, selected); }
    host.quiet = false;
    signs(host);
  } catch (failure) {
    failed(canvas, texts, failure);
  } finally {
    host.quiet = false;
  }
};

// The palette lies over the left of the drawing.
const covered = (host) => {
  const palette = host.wanted.canvas.querySelector('.djs-palette');
  return palette ? palette.offsetWidth + (palette.offsetWidth ? 25 : 0) : 0;
};

// With room for the pad beside it.
const bringIntoSight = (host, element) => {
  const canvas = host.viewer.get('canvas');
  const box = canvas.viewbox();
  const left = covered(host) / box.scale;
  const { x, y, width, height } = element.waypoints ? { ...element.waypoints[0], width: 0, height: 0 } : element;
  const margin = 20;
  const pad = 110 / box.scale;
  if (x < box.x + left || y < box.y + margin || x + width + pad > box.x + box.width || y + height + margin > box.y + box.height) {
    canvas.viewbox({ x: x + width / 2 - left - (box.width - left) / 2, y: y + height / 2 - box.height / 2, width: box.width, height: box.height });
  }
};

const select = (host, id) => {
  if (!host.viewer) { return; }
  const element = id && host.viewer.get('elementRegistry').get(id);
  const before = host.quiet;
  host.quiet = true;
  host.viewer.get('selection').select(element || null);
  if (element && host.wanted.canvas.clientWidth) { bringIntoSight(host, element); }
  host.quiet = before;
};

const signs = (host) => {
  if (!host.viewer || !host.viewer.get('canvas').getRootElement().businessObject) { return; }
  const overlays = host.viewer.get('overlays');
  const registry = host.viewer.get('elementRegistry');
  const { marks = {}, comments = {} } = host.signs || {};
  const wanted = JSON.stringify([marks, comments, registry.getAll().length]);
  if (host.signed === wanted && Object.keys({ ...marks, ...comments }).every((id) => !registry.get(id) || overlays.get({ element: id, type: 'sign' }).length)) { return; }
  host.signed = wanted;
  overlays.remove({ type: 'sign' });
  const put = (id, position, className, text, title) => {
    if (!registry.get(id)) { return; }
    const sign = badge(`dw-mark ${className}`, text);
    sign.title = title;
    overlays.add(id, 'sign', { position, html: sign });
  };
  for (const [id, kind] of Object.entries(marks)) {
    put(id, { top: -12, left: -8 }, `dw-mark-${kind}`, kind === 'blocks' ? '!' : '?', host.wanted.texts[kind]);
  }
  for (const [id, count] of Object.entries(comments)) {
    put(id, { top: -12, right: 14 }, 'dw-mark-comments', `${count}`, '');
  }
};

const setters = (injector, element) => {
  const modeling = injector.get('modeling');
  const bpmn = injector.get('bpmnFactory');
  const moddle = injector.get('moddle');
  const object = element.businessObject;
  const property = (name) => (value) => modeling.updateProperties(element, { [name]: value || undefined });
  const expression = (body) => bpmn.create('bpmn:FormalExpression', { body });
  return {
    name: (value) => modeling.updateLabel(element, value),
    documentation: (value) => modeling.updateProperties(element, { documentation: value ? [bpmn.create('bpmn:Documentation', { text: value })] : [] }),
    groups: property('camunda:candidateGroups'),
    form: property('camunda:formKey'),
    delegate: property('camunda:delegateExpression'),
    taskRole: (value) => {
      const old = object.extensionElements;
      const extension = moddle.create('bpmn:ExtensionElements', { values: [] });
      const others = old ? old.get('values').filter((each) => each.$type !== 'camunda:Properties') : [];
      const properties = moddle.create('camunda:Properties', { values: [] });
      const kept = old ? old.get('values').filter((each) => each.$type === 'camunda:Properties').flatMap((each) => each.get('values')) : [];
      properties.values = [...kept.filter((each) => each.name !== 'taakrol'),
        ...(value ? [moddle.create('camunda:Property', { name: 'taakrol', value })] : [])];
      extension.values = [...others, ...(properties.values.length ? [properties] : [])];
      properties.values.forEach((each) => { each.$parent = properties; });
      extension.values.forEach((each) => { each.$parent = extension; });
      modeling.updateProperties(element, { extensionElements: extension.values.length ? extension : undefined });
    },
    calls: (value) => {
      const copy = bpmn.create('bpmn:CallActivity', {});
      copy.extensionElements = object.extensionElements && moddle.create('bpmn:ExtensionElements', { values: [...object.extensionElements.get('values')] });
      callBlock(injector, copy, value);
      modeling.updateProperties(element, { 'calledElement': copy.calledElement, 'camunda:calledElementBinding': copy.get('camunda:calledElementBinding'),
        'extensionElements': copy.extensionElements });
    },
    timer: (value) => modeling.updateModdleProperties(element, object.eventDefinitions[0], { timeDate: expression(value), timeDuration: undefined, timeCycle: undefined }),
    message: (value) => {
      const known = injector.get('bpmnjs').getDefinitions().rootElements.find((each) => each.$type === 'bpmn:Message' && each.name === value);
      modeling.updateModdleProperties(element, object.eventDefinitions[0], { messageRef: known });
    },
    condition: (value) => {
      if (value && element.source.businessObject.default === object) { modeling.updateProperties(element.source, { default: undefined }); }
      modeling.updateProperties(element, { conditionExpression: value ? expression(value) : undefined });
    },
    otherwise: (value) => {
      if (value) { modeling.updateProperties(element, { conditionExpression: undefined }); }
      modeling.updateProperties(element.source, { default: value ? element : undefined });
    },
  };
};

const command = async (host, wanted) => {
  const modeler = host.viewer;
  if (!modeler || host.wanted.readOnly) { return; }
  await host.later.now();
  const injector = modeler.get('injector');
  const registry = modeler.get('elementRegistry');
  host.says = wanted.what;
  try {
    switch (wanted.act) {
      case 'set': {
        const element = registry.get(wanted.element);
        together(injector, () => Object.entries(wanted.values).forEach(([name, value]) => setters(injector, element)[name](value)));
        break;
      }
      case 'add': addAfter(injector, registry.get(wanted.after), wanted); break;
      case 'remind': remind(injector, registry.get(wanted.after), wanted); break;
      case 'connect': connect(injector, registry.get(wanted.from), registry.get(wanted.to)); break;
      case 'remove': remove(injector, registry.get(wanted.element)); break;
    }
  } finally {
    host.says = '';
  }
  await host.later.now();
};

const zoom = (host, direction) => {
  if (!host.viewer) { return; }
  if (direction === 'fit') { fit(host.viewer); } else { host.viewer.get('zoomScroll').stepZoom(direction === 'in' ? 1 : -1); }
};

register('editor', { edit, select, signs, command, ask, zoom });
