// Keys of the signing pile: j and k move from decision to decision, s signs the one that is open.
(() => {
  if (window.dossierwerkSigning) { return; }
  window.dossierwerkSigning = true;

  const typing = (event) => event.composedPath().some((node) =>
    node.matches && node.matches('input, textarea, select, [contenteditable="true"], vaadin-dialog-overlay, vaadin-select-overlay'));

  document.addEventListener('keydown', (event) => {
    const signing = document.querySelector('.dw-signing');
    if (!signing || event.ctrlKey || event.metaKey || event.altKey || typing(event)) { return; }
    if (event.key === 'j' || event.key === 'k') {
      event.preventDefault();
      signing.$server.move(event.key === 'j' ? 1 : -1);
    } else if (event.key === 's') {
      event.preventDefault();
      signing.$server.signOpen();
    }
  }, true);
})();
