// Steps that are placed by themselves: to the right of what they follow, with straight lines; the rest of the drawing makes room.
const GAP = 50;

const middle = (shape) => ({ x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 });
const right = (shape) => shape.x + shape.width;
const flowsOf = (shape) => shape.outgoing.filter((flow) => flow.type === 'bpmn:SequenceFlow');

// All shapes of one stroke: undoing once undoes everything.
export const together = (injector, act) => injector.get('commandStack').execute('dw.together', { act });

export class Together {
  preExecute(context) { context.act(); }
}

export const shapeFor = (injector, spec, parent) => {
  const factory = injector.get('elementFactory');
  const bpmn = injector.get('bpmnFactory');
  const create = (type, attributes = {}, shape = {}) => factory.createShape({ type, businessObject: bpmn.create(type, attributes), ...shape });
  switch (spec.kind) {
    case 'task': return create('bpmn:UserTask', { name: spec.name || undefined });
    case 'system': return create('bpmn:ServiceTask', { name: spec.name || undefined, ...(spec.value ? { 'camunda:delegateExpression': spec.value } : {}) });
    case 'block': {
      const call = bpmn.create('bpmn:CallActivity', { name: spec.name || undefined });
      callBlock(injector, call, spec.value);
      return factory.createShape({ type: 'bpmn:CallActivity', businessObject: call });
    }
    case 'choice': return create('bpmn:ExclusiveGateway');
    default: {
      // The ends of the main line stop everything that still runs beside it.
      const others = (parent.children || []).filter((child) => child.type === 'bpmn:EndEvent');
      const stops = !spec.beside && others.some((end) => (end.businessObject.eventDefinitions || []).length);
      return factory.createShape({ type: 'bpmn:EndEvent', businessObject: bpmn.create('bpmn:EndEvent', { name: spec.name || undefined }),
        ...(stops ? { eventDefinitionType: 'bpmn:TerminateEventDefinition' } : {}) });
    }
  }
};

// A call of a building block: bound to the same publication, and with the number of the dossier.
export const callBlock = (injector, call, process) => {
  const moddle = injector.get('moddle');
  call.calledElement = process || undefined;
  call.set('camunda:calledElementBinding', process ? 'deployment' : undefined);
  const extension = call.extensionElements || moddle.create('bpmn:ExtensionElements', { values: [] });
  if (!extension.get('values').some((value) => value.$type === 'camunda:In' && value.businessKey)) {
    const key = moddle.create('camunda:In', { businessKey: '#{execution.processBusinessKey}' });
    key.$parent = extension;
    extension.get('values').unshift(key);
  }
  extension.$parent = call;
  call.extensionElements = extension;
};

const makeRoom = (injector, at, size) => {
  const spaceTool = injector.get('spaceTool');
  const all = [];
  const collect = (parent) => (parent.children || []).forEach((child) => { all.push(child); collect(child); });
  collect(injector.get('canvas').getRootElement());
  const { movingShapes, resizingShapes } = spaceTool.calculateAdjustments(all, 'x', size, at);
  if (movingShapes.length) { spaceTool.makeSpace(movingShapes, resizingShapes, { x: size, y: 0 }, 'e', at); }
};

// The longest part of a line that goes to the right, where a step fits.
const stretch = (flow) => flow.waypoints.slice(1).map((point, i) => ({ from: flow.waypoints[i], to: point }))
  .filter(({ from, to }) => Math.abs(from.y - to.y) < 2 && to.x > from.x)
  .sort((one, other) => (other.to.x - other.from.x) - (one.to.x - one.from.x))[0];

const taken = (injector, box) => injector.get('elementRegistry').filter((element) => !element.waypoints && element.parent && element.width
  && !['bpmn:SubProcess', 'bpmn:Process', 'bpmn:BoundaryEvent'].includes(element.type) && element.type !== 'label'
  && element.x < box.x + box.width + 15 && right(element) > box.x - 15 && element.y < box.y + box.height + 15 && element.y + element.height > box.y - 15).length > 0;

// The first free place from here downward.
const below = (injector, x, y, width, height) => {
  let top = y;
  while (taken(injector, { x, y: top, width, height })) { top += 20; }
  return top;
};

const place = (injector, shape, left, centre, parent) => injector.get('modeling').createShape(shape, { x: left + shape.width / 2, y: centre }, parent);

const append = (injector, source, shape, parent) => {
  const left = right(source) + GAP;
  const top = below(injector, left, middle(source).y - shape.height / 2, shape.width, shape.height);
  const made = place(injector, shape, left, top + shape.height / 2, parent);
  injector.get('modeling').connect(source, made, { type: 'bpmn:SequenceFlow' });
  return made;
};

const insert = (injector, flow, shape) => {
  const modeling = injector.get('modeling');
  const need = shape.width + 2 * GAP;
  const room = () => { const part = stretch(flow); return part ? part.to.x - part.from.x : 0; };
  if (room() < need) {
    const part = stretch(flow);
    makeRoom(injector, part ? Math.max(part.from.x, right(flow.source) - 1) + 1 : right(flow.source) + 1, need - room());
  }
  const part = stretch(flow);
  if (!part || part.to.x - part.from.x < shape.width + 20) {
    const { source, target } = flow;
    const made = append(injector, source, shape, flow.parent);
    modeling.removeConnection(flow);
    modeling.connect(made, target, { type: 'bpmn:SequenceFlow' });
    return made;
  }
  const long = part.to.x - part.from.x;
  const x = long > need + 2 * GAP ? part.from.x + GAP + shape.width / 2 : (part.from.x + part.to.x) / 2;
  return modeling.createShape(shape, { x: Math.round(x), y: Math.round(part.from.y) }, flow);
};

// after: a step or a flow. spec: {kind: task|system|block|choice|end, name, value}. Answers with the new step.
export const addAfter = (injector, after, spec) => {
  let made;
  together(injector, () => {
    const modeling = injector.get('modeling');
    const element = after.labelTarget || after;
    const source = element.waypoints ? element.source : element;
    const flows = flowsOf(source);
    const flow = element.waypoints ? element : flows.length === 1 && element.type !== 'bpmn:ExclusiveGateway' && spec.kind !== 'end' ? flows[0] : null;
    const parent = source.parent;
    const shape = shapeFor(injector, spec, parent);
    made = flow ? insert(injector, flow, shape) : append(injector, source, shape, parent);
    if (spec.kind === 'choice') {
      const onwards = flowsOf(made)[0];
      const end = shapeFor(injector, { kind: 'end' }, parent);
      const left = right(made) + GAP;
      const top = below(injector, left, made.y + made.height + GAP, end.width, end.height);
      const other = place(injector, end, left, top + end.height / 2, parent);
      const otherwise = modeling.connect(made, other, { type: 'bpmn:SequenceFlow' });
      if (onwards) { modeling.updateLabel(onwards, injector.get('words')('yes')); }
      modeling.updateLabel(otherwise, injector.get('words')('no'));
      modeling.updateProperties(made, { default: otherwise });
    }
  });
  injector.get('selection').select(made);
  return made;
};

// A reminder beside a step: when the moment comes, the people of the step are told, and the step goes on. spec: {timer, timerName, name, endName}
export const remind = (injector, host, spec) => {
  let timer;
  together(injector, () => {
    const modeling = injector.get('modeling');
    const factory = injector.get('elementFactory');
    const bpmn = injector.get('bpmnFactory');
    const others = (host.attachers || []).map((other) => middle(other).x);
    const x = [0.75, 0.25, 0.5, 0.9, 0.1].map((part) => host.x + Math.round(host.width * part)).find((free) => others.every((other) => Math.abs(other - free) > 34))
      || host.x + host.width;
    const shape = factory.createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition',
      businessObject: bpmn.create('bpmn:BoundaryEvent', { name: spec.timerName, cancelActivity: false }) });
    timer = modeling.createShape(shape, { x, y: host.y + host.height }, host, { attach: true });
    const definition = timer.businessObject.eventDefinitions[0];
    modeling.updateModdleProperties(timer, definition, { timeDate: bpmn.create('bpmn:FormalExpression', { body: spec.timer }) });
    const step = shapeFor(injector, { kind: 'system', name: spec.name, value: '${remindDelegate}' }, host.parent);
    const end = shapeFor(injector, { kind: 'end', name: spec.endName, beside: true }, host.parent);
    const left = x + GAP + 20;
    const top = below(injector, left, host.y + host.height + GAP, step.width + GAP + end.width + 30, step.height + 10);
    const told = place(injector, step, left, top + step.height / 2, host.parent);
    const done = place(injector, end, right(told) + GAP, middle(told).y, host.parent);
    modeling.connect(timer, told, { type: 'bpmn:SequenceFlow' });
    modeling.connect(told, done, { type: 'bpmn:SequenceFlow' });
  });
  injector.get('selection').select(timer);
  return timer;
};

// A step goes with the timers that hang on it and with what only they led to.
export const remove = (injector, element) => together(injector, () => {
  const gone = new Set([element]);
  const beside = [...(element.attachers || [])];
  const start = element.type === 'bpmn:BoundaryEvent' ? [element] : beside;
  start.forEach((timer) => gone.add(timer));
  const queue = start.flatMap(flowsOf).map((flow) => flow.target);
  while (queue.length) {
    const next = queue.shift();
    if (!gone.has(next) && next.incoming.every((flow) => gone.has(flow.source))) {
      gone.add(next);
      flowsOf(next).forEach((flow) => queue.push(flow.target));
    }
  }
  injector.get('modeling').removeElements([...gone]);
});
