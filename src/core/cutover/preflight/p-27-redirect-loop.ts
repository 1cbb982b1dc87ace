/** P-27: no rule sends clients back to where they came from. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { matchRule } from '../../elb/rule-match.ts'
import type { Listener, RuleAction } from '../../elb/load-balancer.ts'
import { pathsOf, plainDoor, requestFor, secureDoor } from './front-door.ts'
import { defineCheck, fail, pass } from './verdict.ts'

const words = {
  good: { en: 'No redirect leads back to itself.', ko: '자기 자신으로 돌아가는 리디렉션이 없습니다.' },
  loop: {
    en: '{protocol} requests for {name}{path} are redirected to themselves at rule {priority}.',
    ko: '{name}{path}의 {protocol} 요청이 규칙 {priority}에서 자기 자신으로 리디렉션됩니다.',
  },
} satisfies Record<string, Text>

export const redirectLoopCheck = defineCheck({
  id: 'P-27',
  group: 'load-balancer',
  live: false,
  title: { en: 'Redirect loops', ko: '리디렉션 루프' },
  needs: ['subject', 'listeners'],
  check({ subject, listeners }) {
    const doors = [secureDoor(listeners), plainDoor(listeners)].filter((door) => door !== undefined)
    const name = shownName(subject.hostname)
    const loops = doors.flatMap(({ listener, rules }) =>
      pathsOf(subject).flatMap((path) => {
        const request = requestFor(subject, path)
        const { rule } = matchRule(rules, request)
        const last = rule?.actions.at(-1)
        return rule && last && leadsBack(last, listener, request.host, path)
          ? [fail(words.loop, { name, path, protocol: listener.protocol, priority: rule.priority })]
          : []
      }),
    )
    return loops.length > 0 ? loops : [pass(words.good)]
  },
})

/** `detail` is `PROTOCOL://HOST:PORT/PATH STATUS` with AWS's placeholders for what stays as it is. */
function leadsBack({ type, detail = '' }: RuleAction, from: Listener, host: string, path: string): boolean {
  const [address = ''] = detail.split(' ')
  const protocols = [from.protocol, '#{protocol}']
  const hosts = [host, '#{host}']
  const ports = [String(from.port), '#{port}']
  const places = protocols.flatMap((protocol) =>
    hosts.flatMap((to) => ports.map((port) => `${protocol}://${to}:${port}`)),
  )
  return (
    type === 'redirect' &&
    places.some((place) => ['/#{path}', path].some((where) => address === `${place}${where}`))
  )
}
