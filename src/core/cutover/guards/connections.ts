/** G5: connections fail, towards targets or from clients. */
import { lastMinutes, outOf } from './arithmetic.ts'
import { defineGuard } from './guard.ts'
import type { MetricMinute } from './readings.ts'
import { tooFewRequests } from './words.ts'

const tlsFails = {
  en: 'TLS negotiation with clients fails for {value, number, ::percent .#} of connections and requests; the limit is {threshold, number, ::percent .#}. Most likely the certificate or the protocol does not fit.',
  ko: '클라이언트와의 TLS 협상이 연결과 요청의 {value, number, ::percent .#}에서 실패합니다. 한도는 {threshold, number, ::percent .#}입니다. 인증서나 프로토콜이 맞지 않을 가능성이 큽니다.',
}

export const connections = defineGuard({
  id: 'G5',
  title: { en: 'Connection errors', ko: '연결 오류' },
  action: 'pause',
  thresholds: { ratio: 0.01, requests: 50, trips: 2, of: 3 },
  says: {
    ok: {
      en: 'Connection errors stay within {threshold, number, ::percent .#} of requests.',
      ko: '연결 오류가 요청의 {threshold, number, ::percent .#} 이내입니다.',
    },
    tripped: {
      en: 'The load balancer could not connect to targets for {value, number, ::percent .#} of requests in {trips, number} of the last {of, number} minutes; the limit is {threshold, number, ::percent .#}.',
      ko: '최근 {of, number}분 중 {trips, number}분 동안 로드 밸런서가 요청의 {value, number, ::percent .#}에서 대상에 연결하지 못했습니다. 한도는 {threshold, number, ::percent .#}입니다.',
    },
    inconclusive: tooFewRequests,
  },
  find: ({ minutes, dedicated }, { ratio, requests, trips, of }) => {
    const isOver = (value: number): boolean => value > ratio
    const toTargets = lastMinutes(minutes, of, (minute) =>
      share(minute.requests, minute.connectionErrors ?? 0, requests),
    )
    const targets = outOf(toTargets, trips, isOver)
    // The load balancer counts clients of all its services together.
    if (!dedicated || targets.state === 'tripped') return { ...targets, threshold: ratio }
    const fromClients = lastMinutes(minutes, of, (minute) => clientShare(minute, requests))
    const clients = outOf(fromClients, trips, isOver)
    if (clients.state === 'tripped') return { ...clients, threshold: ratio, text: tlsFails }
    const state = targets.state === 'ok' && clients.state === 'ok' ? 'ok' : 'inconclusive'
    return { state, value: targets.value, threshold: ratio }
  },
})

function share(all: number | undefined, errors: number, atLeast: number): number | undefined {
  return all === undefined || all === 0 || all < atLeast ? undefined : errors / all
}

/** A connection that was never made has no request: it counts below the line as well. */
function clientShare({ requests, tlsErrors }: MetricMinute, atLeast: number): number | undefined {
  if (requests === undefined && tlsErrors === undefined) return undefined
  const failed = tlsErrors ?? 0
  return share((requests ?? 0) + failed, failed, atLeast)
}
