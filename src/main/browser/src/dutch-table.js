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
  // The kinds of value and which rules hold.
  'string': 'tekst', 'boolean': 'ja of nee', 'integer': 'geheel getal', 'long': 'groot geheel getal', 'double': 'getal met komma', 'number': 'getal', 'date': 'datum',
  'Unique': 'Precies één regel past', 'First': 'De eerste regel die past', 'Priority': 'De regel met de hoogste uitkomst', 'Any': 'Elke regel die past, met dezelfde uitkomst',
  'Collect': 'Alle regels die passen', 'Collect (Sum)': 'Alle regels die passen, opgeteld', 'Collect (Min)': 'Alle regels die passen, de kleinste uitkomst',
  'Collect (Max)': 'Alle regels die passen, de grootste uitkomst', 'Collect (Count)': 'Alle regels die passen, geteld', 'Rule order': 'Alle regels die passen, in volgorde',
  'Output order': 'Alle regels die passen, volgens uitkomst',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched': 'De regels sluiten elkaar uit: altijd past er precies één.',
  'Rules may overlap. The first matching rule will be chosen': 'Er kunnen meer regels passen. De eerste ervan geldt.',
  'Rules may overlap. The one with the highest priority will be chosen': 'Er kunnen meer regels passen. Die met de hoogste uitkomst geldt.',
  'Rules may overlap. Their output have to match': 'Er kunnen meer regels passen, met dezelfde uitkomst.',
  'Collects the values of all matching rules': 'Alle uitkomsten van regels die passen, gelden samen.',
  'Collects the values of all matching rules and sums up to a single value': 'De uitkomsten van alle regels die passen, worden opgeteld.',
  'Collects the values of all matching rules and uses the lowest value': 'Van alle regels die passen, geldt de kleinste uitkomst.',
  'Collects the values of all matching rules and uses the highest value': 'Van alle regels die passen, geldt de grootste uitkomst.',
  'Collects the values of all matching rules and counts the number of them': 'De regels die passen, worden geteld.',
  'Collects the values of all matching rules in rule order': 'Alle uitkomsten gelden, in de volgorde van de regels.',
  'Collects the values of all matching rules in decreasing output priority order': 'Alle uitkomsten gelden, de hoogste eerst.',
  'Set date': 'Zet de datum', 'Use today': 'Vandaag', 'Start date': 'Begindatum', 'End date': 'Einddatum', 'Edit start date': 'Wijzig de begindatum', 'Edit end date': 'Wijzig de einddatum',
  'Range start value': 'Begin van het bereik', 'Range start operator': 'Begin inbegrepen of niet', 'Range end value': 'Einde van het bereik', 'Range end operator': 'Einde inbegrepen of niet',
  'e.g. { sample }': 'bijvoorbeeld { sample }', 'e.g. { example } ': 'bijvoorbeeld { example } ', '"value"': '"waarde"', '"value", "value", ...': '"waarde", "waarde", ...',
  'Editing not supported for set expression language': 'Dit kan hier niet gewijzigd worden', 'Expression language: {expressionLanguageLabel}': 'Taal: {expressionLanguageLabel}',
};

export const tableTranslate = (language) => (template, replacements = {}) => {
  const text = language === 'nl' && dutch[template] || template;
  return text.replace(/{([^}]+)}/g, (whole, name) => (name.trim() in replacements ? replacements[name.trim()] : whole));
};
