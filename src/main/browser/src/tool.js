// What the tools share. Each bundle adds its functions to window.dossierwerkTools; modeling.js fetches a bundle when it is first needed.
export const register = (name, functions) => {
  window.dossierwerkTools = window.dossierwerkTools || {};
  window.dossierwerkTools[name] = functions;
};

// In a closed tab there is no room yet: what needs room waits until there is.
export const whenSeen = (canvas, act) => {
  if (canvas.clientWidth) { act(); return; }
  const seen = new ResizeObserver(() => {
    if (canvas.clientWidth) { seen.disconnect(); act(); }
  });
  seen.observe(canvas);
};

export const fail = (canvas, texts, failure) => {
  canvas.textContent = texts.failed;
  console.error(failure);
};

export const badge = (className, text) => {
  const sign = document.createElement('span');
  sign.className = className;
  sign.textContent = text;
  return sign;
};

// Waits until nothing changed for a while; now() does not wait.
export const patiently = (act, millis = 600) => {
  let timer = 0;
  return {
    soon() { clearTimeout(timer); timer = setTimeout(() => { timer = 0; act(); }, millis); },
    waits: () => timer !== 0,
    async now() { if (timer) { clearTimeout(timer); timer = 0; await act(); } },
  };
};

// Undo and redo are of the server: what the browser still has goes there first.
export const ask = async (host, act) => {
  if (host.later) { await host.later.now(); }
  host.$server.act(act);
};

export const historyElsewhere = (host, actions, alsoNot = []) => {
  ['undo', 'redo', ...alsoNot].filter((name) => actions.isRegistered(name)).forEach((name) => actions.unregister(name));
  actions.register({ undo: () => ask(host, 'undo'), redo: () => ask(host, 'redo') });
};
