import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { platform } from './programs.ts'
import type { Row } from './table.ts'

/** Runs a piece of work with an empty folder that goes away afterwards. */
export async function withFolder<R>(work: (folder: string) => Promise<R>): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'malmoandan-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** From nothing to the first answer, and again with everything there; the middle of some starts. */
export async function starts(times: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const kind of ['sample', 'real'] as const) {
    const first: number[] = []
    const page: number[] = []
    const again: number[] = []
    for (let time = 0; time < times; time += 1) {
      await withFolder(async (folder) => {
        const fresh = await platform({ kind, folder })
        await fresh.stop()
        const known = await platform({ kind, folder })
        await known.stop()
        first.push(fresh.answeredMs)
        page.push(fresh.firstPageMs)
        again.push(known.answeredMs)
      })
    }
    const measured = `${middle(first)} ms, first page ${middle(page)} ms, next start ${middle(again)} ms`
    const what = kind === 'sample' ? 'first start, sample year' : 'first start, real'
    rows.push({ what, measured, goal: '< 1 000 ms' })
  }
  return rows
}

const middle = (values: number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN)
