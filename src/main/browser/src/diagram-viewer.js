import Viewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { badge, fail, register, whenSeen } from './tool.js';
import { fit, mark, open } from './view.js';

const draw = async (host) => {
  const wanted = host.wanted;
  const { canvas, xml, here, passed, texts } = wanted;
  try {
    if (!canvas.isConnected) { return; }
    if (host.viewer) { host.viewer.destroy(); }
    canvas.textContent = '';
    const viewer = host.viewer = new Viewer({ container: canvas });
    await viewer.importXML(xml);
    if (host.wanted !== wanted) { return; }
    mark(viewer, passed, 'dw-passed');
    mark(viewer, here, 'dw-here', texts.here);
    whenSeen(canvas, () => { viewer.get('canvas').resized(); open(viewer, here); });
    viewer.get('eventBus').on('element.dblclick', (event) => {
      if (event.element.type === 'bpmn:CallActivity') { host.$server.openCall(event.element.id); }
    });
  } catch (failure) {
    fail(canvas, texts, failure);
  }
};

const zoom = (host, direction) => {
  const viewers = host.viewers || [host.viewer];
  viewers.filter(Boolean).slice(0, 1).forEach((viewer) => {
    if (direction === 'fit') { fit(viewer); } else { viewer.get('zoomScroll').stepZoom(direction === 'in' ? 1 : -1); }
  });
};

// Both sides show the same part: whoever moves one, moves the other.
const together = (one, other) => {
  let follows = false;
  const follow = (from, to) => from.get('eventBus').on('canvas.viewbox.changed', () => {
    if (follows) { return; }
    follows = true;
    const { x, y, width, height } = from.get('canvas').viewbox();
    to.get('canvas').viewbox({ x, y, width, height });
    follows = false;
  });
  follow(one, other);
  follow(other, one);
};

const difference = (viewer, marks, texts) => {
  const registry = viewer.get('elementRegistry');
  for (const [id, kind] of Object.entries(marks)) {
    const element = registry.get(id);
    if (!element) { continue; }
    viewer.get('canvas').addMarker(id, `dw-${kind}`);
    const middle = element.waypoints && element.waypoints[Math.floor(element.waypoints.length / 2)];
    const first = element.waypoints && element.waypoints.reduce((min, point) => ({ x: Math.min(min.x, point.x), y: Math.min(min.y, point.y) }));
    viewer.get('overlays').add(id, 'difference', {
      position: middle ? { left: middle.x - first.x - 8, top: middle.y - first.y - 20 } : { top: -12, right: 18 },
      html: badge(`dw-difference dw-difference-${kind}`, texts[kind]) });
  }
};

const compare = async (host) => {
  const wanted = host.wanted;
  const { texts } = wanted;
  (host.viewers || []).forEach((viewer) => viewer.destroy());
  host.viewers = [];
  const sides = [wanted.before, wanted.after].filter((side) => side.xml);
  for (const side of sides) {
    try {
      side.canvas.textContent = '';
      const viewer = new Viewer({ container: side.canvas });
      host.viewers.push(viewer);
      await viewer.importXML(side.xml);
      if (host.wanted !== wanted) { return; }
      difference(viewer, side.marks, texts);
      viewer.get('eventBus').on('element.click', (event) => {
        if (event.element.parent && host.$server && host.$server.picked) { host.$server.picked((event.element.labelTarget || event.element).id); }
      });
    } catch (failure) {
      fail(side.canvas, texts, failure);
    }
  }
  if (host.viewers.length) {
    whenSeen(sides[0].canvas, () => {
      host.viewers.forEach((viewer) => viewer.get('canvas').resized());
      open(host.viewers[host.viewers.length - 1], sides.flatMap((side) => Object.keys(side.marks)));
      if (host.viewers.length === 2) {
        const { x, y, width, height } = host.viewers[1].get('canvas').viewbox();
        host.viewers[0].get('canvas').viewbox({ x, y, width, height });
        together(host.viewers[0], host.viewers[1]);
      }
    });
  }
};

// Brings an element to the middle of every drawing that has it.
const select = (host, id) => {
  (host.viewers || [host.viewer]).filter(Boolean).forEach((viewer) => {
    const element = viewer.get('elementRegistry').get(id);
    if (element) {
      viewer.get('selection').select(element);
      viewer.get('canvas').scrollToElement(element, 60);
    } else {
      viewer.get('selection').select(null);
    }
  });
};

register('viewer', { draw, compare, select, zoom });
