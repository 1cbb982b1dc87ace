/** The hold: everything answers with the new side, and the legacy keeps running until evidence says that nobody needs it. Afterwards, what it ended on. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { HoldView } from '../../../data/cutover/hold-evidence.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Ago } from '../../../ui/Age.tsx'
import { SkeletonLines } from '../../../ui/SkeletonLines.tsx'
import { Attestations } from './Attestations.tsx'
import { HoldEnd } from './HoldEnd.tsx'
import { HoldTime } from './HoldTime.tsx'
import { LegacyTrafficChart } from './LegacyTrafficChart.tsx'
import { isOver, RestoredPanel } from './RestoredPanel.tsx'
import { StragglerTable } from './StragglerTable.tsx'

const words = {
  title: { en: 'Hold', ko: '유지' },
  about: {
    en: 'Keep the legacy running. “Roll back exactly” works for as long as it does.',
    ko: '레거시를 계속 실행하세요. 그동안 “원본 그대로 롤백”을 쓸 수 있습니다.',
  },
  read: { en: 'Read the evidence now', ko: '지금 근거 읽기' },
  stragglers: { en: 'Stragglers by resolver', ko: '해석기별 잔여 응답' },
  said: { en: 'What only people can say', ko: '담당자만 확인할 수 있는 것' },
  evidence: { en: 'evidence read', ko: '근거 확인' },
  apart: {
    en: 'It is not held now: this is the evidence as it was read last.',
    ko: '지금은 유지 중이 아닙니다. 마지막으로 읽은 근거입니다.',
  },
} satisfies Record<string, Text>

interface HoldPanelProps {
  session: CutoverSession
  view: CutoverView
}

export function HoldPanel({ session, view }: HoldPanelProps) {
  const say = useText()
  const [busy, setBusy] = useState(false)
  const { hold } = view
  const isHolding = view.run.phase.at === 'holding'
  const read = async (): Promise<void> => {
    setBusy(true)
    try {
      await session.readHold()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          description={say(isHolding ? words.about : words.apart)}
          actions={
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              {hold && (
                <Box color="text-body-secondary" fontSize="body-s">
                  {say(words.evidence)} <Ago at={hold.at} />
                </Box>
              )}
              {isHolding && (
                <Button loading={busy} onClick={() => void read()}>
                  {say(words.read)}
                </Button>
              )}
            </SpaceBetween>
          }
        >
          {say(words.title)}
        </Header>
      }
    >
      {hold ? <Evidence session={session} view={view} hold={hold} /> : <SkeletonLines lines={12} />}
    </Container>
  )
}

function Evidence({ session, view, hold }: HoldPanelProps & { hold: HoldView }) {
  const say = useText()
  const { evidence } = hold
  const { at } = view.run.phase
  return (
    <ColumnLayout columns={2}>
      <SpaceBetween size="l">
        <HoldTime evidence={evidence} {...(at !== 'holding' && { until: hold.at })} />
        <LegacyTrafficChart legacy={evidence.legacy} at={hold.at} />
        <div>
          <Box variant="h3">{say(words.stragglers)}</Box>
          <StragglerTable evidence={evidence} />
        </div>
      </SpaceBetween>
      <SpaceBetween size="l">
        <div>
          <Box variant="h3">{say(words.said)}</Box>
          <Attestations session={session} attested={view.attested} evidence={evidence} />
        </div>
        {/* Last, so that nothing moves when the one follows the other. */}
        {at === 'holding' && <HoldEnd session={session} view={view} hold={hold} />}
        {(isOver(view.run) || at === 'restoring') && <RestoredPanel session={session} view={view} />}
      </SpaceBetween>
    </ColumnLayout>
  )
}
