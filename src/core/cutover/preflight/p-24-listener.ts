/** P-24: the load balancer listens where clients come. */
import type { Text } from '../../../i18n/text.ts'
import { matchRule } from '../../elb/rule-match.ts'
import { plainDoor, requestFor, secureDoor } from './front-door.ts'
import { defineCheck, fail, info, pass, type Verdict, warn } from './verdict.ts'

const words = {
  secure: { en: 'A listener takes HTTPS on port 443.', ko: '443 포트에서 HTTPS를 받는 리스너가 있습니다.' },
  none: { en: 'No HTTPS listener.', ko: 'HTTPS 리스너가 없습니다.' },
  plainOnly: {
    en: 'No HTTPS listener: the load balancer serves HTTP only.',
    ko: 'HTTPS 리스너가 없습니다. 로드 밸런서가 HTTP만 제공합니다.',
  },
  redirects: { en: 'Port 80 redirects.', ko: '80 포트는 리디렉션합니다.' },
  serves: {
    en: 'Port 80 serves requests without redirecting.',
    ko: '80 포트는 리디렉션하지 않고 요청을 처리합니다.',
  },
  unserved: { en: 'Port 80 is not served.', ko: '80 포트는 제공되지 않습니다.' },
} satisfies Record<string, Text>

export const listenerCheck = defineCheck({
  id: 'P-24',
  group: 'load-balancer',
  live: false,
  title: { en: 'Listeners', ko: '리스너' },
  needs: ['subject', 'listeners'],
  check({ subject, listeners }) {
    const plain = plainDoor(listeners)
    const kind = plain && matchRule(plain.rules, requestFor(subject, '/')).rule?.actions.at(-1)?.type
    if (!secureDoor(listeners))
      return [kind === 'forward' ? warn('plain only', words.plainOnly) : fail(words.none)]
    return [pass(words.secure), port80(kind)]
  },
})

function port80(kind: string | undefined): Verdict {
  if (kind === 'redirect') return pass(words.redirects)
  return kind === 'forward' ? info(words.serves) : warn('port 80', words.unserved)
}
