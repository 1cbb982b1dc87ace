/** P-25: a certificate of the listener speaks for the hostname, and will for a while. */
import type { Text } from '../../../i18n/text.ts'
import type { Certificate } from '../../acm/certificate.ts'
import { coversName } from '../../dns/name-cover.ts'
import { shownName } from '../../dns/name.ts'
import { secureDoor } from './front-door.ts'
import { defineCheck, fail, info, pass, type Verdict, warn } from './verdict.ts'

const words = {
  good: {
    en: 'A certificate of the listener covers {name}.',
    ko: '리스너의 인증서가 {name}을(를) 포함합니다.',
  },
  none: {
    en: 'No certificate on the listener covers {name}.',
    ko: '리스너에 {name}을(를) 포함하는 인증서가 없습니다.',
  },
  invalid: {
    en: 'A certificate covers {name} but is not in force: {status}.',
    ko: '인증서가 {name}을(를) 포함하지만 유효하지 않습니다: {status}.',
  },
  expiring: {
    en: 'The certificate for {name} expires on {date, date, medium}.',
    ko: '{name}의 인증서가 {date, date, medium}에 만료됩니다.',
  },
  imported: {
    en: 'The certificate for {name} was imported: nobody renews it before {date, date, medium}.',
    ko: '{name}의 인증서는 가져온 것이므로 {date, date, medium} 전에 자동으로 갱신되지 않습니다.',
  },
  opaque: {
    en: 'A server certificate of IAM cannot be looked into from here. Compare its names with {name} by hand.',
    ko: 'IAM 서버 인증서는 여기서 내용을 확인할 수 없습니다. {name}과(와) 직접 비교하세요.',
  },
  plain: { en: 'No listener takes HTTPS.', ko: 'HTTPS를 받는 리스너가 없습니다.' },
} satisfies Record<string, Text>

/** ms before its end from which a certificate is a risk for the cutover. */
const margin = 14 * 86_400_000

export const certificateCheck = defineCheck({
  id: 'P-25',
  group: 'certificate',
  live: false,
  title: { en: 'Certificate', ko: '인증서' },
  needs: ['subject', 'listeners', 'certificates', 'now'],
  check({ subject: { hostname }, listeners, certificates, now }) {
    if (!secureDoor(listeners)) return [info(words.plain)]
    const name = shownName(hostname)
    const covering = certificates
      .flatMap(({ certificate }) => certificate ?? [])
      .filter(({ names }) => coversName(names, hostname))
    const [best] = covering
      .filter((each) => isInForce(each, now))
      .toSorted((a, b) => rank(a, now) - rank(b, now))
    if (best) return [judge(best, name, now)]
    const evidence = certificates.map(({ arn }) => arn)
    if (certificates.some(({ certificate }) => certificate === undefined))
      return [warn('opaque', words.opaque, { name }, { evidence })]
    const [bad] = covering
    return bad
      ? [fail(words.invalid, { name, status: statusOf(bad, now) }, { evidence: [bad.arn] })]
      : [fail(words.none, { name }, { evidence })]
  },
})

function isInForce({ status, notBefore = 0, notAfter = Infinity }: Certificate, now: number): boolean {
  return status === 'ISSUED' && notBefore <= now && now < notAfter
}

function isExpiring({ notAfter = Infinity }: Certificate, now: number): boolean {
  return notAfter - margin <= now
}

function isImported({ type }: Certificate): boolean {
  return type === 'IMPORTED'
}

/** Clients get the best match, so one good certificate is enough. */
function rank(certificate: Certificate, now: number): number {
  return (isExpiring(certificate, now) ? 2 : 0) + (isImported(certificate) ? 1 : 0)
}

function judge(certificate: Certificate, name: string, now: number): Verdict {
  const { arn, notAfter = now } = certificate
  const values = { name, date: new Date(notAfter) }
  const extra = { evidence: [arn] }
  if (isExpiring(certificate, now)) return warn(`expiring ${arn}`, words.expiring, values, extra)
  if (isImported(certificate)) return warn(`imported ${arn}`, words.imported, values, extra)
  return pass(words.good, { name }, extra)
}

function statusOf({ status, notBefore = 0 }: Certificate, now: number): string {
  if (status !== 'ISSUED') return status
  return notBefore > now ? 'NOT_YET_VALID' : 'EXPIRED'
}
