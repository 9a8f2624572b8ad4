// Bundles the browser tools of src/ into the folder that is given, with one file of the licences of what is in them.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] || join(here, '../../../target/classes/META-INF/resources/vendor');
const tools = ['diagram-viewer', 'diagram-editor', 'table-editor', 'form-editor'];

// Only what this script makes: the folder is shared with the classes.
for (const tool of tools) { for (const ending of ['.js', '.css']) { rmSync(join(out, tool + ending), { force: true }); } }
mkdirSync(out, { recursive: true });

const result = await build({
  absWorkingDir: here,
  entryPoints: tools.map((tool) => `src/${tool}.js`),
  outdir: out,
  bundle: true,
  minify: !process.env.PLAIN,
  format: 'iife',
  target: ['chrome110', 'firefox110', 'safari16'],
  legalComments: 'none',
  // One kind of font is enough for every browser of these years.
  loader: { '.woff2': 'dataurl', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
  define: { 'process.env.NODE_ENV': '"production"' },
  metafile: true,
  logLevel: 'warning',
});

const packages = new Map();
for (const input of Object.keys(result.metafile.inputs)) {
  const found = input.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//);
  if (found && !packages.has(found[1])) {
    const folder = join(here, found[1]);
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    packages.set(found[1], { title: `${about.name} ${about.version}`, licence: typeof about.license === 'string' ? about.license : '',
      text: file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '' });
  }
}
writeFileSync(join(out, 'LICENSES.txt'), [...packages.values()].sort((a, b) => a.title.localeCompare(b.title))
  .map(({ title, licence, text }) => `${title}${licence ? ` (${licence})` : ''}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`));
