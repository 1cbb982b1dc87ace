/** A body cut short, as by a proxy that gave up. */
import { type FaultKind, numberOption } from './fault-kind.ts'

export const truncated: FaultKind = {
  kind: 'truncated',
  summary: 'The body ends early: `part` of it arrives (0..1, default 0.5).',
  make: ({ options }) => ({
    mapResponse: (response) => ({
      ...response,
      body: response.body.slice(0, Math.floor(response.body.length * numberOption(options, 'part', 0.5))),
    }),
  }),
}
