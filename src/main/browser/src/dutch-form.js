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
  'Disallow past dates': 'Geen datum in het verleden', 'Dynamic options': 'Keuzes uit gegevens', 'Options expression': 'Keuzes uit een uitdrukking', 'Expression': 'Uitdrukking', 'Input values key': 'Sleutel van de keuzes',
  'Define which input property to populate the values from': 'Uit welk gegeven de keuzes komen', 'Define an expression to populate the options from.': 'Uit welke uitdrukking de keuzes komen.',
  'Time format': 'Hoe het uur getoond wordt', 'Time interval': 'Om de hoeveel minuten', 'Use 24h': '24 uren', 'Custom error message': 'Wat er staat als het fout is', 'Output as string': 'Bewaar als tekst',
  'The error message to display when the input does not match the regular expression.': 'Dit leest wie iets anders invult.', 'Allows arbitrary precision values': 'Bewaart alle cijfers',
  'Checked': 'Aangevinkt', 'Not checked': 'Niet aangevinkt', 'Email': 'E-mailadres', 'Phone': 'Telefoonnummer', 'Custom': 'Eigen', 'Height': 'Hoogte', 'Height of the container in pixels.': 'Hoogte in beeldpunten.',
  'Path': 'Pad', 'Where the child variables of this component are pathed to.': 'Waaronder de antwoorden van deze groep bewaard worden.', '<none>': 'Geen', 'None': 'Geen', 'Close': 'Sluit', 'Delete item': 'Verwijder', 'Create new list item': 'Voeg toe',
  'Make this field read-only when it cannot be edited by the end-user, but its content is important for them to see. Its data will still be submitted.': 'De collega ziet dit veld, maar wijzigt het niet.',
  'Disable this field when it should not be interactive for end-users. Its data will not be submitted. This setting takes precedence over read-only.': 'Dit veld doet niet mee: het wordt niet ingevuld en niet bewaard.',
  "Use a unique 'key' to link the form element and the related input/output data. When dealing with nested data, break it down in the user task's input mapping before using it.": 'Onder deze naam wordt het antwoord bewaard. Ze komt maar één keer voor.',
  'Add properties directly to the form schema, useful to configure functionality in custom-built task applications and form renderers.': 'Kenmerken die Dossierwerk zelf leest.',
  'Must not contain spaces.': 'Zonder spaties.', 'Must be a variable or a dot separated path.': 'Alleen letters en cijfers, zonder spaties.', 'Must be number': 'Geef een getal.',
  'Condition under which the field is hidden': 'Wanneer het veld niet getoond wordt',
  'Must not be empty.': 'Vul dit in.', 'Must be unique.': 'Dit bestaat al.', 'Must not be empty': 'Vul dit in.', 'Must be unique': 'Dit bestaat al.', 'Palette': 'Soorten velden', 'Select a form field to edit its properties.': 'Kies een veld om het te wijzigen.',
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
