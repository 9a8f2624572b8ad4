// Draws a diagram with bpmn-js (fetched from this server when the first diagram is shown) and marks the places of a dossier.
(() => {
  if (window.dossierwerkDiagram) { return; }

  const home = new URL('vendor/bpmn-js/', document.baseURI);
  const READABLE = 0.7;
  let library;

  const load = () => library = library || new Promise((resolve, reject) => {
    for (const sheet of ['diagram-js.css', 'bpmn-js.css']) {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = new URL(sheet, home);
      document.head.append(link);
    }
    const script = document.createElement('script');
    script.src = new URL('bpmn-navigated-viewer.production.min.js', home);
    script.onload = () => resolve(window.BpmnJS);
    script.onerror = () => { library = null; reject(new Error('bpmn-js')); };
    document.head.append(script);
  });

  const mark = (viewer, ids, className, badge) => {
    const registry = viewer.get('elementRegistry');
    // The diagram may be newer than the visit: what is no longer drawn is only named in the list.
    // A frame around elements is not marked: the elements inside are.
    ids.filter((id) => registry.get(id) && !(registry.get(id).children || []).length).forEach((id) => {
      viewer.get('canvas').addMarker(id, className);
      if (badge) {
        const sign = document.createElement('span');
        sign.className = 'dw-diagram-badge';
        sign.textContent = badge;
        viewer.get('overlays').add(id, 'here', { position: { top: -12, right: 22 }, html: sign });
      }
    });
  };

  const fit = (viewer) => {
    const canvas = viewer.get('canvas');
    const scale = canvas.zoom('fit-viewport', 'auto');
    const { width, height } = canvas.getSize();
    // A little room around it, or the outermost labels are cut.
    canvas.zoom(scale * 0.94, { x: width / 2, y: height / 2 });
  };

  // Readable at once: a wide diagram opens at the place where the dossier stands, or at its beginning.
  const open = (viewer, ids) => {
    fit(viewer);
    const canvas = viewer.get('canvas');
    if (canvas.zoom() >= READABLE) { return; }
    const registry = viewer.get('elementRegistry');
    const start = ids.map((id) => registry.get(id)).find((element) => element && !(element.children || []).length)
      || registry.find((element) => element.type === 'bpmn:StartEvent');
    canvas.zoom(READABLE);
    if (start) {
      const { width, height } = canvas.getSize();
      const view = { width: width / READABLE, height: height / READABLE };
      const all = canvas.viewbox().inner;
      const within = (wanted, from, size, room) => Math.max(from - 20, Math.min(wanted, from + size + 20 - room));
      canvas.viewbox({
        x: within(start.x + start.width / 2 - view.width / 2, all.x, all.width, view.width),
        y: all.height + 40 < view.height ? all.y - (view.height - all.height) / 2
          : within(start.y + start.height / 2 - view.height / 2, all.y, all.height, view.height),
        ...view });
    }
  };

  const draw = async (host) => {
    const wanted = host.wanted;
    const { canvas, xml, here, passed, texts } = wanted;
    try {
      const Viewer = await load();
      if (host.wanted !== wanted || !canvas.isConnected) { return; }
      if (host.viewer) { host.viewer.destroy(); }
      canvas.textContent = '';
      const viewer = host.viewer = new Viewer({ container: canvas });
      await viewer.importXML(xml);
      mark(viewer, passed, 'dw-passed');
      mark(viewer, here, 'dw-here', texts.here);
      if (canvas.clientWidth) {
        open(viewer, here);
      } else {
        // In a closed tab there is no room yet: fit when there is.
        const seen = new ResizeObserver(() => {
          if (canvas.clientWidth) { seen.disconnect(); viewer.get('canvas').resized(); open(viewer, here); }
        });
        seen.observe(canvas);
      }
      viewer.get('eventBus').on('element.dblclick', (event) => {
        if (event.element.type === 'bpmn:CallActivity') { host.$server.openCall(event.element.id); }
      });
    } catch (failure) {
      canvas.textContent = texts.failed;
      console.error(failure);
    }
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest && event.target.closest('[data-zoom]');
    const host = button && button.closest('.dw-diagram');
    if (!host || !host.viewer) { return; }
    const direction = button.dataset.zoom;
    if (direction === 'fit') {
      fit(host.viewer);
    } else {
      host.viewer.get('zoomScroll').stepZoom(direction === 'in' ? 1 : -1);
    }
  });

  window.dossierwerkDiagram = { draw };
  // Those that were attached before this script arrived.
  document.querySelectorAll('.dw-diagram').forEach((host) => { if (host.wanted && !host.viewer) { draw(host); } });
})();
