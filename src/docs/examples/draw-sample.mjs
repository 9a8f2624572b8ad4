// Draws a sample again from its exported population, without anything of Dossierwerk: node draw-sample.mjs POPULATION.txt SEED SIZE. Node 20, no packages.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [file, seed, size] = process.argv.slice(2)
const sha = text => createHash('sha256').update(text).digest('hex')
const tickets = readFileSync(file, 'utf8').split('\n').filter(line => line).map(line => {
  const [dossier, lots] = line.split(' ')
  return [Array.from({ length: Number(lots) }, (_, i) => sha(`${seed}\n${dossier}\n${i + 1}`)).sort()[0], dossier]
})
tickets.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : 1))
tickets.slice(0, Number(size)).forEach(([, dossier]) => console.log(dossier))
