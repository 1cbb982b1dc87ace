/** The frame of every exceptional state: what is known, what is safe, what to do; then the buttons, in sight; then the details. */
import Icon, { type IconProps } from '@cloudscape-design/components/icon'
import type { ReactNode } from 'react'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import './back.css'

const words = {
  known: { en: 'What is known', ko: '알려진 사실' },
  safe: { en: 'What is safe', ko: '안전한 것' },
  next: { en: 'What to do', ko: '할 일' },
} satisfies Record<string, Text>

/** Something is wrong, something goes on that a person can only wait for, or nothing is wrong and a person may act. */
type SituationTone = 'warning' | 'moving' | 'info'

const icons: Record<SituationTone, { name: IconProps.Name; variant: IconProps.Variant }> = {
  warning: { name: 'status-warning', variant: 'warning' },
  moving: { name: 'status-in-progress', variant: 'subtle' },
  info: { name: 'status-info', variant: 'link' },
}

export interface SituationProps {
  title: string
  /** Default `warning`. */
  tone?: SituationTone
  /** Default `h2`. */
  level?: 'h1' | 'h2'
  known: ReactNode
  safe: ReactNode
  next: ReactNode
  /** Details, such as records. */
  children?: ReactNode
  actions?: ReactNode
}

export function Situation({
  title,
  tone = 'warning',
  level: Heading = 'h2',
  known,
  safe,
  next,
  children,
  actions,
}: SituationProps) {
  const say = useText()
  return (
    <section className="tg-situation" aria-label={title}>
      <Heading>
        <Icon {...icons[tone]} size="medium" />
        {title}
      </Heading>
      <dl>
        <dt>{say(words.known)}</dt>
        <dd>{known}</dd>
        <dt>{say(words.safe)}</dt>
        <dd>{safe}</dd>
        <dt>{say(words.next)}</dt>
        <dd>{next}</dd>
      </dl>
      {actions !== undefined && <div className="tg-situation-actions">{actions}</div>}
      {children}
    </section>
  )
}
