// Checks an unzipped evidence bundle (src/docs/bewijs.md) without anything of Dossierwerk: node verify.mjs FOLDER. Node 20, no packages.
import { createHash, createHmac, createPublicKey, verify } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'

const folder = process.argv[2]
const bytes = name => readFileSync(`${folder}/${name}`)
const lines = name => bytes(name).toString().split('\n').filter(line => line).map(line => JSON.parse(line))
const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hex = (...parts) => sha(...parts).toString('hex')
const wrong = []
const must = (holds, sentence) => holds || wrong.push(sentence)

const about = JSON.parse(bytes('bundel.json'))
const id = about.dossier
const keys = Object.fromEntries(readdirSync(`${folder}/sleutels`).filter(name => name !== 'tijdstempel.pem').map(name => createPublicKey(bytes(`sleutels/${name}`)))
  .map(key => [hex(key.export({ type: 'spki', format: 'der' })).slice(0, 16), key]))
const signed = (keyId, text, signature) => keys[keyId] && verify(null, Buffer.from(text), keys[keyId], Buffer.from(signature, 'base64'))

// 1. The files are those that were put in.
must(signed(about.sealKey, bytes('inhoud.txt'), bytes('inhoud.txt.sig').toString()), 'inhoud.txt is not signed')
for (const line of bytes('inhoud.txt').toString().trimEnd().split('\n')) {
  must(hex(bytes(line.slice(66))) === line.slice(0, 64), `${line.slice(66)} was changed`)
}
// 2. Each seal is signed, time-stamped, and names the one before.
const seals = lines('zegels.jsonl').map(seal => ({ ...seal, statement: ['dossierwerk-zegel-1', seal.serial, seal.sealedAt, seal.leaves, seal.root, seal.previous].join('\n') }))
seals.forEach((seal, i) => {
  must(seal.serial === i + 1 && seal.previous === (i ? hex(seals[i - 1].statement) : ''), `seal ${seal.serial} does not follow seal ${i}`)
  must(signed(seal.keyId, seal.statement, seal.signature), `seal ${seal.serial} is not signed`)
  must(Buffer.from(seal.token, 'base64').includes(sha(seal.statement)), `the time-stamp of seal ${seal.serial} is of something else`)
})
// 3. Each entry follows the one before, and its content is what it was written with.
const entries = lines('handelingen.jsonl')
entries.forEach((e, i) => {
  must(e.seq === i + 1 && e.previous === (i ? entries[i - 1].hash : ''), `entry ${e.seq} does not follow entry ${i}`)
  must(e.hash === hex(['dossierwerk-handeling-3', id, e.seq, e.at, e.actor, e.roles, e.action, e.commitment, e.previous].join('\n')), `entry ${e.seq} was changed`)
  if (e.content === null) must(about.destroyed || about.withheld.includes(e.seq), `the content of entry ${e.seq} is gone`)
  else must(e.commitment === createHmac('sha256', Buffer.from(e.key ?? '', 'hex')).update([id, e.seq, e.content].join('\n')).digest('hex'), `the content of entry ${e.seq} was changed`)
})
// 4. The seals hold this chain.
for (const leaf of lines('bladen.jsonl')) {
  const up = (hash, at, last, path) => !path.length ? hash : at % 2 || at === last
    ? (() => { let a = at, l = last; while (a % 2 === 0 && a) { a /= 2; l = l >> 1 } return up(sha('\x01', Buffer.from(path[0], 'hex'), hash), a >> 1, l >> 1, path.slice(1)) })()
    : up(sha('\x01', hash, Buffer.from(path[0], 'hex')), at >> 1, last >> 1, path.slice(1))
  must(up(sha('\0', [id, leaf.seq, leaf.head].join('\n')), leaf.position, leaf.size - 1, leaf.path).toString('hex') === seals[leaf.seal - 1]?.root, `entry ${leaf.seq} is not in seal ${leaf.seal}`)
  must(entries[leaf.seq - 1]?.hash === leaf.head, `entry ${leaf.seq} is not the one that seal ${leaf.seal} holds`)
}
// 5. The documents are those of the record.
for (const d of lines('documenten.jsonl')) must(!d.file || hex(bytes(d.file)) === d.sha256, `document ${d.title} was changed`)
console.log(wrong.length ? wrong.join('\n') : `agrees: ${id}, ${entries.length} entries, ${seals.length} seals`)
process.exit(wrong.length ? 1 : 0)
