import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { messageOf, OperatorError } from './errors.ts'
import { isLanguage, type Language, type Texts } from './language.ts'
import { projectRoot } from './root.ts'

type FrontMatter = Readonly<Record<string, unknown>>

/** One thing that editors wrote, `history`, out of `history.sv.md`, `history.en.md` and `history.es.md`. */
export interface ContentEntry {
  key: string
  body: Texts
  /** A line of the front matter in its languages, like the title. */
  texts(name: string): Texts
  /** A line that is the same in every language, like a year; null when it is left empty. */
  one(name: string): string | null
}

/** Reads the Markdown files of a folder below content/, one entry per key, in the order of the keys. */
export function readContent(folder: string, root: string = join(projectRoot, 'content')): ContentEntry[] {
  const files = new Map<string, Map<Language, ContentFile>>()
  for (const name of readdirSync(join(root, folder)).sort()) {
    if (!name.endsWith('.md')) continue
    const { key, language } = nameParts(`${folder}/${name}`)
    const all = files.get(key) ?? new Map<Language, ContentFile>()
    files.set(key, all.set(language, readContentFile(`${folder}/${name}`, root)))
  }
  return Array.from(files, ([key, byLanguage]) => entryOf(`${folder}/${key}`, key, byLanguage))
}

interface ContentFile {
  front: FrontMatter
  body: string
}

function nameParts(path: string): { key: string; language: Language } {
  const [, key, language] = /([a-z0-9-]+)\.([a-z]+)\.md$/.exec(path) ?? []
  if (key !== undefined && isLanguage(language)) return { key, language }
  throw new OperatorError(
    `content/${path} needs a name like history.sv.md: a key, then sv, en or es, then md.`,
  )
}

function readContentFile(path: string, root: string): ContentFile {
  const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
  const [, front, body = ''] = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(text) ?? []
  if (front === undefined) {
    throw new OperatorError(
      `content/${path} must begin with a line ---, then lines like "title: …", then a line ---.`,
    )
  }
  return { front: frontMatter(path, front), body: body.trim() }
}

function frontMatter(path: string, text: string): FrontMatter {
  let read: unknown
  try {
    read = parse(text)
  } catch (error) {
    throw new OperatorError(
      `The lines between --- and --- in content/${path} cannot be read: ${messageOf(error)} ` +
        'A text that holds a colon needs quotation marks around it.',
    )
  }
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as FrontMatter
  throw new OperatorError(`The lines between --- and --- in content/${path} must look like "title: …".`)
}

function entryOf(path: string, key: string, files: ReadonlyMap<Language, ContentFile>): ContentEntry {
  const inEach = (text: (file: ContentFile) => string | null): Texts => {
    const found = Array.from(files, ([language, file]) => [language, text(file)] as const)
    return Object.fromEntries(found.filter(([, said]) => said))
  }
  const texts = (name: string): Texts => inEach((file) => asText(file.front[name]))
  return {
    key,
    body: inEach((file) => file.body),
    texts,
    one(name) {
      const said = [...new Set(Array.from(files.values(), (file) => asText(file.front[name])))]
      if (said.length <= 1) return said[0] ?? null
      const values = said.map((one) => one ?? 'nothing').join(', ')
      throw new OperatorError(
        `"${name}" must be the same in every language of content/${path}, not ${values}.`,
      )
    },
  }
}

const asText = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null
