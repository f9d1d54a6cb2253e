/** `npm run opinion-map -- FOLDER`: prints the opinion map of a conversation in Polis' format; the README of the room explains it. */
import { opinionMapCommand } from '../src/forum/opinion-map/command.ts'

// Whoever reads only the beginning has seen enough.
process.stdout.on('error', () => process.exit())

const { code, out, complaint } = opinionMapCommand(process.argv.slice(2))
if (complaint !== undefined) process.stderr.write(`${complaint}\n`)
if (out !== undefined) process.stdout.write(out)
process.exitCode = code
