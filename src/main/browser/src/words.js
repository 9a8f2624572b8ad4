// Our own words in the drawing tool.
const all = {
  nl: { hand: 'Verschuif de tekening', lasso: 'Kies meer stappen', space: 'Maak plaats', connect: 'Verbind stappen', task: 'Taak van een persoon',
    system: 'Stap van het systeem', block: 'Bouwsteen', frame: 'Kader rond stappen', choice: 'Keuze', parallel: 'Tegelijk', first: 'Wachten op wat eerst komt',
    timer: 'Termijn of herinnering', message: 'Wachten op een bericht', end: 'Einde', 'end-all': 'Einde dat alles stopt', note: 'Opmerking', remove: 'Verwijder',
    kind: 'Verander de soort', 'task-after': 'Voeg hierna een taak toe', 'system-after': 'Voeg hierna een stap van het systeem toe',
    'choice-after': 'Voeg hierna een keuze toe', 'end-after': 'Voeg hierna een einde toe', yes: 'Ja', no: 'Nee' },
  en: { hand: 'Move the drawing', lasso: 'Choose more steps', space: 'Make room', connect: 'Connect steps', task: 'Task of a person',
    system: 'Step of the system', block: 'Building block', frame: 'Frame around steps', choice: 'Choice', parallel: 'At the same time', first: 'Wait for what comes first',
    timer: 'Term or reminder', message: 'Wait for a message', end: 'End', 'end-all': 'End that stops everything', note: 'Note', remove: 'Remove',
    kind: 'Change the kind', 'task-after': 'Add a task after this', 'system-after': 'Add a step of the system after this',
    'choice-after': 'Add a choice after this', 'end-after': 'Add an end after this', yes: 'Ja', no: 'Nee' },
};

export const words = (language) => (word) => (all[language] || all.nl)[word] || word;
