import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { PageCache } from './page-cache.ts'

const page = (text: string) =>
  new Response(text, { headers: { 'content-type': 'text/html; charset=UTF-8', 'x-request-id': 'x' } })
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Request(`http://localhost${path}`, { method, headers })

function cacheOf(made: string[]) {
  let version = 1
  const cache = new PageCache({
    clock: () => '2026-11-23T11:00:00.000Z',
    version: async () => String(version),
    versionAgeMs: 0,
  })
  const fetch = cache.wrap(async (request) => {
    const number = made.push(new URL(request.url).pathname)
    await new Promise((resolve) => setTimeout(resolve, 5))
    return request.url.endsWith('/nowhere') ? new Response('no', { status: 404 }) : page(`page ${number}`)
  })
  return { fetch: async (request: Request) => fetch(request, null), commit: () => (version += 1) }
}

test('of many who ask for a page in the same instant, one has it made, and all get it as they can read it', async () => {
  const made: string[] = []
  const { fetch } = cacheOf(made)
  const asked = [{}, { 'accept-encoding': 'gzip, br' }, {}].map((headers) => fetch(ask('/sv', headers)))
  const [plain, packed] = await Promise.all(asked)
  deepEqual(made, ['/sv'])
  ok(plain && packed)
  equal(await plain.text(), 'page 1')
  equal(packed.headers.get('content-encoding'), 'br')
  equal(brotliDecompressSync(await packed.arrayBuffer()).toString(), 'page 1')
  ok(!packed.headers.has('x-request-id'))
})

test('whoever is signed in, and whoever asks for what is not there, gets an answer of their own', async () => {
  const made: string[] = []
  const { fetch } = cacheOf(made)
  const cookie = { cookie: 'session=abc' }
  const answers = await Promise.all(
    [ask('/sv', cookie), ask('/sv', cookie), ask('/sv/nowhere'), ask('/sv/nowhere')].map((one) => fetch(one)),
  )
  deepEqual(
    answers.map((answer) => answer.status),
    [200, 200, 404, 404],
  )
  equal(made.length, 4)
})

test('a form that makes something is each visitor’s own: its id is never another’s', async () => {
  let forms = 0
  const options = { clock: () => '2026-11-23T11:00:00.000Z', version: async () => '1', versionAgeMs: 0 }
  const fetch = new PageCache(options).wrap(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    return page(`<input type="hidden" name="id" value="${(forms += 1)}"/>`)
  })
  const textOf = async (): Promise<string> => (await fetch(ask('/sv/ideas/new'), null)).text()
  const texts = [...(await Promise.all([textOf(), textOf()])), await textOf()]
  equal(new Set(texts).size, 3)
})

test('what is asked for after a commit is made anew, also while the page from before is on its way', async () => {
  const made: string[] = []
  const { fetch, commit } = cacheOf(made)
  const before = fetch(ask('/sv'))
  await new Promise((resolve) => setTimeout(resolve, 1))
  commit()
  const after = fetch(ask('/sv'))
  deepEqual(await Promise.all([before, after].map(async (one) => (await one).text())), ['page 1', 'page 2'])
})

test('a page as large as a drawing of hundreds is kept, and of very many large ones those kept first go first', async () => {
  const made: string[] = []
  const cache = new PageCache({
    clock: () => '2026-11-23T11:00:00.000Z',
    version: async () => '1',
    versionAgeMs: 0,
  })
  const body = 'a mark '.repeat(250_000)
  const fetch = cache.wrap(async (request) => {
    made.push(new URL(request.url).search)
    return page(body)
  })
  const isKept = async (path: string): Promise<boolean> => {
    const before = made.length
    const answer = { writeHead: () => ({ end: () => undefined }) }
    const asked = { method: 'GET', url: path, headers: {} }
    await cache.answer(asked as never, answer as never).then((did) => did || made.push(path))
    return made.length === before
  }
  await fetch(ask('/sv?n=0'), null)
  equal(await isKept('/sv?n=0'), true)
  for (let n = 1; n <= 120; n += 1) await fetch(ask(`/sv?n=${n}`), null)
  equal(await isKept('/sv?n=120'), true)
  equal(await isKept('/sv?n=0'), false)
})
