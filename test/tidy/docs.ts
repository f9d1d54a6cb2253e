import { globSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { root, type Source } from './read.ts'

// Made when the program is built or run, so a fresh copy does not have them.
const madeLater = /^(dist|data|node_modules)(\/|$)/
const ending = /\.(ts|tsx|mjs|js|sql|json|jsonc|md|css|svg|png|webp|yml|sh)$/

/** Whether a word in backticks is meant as a file or folder of this project. */
export function looksLikePath(word: string): boolean {
  if (!/^[#.\w][\w./*{},<>-]*$/.test(word) || madeLater.test(word)) return false
  // `.page.tsx` and `*.sql.ts` name a kind of file; `…/index.ts` and the like name one.
  return (
    word.includes('/') &&
    (ending.test(word) || word.endsWith('/') || /^(src|docs|test|scripts|words)\//.test(word))
  )
}

/** A path as it may be written: from the project's folder, from src/, from its own folder, with `#` or placeholders. */
function exists(word: string, file: string): boolean {
  const pattern = word
    .replace(/^#/, 'src/')
    .replaceAll(/<[^>]*>/g, '*')
    .replace(/\/$/, '')
  const places = [pattern, `src/${pattern}`, normalize(join(dirname(file), pattern))]
  return places.some((place) => globSync(place, { cwd: root }).length > 0)
}

/** Paths in backticks and in links that lead nowhere. */
export function brokenPaths({ file, text }: Source): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '')
  const words = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word).filter(looksLikePath)
  const links = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link)
  const ownLinks = links.filter((link) => !/^[a-z]+:|^\//.test(link))
  return [...words, ...ownLinks].filter((word) => !exists(word, file)).map((word) => `${file}: ${word}`)
}

/** `npm run x` for an x that is no script. */
export function unknownScripts({ file, text }: Source, scripts: readonly string[]): string[] {
  const named = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name)
  return named.filter((name) => !scripts.includes(name)).map((name) => `${file}: npm run ${name}`)
}
