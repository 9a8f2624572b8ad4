// What a table and a form share: shown as a whole, sent as a whole after every change, undone and redone by who keeps them.
import { fail, historyElsewhere, patiently } from './tool.js';

// open(wanted) answers with what was opened: {tool: with on and get, text: the file as it is now, close}.
export const editWith = (open) => async (host) => {
  const wanted = host.wanted;
  const { canvas, drawing, texts } = wanted;
  try {
    if (!canvas.isConnected) { return; }
    if (host.later) { await host.later.now(); }
    // Who undoes by keyboard goes on doing so.
    const held = canvas.contains(document.activeElement);
    if (host.opened) { host.opened.close(); }
    canvas.textContent = '';
    const opened = await open(wanted);
    host.opened = opened;
    host.later = patiently(async () => host.$server.changed(await opened.text(), texts.changed, drawing, ''));
    opened.tool.on('commandStack.changed', () => host.later.soon());
    historyElsewhere(host, opened.tool.get('editorActions'));
    if (held) { canvas.tabIndex = -1; canvas.focus({ preventScroll: true }); }
  } catch (failure) {
    fail(canvas, texts, failure);
  }
};
