/** The least that can answer: a bare server that sends the same bytes and headers to whoever asks for anything. */
import { createServer } from 'node:http'

export interface Bytes {
  headers: Record<string, string>
  base64: string
}

process.once('message', ({ headers, base64 }: Bytes) => {
  const body = Buffer.from(base64, 'base64')
  const server = createServer((_request, response) => {
    response.writeHead(200, headers).end(body)
  })
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
})
