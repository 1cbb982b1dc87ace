/** A web page where an answer should be, as from a captive portal or a load balancer in trouble. */
import { type FaultKind, numberOption } from './fault-kind.ts'

const body = `<!DOCTYPE html>
<html><head><title>Sign in to the network</title></head>
<body><h1>Welcome</h1><p>Accept the terms to go on.</p></body></html>
`

export const html: FaultKind = {
  kind: 'html',
  summary: 'Answered with a web page and HTTP `status` (default 200).',
  make: ({ options }) => ({
    mapResponse: () => ({
      status: numberOption(options, 'status', 200),
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: new TextEncoder().encode(body),
    }),
  }),
}
