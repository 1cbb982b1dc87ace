/** A command or a piece of JSON to be copied: scrolls by itself, and never makes the page wider. */
import { CopyText } from '../../../ui/CopyText.tsx'
import '../../../widgets/metric-chart/palette.css'
import './parts.css'

interface CommandTextProps {
  text: string
  /** What is copied. */
  label: string
  /** Lines that it may take before it scrolls. */
  lines?: number
}

export function CommandText({ text, label, lines = 12 }: CommandTextProps) {
  return (
    <div className="tg-command">
      {/* A box that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label={label} tabIndex={0} style={{ maxHeight: `${String(lines * 18 + 16)}px` }}>
        <pre>{text}</pre>
      </section>
      <CopyText text={text} label={label} variant="icon" />
    </div>
  )
}
