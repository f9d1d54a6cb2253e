/** The answer to somebody who stays and listens. */
export interface Stream {
  response: Response
  send(text: Uint8Array): void
  end(): void
}

// Somebody who reads so much more slowly than the rest is let go: they come back, and are told all of it anew.
const behindBytesMax = 512 * 1024

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Proxies must hand on each word as it comes: nginx reads the last of these, others the first.
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/** Opens a stream of server-sent events; `onEnd` is called once, whoever ends it. */
export function openStream(onEnd: () => void): Stream {
  let isOpen = true
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const ended = (): void => {
    if (!isOpen) return
    isOpen = false
    onEnd()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (made) => void (controller = made),
      // Whoever listened has gone away.
      cancel: ended,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: behindBytesMax }),
  )
  const end = (): void => {
    if (isOpen) controller?.close()
    ended()
  }
  return {
    response: new Response(body, { headers }),
    send(text) {
      if (!isOpen) return
      controller?.enqueue(text)
      if ((controller?.desiredSize ?? 0) <= 0) end()
    },
    end,
  }
}
