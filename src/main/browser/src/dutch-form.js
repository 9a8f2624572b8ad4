// The kinds of field a task form can show, and what the form tool says, in Dutch. The tool has no translations of its own: its words are
// replaced where they stand.
export const kinds = { textfield: 'Korte tekst', textarea: 'Lange tekst', number: 'Getal', datetime: 'Datum', checkbox: 'Vinkje', radio: 'Keuze uit knoppen',
  select: 'Keuze uit een lijst', checklist: 'Meer keuzes', text: 'Uitleg', group: 'Groep', separator: 'Lijn', spacer: 'Ruimte' };

const dutch = { 'Components': 'Velden', 'Search components': 'Zoek een soort veld', 'Input': 'Invullen', 'Selection': 'Kiezen', 'Presentation': 'Tonen', 'Containers': 'Groeperen',
  'No components found.': 'Niets gevonden.', 'Clear content': 'Wis', 'General': 'Algemeen', 'Field label': 'Opschrift', 'Group label': 'Opschrift van de groep',
  'Field description': 'Uitleg bij het veld', 'Key': 'Sleutel', 'Binds to a form variable': 'De naam waaronder het antwoord bewaard wordt', 'Default value': 'Waarde vooraf', 'Disabled': 'Uitgeschakeld', 'Read only': 'Alleen lezen', 'Condition': 'Voorwaarde',
  'Hide if': 'Verberg als', 'Layout': 'Plaats', 'Columns': 'Breedte', 'Auto': 'Vanzelf', 'Appearance': 'Uitzicht', 'Validation': 'Controle', 'Required': 'Verplicht',
  'Minimum length': 'Minstens zoveel tekens', 'Maximum length': 'Hoogstens zoveel tekens', 'Minimum': 'Minstens', 'Maximum': 'Hoogstens', 'Regular expression pattern': 'Patroon',
  'Validation pattern': 'Patroon', 'Custom regular expression': 'Eigen patroon', 'Options source': 'Waar de keuzes vandaan komen', 'Static options': 'Keuzes', 'Type': 'Soort', 'Static': 'Vast',
  'Label': 'Opschrift', 'Value': 'Waarde', 'Text': 'Tekst', 'Custom properties': 'Eigen kenmerken', 'Form': 'Formulier', 'Constraints': 'Grenzen', 'Date label': 'Opschrift van de datum',
  'Time label': 'Opschrift van het uur', 'Serialization': 'Opslag', 'Decimal digits': 'Cijfers na de komma', 'Increment': 'Stap', 'Show outline': 'Toon een kader',
  'Create': 'Voeg toe', 'Remove': 'Verwijder', 'Prefix': 'Voor het veld', 'Suffix': 'Na het veld', 'Searchable': 'Doorzoekbaar', 'Subtype': 'Soort', 'Date': 'Datum', 'Time': 'Uur',
  'Drag and drop components here to start designing.': 'Sleep een veld hierheen.', 'Vertical alignment': 'Hoogte in de rij', 'Top': 'Boven', 'Center': 'Midden', 'Bottom': 'Onder',
  'Toggle section': 'Open of sluit', 'Section contains edits': 'Hier is iets ingevuld', 'ID': 'Kenmerk', 'Version tag': 'Versie', 'Title': 'Titel', 'Minimum value': 'Kleinste waarde', 'Maximum value': 'Grootste waarde' };
const ATTRIBUTES = ['title', 'placeholder', 'aria-label'];

const inDutch = (text) => text && (dutch[text.trim()] || (/^Create an? (.+) element$/.test(text) ? text.replace(/^Create an? (.+) element$/, 'Voeg toe: $1') : undefined));

const say = (node) => {
  if (node.nodeType === Node.TEXT_NODE) {
    const word = inDutch(node.data);
    if (word && !node.parentElement.closest('[contenteditable], textarea, .fjs-form-field')) { node.data = word; }
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) { return; }
  for (const name of ATTRIBUTES) {
    const word = inDutch(node.getAttribute(name));
    if (word) { node.setAttribute(name, word); }
  }
  node.childNodes.forEach(say);
};

export const speakDutch = (root, language) => {
  const watcher = new MutationObserver((changes) => changes.forEach((change) => {
    if (change.type === 'childList') { change.addedNodes.forEach(say); } else { say(change.target); }
  }));
  if (language === 'nl') { watcher.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES }); }
  return watcher;
};
