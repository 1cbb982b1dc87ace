/** The new side tried out before anything moves: its own addresses, its targets, and a request with the real hostname. */
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { secureDoor } from '../../../core/cutover/preflight/front-door.ts'
import { factOf } from '../../../data/cutover/preflight.ts'
import type { PreflightHandle } from '../../../data/cutover/use-preflight.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ExternalLink } from '../../../ui/ExternalLink.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { SkeletonLines } from '../../../ui/SkeletonLines.tsx'
import { AccessTargets } from './AccessTargets.tsx'
import { ProbeTrial } from './ProbeTrial.tsx'
import { useWizard } from './wizard-context.ts'

const words = {
  title: { en: 'Access test', ko: '접속 테스트' },
  about: {
    en: 'Try the load balancer and the service before any client does. What is seen here is kept in the report.',
    ko: '클라이언트보다 먼저 로드 밸런서와 서비스를 시험하세요. 여기서 확인한 내용은 보고서에 남습니다.',
  },
  address: { en: 'Load balancer', ko: '로드 밸런서' },
  health: { en: 'Health path (200 expected)', ko: '상태 확인 경로(200 예상)' },
  matcher: { en: 'Status codes taken for healthy', ko: '정상으로 판단하는 상태 코드' },
  warning: {
    en: 'Your browser warns that the certificate is for another name: that is as it should be, because the address is the load balancer’s own. A rule for the real hostname does not match there either.',
    ko: '주소가 로드 밸런서 자체의 이름이므로 브라우저가 인증서 이름이 다르다고 경고하는 것이 정상입니다. 실제 호스트 이름에 대한 규칙도 여기서는 적용되지 않습니다.',
  },
  seen: { en: 'I opened the links and saw what I expected', ko: '링크를 열어 예상한 결과를 확인했습니다' },
} satisfies Record<string, Text>

export function AccessTestBlock({ handle }: { handle: PreflightHandle }) {
  const say = useText()
  const { draft, setDraft, targetGroup, subject } = useWizard()
  const { readings } = handle.view
  const balancer = factOf(readings, 'loadBalancer')
  const listeners = factOf(readings, 'listeners')
  const scheme = listeners && !secureDoor(listeners) ? 'http' : 'https'
  const base = balancer && `${scheme}://${balancer.dnsName}`
  return (
    <Container
      header={
        <Header variant="h2" description={say(words.about)}>
          {say(words.title)}
        </Header>
      }
    >
      {base === undefined || !subject ? (
        <SkeletonLines lines={6} />
      ) : (
        <SpaceBetween size="l">
          <KeyValues
            columns={1}
            items={[
              { label: words.address, value: <ExternalLink href={`${base}/`}>{`${base}/`}</ExternalLink> },
              {
                label: words.health,
                value: (
                  <ExternalLink href={base + subject.healthPath}>{base + subject.healthPath}</ExternalLink>
                ),
              },
              { label: words.matcher, value: targetGroup?.healthCheck.matcher },
            ]}
          />
          <div>{say(words.warning)}</div>
          <Checkbox checked={draft.seen} onChange={({ detail }) => setDraft({ seen: detail.checked })}>
            {say(words.seen)}
          </Checkbox>
          <AccessTargets targets={factOf(readings, 'targets')} />
          <ProbeTrial handle={handle} dnsName={balancer?.dnsName ?? ''} />
        </SpaceBetween>
      )}
    </Container>
  )
}
