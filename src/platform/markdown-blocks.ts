import { Marked, type Token, type Tokens } from 'marked'

/** A piece of an editor's Markdown that stands by itself, without its marks. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** A point of a list; in a numbered one with its number. */
  | { kind: 'item'; text: string; number: number | null }

const marked = new Marked({ gfm: true, breaks: false })

/** The headings, paragraphs and points of a text, in order, as words to compare or to read without its marks. */
export const blocksOf = (text: string): Block[] =>
  marked
    .lexer(text)
    .flatMap((token) => blocks(token))
    .filter((block) => block.text !== '')

function blocks(token: Token): Block[] {
  switch (token.type) {
    case 'heading':
      return [{ kind: 'heading', text: wordsOf([token]) }]
    case 'list':
      return points(token as Tokens.List)
    case 'blockquote':
      return (token.tokens ?? []).flatMap((one) => blocks(one))
    case 'table':
      return rows(token as Tokens.Table)
    case 'space':
    case 'hr':
      return []
    default:
      return [{ kind: 'paragraph', text: wordsOf([token]) }]
  }
}

/** Lists within a list follow their point as points of their own. */
function points({ items, ordered, start }: Tokens.List): Block[] {
  return items.flatMap(({ tokens }, index): Block[] => {
    const within = tokens.filter((one) => one.type === 'list')
    const text = wordsOf(tokens.filter((one) => one.type !== 'list'))
    const number = ordered ? (start === '' ? 1 : start) + index : null
    return [{ kind: 'item', text, number }, ...within.flatMap((one) => blocks(one))]
  })
}

const rows = ({ header, rows: others }: Tokens.Table): Block[] =>
  [header, ...others].map((row) => ({
    kind: 'paragraph',
    text: row.map(({ tokens }) => wordsOf(tokens)).join(' | '),
  }))

/** What is read aloud; where a link leads is said after it, since that too can change. */
const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token): string => {
      if (token.type === 'br') return ' '
      const words = 'tokens' in token && token.tokens ? wordsOf(token.tokens) : textOf(token)
      return token.type === 'link' && token['href'] !== words ? `${words} (${token['href']})` : words
    })
    .join('')
    .replaceAll(/\s+/g, ' ')

const textOf = (token: Token): string => ('text' in token ? String(token.text) : token.raw)
