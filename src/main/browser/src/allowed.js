// What a manager may draw: the palette, the pad beside an element and the menu of other kinds hold nothing that the gate refuses.
import { addAfter } from './templates.js';

const KINDS = new Set(['user-task', 'service-task', 'call-activity', 'exclusive-gateway', 'parallel-gateway', 'event-based-gateway', 'timer-boundary',
  'non-interrupting-timer-boundary', 'message-intermediate-catch', 'timer-intermediate-catch', 'terminate-end', 'none-end', 'event-subprocess',
  'subprocess', 'timer-start', 'message-start', 'non-interrupting-timer-start', 'non-interrupting-message-start']);

class Palette {

  constructor(palette, create, elementFactory, globalConnect, lassoTool, spaceTool, handTool, words) {
    Object.assign(this, { create, elementFactory, globalConnect, lassoTool, spaceTool, handTool, words });
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    const { create, elementFactory, words } = this;
    const draw = (group, icon, word, attributes) => {
      const start = (event) => {
        const shape = elementFactory.createShape(attributes);
        if (attributes.type === 'bpmn:SubProcess') {
          const begin = elementFactory.createShape({ type: 'bpmn:StartEvent', x: 40, y: 82, parent: shape });
          create.start(event, [shape, begin], { hints: { autoSelect: [shape] } });
        } else {
          create.start(event, shape);
        }
      };
      return { group, className: icon, title: words(word), action: { dragstart: start, click: start } };
    };
    const tool = (icon, word, act) => ({ group: 'tools', className: icon, title: words(word), action: { click: act } });
    return {
      'hand': tool('bpmn-icon-hand-tool', 'hand', (event) => this.handTool.activateHand(event)),
      'lasso': tool('bpmn-icon-lasso-tool', 'lasso', (event) => this.lassoTool.activateSelection(event)),
      'space': tool('bpmn-icon-space-tool', 'space', (event) => this.spaceTool.activateSelection(event)),
      'connect': tool('bpmn-icon-connection-multi', 'connect', (event) => this.globalConnect.start(event)),
      'tools-end': { group: 'tools', separator: true },
      'user-task': draw('step', 'bpmn-icon-user-task', 'task', { type: 'bpmn:UserTask' }),
      'service-task': draw('step', 'bpmn-icon-service-task', 'system', { type: 'bpmn:ServiceTask' }),
      'call-activity': draw('step', 'bpmn-icon-call-activity', 'block', { type: 'bpmn:CallActivity' }),
      'sub-process': draw('step', 'bpmn-icon-subprocess-expanded', 'frame', { type: 'bpmn:SubProcess', isExpanded: true }),
      'exclusive-gateway': draw('way', 'bpmn-icon-gateway-xor', 'choice', { type: 'bpmn:ExclusiveGateway' }),
      'parallel-gateway': draw('way', 'bpmn-icon-gateway-parallel', 'parallel', { type: 'bpmn:ParallelGateway' }),
      'event-gateway': draw('way', 'bpmn-icon-gateway-eventbased', 'first', { type: 'bpmn:EventBasedGateway' }),
      'timer': draw('event', 'bpmn-icon-intermediate-event-catch-timer', 'timer', { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' }),
      'message': draw('event', 'bpmn-icon-intermediate-event-catch-message', 'message', { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' }),
      'end': draw('event', 'bpmn-icon-end-event-none', 'end', { type: 'bpmn:EndEvent' }),
      'end-all': draw('event', 'bpmn-icon-end-event-terminate', 'end-all', { type: 'bpmn:EndEvent', eventDefinitionType: 'bpmn:TerminateEventDefinition' }),
      'annotation': draw('note', 'bpmn-icon-text-annotation', 'note', { type: 'bpmn:TextAnnotation' }),
    };
  }
}
Palette.$inject = ['palette', 'create', 'elementFactory', 'globalConnect', 'lassoTool', 'spaceTool', 'handTool', 'words'];

class ContextPad {

  constructor(contextPad, injector, connect, modeling, popupMenu, words) {
    Object.assign(this, { contextPad, injector, connect, modeling, popupMenu, words });
    contextPad.registerProvider(this);
  }

  getMultiElementContextPadEntries() {
    return { remove: this.entry('edit', 'bpmn-icon-trash', 'remove', (event, elements) => this.modeling.removeElements(elements.slice())) };
  }

  getContextPadEntries(element) {
    const { words } = this;
    const entries = {};
    const follows = (kind, icon) => this.entry('follow', icon, `${kind}-after`, (event, after) => addAfter(this.injector, after, { kind, name: '', value: '' }));
    if (element.type !== 'label') {
      const node = element.businessObject.$instanceOf('bpmn:FlowNode') && element.type !== 'bpmn:EndEvent';
      if (node && element.type !== 'bpmn:EventBasedGateway' || element.type === 'bpmn:SequenceFlow') {
        entries.task = follows('task', 'bpmn-icon-user-task');
        entries.system = follows('system', 'bpmn-icon-service-task');
        entries.choice = follows('choice', 'bpmn-icon-gateway-xor');
        if (node && !element.outgoing.length) { entries.end = follows('end', 'bpmn-icon-end-event-none'); }
      }
      if (node || element.type === 'bpmn:TextAnnotation') {
        const connect = (event, source) => this.connect.start(event, source);
        entries.connect = { group: 'connect', className: 'bpmn-icon-connection-multi', title: words('connect'), action: { click: connect, dragstart: connect } };
      }
      if (this.kinds(element)) {
        entries.kind = this.entry('edit', 'bpmn-icon-screw-wrench', 'kind', (event, target) => {
          const pad = this.contextPad.getPad(target).html.getBoundingClientRect();
          this.popupMenu.open(target, 'bpmn-replace', { x: pad.left, y: pad.bottom + 5, cursor: { x: event.x, y: event.y } }, { title: words('kind'), width: 300 });
        });
      }
    }
    entries.remove = this.entry('edit', 'bpmn-icon-trash', 'remove', (event, target) => this.modeling.removeElements([target]));
    return entries;
  }

  kinds(element) {
    return !['bpmn:SequenceFlow', 'bpmn:Association', 'bpmn:TextAnnotation'].includes(element.type) && !this.popupMenu.isEmpty(element, 'bpmn-replace');
  }

  entry(group, className, word, click) {
    return { group, className, title: this.words(word), action: { click } };
  }
}
ContextPad.$inject = ['contextPad', 'injector', 'connect', 'modeling', 'popupMenu', 'words'];

class OtherKinds {

  constructor(popupMenu) {
    popupMenu.registerProvider('bpmn-replace', 500, this);
  }

  getPopupMenuEntries() {
    return (entries) => Object.fromEntries(Object.entries(entries).filter(([id]) => KINDS.has(id.replace('replace-with-', ''))));
  }

  getPopupMenuHeaderEntries() {
    return () => ({});
  }
}
OtherKinds.$inject = ['popupMenu'];

export const allowedOnly = {
  __init__: ['paletteProvider', 'contextPadProvider', 'otherKinds'],
  paletteProvider: ['type', Palette],
  contextPadProvider: ['type', ContextPad],
  otherKinds: ['type', OtherKinds],
};
