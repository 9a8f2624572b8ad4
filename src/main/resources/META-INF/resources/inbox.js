// Keys of the inbox: j and k move from task to task, Enter opens (a link does that itself), c claims, / searches.
(() => {
  if (window.dossierwerkInbox) { return; }
  window.dossierwerkInbox = true;

  const typing = (event) => event.composedPath().some((node) =>
    node.matches && node.matches('input, textarea, select, [contenteditable="true"], vaadin-combo-box-overlay, vaadin-select-overlay, vaadin-dialog-overlay'));

  // The grid recycles its rows: their order on the screen is not their order in the document.
  const tasks = (inbox) => [...inbox.querySelectorAll('a.dw-task')]
    .filter((link) => link.offsetParent !== null && link.getBoundingClientRect().height > 0)
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);

  const focused = (links) => links.indexOf(document.activeElement);

  document.addEventListener('keydown', (event) => {
    const inbox = document.querySelector('.dw-inbox');
    if (!inbox || event.ctrlKey || event.metaKey || event.altKey || typing(event)) { return; }
    const links = tasks(inbox);
    const at = focused(links);
    if (event.key === 'j' || event.key === 'k') {
      const to = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)));
      if (links[to]) {
        event.preventDefault();
        links[to].focus();
        links[to].scrollIntoView({ block: 'nearest' });
      }
    } else if (event.key === 'c' && at >= 0) {
      event.preventDefault();
      inbox.$server.claimFocused(links[at].dataset.task).then(() => setTimeout(() => {
        const now = tasks(inbox);
        const next = now[Math.min(at, now.length - 1)];
        if (next) { next.focus(); }
      }, 150));
    } else if (event.key === '/') {
      const search = inbox.querySelector('.dw-inbox-search');
      if (search) {
        event.preventDefault();
        // The frame has a search of its own on the same key; here the list's search is nearer.
        event.stopImmediatePropagation();
        search.focus();
      }
    }
  }, true);
})();
