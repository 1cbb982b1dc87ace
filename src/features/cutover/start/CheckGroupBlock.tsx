/** The checks of one group: what is wrong stands open, what is right is one line. */
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { checks as registry } from '../../../core/cutover/preflight/registry.ts'
import type { CheckGroup } from '../../../core/cutover/preflight/verdict.ts'
import type { PreflightHandle } from '../../../data/cutover/use-preflight.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CheckLine } from './CheckLine.tsx'
import '../../../widgets/metric-chart/palette.css'
import './start.css'

const words = {
  dns: { en: 'DNS', ko: 'DNS' },
  'load-balancer': { en: 'Load balancer', ko: '로드 밸런서' },
  certificate: { en: 'Certificate', ko: '인증서' },
  targets: { en: 'Targets', ko: '대상' },
  service: { en: 'Service', ko: '서비스' },
  session: { en: 'Session', ko: '세션' },
  passed: { en: '{passed} of {all} passed', ko: '{all}개 중 {passed}개 통과' },
} satisfies Record<CheckGroup | 'passed', Text>

export function CheckGroupBlock({ group, handle }: { group: CheckGroup; handle: PreflightHandle }) {
  const say = useText()
  const own = registry.filter((check) => check.group === group)
  const passed = own.filter(({ id }) => {
    const { level } = handle.view.results[id] ?? {}
    return level === 'pass' || level === 'info'
  })
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${say(words.passed, { passed: passed.length, all: own.length })})`}>
          {say(words[group])}
        </Header>
      }
    >
      <ul className="tg-checks" aria-label={say(words[group])}>
        {own.map((check) => (
          <CheckLine key={check.id} check={check} handle={handle} />
        ))}
      </ul>
    </Container>
  )
}
