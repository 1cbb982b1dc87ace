/** Whether the legacy is still used, by hours. */
import type { Message } from '../../../i18n/text.ts'
import type { LegacyTraffic, TrafficHour } from './evidence.ts'

const hour = 3_600_000

/** Consecutive hours in which the legacy must have been quiet. */
export const quietHours = 3

/** Share of an hour's requests before the cutover that is as good as none: scanners never stop. */
const requestShare = 0.001
/** Fewer requests an hour than this are as good as none, whatever there was before. */
const fewRequests = 10
/** Share of packets before the cutover: health checks and the operating system go on. */
const packetShare = 0.05

/** ms: an hour's values come a little late. */
const late = 10 * 60_000

const unread = {
  en: 'The traffic of {name} could not be read.',
  ko: '{name}의 트래픽을 읽지 못했습니다.',
}
const short = {
  en: 'The traffic of {name} is not known for the last {hours, number} hours.',
  ko: '최근 {hours, number}시간의 {name} 트래픽을 알 수 없습니다.',
}
const requests = {
  en: '{name} still gets {value, plural, one {# request} other {# requests}} an hour; {limit, number, integer} would be as good as none.',
  ko: '{name}에 아직 시간당 요청 {value, number}건이 옵니다. {limit, number, integer}건이면 없는 것으로 봅니다.',
}
const packets = {
  en: '{name} still gets {value, plural, one {# packet} other {# packets}} an hour; {limit, number, integer} would be as good as none.',
  ko: '{name}에 아직 시간당 패킷 {value, number}개가 옵니다. {limit, number, integer}개면 없는 것으로 봅니다.',
}
const incomparable = {
  en: 'What {name} received before the cutover is not known: its packets cannot be compared.',
  ko: '전환 전에 {name}이(가) 받은 양을 알 수 없어 패킷을 비교할 수 없습니다.',
}
const unattested = {
  en: 'Nobody has written down yet that {name} is not used any more.',
  ko: '{name}이(가) 더 이상 사용되지 않는다는 기록이 아직 없습니다.',
}

/** Why one legacy target cannot be called quiet; undefined when it is. */
export function legacyInUse(traffic: LegacyTraffic, now: number): Message | undefined {
  const { name } = traffic
  if (traffic.kind === 'attested')
    return traffic.note?.trim() ? undefined : { text: unattested, values: { name } }
  if (!traffic.hours) return { text: unread, values: { name } }
  const last = lastHours(traffic.hours, now)
  if (!last) return { text: short, values: { name, hours: quietHours } }
  return traffic.kind === 'requests'
    ? requestsLeft(name, last, traffic.before)
    : packetsLeft(name, last, traffic.before)
}

/** Undefined unless they are consecutive and reach up to now. */
function lastHours(hours: readonly TrafficHour[], now: number): TrafficHour[] | undefined {
  const last = hours.slice(-quietHours)
  const end = Math.floor((now - late) / hour) * hour
  const starts = new Set(last.map(({ at }, index) => at - index * hour))
  const isRecent = [...starts].every((start) => start >= end - quietHours * hour)
  return last.length === quietHours && starts.size === 1 && isRecent ? last : undefined
}

/** Where there was no request, CloudWatch has no value: that is 0. */
function requestsLeft(name: string, hours: readonly TrafficHour[], before = 0): Message | undefined {
  const limit = requestShare * before
  const most = Math.max(...hours.map(({ value = 0 }) => value))
  if (most <= limit || most < fewRequests) return undefined
  return { text: requests, values: { name, value: most, limit: Math.max(limit, fewRequests - 1) } }
}

/** An instance that runs always has a value: none is no evidence. */
function packetsLeft(name: string, hours: readonly TrafficHour[], before = 0): Message | undefined {
  const known = hours.flatMap(({ value }) => value ?? [])
  if (before === 0) return { text: incomparable, values: { name } }
  if (known.length < hours.length) return { text: short, values: { name, hours: quietHours } }
  const [limit, most] = [packetShare * before, Math.max(...known)]
  return most <= limit ? undefined : { text: packets, values: { name, value: most, limit } }
}
