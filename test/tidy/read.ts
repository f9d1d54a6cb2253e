import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root: string = join(import.meta.dirname, '..', '..')

export interface Source {
  file: string
  text: string
}

/** The files of a pattern, in order, from the project's folder. */
export const files = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: root, exclude: (name) => /(^|\/)(node_modules|dist|data)$/.test(name) }).sort()

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

export const read = (...patterns: string[]): Source[] =>
  files(...patterns).map((file) => ({ file, text: textOf(file) }))

/** The program itself: no tests. */
export const program = (): Source[] =>
  read('src/**/*.{ts,tsx}').filter(({ file }) => !/\.test\.tsx?$/.test(file))
