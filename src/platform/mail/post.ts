import { createTransport, type SendMailOptions } from 'nodemailer'
import { messageOf } from '../errors.ts'

/** The way to the mail server. */
export interface Post {
  sendMail(message: SendMailOptions): Promise<unknown>
  /** Breaks off whatever is being sent. */
  close(): void
}

/** How long a mail server is waited for. */
interface Patience {
  connectMs: number
  answerMs: number
  /** In all, for a server that answers a letter at a time. */
  wholeMs: number
}

const ordinaryPatience: Patience = { connectMs: 15_000, answerMs: 30_000, wholeMs: 90_000 }

/** The whole mail was handed over, and then nobody answered: the receiver may have it, or not. */
export class MaybeArrived extends Error {}

/** A connection to the mail server at this address, for one mail at a time. */
export function postTo(smtpUrl: string, patience: Patience = ordinaryPatience): Post {
  let wasHandedOver = false
  let breakOff = new AbortController()
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience.connectMs,
    greetingTimeout: patience.connectMs,
    socketTimeout: patience.answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    // The one place where the library tells that the last byte of a mail has gone.
    logger: loggerThat((event) => void (wasHandedOver ||= event === 'message')),
  })
  return {
    async sendMail(message) {
      wasHandedOver = false
      breakOff = new AbortController()
      const signal = AbortSignal.any([breakOff.signal, AbortSignal.timeout(patience.wholeMs)])
      try {
        await transport.sendMail({ ...message, signal })
      } catch (error) {
        const isAnswer = error instanceof Error && 'responseCode' in error && Boolean(error.responseCode)
        if (!wasHandedOver || isAnswer) throw error
        throw new MaybeArrived(`it may have arrived: ${messageOf(error)}`, { cause: error })
      }
    },
    close: () => {
      breakOff.abort(new Error('the process is stopping'))
      transport.close()
    },
  }
}

/** What the library calls a logger: told of what it does, by a word. */
function loggerThat(hears: (event: unknown) => void) {
  const listen = (entry: unknown): void => hears((entry as { tnx?: unknown }).tnx)
  const deaf = (): void => undefined
  return { level: deaf, trace: deaf, debug: deaf, info: listen, warn: deaf, error: deaf, fatal: deaf }
}
