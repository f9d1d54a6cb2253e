/** What we use of the load generator, which brings no types of its own. */
declare module 'autocannon' {
  namespace autocannon {
    interface Sent {
      method?: 'GET' | 'POST'
      headers?: Record<string, string>
      body?: string
      setupRequest?: (request: Sent) => Sent
    }
    interface Options extends Sent {
      url: string
      connections: number
      duration?: number
      amount?: number
      requests?: Sent[]
    }
    interface Result {
      duration: number
      errors: number
      timeouts: number
      requests: { total: number; sent: number }
      latency: { p50: number; p99: number }
      statusCodeStats: Record<string, { count: number }>
    }
  }
  function autocannon(options: autocannon.Options): Promise<autocannon.Result>
  export = autocannon
}
