/** One line under the top bar. */
import type { ReactNode } from 'react'

interface StripProps {
  tone: 'practice' | 'rehearsal' | 'note' | 'warning' | 'error'
  children: ReactNode
}

/** A status for screen readers: it is read out when it appears. */
export function Strip({ tone, children }: StripProps) {
  return (
    <output className="tg-strip" data-tone={tone}>
      {children}
    </output>
  )
}
