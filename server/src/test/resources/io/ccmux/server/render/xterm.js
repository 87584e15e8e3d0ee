// xterm.js as the terminal of a client: a line of Base64 in, a line with all cells out.
// Arguments: the folder node_modules, which widths characters have, columns, rows.
'use strict';
const path = require('path');
const [modules, widths, columns, rows] = process.argv.slice(2);
const load = name => require(path.join(modules, '@xterm', name));
const { Terminal } = load('headless');
const terminal = new Terminal({ cols: +columns, rows: +rows, scrollback: 0, allowProposedApi: true });
terminal.loadAddon(new (load('addon-unicode11').Unicode11Addon)());
terminal.loadAddon(new (load('addon-unicode-graphemes').UnicodeGraphemesAddon)());
terminal.unicode.activeVersion = widths;

function cells() {
  const buffer = terminal.buffer.active;
  const lines = [];
  for (let y = 0; y < terminal.rows; y++) {
    const line = buffer.getLine(buffer.baseY + y);
    const row = [];
    for (let x = 0; x < terminal.cols; x++) {
      const cell = line.getCell(x);
      row.push(cell.getWidth() === 0 ? '' : cell.getChars() || ' ');
    }
    lines.push(row.join('\x1f'));
  }
  return lines.join('\x1e');
}

require('readline').createInterface({ input: process.stdin }).on('line', line => {
  terminal.write(Buffer.from(line, 'base64'), () => process.stdout.write(cells() + '\n'));
});
