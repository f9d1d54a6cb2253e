/** `npm run seating -- problem.json`: who sits where at a roundtable conference. */
import { seatingCommand } from '../src/forum/seating/command.ts'

process.exitCode = seatingCommand(
  process.argv.slice(2),
  (text) => void process.stdout.write(`${text}\n`),
  (text) => void process.stderr.write(`${text}\n`),
)
