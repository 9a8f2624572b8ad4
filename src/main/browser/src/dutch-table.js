// What the decision table says, in Dutch.
const dutch = {
  'When': 'Als', 'And': 'En', 'Then': 'Dan', 'Annotation': 'Opmerking', 'Annotations': 'Opmerkingen', 'Input': 'Gegeven', 'Output': 'Uitkomst',
  'Add rule': 'Voeg een regel toe', 'Add rule above': 'Regel erboven', 'Add rule below': 'Regel eronder', 'Remove rule': 'Verwijder de regel',
  'Copy rule': 'Kopieer de regel', 'Cut rule': 'Knip de regel', 'Paste rule above': 'Plak erboven', 'Paste rule below': 'Plak eronder', 'Move rule': 'Verplaats de regel',
  'Add input': 'Voeg een gegeven toe', 'Add output': 'Voeg een uitkomst toe', 'Add input column left': 'Gegeven links', 'Add input column right': 'Gegeven rechts',
  'Add output column left': 'Uitkomst links', 'Add output column right': 'Uitkomst rechts', 'Remove input column': 'Verwijder het gegeven',
  'Remove output column': 'Verwijder de uitkomst', 'Copy input column': 'Kopieer het gegeven', 'Copy output column': 'Kopieer de uitkomst',
  'Cut input column': 'Knip het gegeven', 'Cut output column': 'Knip de uitkomst', 'Paste input column left': 'Plak links', 'Paste input column right': 'Plak rechts',
  'Paste output column left': 'Plak links', 'Paste output column right': 'Plak rechts', 'Edit input': 'Wijzig het gegeven', 'Edit output': 'Wijzig de uitkomst',
  'Edit': 'Wijzig', 'Edit string': 'Wijzig de tekst', 'Edit number': 'Wijzig het getal', 'Edit boolean': 'Wijzig ja of nee', 'Edit date': 'Wijzig de datum',
  'Hit policy': 'Welke regel geldt', 'Hit policy:': 'Welke regel geldt:', 'Expression': 'Gegeven', 'Input expression': 'Gegeven', 'Input label': 'Opschrift',
  'Input type': 'Soort', 'Input values': 'Waarden', 'Output label': 'Opschrift', 'Output name': 'Naam', 'Output type': 'Soort', 'Output values': 'Waarden',
  'Input expression: ': 'Gegeven: ', 'Input label: ': 'Opschrift: ', 'Output label: ': 'Opschrift: ', 'Output name: ': 'Naam: ', 'Type': 'Soort', 'Test type': 'Soort toets',
  'Decision name': 'Naam van de beslissing', 'Decision name: ': 'Naam van de beslissing: ', 'Predefined values': 'Vaste waarden', 'Add predefined values': 'Voeg vaste waarden toe',
  'Clear predefined values': 'Wis de vaste waarden', 'Add values': 'Voeg waarden toe', 'Custom values': 'Eigen waarden', 'Values': 'Waarden', 'Value': 'Waarde', 'No values': 'Geen waarden',
  'Boolean value': 'Ja of nee', 'String value': 'Tekst', 'Date value': 'Datum', 'Comparison': 'Vergelijking', 'Comparison operator': 'Vergelijking', 'Range': 'Bereik',
  'Equals': 'Gelijk aan', 'Less': 'Kleiner dan', 'Less or equals': 'Hoogstens', 'Greater': 'Groter dan', 'Greater or equals': 'Minstens', 'Between': 'Tussen',
  'Before': 'Voor', 'After': 'Na', 'Exactly': 'Op', 'Include': 'Inbegrepen', 'Exclude': 'Niet inbegrepen', 'Match one': 'Een van deze', 'Match none': 'Geen van deze',
  'Start value': 'Begin', 'End value': 'Einde', 'Yes': 'Ja', 'No': 'Nee', 'Set value': 'Zet de waarde', 'Enter expression': 'Geef een uitdrukking',
  'Strings must be in double quotes': 'Zet tekst tussen dubbele aanhalingstekens', 'Add cell description': 'Voeg een uitleg toe', 'Remove cell description': 'Verwijder de uitleg',
  'Resize': 'Breedte', 'Expression language': 'Taal', 'Change cell expression language': 'Verander de taal', 'Date': 'Datum',
};

export const tableTranslate = (language) => (template, replacements = {}) => {
  const text = language === 'nl' && dutch[template] || template;
  return text.replace(/{([^}]+)}/g, (whole, key) => (key in replacements ? replacements[key] : whole));
};
