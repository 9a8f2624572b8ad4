// Keys of the frame: ? shows the keys, m shows or hides the menu; and the skip link moves the focus without a navigation.
(() => {
  if (window.dossierwerkFrame) { return; }
  window.dossierwerkFrame = true;

  const typing = (event) => event.composedPath().some((node) =>
    node.matches && node.matches('input, textarea, select, [contenteditable="true"], vaadin-combo-box-overlay, vaadin-select-overlay, vaadin-dialog-overlay'));

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event)) { return; }
    const target = event.key === '?' ? document.getElementById('dw-keys')
      : event.key === 'm' ? document.querySelector('vaadin-drawer-toggle') : null;
    if (target) {
      event.preventDefault();
      target.click();
    }
  });

  document.addEventListener('click', (event) => {
    const skip = event.composedPath().find((node) => node.classList && node.classList.contains('dw-skip'));
    const content = skip && document.getElementById('inhoud');
    if (content) {
      event.preventDefault();
      event.stopPropagation();
      content.focus();
      content.scrollIntoView({ block: 'start' });
    }
  }, true);
})();
