/** Beside the text: the picture, the problems, what was pasted, hidden values, conversions. */
import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { memo, Suspense, type ReactNode } from 'react'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { laterPart } from '../../../ui/later-part.ts'
import { SkeletonLines } from '../../../ui/SkeletonLines.tsx'
import { safeFixes } from '../../../core/task-definition/linter/fix.ts'
import { markedIn, marksOutside } from '../../../core/task-definition/mask.ts'
import { CleanedPanel } from './CleanedPanel.tsx'
import type { DefinitionDocument } from './definition-document.ts'
import { HiddenValues } from './HiddenValues.tsx'
import { ProblemList } from './ProblemList.tsx'
import { type SideTab, sideTabs } from './search.ts'
import { TargetChoice } from './TargetChoice.tsx'
import { type DocumentView, type FollowingView, useFollowing } from './use-document.ts'
import { useWorkbenchSearch } from './use-workbench-search.ts'

export const VisualEditor = laterPart(async () => (await import('../visual/VisualEditor.tsx')).VisualEditor)
const CompareTab = laterPart(async () => (await import('./CompareTab.tsx')).CompareTab)
const ConvertTab = laterPart(async () => (await import('./ConvertTab.tsx')).ConvertTab)
const ImagesTab = laterPart(async () => (await import('./ImagesTab.tsx')).ImagesTab)

const words = {
  visual: { en: 'Picture', ko: '그림' },
  problems: { en: 'Problems', ko: '문제' },
  compare: { en: 'Compare', ko: '비교' },
  pasted: { en: 'Pasted', ko: '붙여 넣기' },
  hidden: { en: 'Hidden', ko: '숨김' },
  convert: { en: 'Convert', ko: '변환' },
  images: { en: 'Images', ko: '이미지' },
} satisfies Record<SideTab, Text>

const partly: Text = {
  en: 'Part of the text cannot be read, and is missing here. Problems say where to mend it.',
  ko: '텍스트의 일부를 읽을 수 없어 여기에 없습니다. 고칠 위치는 문제 탭에 있습니다.',
}

/** Those that show what the text says. */
const readers: readonly SideTab[] = ['visual', 'compare', 'convert', 'images']

/** The names fit beside the text. */
const smallTabs = { tab: { fontSize: '14px' } }

/** Those that are there when they have something to show, or were chosen: behind the others, so that none moves. */
const sometimes: readonly SideTab[] = ['pasted', 'hidden']

interface Props {
  document: DefinitionDocument
  view: DocumentView
}

/** Follows the text in its own time: a key, and the markers that follow from it, must not wait for it. */
export const SidePane = memo(function SidePane({ document, view }: Props) {
  return <SideTabs document={document} following={useFollowing(view)} />
})

interface SideTabsProps {
  document: DefinitionDocument
  following: FollowingView
}

const SideTabs = memo(function SideTabs({ document, following: { view, readable } }: SideTabsProps) {
  const say = useText()
  const [{ tab = 'visual' }, change] = useWorkbenchSearch()
  const { findings, read, value, cleaned } = view
  const isPartly = read.problems.length > 0 && value !== undefined
  const marked = value === undefined ? [] : markedIn(value)
  const hidden = marked.length + marksOutside(view.text, marked).length
  const has: Partial<Record<SideTab, boolean>> = { pasted: cleaned !== undefined, hidden: hidden > 0 }
  const counts: Partial<Record<SideTab, number>> = {
    problems: findings.length + read.problems.length,
    pasted: cleaned?.steps.length ?? 0,
    hidden,
  }
  const shown = sideTabs.filter((id) => id === tab || !sometimes.includes(id) || has[id])
  const content: Record<SideTab, ReactNode> = {
    visual: (
      <VisualEditor
        value={readable.value}
        isEmpty={view.text.trim() === ''}
        isStale={readable !== view}
        kept={readable.kept}
        findings={readable.findings}
        onChange={document.change}
        onReveal={document.revealPath}
      />
    ),
    problems: (
      <SpaceBetween size="m">
        <TargetChoice />
        <ProblemList document={document} view={view} fixAll={() => document.change(safeFixes(findings))} />
      </SpaceBetween>
    ),
    compare: <CompareTab view={readable} />,
    pasted: (
      <CleanedPanel document={document} view={view} onOpen={(from) => change({ from, tab: undefined })} />
    ),
    hidden: <HiddenValues view={view} />,
    convert: <ConvertTab document={document} view={view} />,
    images: <ImagesTab view={view} />,
  }
  return (
    <Tabs
      activeTabId={tab}
      style={smallTabs}
      onChange={({ detail }) => change({ tab: sideTabs.find((id) => id === detail.activeTabId) })}
      tabs={shown.map((id) => ({
        id,
        label: (
          <span className="workbench-tab">
            {say(words[id])} {counts[id] ? <Badge>{counts[id]}</Badge> : null}
          </span>
        ),
        content:
          id === tab ? (
            <Suspense fallback={<SkeletonLines lines={8} />}>
              {isPartly && readers.includes(id) && (
                <Box color="text-status-error" padding={{ bottom: 's' }}>
                  {say(partly)}
                </Box>
              )}
              {content[id]}
            </Suspense>
          ) : null,
      }))}
    />
  )
})
