/** Offers to rehearse this very cutover on a copy of what surrounds it, in a tab that cannot reach AWS. */
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { Subject } from '../../../core/cutover/preflight/facts.ts'
import { shownName } from '../../../core/dns/name.ts'
import { usePractice } from '../../../data/practice.ts'
import { rehearse } from '../../../data/rehearsal.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'

const words = {
  title: { en: 'Rehearse it first', ko: '먼저 리허설하기' },
  about: {
    en: 'Opens a new tab with a simulated AWS made from a copy: the records of {name}, the load balancer, its target groups and certificates, and the shape of the service {service}, as read-only calls answer now. Values of environment variables are masked.',
    ko: '복사본으로 만든 모의 AWS가 새 탭에서 열립니다. {name}의 레코드, 로드 밸런서, 대상 그룹과 인증서, {service} 서비스의 구성을 읽기 전용 호출로 지금 복사합니다. 환경 변수 값은 가려집니다.',
  },
  safe: {
    en: 'The new tab holds no credentials: whatever happens there, nothing reaches your account. Let time pass up to 600 times as fast, and make trouble.',
    ko: '새 탭에는 자격 증명이 없으므로 그곳에서 무슨 일이 일어나도 실제 계정에는 영향이 없습니다. 시간을 최대 600배로 빠르게 하고 문제를 일으켜 볼 수 있습니다.',
  },
  rehearse: { en: 'Rehearse this cutover', ko: '이 전환 리허설' },
  idle: { en: 'Nothing is copied before the click.', ko: '클릭하기 전에는 아무것도 복사하지 않습니다.' },
  copying: { en: 'The copy is being made …', ko: '복사하는 중 …' },
  taken: { en: 'The new tab has its copy.', ko: '새 탭이 복사본을 받았습니다.' },
  missed: {
    en: 'No tab took the copy. Allow this page to open tabs, and try again.',
    ko: '복사본을 받은 탭이 없습니다. 이 페이지가 탭을 열 수 있도록 허용한 뒤 다시 시도하세요.',
  },
} satisfies Record<string, Text>

type Progress = 'idle' | 'copying' | 'taken' | 'missed'

const icons: Record<Progress, StatusIndicatorProps.Type> = {
  idle: 'info',
  copying: 'in-progress',
  taken: 'success',
  missed: 'error',
}

interface RehearseBlockProps {
  subject: Subject
  /** Address of the wizard, with everything chosen. */
  href: string
}

export function RehearseBlock({ subject, href }: RehearseBlockProps) {
  const say = useText()
  const aws = useAws()
  const practice = usePractice()
  const [progress, setProgress] = useState<Progress>('idle')
  // Everything there is simulated already.
  if (practice) return null
  const begin = async (): Promise<void> => {
    setProgress('copying')
    try {
      // In the click itself: later the browser opens no tab.
      setProgress((await rehearse(aws, subject, href)) ? 'taken' : 'missed')
    } catch {
      // The new tab says what could not be read.
      setProgress('missed')
    }
  }
  const values = { name: shownName(subject.hostname), service: subject.service }
  return (
    <Container header={<Header variant="h2">{say(words.title)}</Header>}>
      <SpaceBetween size="s">
        <div>{say(words.about, values)}</div>
        <div>{say(words.safe)}</div>
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          <Button iconName="external" disabled={progress === 'copying'} onClick={() => void begin()}>
            {say(words.rehearse)}
          </Button>
          <span aria-live="polite">
            <StatusIndicator type={icons[progress]}>{say(words[progress])}</StatusIndicator>
          </span>
        </SpaceBetween>
      </SpaceBetween>
    </Container>
  )
}
