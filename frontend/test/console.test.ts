import assert from "node:assert/strict";
import test from "node:test";
import { LINE_LENGTH_SHOWN, LINES_SHOWN, OutputLines } from "../app/console/lines";

test("a line that comes in pieces is one line", () => {
  const output = new OutputLines();
  for (const piece of ["he", "llo", "\nwor", "ld\r\n"]) output.append("stdout", piece);
  assert.deepEqual(output.lines.map((line) => line.text), ["hello", "world"]);
});

test("streams do not share a line", () => {
  const output = new OutputLines();
  output.append("stdout", "a");
  output.append("stderr", "b");
  output.append("stdout", "c\n");
  assert.deepEqual(output.lines.map((line) => line.stream + line.text), ["stdouta", "stderrb", "stdoutc"]);
});

test("the last lines are shown and all text is kept", () => {
  const output = new OutputLines();
  const lines = Array.from({ length: LINES_SHOWN * 3 }, (_, i) => `line ${i}`);
  for (let i = 0; i < lines.length; i += 700) output.append("stdout", lines.slice(i, i + 700).join("\n") + "\n");
  assert.equal(output.total, lines.length);
  assert.equal(output.lines.length, LINES_SHOWN);
  assert.equal(output.lines.at(-1)?.text, lines.at(-1));
  assert.equal(output.lines[0]?.number, lines.length - LINES_SHOWN);
  assert.equal(output.text(), lines.join("\n") + "\n");
});

test("one burst of many lines keeps the last of them in order", () => {
  const output = new OutputLines();
  output.append("stdout", "first\n");
  output.append("stdout", Array.from({ length: LINES_SHOWN + 10 }, (_, i) => `${i}\n`).join(""));
  assert.equal(output.lines.length, LINES_SHOWN);
  assert.deepEqual(output.lines.map((line) => line.number), Array.from({ length: LINES_SHOWN }, (_, i) => i + 11));
});

test("an endless line is cut and says by how much", () => {
  const output = new OutputLines();
  output.append("stdout", "x".repeat(LINE_LENGTH_SHOWN));
  output.append("stdout", "y".repeat(100));
  assert.equal(output.lines[0]?.text.length, LINE_LENGTH_SHOWN);
  assert.equal(output.lines[0]?.cut, 100);
});
