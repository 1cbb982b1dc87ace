/** A status with one fixed look per meaning. The word always stands beside the colour and the shape. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'

/** good: as wanted; moving: on its way; waiting: not begun; warning: works, look at it; bad: needs someone; off: ended or not in use; unknown: not read yet. */
export type Tone = 'good' | 'moving' | 'waiting' | 'warning' | 'bad' | 'off' | 'unknown'

const looks: Record<Tone, StatusIndicatorProps.Type> = {
  good: 'success',
  moving: 'in-progress',
  waiting: 'pending',
  warning: 'warning',
  bad: 'error',
  off: 'stopped',
  unknown: 'loading',
}

interface StatusBadgeProps {
  tone: Tone
  children: ReactNode
  /** Let a long status wrap instead of cutting it. */
  wrap?: boolean
}

/** The component breaks words anywhere; only what has no blanks may be. Korean words are whole too. */
const wholeWords = { wordBreak: 'keep-all', overflowWrap: 'anywhere' } as const

export function StatusBadge({ tone, children, wrap = false }: StatusBadgeProps) {
  return (
    <StatusIndicator type={looks[tone]} wrapText={wrap}>
      {wrap ? <span style={wholeWords}>{children}</span> : children}
    </StatusIndicator>
  )
}
