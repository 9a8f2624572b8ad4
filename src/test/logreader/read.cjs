// node read.cjs FILE.xes|FILE.json: what PM4JS finds in a log, as one line of JSON.
const fs = require('node:fs');
require('pm4js');

const file = process.argv[2];
const text = fs.readFileSync(file, 'utf8');

function told(log) {
  const names = {};
  let events = 0;
  for (const trace of log.traces) {
    for (const event of trace.events) {
      events += 1;
      const name = event.attributes['concept:name'].value;
      names[name] = (names[name] || 0) + 1;
    }
  }
  return { traces: log.traces.length, events, names };
}

/** PM4JS knows the first edition of OCEL: the second says the same with other words. Nothing is added or left out. */
function firstEdition(log) {
  const events = {};
  const objects = {};
  for (const event of log.events) {
    events[event.id] = {
      'ocel:activity': event.type, 'ocel:timestamp': event.time, 'ocel:omap': event.relationships.map(each => each.objectId),
      'ocel:vmap': Object.fromEntries(event.attributes.map(each => [each.name, each.value])),
    };
  }
  for (const object of log.objects) {
    objects[object.id] = { 'ocel:type': object.type, 'ocel:ovmap': Object.fromEntries((object.attributes || []).map(each => [each.name, each.value])) };
  }
  return {
    'ocel:global-event': { 'ocel:activity': '__INVALID__' }, 'ocel:global-object': { 'ocel:type': '__INVALID__' },
    'ocel:global-log': { 'ocel:attribute-names': [], 'ocel:object-types': log.objectTypes.map(each => each.name), 'ocel:version': '1.0', 'ocel:ordering': 'timestamp' },
    'ocel:events': events, 'ocel:objects': objects,
  };
}

let answer;
if (file.endsWith('.xes')) {
  const log = XesImporter.apply(text);
  answer = { ...told(log), classifiers: Object.keys(log.classifiers), extensions: Object.keys(log.extensions),
    firstAt: log.traces.length && log.traces[0].events.length ? log.traces[0].events[0].attributes['time:timestamp'].value.toISOString() : null,
    follows: Object.keys(FrequencyDfgDiscovery.apply(log).pathsFrequency).length };
} else {
  const log = JsonOcelImporter.apply(JSON.stringify(firstEdition(JSON.parse(text))));
  const objects = {};
  for (const id in log['ocel:objects']) {
    const type = log['ocel:objects'][id]['ocel:type'];
    objects[type] = (objects[type] || 0) + 1;
  }
  answer = { ...told(OcelFlattening.flatten(log, 'dossier')), all: Object.keys(log['ocel:events']).length, objects };
}
console.log(JSON.stringify(answer));
process.exit(0);
