/** A command or a piece of JSON with a button that copies it: scrolls by itself, and never makes the page wider. */
import { CopyText } from './CopyText.tsx'
import './code-block.css'

interface CodeBlockProps {
  text: string
  /** What it is; said to screen readers and by the button. */
  label: string
  /** Lines that it may take before it scrolls. */
  lines?: number
}

export function CodeBlock({ text, label, lines = 16 }: CodeBlockProps) {
  return (
    <div className="code-block">
      {/* A box that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label={label} tabIndex={0} style={{ maxHeight: `${String(lines * 18 + 16)}px` }}>
        <pre>{text}</pre>
      </section>
      <CopyText text={text} label={label} variant="icon" />
    </div>
  )
}
