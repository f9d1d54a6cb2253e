import { type HTMLElement, parse } from 'node-html-parser'

export const baseUrl = 'http://localhost:3000'

type Fields = Record<string, string | readonly string[]>

/** A page that was answered, and what a reader finds on it. */
export class Answer {
  readonly status: number
  readonly html: string
  /** The address it was found at, after redirects. */
  readonly path: string
  readonly headers: Headers
  readonly root: HTMLElement

  constructor(status: number, html: string, path: string, headers: Headers) {
    Object.assign(this, { status, html, path, headers })
    this.status = status
    this.html = html
    this.path = path
    this.headers = headers
    this.root = parse(html)
  }

  get title(): string {
    return this.root.querySelector('title')?.textContent.trim() ?? ''
  }

  /** All words of the page's own part, in one line. */
  get text(): string {
    return (this.root.querySelector('main') ?? this.root).textContent.replaceAll(/\s+/g, ' ').trim()
  }

  /** The address of the first link with these words. */
  link(words: string): string {
    const link = this.root.querySelectorAll('a').find((one) => one.textContent.includes(words))
    if (!link) throw new Error(`no link '${words}' on ${this.path}: ${this.text.slice(0, 500)}`)
    return link.getAttribute('href') ?? ''
  }
}

/** Opens pages and presses the buttons found on them, with the cookies of one browser. */
export class Visitor {
  readonly #fetch: (request: Request) => Promise<Response>
  readonly #cookies = new Map<string, string>()
  /** Extra headers of every request, such as X-Forwarded-For. */
  readonly headers: Record<string, string> = {}

  constructor(fetch: (request: Request) => Promise<Response>, cookie?: string) {
    this.#fetch = fetch
    const [name = '', value = ''] = cookie?.split('=') ?? []
    if (name) this.#cookies.set(name, value)
  }

  open(path: string): Promise<Answer> {
    return this.#request(path, { method: 'GET' })
  }

  /** Sends a form to an address, without having seen it. */
  send(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) {
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
    }
    return this.#request(path, { method: 'POST', body, headers: { origin: baseUrl, ...headers } })
  }

  /** Presses the button with these words: what stands in its form is sent, with these fields filled in. */
  press(page: Answer, words: string, fields: Fields = {}): Promise<Answer> {
    const button = page.root.querySelectorAll('button').find((one) => one.textContent.includes(words))
    const form = button?.closest('form')
    if (!button || !form) throw new Error(`no button '${words}' on ${page.path}: ${page.text.slice(0, 500)}`)
    const all: Record<string, string | readonly string[]> = { ...standing(form), ...fields }
    const name = button.getAttribute('name')
    if (name) all[name] = button.getAttribute('value') ?? ''
    const action = form.getAttribute('action') ?? page.path
    if (form.getAttribute('method') !== 'post') {
      const query = new URLSearchParams(
        Object.entries(all).map(([key, value]): [string, string] => [key, String(value)]),
      )
      return this.open(`${action.split('?')[0]}?${query.toString()}`)
    }
    return this.send(action, all)
  }

  /** Sends a form with files in it. */
  sendFiles(path: string, body: FormData): Promise<Answer> {
    return this.#request(path, { method: 'POST', body, headers: { origin: baseUrl } })
  }

  /** Sends what a script on a page of ours would send. */
  sendJson(path: string, body: unknown): Promise<Answer> {
    const headers = { origin: baseUrl, 'content-type': 'application/json' }
    return this.#request(path, { method: 'POST', body: JSON.stringify(body), headers })
  }

  /** Sends a form as a mail program does: unlike a browser, it doesn't say where the form comes from. */
  sendAsProgram(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.#request(path, { method: 'POST', body: new URLSearchParams(fields) })
  }

  async #request(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      ...this.headers,
      ...(init.headers as Record<string, string> | undefined),
      ...(cookie && { cookie }),
    }
    const response = await this.#fetch(
      new Request(`${baseUrl}${path}`, { ...init, headers, redirect: 'manual' }),
    )
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value) this.#cookies.set(name, value)
      else this.#cookies.delete(name)
    }
    const location = response.headers.get('location')
    if (location && response.status >= 300 && response.status < 400)
      return this.open(location.replace(baseUrl, ''))
    return new Answer(response.status, await response.text(), path, response.headers)
  }
}

/** What a form would send as it stands. */
function standing(form: HTMLElement): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {}
  for (const control of form.querySelectorAll('input, textarea, select')) {
    const name = control.getAttribute('name')
    const type = control.getAttribute('type')
    if (!name || control.hasAttribute('disabled') || type === 'file') continue
    if ((type === 'radio' || type === 'checkbox') && !control.hasAttribute('checked')) continue
    const value = valueOf(control)
    const known = fields[name]
    fields[name] = type === 'checkbox' && known !== undefined ? [known, value].flat() : value
  }
  return fields
}

function valueOf(control: HTMLElement): string {
  if (control.tagName === 'TEXTAREA') return control.textContent
  if (control.tagName !== 'SELECT') return control.getAttribute('value') ?? ''
  const options = control.querySelectorAll('option')
  return (options.find((one) => one.hasAttribute('selected')) ?? options[0])?.getAttribute('value') ?? ''
}
