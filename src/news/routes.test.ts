import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import type { Member } from '#platform/http.ts'
import { plus } from '#platform/time.ts'
import { aMember } from '../../test/cast.ts'
import { baseUrl, freshWorld, type Visitor, type World } from '../../test/world.ts'
import { forgetUnconfirmed } from './keep-wish.ts'
import type { Db } from './tables.ts'
import { tellFollowers } from './tell-followers.ts'

let world: World
let db: Db
let bo: Member
let office: Visitor
let stranger: Visitor

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await aMember(world.database, 'Bo', 'city')
  office = await world.visitor(bo.id)
  stranger = await world.visitor()
})
after(() => world.close())

const words = {
  'title.sv': '<b>Fett</b> & ]]> nytt',
  'lead.sv': 'Ingress <i>',
  'body.sv': '**Hej** <script>x</script>',
}

async function write(fields: Record<string, string> = words): Promise<string> {
  const page = await office.press(await office.open('/sv/office/news/new'), 'Spara som utkast', fields)
  equal(page.status, 200, page.text)
  return page.path.replace('?saved', '')
}

test('the office’s addresses are for coordinators alone', async () => {
  const cora = await world.visitor((await aMember(world.database, 'Cora')).id)
  const draft = await write({ 'title.sv': 'Inte för alla', 'lead.sv': 'x' })
  for (const path of [
    '/sv/office/news',
    '/sv/office/news/new',
    '/sv/office/news/links',
    draft,
    `${draft}/publish`,
  ]) {
    equal((await cora.open(path)).status, 404, path)
    match((await stranger.open(path)).path, /sign-in/)
    if (path !== '/sv/office/news') equal((await stranger.send(path, {})).status, 404)
    equal((await office.open(path)).status, 200, path)
  }
  equal((await stranger.open('/sv/news/inte-for-alla')).status, 404)
  match((await office.open('/sv/news/inte-for-alla')).text, /utkast/)
})

test('what is written is published by a button, and its signs are shown as text on the page and in the feed', async () => {
  const empty = await office.press(await office.open('/sv/office/news/new'), 'Spara som utkast')
  equal(empty.status, 422)
  match(empty.title, /^Fel/)
  const draft = await write()
  const published = await office.press(await office.open(`${draft}/publish`), 'Publicera nyheten')
  match(published.text, /Publicerad/)
  equal((await office.send(`${draft}/publish`, {})).status, 409)

  const list = await stranger.open('/en/news')
  const page = await stranger.open(list.link('Fett'))
  ok(page.html.includes('&lt;b&gt;Fett&lt;/b&gt;') && !page.html.includes('<b>Fett'))
  ok(page.html.includes('<strong>Hej</strong>') && !page.html.includes('<script>x'))
  const feed = await stranger.open('/sv/news.atom')
  match(feed.headers.get('content-type') ?? '', /application\/atom\+xml/)
  ok(feed.html.includes('<![CDATA[&lt;b&gt;Fett&lt;/b&gt; &amp; ]]&gt; nytt]]>'), feed.html)
  ok(feed.html.includes(`/sv${page.path.replace('/en', '')}`))
  ok(!feed.html.includes('<script'))
})

test('whoever saves over another’s words is told first; what is taken down is gone and can be put back', async () => {
  const draft = await write({ 'title.sv': 'Två skriver', 'lead.sv': 'x' })
  const [first, second] = [await office.open(draft), await office.open(draft)]
  world.clock.now = plus(world.clock.now, { minutes: 1 })
  equal((await office.press(first, 'Spara ändringarna', { 'lead.sv': 'Den första' })).status, 200)
  const refused = await office.press(second, 'Spara ändringarna', { 'lead.sv': 'Den andra' })
  equal(refused.status, 409)
  ok(refused.html.includes('Den andra'))
  equal((await office.press(refused, 'Spara ändringarna')).status, 200)

  await office.press(await office.open(`${draft}/publish`), 'Publicera')
  equal((await stranger.open('/sv/news/tva-skriver')).status, 200)
  await office.press(await office.open(`${draft}/take-down`), 'Ta ner')
  equal((await stranger.open('/sv/news/tva-skriver')).status, 404)
  equal((await office.send(`${draft}/take-down`, {})).status, 409)
  await office.press(await office.open(`${draft}/publish`), 'Publicera')
  equal((await stranger.open('/sv/news/tva-skriver')).status, 200)
})

test('a picture is shown with what it shows in words, and is taken away again', async () => {
  const draft = await write({ 'title.sv': 'Med bild', 'lead.sv': 'x' })
  const color = { width: 40, height: 20, channels: 3, background: '#0f5c8c' } as const
  const photo = new Uint8Array(await sharp({ create: color }).png().toBuffer())
  const send = async (fields: Record<string, string>, file?: string | Uint8Array<ArrayBuffer>) => {
    const seen =
      (await office.open(draft)).root.querySelector('input[name=seen]')?.getAttribute('value') ?? ''
    const body = new FormData()
    const all = { 'title.sv': 'Med bild', 'lead.sv': 'x', seen, ...fields }
    for (const [name, value] of Object.entries(all)) body.append(name, value)
    if (file) body.append('picture', new File([file], 'photo.png', { type: 'image/png' }))
    return office.sendFiles(draft, body)
  }
  equal((await send({}, photo)).status, 422)
  const notPhoto = await send({ 'picture_alt.sv': 'Ord' }, '<svg onload="alert(1)"/>')
  equal(notPhoto.status, 422)
  ok(notPhoto.root.querySelector('a[href="#field-picture"]'))
  equal((await send({ 'picture_alt.sv': 'En blå "yta"' }, photo)).status, 200)

  const image = (await office.open('/en/news/med-bild')).root.querySelector('main img')
  equal(image?.getAttribute('alt'), 'En blå "yta"')
  equal(image.getAttribute('lang'), 'sv')
  equal(`${image.getAttribute('width')} × ${image.getAttribute('height')}`, '40 × 20')
  const file = await stranger.open(image.getAttribute('src') ?? '')
  equal(file.headers.get('content-type'), 'image/webp')
  match(file.headers.get('cache-control') ?? '', /immutable/)
  equal((await send({})).status, 422)
  equal((await send({ remove_picture: 'yes' })).status, 200)
  equal((await office.open('/en/news/med-bild')).root.querySelector('main img'), null)
})

test('the places to be followed elsewhere are kept in order, and only https counts', async () => {
  const form = await office.open('/sv/office/news/links')
  const wrong = await office.press(form, 'Spara', {
    'name.0': 'A',
    'url.0': 'javascript:alert(1)',
    'url.1': 'http://x.se',
  })
  equal(wrong.status, 422)
  const right = {
    'name.0': 'Första',
    'url.0': 'https://one.example/a',
    'name.2': 'Andra',
    'url.2': 'https://two.example',
  }
  equal((await office.press(form, 'Spara', right)).status, 200)
  const list = await stranger.open('/es/news')
  equal(list.link('Första'), 'https://one.example/a')
  await office.press(await office.open('/sv/office/news/links'), 'Spara', { 'name.0': '', 'url.0': '' })
  ok(!(await stranger.open('/es/news')).text.includes('Första'))
})

const lastLink = async (kind: string) => {
  const mail = (await world.mails()).findLast((one) => one.text_body.includes(`/news/${kind}/`))
  return new RegExp(`/\\w\\w/news/${kind}/\\w+`).exec(mail?.text_body ?? '')?.[0] ?? ''
}

test('a wish counts when the owner of the address confirms it by a button, and ends by one', async () => {
  const form = await stranger.open('/en/news/follow?series=co-creating-change')
  ok(form.root.querySelector('input[value="co-creating-change"][checked]'))
  const asked = await stranger.press(form, 'Email me a link', { email: 'Wish@Example.org' })
  match(asked.path, /\/asked$/)
  const link = await lastLink('confirm')
  const page = await stranger.open(link)
  match(page.text, /Co-creating Change/)
  const rows = () =>
    db.selectFrom('subscription').selectAll().where('asked_at', '=', world.clock.now).execute()
  equal((await rows())[0]?.confirmed_at, null)
  match((await stranger.press(page, 'Yes, email me')).text, /From now on/)
  const [row] = await rows()
  ok(row?.confirmed_at && row.email === 'wish@example.org' && row.series_id && row.language === 'en')
  equal((await stranger.open(`${link}x`)).status, 404)
  equal(
    (await stranger.open(await lastLink('confirm').then((one) => one.replace('confirm', 'unsubscribe'))))
      .status,
    404,
  )
})

test('a mail program ends a wish by itself, without cookie and origin; a second time is the same', async () => {
  await stranger.press(await stranger.open('/sv/news/follow'), 'Mejla mig', {
    email: 'one-click@example.org',
  })
  await stranger.press(await stranger.open(await lastLink('confirm')), 'Ja, mejla mig')
  world.clock.now = plus(world.clock.now, { minutes: 1 })
  const draft = await write({ 'title.sv': 'Till alla', 'lead.sv': 'x' })
  await office.press(await office.open(`${draft}/publish`), 'Publicera')
  await tellFollowers(db, world.clock.now, {
    url: (language, path) => `${baseUrl}/${language}${path}`,
  })
  const link = await lastLink('unsubscribe')
  match((await stranger.open(link)).text, /Vill du sluta/)
  for (const _ of [1, 2]) {
    const mailProgram = await world.visitor()
    const answer = await mailProgram.sendAsProgram(link, { 'List-Unsubscribe': 'One-Click' })
    equal(answer.status, 200)
    equal(answer.path, link)
    match(answer.text, /inga fler mejl/)
  }
  equal(
    (await db.selectFrom('subscription').select('id').where('email', '=', 'one-click@example.org').execute())
      .length,
    0,
  )
  match((await stranger.open(link)).text, /inga fler mejl/)
})

test('an address is mailed three times a day at most, and the visitor never learns that', async () => {
  const before = (await world.mails()).length
  for (let time = 1; time <= 5; time += 1) {
    const form = await stranger.open('/sv/news/follow')
    const answer = await stranger.press(form, 'Mejla mig', { email: 'again@example.org' })
    match(answer.path, /asked$/)
  }
  equal((await world.mails()).length - before, 3)
  equal(
    (await stranger.press(await stranger.open('/sv/news/follow'), 'Mejla mig', { email: 'nobody' })).status,
    422,
  )
  equal(
    (await stranger.send('/sv/news/follow', { email: 'a@b.se', language: 'sv', what: 'no-series' })).status,
    404,
  )
  for (let time = 0; time < 60; time += 1) {
    await stranger.send('/sv/news/follow', { email: `n${time}@example.org`, language: 'sv', what: 'news' })
  }
  const refused = await stranger.send('/sv/news/follow', {
    email: 'n@example.org',
    language: 'sv',
    what: 'news',
  })
  equal(refused.status, 429)
})

test('addresses that nobody confirms are forgotten after a week, with their links; the link is old before', async () => {
  world.clock.now = plus(world.clock.now, { days: 1 })
  await stranger.press(await stranger.open('/sv/news/follow'), 'Mejla mig', { email: 'never@example.org' })
  const link = await lastLink('confirm')
  world.clock.now = plus(world.clock.now, { days: 7, minutes: 1 })
  equal((await stranger.open(link)).status, 404)
  equal((await stranger.send(link, {})).status, 404)
  await forgetUnconfirmed(db, world.clock.now)
  const left = await db.selectFrom('subscription').select('email').where('confirmed_at', 'is', null).execute()
  equal(left.length, 0)
})
