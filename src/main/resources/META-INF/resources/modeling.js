// The drawings, tables and forms of procedures in the browser. This file fetches the tool that is asked for (vendor/*.js, built from
// src/main/browser) from this server and hands over. Java puts what it wants at the element that the tool belongs to (host.wanted) and calls:
//
// move(host)        other places in the diagram that draw showed: wanted.here and wanted.passed.
// draw(host)        one diagram, to look at. wanted: {canvas, xml, here: [id], passed: [id], texts: {here, failed}}; a double click on a call
//                   activity calls host.$server.openCall(id). With weights: {id: {text, look}} each of these elements gets a badge and the classes of
//                   its look, and a click on one calls host.$server.picked(id).
// compare(host)     two diagrams side by side that move and zoom together. wanted: {before: {canvas, xml, marks}, after: {canvas, xml, marks}, texts};
//                   canvas: an empty div with a height; xml may be '' on one side; marks: {id: 'added'|'removed'|'changed'|'moved'} puts the class
//                   dw-added, ... on the element and a badge with texts.added, ... (one letter) beside it; texts.failed. A click on an
//                   element calls host.$server.picked(id) when that exists.
// edit(host)        a diagram, to draw. wanted: {script, canvas, file, drawing, readOnly, selected, texts}; calls host.$server.changed, picked, namesFor, act.
// editTable(host)   a decision table; editForm(host) a form. wanted: {script, canvas, file, drawing, texts}; call host.$server.changed, act.
// select(host, id)  chooses an element and brings it into sight; '' chooses none.
// signs(host)       host.signs: {marks: {id: 'blocks'|'warns'}, comments: {id: number}} as badges in the drawing.
// command(host, c)  one change of the drawing: {act: 'set'|'add'|'remind'|'connect'|'remove', what, ...}, see diagram-editor.js.
//
// A button with data-zoom="in|out|fit" inside an element .dw-diagram zooms its drawing.
(() => {
  if (window.dossierwerkDiagram) { return; }

  const home = new URL('vendor/', document.baseURI);
  const files = { viewer: 'diagram-viewer', editor: 'diagram-editor', table: 'table-editor', form: 'form-editor' };
  const loading = {};

  const load = (tool) => loading[tool] = loading[tool] || new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(`${files[tool]}.css`, home);
    // The sheet first: a drawing measures itself.
    const fetchScript = () => {
      const script = document.createElement('script');
      script.src = new URL(`${files[tool]}.js`, home);
      script.onload = () => resolve(window.dossierwerkTools[tool]);
      script.onerror = () => { delete loading[tool]; reject(new Error(script.src)); };
      document.head.append(script);
    };
    link.onload = fetchScript;
    link.onerror = fetchScript;
    document.head.append(link);
  });

  const weigh = (host, weights) => {
    const registry = host.viewer.get('elementRegistry');
    for (const [id, weight] of Object.entries(weights)) {
      if (!registry.get(id)) { continue; }
      weight.look.split(' ').forEach((look) => host.viewer.get('canvas').addMarker(id, look));
      if (!weight.text) { continue; }
      const badge = document.createElement('span');
      badge.className = `dw-weight ${weight.look}`;
      badge.textContent = weight.text;
      host.viewer.get('overlays').add(id, 'weight', { position: { top: -12, left: -6 }, html: badge });
    }
    host.viewer.get('eventBus').on('element.click', (event) => {
      const id = (event.element.labelTarget || event.element).id;
      if (weights[id]) { host.$server.picked(id); }
    });
  };

  // One showing at a time: of several that wait, only the last is wanted.
  const show = (tool, act) => (host) => {
    const wanted = host.wanted;
    const turn = async () => {
      try {
        const functions = await load(tool);
        if (host.wanted === wanted) { host.tool = functions; await functions[act](host); }
        if (host.wanted === wanted && wanted.weights && host.viewer) { weigh(host, wanted.weights); }
      } catch (failure) {
        const canvas = wanted.canvas || wanted.after.canvas;
        canvas.textContent = wanted.texts.failed;
        console.error(failure);
      }
    };
    host.turn = (host.turn || Promise.resolve()).then(turn);
    return host.turn;
  };

  // What is asked before the tool is there is already in wanted.
  const ask = (act) => (host, ...args) => host.tool && host.tool[act] && host.tool[act](host, ...args);

  // The same drawing with other places, once it is there.
  const move = (host) => {
    host.turn = (host.turn || Promise.resolve()).then(() => {
      const { here, passed, texts } = host.wanted;
      if (!host.viewer) { return; }
      const [canvas, registry, overlays] = ['canvas', 'elementRegistry', 'overlays'].map((name) => host.viewer.get(name));
      const places = (ids) => ids.filter((id) => registry.get(id) && !(registry.get(id).children || []).length);
      overlays.remove({ type: 'here' });
      registry.forEach((element) => ['dw-here', 'dw-passed'].forEach((sign) => canvas.hasMarker(element, sign) && canvas.removeMarker(element, sign)));
      places(passed).forEach((id) => canvas.addMarker(id, 'dw-passed'));
      places(here).forEach((id) => {
        canvas.addMarker(id, 'dw-here');
        const sign = document.createElement('span');
        sign.className = 'dw-diagram-badge';
        sign.textContent = texts.here;
        overlays.add(id, 'here', { position: { top: -12, right: 22 }, html: sign });
      });
      const last = places(here).pop();
      if (last) { canvas.scrollToElement(last, 60); }
    }).catch((failure) => console.error(failure));
  };

  const functions = { move, draw: show('viewer', 'draw'), compare: show('viewer', 'compare'), edit: show('editor', 'edit'), editTable: show('table', 'edit'),
    editForm: show('form', 'edit'), select: ask('select'), signs: ask('signs'), command: ask('command') };

  document.addEventListener('click', (event) => {
    const button = event.target.closest && event.target.closest('[data-zoom], [data-editor-act]');
    const host = button && button.closest('.dw-diagram, .dw-file-editor');
    if (!host || !host.tool || button.disabled) { return; }
    if (button.dataset.zoom) { host.tool.zoom(host, button.dataset.zoom); } else { host.tool.ask(host, button.dataset.editorAct); }
  });

  // The list of steps by keyboard: arrows go along the steps, F2 goes to the name, Delete removes, Ctrl+Z and Ctrl+Y undo and redo.
  document.addEventListener('keydown', (event) => {
    const host = event.target.closest && event.target.closest('.dw-editor, .dw-file-editor');
    const names = event.target.classList && event.target.classList.contains('dw-step-name');
    const key = event.key.toLowerCase();
    // A tool that answered to the key itself already asked.
    if (event.defaultPrevented) { return; }
    if (host && host.tool && host.tool.ask && (event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y') && !event.target.closest('input, textarea, [contenteditable]')) {
      event.preventDefault();
      host.tool.ask(host, key === 'y' || event.shiftKey ? 'redo' : 'undo');
    } else if (names && ['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) {
      event.preventDefault();
      const all = [...event.target.closest('.dw-steps').querySelectorAll('.dw-step-name')];
      const at = all.indexOf(event.target);
      all[{ ArrowDown: Math.min(at + 1, all.length - 1), ArrowUp: Math.max(at - 1, 0), Home: 0, End: all.length - 1 }[event.key]].focus();
    } else if (names && host && host.tool && event.key === 'F2') {
      event.preventDefault();
      event.target.click();
      host.tool.ask(host, 'rename');
    } else if (names && host && host.tool && event.key === 'Delete') {
      event.preventDefault();
      event.target.click();
      host.tool.ask(host, 'remove');
    }
  });

  window.dossierwerkDiagram = functions;
  // Those that were attached before this script arrived.
  document.querySelectorAll('.dw-diagram, .dw-file-editor').forEach((host) => {
    if (host.wanted && !host.tool) { functions[host.wanted.script || (host.wanted.before ? 'compare' : 'draw')](host); }
  });
})();
