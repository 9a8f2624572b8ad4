// How much of a drawing one sees, and where.
const READABLE = 0.7;

const leaf = (element) => element && !(element.children || []).length;

export const fit = (viewer) => {
  const canvas = viewer.get('canvas');
  const scale = canvas.zoom('fit-viewport', 'auto');
  const { width, height } = canvas.getSize();
  // A little room around it, or the outermost labels are cut.
  canvas.zoom(Math.min(scale * 0.94, 1), { x: width / 2, y: height / 2 });
};

// Readable at once: a wide diagram opens at the place that matters, or at its beginning.
// aside: how much of the left is covered by tools.
export const open = (viewer, ids, aside = 0) => {
  fit(viewer);
  const canvas = viewer.get('canvas');
  if (canvas.zoom() >= READABLE && !aside) { return; }
  const registry = viewer.get('elementRegistry');
  const start = ids.map((id) => registry.get(id)).find(leaf) || registry.find((element) => element.type === 'bpmn:StartEvent');
  canvas.zoom(READABLE);
  if (start) {
    const { width, height } = canvas.getSize();
    const view = { width: width / READABLE, height: height / READABLE };
    const covered = aside / READABLE;
    const all = canvas.viewbox().inner;
    const within = (wanted, from, size, room) => Math.max(from - 20, Math.min(wanted, from + size + 20 - room));
    canvas.viewbox({
      x: within(start.x + start.width / 2 - view.width / 2, all.x - covered, all.width + covered, view.width),
      y: all.height + 40 < view.height ? all.y - (view.height - all.height) / 2
        : within(start.y + start.height / 2 - view.height / 2, all.y, all.height, view.height),
      ...view });
  }
};

export const mark = (viewer, ids, className, text) => {
  const registry = viewer.get('elementRegistry');
  // The diagram may be newer than the visit: what is no longer drawn is only named in the list.
  // A frame around elements is not marked: the elements inside are.
  ids.filter((id) => leaf(registry.get(id))).forEach((id) => {
    viewer.get('canvas').addMarker(id, className);
    if (text) {
      const sign = document.createElement('span');
      sign.className = 'dw-diagram-badge';
      sign.textContent = text;
      viewer.get('overlays').add(id, 'here', { position: { top: -12, right: 22 }, html: sign });
    }
  });
};
