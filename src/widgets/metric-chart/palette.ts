/**
 * Colours for what Cloudscape does not draw: lines, bars, log text. The values are those of its design tokens, in both modes.
 * The tokens package itself cannot be used: the names of its custom properties carry a hash, and no published version has
 * the hashes of the components we use, so every colour would stay at its light fallback.
 */
import './palette.css'

export const palette = {
  text: 'var(--tg-text)',
  textQuiet: 'var(--tg-text-quiet)',
  textError: 'var(--tg-text-error)',
  textWarning: 'var(--tg-text-warning)',
  surface: 'var(--tg-surface)',
  border: 'var(--tg-border)',
  /** Behind a bar. */
  track: 'var(--tg-track)',
  /** A bar. */
  fill: 'var(--tg-fill)',
  grid: 'var(--tg-grid)',
  lines: ['var(--tg-line-1)', 'var(--tg-line-2)', 'var(--tg-line-3)', 'var(--tg-line-4)'],
  lineGood: 'var(--tg-line-good)',
  lineBad: 'var(--tg-line-bad)',
  lineQuiet: 'var(--tg-line-quiet)',
} as const

export const monospace = "Monaco, Menlo, Consolas, 'Courier Prime', Courier, 'Courier New', monospace"
