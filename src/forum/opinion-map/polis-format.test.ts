import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { planted, statement } from '../../../test/opinion-map/planted.ts'
import type { Conversation } from './conversation.ts'
import { type Problem, UnreadableFile } from './csv-rows.ts'
import { textIn, textOut } from './csv-text.ts'
import { opinionMap } from './opinion-map.ts'
import { readGroups, readSectors } from './read-parts.ts'
import { type PolisFiles, readPolis } from './read-polis.ts'
import { writePolis } from './write-polis.ts'

const heading = 'timestamp,datetime,comment-id,voter-id,vote'
const oneVote = `${heading}\n1500,Mon Jul 17 02:17:32 WIB 2017,4,7,-1\n`

test('what exports look like is read as it is meant', () => {
  const known = [{ person: '7', statement: '4', opinion: -1, at: 1500 }]
  const files: [string, PolisFiles][] = [
    ['as published', { 'votes.csv': oneVote }],
    [
      'with a byte-order mark and line ends of Windows',
      { 'votes.csv': `\uFEFF${oneVote.replaceAll('\n', '\r\n')}` },
    ],
    ['with semicolons', { 'votes.csv': oneVote.replaceAll(',', ';') }],
    ['with quotes', { 'votes.csv': `${heading}\n"1500","Mon, 17","4","7","-1"\n` }],
    [
      'in another order, with more columns',
      { 'votes.csv': 'vote,Voter_ID,x,comment id,timestamp\n-1,7,,4,1500' },
    ],
    ['with empty lines at the end', { 'votes.csv': `${oneVote}\n\n` }],
    ['with decimals', { 'votes.csv': oneVote.replace(',-1', ',-1.0') }],
  ]
  for (const [name, file] of files) deepEqual(readPolis(file).votes, known, name)
  const matrix =
    'participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,3,4\n7,abc,,0,1,0,1,,-1\n8,,0,0,0,0,0,,\n'
  deepEqual(readPolis({ 'participants-votes.csv': matrix }).votes, [{ ...known[0], at: 0 }])
})

test('statements are read with quotes, lines and commas in them, and with or without what newer exports add', () => {
  const old = 'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n'
  const [first, second, third] = readPolis({
    'votes.csv': oneVote,
    'comments.csv': `${old}5,x,1,2,0,0,-1,"One ""quoted"", and\nmore"\n6,x,2,2,0,0,0,Two\n7,x,3,2,0,0,1,Three\n`,
  }).statements
  deepEqual(first, statement('1', { text: 'One "quoted", and\nmore', author: '2', at: 5, moderation: 'out' }))
  deepEqual([second?.moderation, third?.moderation], ['unseen', 'in'])
  const newer = readPolis({
    'votes.csv': oneVote,
    'comments.csv': 'comment-id,moderated,comment-body,is-meta,is-seed\n1,1,Hi,true,false\n2,,Ho,,true\n',
  }).statements
  deepEqual(
    [newer[0]?.isMeta, newer[0]?.isSeed, newer[1]?.isSeed, newer[1]?.moderation],
    [true, false, true, 'unseen'],
  )
})

const unreadable: [string, PolisFiles, Problem, number | undefined][] = [
  ['no votes at all', { 'comments.csv': 'comment-id\n1\n' }, 'is-missing', undefined],
  ['an empty file', { 'votes.csv': '' }, 'is-empty', undefined],
  ['no column of votes', { 'votes.csv': 'timestamp,comment-id,voter-id\n1,2,3\n' }, 'lacks-a-column', 1],
  ['a vote of 2', { 'votes.csv': `${oneVote}1,x,4,8,2\n` }, 'is-no-vote', 3],
  ['a vote of nothing', { 'votes.csv': `${oneVote}1,x,4,8,\n` }, 'is-no-vote', 3],
  ['a row that ends early', { 'votes.csv': `${oneVote}1,x\n` }, 'lacks-a-name', 3],
  ['a time in words', { 'votes.csv': `${heading}\nMonday,x,4,8,1\n` }, 'is-no-number', 2],
  ['a quote without an end', { 'votes.csv': `${heading}\n1,"x,4,8,1\n` }, 'is-not-csv', 2],
  [
    'a moderation of 5',
    { 'votes.csv': oneVote, 'comments.csv': 'comment-id,moderated\n1,5\n' },
    'is-no-moderation',
    2,
  ],
  [
    'a mistake after a statement of three lines',
    { 'votes.csv': oneVote, 'comments.csv': 'comment-id,moderated,comment-body\n1,1,"a\nb\nc"\n,1,d\n' },
    'lacks-a-name',
    5,
  ],
]

test('a file that cannot be read is refused with its name, the line and what is wrong', () => {
  for (const [name, files, problem, line] of unreadable)
    throws(
      () => readPolis(files),
      (error) => {
        ok(error instanceof UnreadableFile, name)
        deepEqual([error.problem, error.where.line], [problem, line], name)
        ok(error.message.includes('.csv'), name)
        return true
      },
    )
})

test('what is written is read again as it was, and gives the same map', () => {
  const plan = planted({ groups: [20, 18], statements: 12 })
  const conversation: Conversation = {
    ...plan,
    topic: '=Trafik, "buller"',
    description: 'Två\nrader',
    statements: plan.statements.map((one, index) => ({
      ...one,
      text: ["=1+1, 'sa hon'", "'=citat", '- en lista', 'Åäö ¿ñ?\nny rad'][index % 4] ?? '',
      author: String(index % 5),
      at: 1000 + index,
      moderation: index === 3 ? 'out' : 'in',
      isMeta: index === 5,
    })),
  }
  const map = opinionMap(conversation)
  const files = writePolis(conversation, map.groups)
  ok(!files['comments.csv'].includes(',=1') && !files['comments.csv'].includes('"=1'), 'no formula')
  const again = readPolis(files)
  deepEqual(again.statements, conversation.statements)
  deepEqual([again.topic, again.description], [conversation.topic, conversation.description])
  deepEqual(opinionMap(again), map)
  const groups = readGroups('participants-votes.csv', files['participants-votes.csv'])
  deepEqual(
    [...groups.values()].map((people) => new Set(people)),
    map.groups.map(({ people }) => new Set(people)),
  )
})

test('any text goes out and in again unchanged, and never begins like a formula', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      equal(textIn(textOut(text)), text)
      ok(!/^[=+\-@]/.test(textOut(text)))
    }),
  )
})

test('groups and sectors are read from tables, groups from JSON too', () => {
  const table = readGroups('x.csv', 'participant,group-id\n3,1\n4,0\n5,\n6,1\n')
  deepEqual(
    [...table],
    [
      ['0', ['4']],
      ['1', ['3', '6']],
    ],
  )
  deepEqual(
    [...readGroups('x.json', '{"a": [1, 2], "b": ["x"]}')],
    [
      ['a', ['1', '2']],
      ['b', ['x']],
    ],
  )
  throws(() => readGroups('x.json', '{"a": 1}'), UnreadableFile)
  throws(() => readGroups('x.json', '{"a"'), UnreadableFile)
  deepEqual([...readSectors('s.csv', 'participant;sector\n1;civil\n2;\n')], [['1', 'civil']])
})
